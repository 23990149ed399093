import { rankSumOf } from '../conformance/suites/rank-test.ts';

/**
 * Whether two sets of times can be told apart. The statistic is the chance that a time of one set is longer than a time
 * of the other (Mann and Whitney; one half when nothing can be told), because an attacker who sees one answer can do no
 * better than guess with it. Times count as indistinguishable unless that chance is outside one half ± `bound` by more
 * than three standard errors. More measurements make the judgement sharper, not softer: with 20,000 of each the error is
 * 0.003, so that an advantage of three percent is always seen.
 */
export interface RankTest {
  /** Chance that a time of the first set is the longer one. */
  readonly chance: number;
  readonly standardError: number;
  readonly distinguishable: boolean;
}

/** One answer tells at most so much more than the toss of a coin. */
export const bound = 0.02;

/** Compares two sets of times, in any unit. */
export function rankTest(one: readonly number[], other: readonly number[]): RankTest {
  const { rankSum } = rankSumOf(one, other);
  const [n, m] = [one.length, other.length];
  const chance = (rankSum - (n * (n + 1)) / 2) / (n * m);
  const standardError = Math.sqrt((n + m + 1) / (12 * n * m));
  return { chance, standardError, distinguishable: Math.abs(chance - 0.5) - 3 * standardError > bound };
}
