/** Small worlds drawn by chance, to hold the engine against a naive walk; and one that counts, as large as one likes. */
import fc from 'fast-check';
import type { Property } from '../../../../model/index.ts';
import type { Rule, Values, World } from '../../../../spec/verify/engine/index.ts';

export interface SmallSeen {
  readonly did: string;
}

interface DrawnRule {
  readonly reads: readonly number[];
  readonly when: readonly number[];
  readonly leads: readonly number[];
}

const sizes = [2, 3, 5] as const;
const names = ['small', 'middle', 'large'] as const;

const drawnRule = fc.record({
  reads: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  when: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 3, maxLength: 3 }),
  leads: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
});

/** Worlds of three variables and up to eight rules; a rule applies where the values are as drawn, -1 for any. */
export const smallWorlds: fc.Arbitrary<World<SmallSeen>> = fc
  .array(drawnRule, { minLength: 1, maxLength: 8 })
  .map((rules) => ({
    name: 'drawn',
    variables: names.map((name, place) => ({ name, values: valuesOf(sizes[place] ?? 1) })),
    rules: rules.map(ruleOf),
  }));

const valuesOf = (size: number): string[] => Array.from({ length: size }, (_none, value) => `v${value}`);

function ruleOf({ reads, when, leads }: DrawnRule, number: number): Rule<SmallSeen> {
  const touches = reads.map((place) => names[place] ?? 'small');
  return {
    name: `rule ${number}`,
    touches,
    fire: (here) => {
      const applies = reads.every((place) => {
        const wanted = when[place] ?? -1;
        return wanted < 0 || here[names[place] ?? ''] === `v${wanted % (sizes[place] ?? 1)}`;
      });
      if (!applies) return undefined;
      const next: Values = Object.fromEntries(
        reads.map((place) => [names[place] ?? 'small', `v${(leads[place] ?? 0) % (sizes[place] ?? 1)}`]),
      );
      return { next, seen: { did: `rule ${number % 3}` } };
    },
  };
}

/** Never twice the same in a row, three of a kind at most: a property that remembers. */
export const noThirdOfAKind: Property<SmallSeen> = {
  sentence: 'Nothing is done three times.',
  requirements: ['transaction/single-grant'],
  start: {},
  watch: (memory, { did }) => {
    const times = Number(memory[did] ?? 0) + 1;
    return times > 2 ? 'violated' : { ...memory, [did]: times };
  },
};

/** Digits that count upwards each by itself: `values` to the power of `digits` states. */
export function countingWorld(digits: number, values: number): World<SmallSeen> {
  const names = Array.from({ length: digits }, (_none, place) => `digit ${place}`);
  const all = valuesOf(values);
  return {
    name: 'counting',
    variables: names.map((name) => ({ name, values: all })),
    rules: names.map((name) => ({
      name: `count ${name}`,
      touches: [name],
      fire: (here) => {
        const next = all[all.indexOf(here[name] ?? '') + 1];
        return next === undefined ? undefined : { next: { [name]: next }, seen: { did: name } };
      },
    })),
  };
}
