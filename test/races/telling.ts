import type { Racer, Trial } from './trial.ts';

/** Races that no store survives that loses updates, whichever of them it loses. */
const telling: readonly (readonly Racer[])[] = [
  ['right', 'right', 'right', 'right'],
  ['wrong', 'wrong', 'wrong', 'wrong'],
  ['resend', 'resend', 'resend'],
  ['right', 'right', 'right', 'deny'],
  ['right', 'right', 'wrong', 'wrong', 'resend'],
  ['right', 'right', 'resend', 'transactionEnds'],
  ['right', 'deny'],
  ['wrong', 'wrong', 'resend'],
  ['right', 'right', 'codeEnds'],
];

/** One of them, by number. */
export const tellingTrial = (number: number): Trial => ({
  racers: telling[number % telling.length] ?? [],
  meet: true,
  after: 'interval',
});
