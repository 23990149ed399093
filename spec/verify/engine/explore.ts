/** Finds every state of a world, breadth first, so that the first step that must not happen ends a shortest way to it. */
import { differenceOf, type Footprint, fieldsOf, footprintsOf, localAt, valuesIn } from './local-steps.ts';
import { initialState, type Packing, packingOf, unpacked } from './packing.ts';
import { States } from './states.ts';
import type { Fired, Rule, TraceStep, World } from './world.ts';

export interface ExploreOptions {
  /** How much the states may take; a gibibyte by default. */
  readonly memoryBytes?: number;
  /** Goes on after a step that must not happen, for whoever needs all states; the first such step is still told. */
  readonly pastViolations?: boolean;
  /** Called about once for every million states. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly states: number;
  /** States whose steps have been taken. */
  readonly done: number;
  readonly bytes: number;
}

export interface Exploration<Seen> {
  readonly world: World<Seen>;
  readonly packing: Packing;
  readonly footprints: readonly Footprint[];
  readonly states: States;
  /** Pairs of a state and a rule that applies in it, whether or not anything changes. */
  readonly transitions: number;
  /** Whether all states were found. */
  readonly complete: boolean;
  /** The shortest way to a step that must not happen; undefined when there is none. */
  readonly counterexample: readonly TraceStep<Seen>[] | undefined;
}

const gibibyte = 2 ** 30;
const often = 2 ** 20;

/**
 * Walks a world to its end, or to the first step that violates.
 *
 * @throws OutgrownError when the states need more memory than they may have
 */
export function explore<Seen>(world: World<Seen>, options: ExploreOptions = {}): Exploration<Seen> {
  const { memoryBytes = gibibyte, pastViolations = false, onProgress } = options;
  const packing = packingOf(world.name, world.variables);
  const footprints = footprintsOf(world, packing);
  const states = new States(world.name, packing.bits, memoryBytes);
  const walk = { world, packing, footprints, states };
  states.add(initialState, 0);
  let transitions = 0;
  let counterexample: readonly TraceStep<Seen>[] | undefined;
  for (let position = 0; position < states.count; position += 1) {
    const state = states.at(position);
    for (const footprint of footprints) {
      const { fired, differences, violating } = localAt(footprint, state);
      transitions += fired;
      if (violating !== undefined && counterexample === undefined) {
        counterexample = [...wayTo(walk, position), lastStep(walk, violating as Rule<Seen>, state)]; // a rule of this world
        if (!pastViolations) return { ...walk, transitions, complete: false, counterexample };
      }
      for (let next = 0; next < differences.length; next += 1) {
        states.add(state + (differences[next] as number), position); // within bounds
      }
    }
    if (onProgress !== undefined && position % often === often - 1) {
      onProgress({ states: states.count, done: position + 1, bytes: states.bytes });
    }
  }
  return { ...walk, transitions, complete: true, counterexample };
}

type Walk<Seen> = Pick<Exploration<Seen>, 'world' | 'packing' | 'states'>;

/** The shortest way from the start to the state at a position. */
export function wayTo<Seen>(walk: Walk<Seen>, position: number): TraceStep<Seen>[] {
  const { states } = walk;
  const steps: TraceStep<Seen>[] = [];
  for (let to = position; to !== 0; to = states.originOf(to)) {
    steps.push(stepBetween(walk, states.at(states.originOf(to)), states.at(to)));
  }
  return steps.reverse();
}

function lastStep<Seen>(walk: Walk<Seen>, violating: Rule<Seen>, state: number): TraceStep<Seen> {
  const last = stepOf(walk, violating, state);
  if (last === undefined) throw new Error(`${violating.name} does not apply where it was found to`);
  return last.step;
}

function stepBetween<Seen>(walk: Walk<Seen>, from: number, to: number): TraceStep<Seen> {
  for (const rule of walk.world.rules) {
    const taken = stepOf(walk, rule, from);
    if (taken?.to === to) return taken.step;
  }
  throw new Error(`no rule of ${walk.world.name} leads from one state of its way to the next`);
}

/** What one rule does in a state; undefined when it does not apply. */
function stepOf<Seen>(
  { packing }: Walk<Seen>,
  rule: Rule<Seen>,
  from: number,
): { readonly to: number; readonly step: TraceStep<Seen> } | undefined {
  const fields = fieldsOf(rule, packing);
  const here = valuesIn(fields, from);
  const fired: Fired<Seen> | undefined = rule.fire(here);
  if (fired === undefined) return undefined;
  const to = from + differenceOf(fields, here, fired);
  const step = { rule: rule.name, before: unpacked(from, packing), after: unpacked(to, packing), seen: fired.seen };
  return { to, step };
}
