/** Two walks of one engine: with whole numbers of 32 bits, and with the larger ones that watchers and large worlds need. */
import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../../spec/verify/check/verification.ts';
import { explore, OutgrownError, tabulate, type World } from '../../../../spec/verify/engine/index.ts';
import { worlds } from '../../../../spec/verify/world/worlds.ts';

/** Blind, so that it adds no memory; but somebody watches, and so the walk is the other one. */
const blind = { sentence: 'Nothing is seen.', requirements: ['account/window'] as const, start: {}, watch: () => ({}) };

describe('A walk of small states', () => {
  it.each(['one-transaction', 'guessing', 'swap', 'honest'] as const)(
    'finds in %s what the other walk finds',
    { timeout: 120_000 },
    (name) => {
      const row = worlds[name];
      const setting = settingOf(row);
      const tables = tabulate(row.build(setting));
      const small = explore(tables);
      const large = explore(tables, { watched: { property: blind, policy: setting.policy } });
      expect([small.states.count, small.transitions]).toEqual([large.states.count, large.transitions]);
      const last = small.states.count - 1;
      for (const position of [0, 1, Math.floor(last / 2), last]) {
        expect(small.states.at(position)).toBe(large.states.at(position));
        expect(small.states.originOf(position)).toBe(large.states.originOf(position));
        expect(small.states.positionOf(small.states.at(position))).toBe(position);
      }
    },
  );

  /** A counter for each variable, as many as it takes to be a large state. */
  const counters = (variables: number, values: number): World<string> => ({
    name: 'counters',
    variables: Array.from({ length: variables }, (_, number) => ({
      name: `c${number}`,
      values: Array.from({ length: values }, (_value, value) => `${value}`),
    })),
    rules: Array.from({ length: Math.min(variables, 3) }, (_, number) => ({
      name: `count c${number}`,
      touches: [`c${number}`],
      fire: (here) => {
        const next = Number(here[`c${number}`]) + 1;
        return next < values ? { next: { [`c${number}`]: `${next}` }, seen: 'counted' } : undefined;
      },
    })),
  });

  it('finds every combination, whether or not the values fill their bits', () => {
    for (const values of [2, 3, 5, 8]) {
      const { states, transitions } = explore(counters(3, values));
      expect(states.count).toBe(values ** 3);
      expect(transitions).toBe(3 * (values - 1) * values ** 2);
    }
  });

  it('is left to the other walk when states are large', () => {
    const { states, transitions } = explore(counters(12, 7));
    expect([states.count, transitions]).toEqual([343, 3 * 6 * 49]);
  });

  it('says so when it outgrows its memory', () => {
    expect(() => explore(counters(3, 100), { memoryBytes: 2 ** 20 })).toThrow(OutgrownError);
  });
});
