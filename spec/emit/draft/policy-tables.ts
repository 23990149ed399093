/** Tables of numbers: the limits, and what follows from them. */
import { inWords, type LimitRow, limits } from '../../../model/index.ts';
import { guessingOdds, oddsInWords } from './guessing.ts';
import type { TableSplice } from './splice-context.ts';
import { code, text } from './tree.ts';
import { modelText } from './words.ts';

const valueWords = (value: number, unit: LimitRow['unit']): string =>
  unit === 'seconds' ? exactWords(value) : grouped(value);

/** Seconds as people say them where nothing is lost, as seconds otherwise. */
function exactWords(seconds: number): string {
  const words = inWords(seconds);
  const [count = '', unit = ''] = words.split(' ');
  const lengths: Readonly<Record<string, number>> = { day: 86_400, hour: 3_600, minute: 60, second: 1 };
  return Number(count) * (lengths[unit.replace(/s$/, '')] ?? 0) === seconds ? words : `${grouped(seconds)} seconds`;
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const policyTables = {
  limits: {
    title: 'Limits',
    head: ['Limit', 'Default', 'Range', 'Why'],
    rows: () =>
      Object.values<LimitRow>(limits).map(({ default: usual, minimum, maximum, unit, description, rationale }) => [
        modelText(description),
        [text(valueWords(usual, unit))],
        [text(`${valueWords(minimum, unit)} to ${valueWords(maximum, unit)}`)],
        modelText(rationale),
      ]),
  },
  guessing: {
    title: 'Chances of a guess',
    head: ['Situation', 'Tries', 'Passcode', 'Chance'],
    rows: () =>
      guessingOdds().map((odds) => [
        [text(odds.situation)],
        [text(grouped(odds.tries))],
        [text(`${odds.length} of `), code(odds.charset)],
        [text(oddsInWords(odds))],
      ]),
  },
} as const satisfies Record<string, TableSplice>;
