/** The engine finds what a naive walk finds: the same states, transitions, shortest ways and dead ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Property } from '../../../../model/index.ts';
import {
  type Condition,
  deadEnd,
  explore,
  OutgrownError,
  type Progress,
  type Values,
  type World,
} from '../../../../spec/verify/engine/index.ts';
import { unpacked } from '../../../../spec/verify/engine/packing.ts';
import { naiveDeadEnds, naiveDepth, naiveWalk, written } from '../naive.ts';
import { countingWorld, noThirdOfAKind, type SmallSeen, smallWorlds } from './small-worlds.ts';

const watched = { property: noThirdOfAKind, policy: defaultPolicy };
const only = (name: string, ...values: readonly string[]): Condition => ({
  touches: [name],
  holds: (here) => values.includes(here[name] ?? ''),
});

describe('A walk', () => {
  it('finds the states of a naive walk, in its order, and counts its transitions', () => {
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const { states, packing, transitions, complete } = explore(world);
        const found = Array.from({ length: states.count }, (_none, position) =>
          written(unpacked(states.at(position), packing)),
        );
        const naive = naiveWalk(world);
        expect(complete).toBe(true);
        expect(new Set(found)).toEqual(new Set(naive.states.keys()));
        expect(found).toHaveLength(naive.states.size);
        expect(transitions).toBe(naive.transitions);
      }),
      { numRuns: 300 },
    );
  });

  it('tells a way that really leads there, and that is as short as a naive search finds', () => {
    let broken = 0;
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const { counterexample } = explore(world, { watched });
        expect(counterexample?.length).toBe(naiveDepth(world, noThirdOfAKind, defaultPolicy));
        if (counterexample === undefined) return;
        broken += 1;
        let memory: ReturnType<typeof noThirdOfAKind.watch> = noThirdOfAKind.start;
        let before: Values = Object.fromEntries(world.variables.map(({ name, values }) => [name, values[0] ?? '']));
        for (const step of counterexample) {
          expect(step.before).toEqual(before);
          const rule = world.rules.find(({ name }) => name === step.rule);
          const fired = rule?.fire(before);
          expect(step.after).toEqual({ ...before, ...fired?.next });
          if (memory === 'violated' || fired === undefined) throw new Error('the way goes on after its end');
          memory = noThirdOfAKind.watch(memory, fired.seen, defaultPolicy);
          before = step.after;
        }
        expect(memory).toBe('violated');
      }),
      { numRuns: 300 },
    );
    expect(broken).toBeGreaterThan(50);
  });

  it('goes on past a violation when it is told to, and tells the first one all the same', () => {
    const world = countingWorld(3, 5);
    const first = explore(world, { watched });
    const all = explore(world, { watched, pastViolations: true });
    expect(first.complete).toBe(false);
    expect(all.complete).toBe(true);
    expect(all.counterexample?.map(({ rule }) => rule)).toEqual(first.counterexample?.map(({ rule }) => rule));
    expect(all.states.count).toBeGreaterThan(first.states.count);
  });

  it('hands rules the variables that they touch, and no others', () => {
    const handed: string[][] = [];
    const world: World<SmallSeen> = {
      name: 'handed',
      variables: ['a', 'b', 'c'].map((name) => ({ name, values: ['0', '1'] })),
      rules: [
        {
          name: 'look',
          touches: ['c', 'a'],
          fire: (here) => {
            handed.push(Object.keys(here).sort());
            return undefined;
          },
        },
      ],
    };
    explore(world);
    expect(handed).toEqual([['a', 'c']]);
  });

  it('names a rule that touches nothing that exists, and one that changes more than it says', () => {
    const rule = { name: 'wild', touches: ['a'], fire: () => ({ next: { b: '1' }, seen: { did: '' } }) };
    const world: World<SmallSeen> = {
      name: 'wild',
      variables: ['a', 'b'].map((name) => ({ name, values: ['0', '1'] })),
      rules: [rule],
    };
    expect(() => explore(world)).toThrow('a rule changes b, which it does not say it touches');
    expect(() => explore({ ...world, rules: [{ ...rule, touches: ['z'] }] })).toThrow(
      'wild touches z, which does not exist',
    );
  });

  it('refuses a property that counts without a bound', () => {
    const counts: Property<SmallSeen> = {
      ...noThirdOfAKind,
      start: { count: 0 },
      watch: ({ count }) => ({ count: Number(count) + 1 }),
    };
    const turns: World<SmallSeen> = {
      name: 'turning',
      variables: [{ name: 'a', values: ['0', '1'] }],
      rules: [
        {
          name: 'turn',
          touches: ['a'],
          fire: ({ a }) => ({ next: { a: a === '0' ? '1' : '0' }, seen: { did: 'turn' } }),
        },
      ],
    };
    expect(() => explore(turns, { watched: { property: counts, policy: defaultPolicy } })).toThrow(
      'a property remembers too much in turning',
    );
  });
});

describe('A large world', () => {
  it('shows how far it is, about once for every million states', () => {
    const seen: Progress[] = [];
    const { states } = explore(countingWorld(7, 8), { onProgress: (progress) => seen.push(progress) });
    expect(states.count).toBe(8 ** 7);
    expect(seen).toHaveLength(2); // 8 to the power of 7 is twice 2 to the power of 20
    expect(seen[0]).toMatchObject({ world: 'counting', done: 2 ** 20 });
    expect(seen[0]?.states).toBeGreaterThanOrEqual(2 ** 20);
    expect(seen[0]?.bytes).toBeGreaterThan(2 ** 20 * 8);
  });

  it.each([
    ['in a set of bits', 7, 8],
    ['in a table', 10, 8],
  ])('that outgrows its memory says so, and what to do: known states stand %s', (_how, digits, values) => {
    const memoryBytes = 8 * 2 ** 20;
    const walk = () => explore(countingWorld(digits, values), { memoryBytes });
    expect(walk).toThrow(OutgrownError);
    expect(walk).toThrow(/^The world counting has outgrown its memory bound of 8 MiB after [\d,]+ states\./);
    expect(walk).toThrow(/hand its Promela to SPIN: pan compiled with -DNCORE for several cores, or with -DBITSTATE/);
  });

  it('takes no more than its bound', () => {
    const memoryBytes = 64 * 2 ** 20;
    const { states } = explore(countingWorld(10, 4), { memoryBytes });
    expect(states.count).toBe(4 ** 10);
    expect(states.bytes).toBeLessThanOrEqual(memoryBytes);
  });

  it('costs a few dozen bytes a state when it does not fit into a set of bits', () => {
    const { states, packing } = explore(wide());
    expect(packing.bits).toBeGreaterThan(32);
    expect(states.bytes / states.count).toBeLessThan(48);
  });
});

/** As many states as they may be, in more bits than they need. */
function wide(): World<SmallSeen> {
  const world = countingWorld(9, 4);
  return { ...world, variables: world.variables.map((variable) => ({ ...variable, room: 16 })) };
}

describe('A dead end', () => {
  it('is where a naive search finds one, told by a shortest way', () => {
    let found = 0;
    fc.assert(
      fc.property(smallWorlds, (world) => {
        const live = only('small', 'v0');
        const goal = only('large', 'v3', 'v4');
        const isLive = (state: string) => state.includes('["small","v0"]');
        const isGoal = (state: string) => /\["large","v[34]"\]/.test(state);
        const way = deadEnd(explore(world), live, goal);
        const ends = naiveDeadEnds(naiveWalk(world), isLive, isGoal);
        expect(way === undefined).toBe(ends.length === 0);
        if (way === undefined) return;
        found += 1;
        const last =
          way.at(-1)?.after ?? Object.fromEntries(world.variables.map(({ name, values }) => [name, values[0] ?? '']));
        expect(ends).toContain(written(last));
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('is none where the goal has been reached already', () => {
    const explored = explore(countingWorld(2, 3));
    expect(deadEnd(explored, only('digit 0', 'v2'), only('digit 0', 'v2'))).toBeUndefined();
    expect(deadEnd(explored, only('digit 0', 'v2'), only('digit 0', 'v0'))).toHaveLength(2);
  });
});
