/** From which states something good can still happen: a walk backwards from where it has happened. */
import type { Exploration } from './explore.ts';
import { footprintsOf, localAt, Sights } from './local-steps.ts';
import { stepsTo } from './trace.ts';
import type { TraceStep, Values } from './world.ts';

/** What may be true of a state, by some of its variables. */
export interface Condition {
  readonly touches: readonly string[];
  readonly holds: (here: Values) => boolean;
}

/**
 * The shortest way to a state from which the goal cannot be reached any more, among those that `live` names; undefined
 * when it can be reached from all of them.
 *
 * @param explored a finished exploration that nobody watches
 */
export function deadEnd<Seen>(
  explored: Exploration<Seen>,
  live: Condition,
  goal: Condition,
): readonly TraceStep<Seen>[] | undefined {
  const { states } = explored;
  const isLive = tester(explored, live);
  const isGoal = tester(explored, goal);
  const { heads, froms } = reversed(explored);
  const good = new Uint8Array(states.count);
  const queue: number[] = [];
  const reach = (position: number): void => {
    if (good[position] === 1) return;
    good[position] = 1;
    queue.push(position);
  };
  for (let position = 0; position < states.count; position += 1) {
    if (isGoal(states.at(position))) reach(position);
  }
  for (let next = 0; next < queue.length; next += 1) {
    const position = queue[next] as number; // within bounds
    for (let edge = heads[position] as number; edge < (heads[position + 1] as number); edge += 1) {
      reach(froms[edge] as number); // within bounds: `heads` counts them
    }
  }
  for (let position = 0; position < states.count; position += 1) {
    if (good[position] === 0 && isLive(states.at(position))) return stepsTo(explored, position);
  }
  return undefined;
}

/** For each position the positions that lead to it: those from `heads[p]` to `heads[p + 1]` in `froms`. */
function reversed<Seen>(explored: Exploration<Seen>): { heads: Uint32Array; froms: Uint32Array } {
  const heads = new Uint32Array(explored.states.count + 2);
  eachEdge(explored, (_from, to) => {
    heads[to + 2] = (heads[to + 2] as number) + 1; // within bounds: one longer than needed, for the shift
  });
  for (let position = 2; position < heads.length; position += 1) {
    heads[position] = (heads[position] as number) + (heads[position - 1] as number); // within bounds
  }
  const froms = new Uint32Array(heads.at(-1) ?? 0);
  eachEdge(explored, (from, to) => {
    const place = heads[to + 1] as number; // within bounds
    froms[place] = from;
    heads[to + 1] = place + 1;
  });
  return { heads, froms };
}

function eachEdge<Seen>({ footprints, states }: Exploration<Seen>, take: (from: number, to: number) => void): void {
  for (let position = 0; position < states.count; position += 1) {
    const state = states.at(position);
    for (const footprint of footprints) {
      for (const difference of localAt(footprint, state).differences) {
        take(position, states.positionOf(state + difference));
      }
    }
  }
}

function tester<Seen>(
  { world, packing }: Exploration<Seen>,
  { touches, holds }: Condition,
): (state: number) => boolean {
  const rule = {
    name: 'condition',
    touches,
    fire: (here: Values) => (holds(here) ? { next: {}, seen: undefined } : undefined),
  };
  const footprints = footprintsOf({ ...world, rules: [rule] }, packing, new Sights());
  return (state) => footprints.every((footprint) => localAt(footprint, state).fired > 0);
}
