/**
 * The engine's work done naively, for comparison: states are texts, nothing is packed, tabled or shared, and each step
 * asks the rules again.
 */
import type { Memory, Policy, Property } from '../../../model/index.ts';
import type { Values, World } from '../../../spec/verify/engine/index.ts';

export interface NaiveWalk {
  /** Each state with the states that one step leads to, in the order in which they were found. */
  readonly states: ReadonlyMap<string, readonly string[]>;
  readonly transitions: number;
}

export const written = (values: Values): string =>
  JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));

export const firstOf = ({ variables }: World<unknown>): Values =>
  Object.fromEntries(variables.map(({ name, values }) => [name, values[0] ?? '']));

/** What a rule does in a state; it is handed the variables that it says it touches. */
function fired<Seen>({ rules }: World<Seen>, here: Values) {
  return rules.flatMap((rule) => {
    const handed = Object.fromEntries(rule.touches.map((name) => [name, here[name] ?? '']));
    const step = rule.fire(handed);
    return step === undefined ? [] : [{ seen: step.seen, after: { ...here, ...step.next } }];
  });
}

export function naiveWalk<Seen>(world: World<Seen>): NaiveWalk {
  const queue = [firstOf(world)];
  const states = new Map<string, string[]>();
  const known = new Set(queue.map(written));
  let transitions = 0;
  for (const here of queue) {
    const steps = fired(world, here);
    transitions += steps.length;
    states.set(
      written(here),
      steps.map(({ after }) => written(after)),
    );
    for (const { after } of steps) {
      if (known.has(written(after))) continue;
      known.add(written(after));
      queue.push(after);
    }
  }
  return { states, transitions };
}

/** How many steps the shortest way to break a property has; undefined when it holds. */
export function naiveDepth<Seen>(world: World<Seen>, property: Property<Seen>, policy: Policy): number | undefined {
  let layer: (readonly [Values, Memory])[] = [[firstOf(world), property.start]];
  const known = new Set<string>();
  for (let depth = 1; layer.length > 0; depth += 1) {
    const next: (readonly [Values, Memory])[] = [];
    for (const [here, memory] of layer) {
      for (const { seen, after } of fired(world, here)) {
        const remembered = property.watch(memory, seen, policy);
        if (remembered === 'violated') return depth;
        const key = `${written(after)} ${written(remembered as unknown as Values)}`;
        if (known.has(key)) continue;
        known.add(key);
        next.push([after, remembered]);
      }
    }
    layer = next;
  }
  return undefined;
}

/** Whether a goal can be reached from each state, asked state by state. */
export function naiveDeadEnds(
  { states }: NaiveWalk,
  isLive: (state: string) => boolean,
  isGoal: (state: string) => boolean,
) {
  return [...states.keys()].filter((start) => {
    if (!isLive(start)) return false;
    const seen = new Set([start]);
    const queue = [start];
    for (const state of queue) {
      if (isGoal(state)) return false;
      for (const next of states.get(state) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return true;
  });
}
