/** One trial: a transaction, calls that race, and calls afterwards that show what was left behind. */
import { checkLinearizability, type Verdict } from '../../spec/verify/linearizability.ts';
import type { Gate } from './gate.ts';
import type { RaceStage } from './race-stage.ts';
import { type RaceCall, racePolicy, transactionSpecification } from './transaction-specification.ts';

const { resendIntervalSeconds, emailCodeLifeSeconds, transactionLifeSeconds } = racePolicy.limits;

/** A call of a race, or a moment at which time passes. */
export type Racer = 'right' | 'wrong' | 'resend' | 'deny' | 'read' | 'codeEnds' | 'transactionEnds';

const calls: Readonly<Record<Exclude<Racer, 'codeEnds' | 'transactionEnds'>, RaceCall>> = {
  right: { do: 'redeem', code: 1 },
  wrong: { do: 'redeem', code: 0 },
  resend: { do: 'deliver' },
  deny: { do: 'deny' },
  read: { do: 'readUsage' },
};

const isTime = (racer: Racer): racer is 'codeEnds' | 'transactionEnds' =>
  racer === 'codeEnds' || racer === 'transactionEnds';

/** Shows what is left: may it be sent again, how many guesses are there, is a passcode worth something, is the token. */
const afterwards: readonly RaceCall[] = [calls.resend, calls.wrong, calls.wrong, calls.right, calls.wrong, calls.read];

export interface Trial {
  readonly racers: readonly Racer[];
  /** Whether those who call meet after they have read what is the case; otherwise they come as they come. */
  readonly meet: boolean;
  /** What has happened before the race: nothing but a delivery, the end of the wait after it, or a grant. */
  readonly after: 'delivery' | 'interval' | 'grant';
}

/**
 * Runs a trial, and says whether what was seen can be explained.
 *
 * @param race what to do while the race is on; waits for it to be over unless set
 */
export async function verdictOf(
  stage: RaceStage,
  gates: readonly Gate[],
  trial: Trial,
  race: (running: Promise<unknown>) => Promise<unknown> = (running) => running,
): Promise<Verdict<RaceCall, string>> {
  await stage.begin();
  await stage.prepare();
  if (trial.after === 'interval') stage.pass(resendIntervalSeconds);
  if (trial.after === 'grant') await stage.call(calls.right);
  const callers = trial.racers.filter((racer) => !isTime(racer));
  const passTime = () => {
    for (const racer of trial.racers) {
      if (isTime(racer)) stage.pass(racer === 'codeEnds' ? emailCodeLifeSeconds : transactionLifeSeconds);
    }
  };
  const meeting = callers.filter((racer) => racer !== 'read').length; // a reader of usage looks at no transaction
  for (const [place, gate] of gates.entries()) gate.close(trial.meet ? meeting : 0, place === 0 ? passTime : undefined);
  const running = callers.map((racer) => stage.call(calls[racer as keyof typeof calls])); // times are filtered out above
  if (!trial.meet || meeting === 0) passTime();
  await race(Promise.all(running));
  for (const call of afterwards) await stage.call(call);
  return checkLinearizability(transactionSpecification, stage.history);
}
