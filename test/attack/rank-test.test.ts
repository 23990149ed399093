/** The statistic has to see a leak that is worth something, and must not cry wolf. */
import { expect, it } from 'vitest';
import { seededRandomness } from '../support/seeded-randomness.ts';
import { bound, rankTest } from './rank-test.ts';

const random = seededRandomness('times');
const chance = (): number => Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32;

/** Times as servers have them: most alike, some much longer. In milliseconds. */
const times = (count: number, more = 0): number[] =>
  Array.from(
    { length: count },
    () => 1 + 0.3 * (chance() + chance() + chance()) + (chance() < 0.02 ? 5 * chance() : 0) + more,
  );

it('Times of one kind cannot be told apart, in twenty drawings of twenty', () => {
  for (let drawing = 0; drawing < 20; drawing += 1)
    expect(rankTest(times(2_000), times(2_000)).distinguishable).toBe(false);
});

it('A delay of a fiftieth of a millisecond in a millisecond is seen with 20,000 of each', () => {
  const test = rankTest(times(20_000, 0.02), times(20_000));
  expect(test.distinguishable).toBe(true);
  expect(test.chance).toBeGreaterThan(0.5 + bound);
  expect(test.standardError).toBeLessThan(0.003);
});

it('A delay of a tenth is seen with 500 of each, and so is one the other way', () => {
  expect(rankTest(times(500, 0.1), times(500)).distinguishable).toBe(true);
  expect(rankTest(times(500), times(500, 0.1)).distinguishable).toBe(true);
});

it('The chance is that of the textbook: pairs that are longer, and half of those that are equal', () => {
  expect(rankTest([1, 3], [2, 2]).chance).toBe(0.5);
  expect(rankTest([2, 3], [1, 2]).chance).toBe(3.5 / 4);
  expect(rankTest([5, 6], [1, 2]).chance).toBe(1);
});
