/** Finds every state of a world, breadth first, so that the first step that must not happen ends a shortest way to it. */
import type { Policy, Property } from '../../../model/index.ts';
import { type Footprint, localAt, smallLocalAt } from './local-steps.ts';
import { initialState } from './packing.ts';
import { SmallStates, States, smallBits } from './states.ts';
import { type Tabulation, tabulate } from './tabulation.ts';
import { stepsTo, takenBy, type Walk } from './trace.ts';
import { forbidden, type Watcher, watcherOf } from './watcher.ts';
import type { TraceStep, World } from './world.ts';

export interface ExploreOptions<Seen> {
  /** A property that watches each step, under its policy. */
  readonly watched?: { readonly property: Property<Seen>; readonly policy: Policy };
  /** How much the states may take; a gibibyte by default. */
  readonly memoryBytes?: number;
  /** Goes on after a step that must not happen, for whoever needs all states; the first such step is still told. */
  readonly pastViolations?: boolean;
  /** Called about once for every million states. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly world: string;
  readonly states: number;
  /** States whose steps have been taken. */
  readonly done: number;
  readonly bytes: number;
}

export interface Exploration<Seen> extends Walk<Seen> {
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
 * Walks a world to its end, or to the first step that must not happen.
 *
 * @param tables a world, or one that was laid out before
 * @throws OutgrownError when the states need more memory than they may have
 */
export function explore<Seen>(
  tables: World<Seen> | Tabulation<Seen>,
  options: ExploreOptions<Seen> = {},
): Exploration<Seen> {
  const { memoryBytes = gibibyte, pastViolations = false, onProgress, watched } = options;
  const tabulation = 'packing' in tables ? tables : tabulate(tables);
  const { packing, footprints, world } = tabulation;
  const watcher = watched && watcherOf(tabulation, watched.property, watched.policy);
  const report = (states: States, position: number): void => {
    if (onProgress === undefined || position % often !== often - 1) return;
    onProgress({ world: world.name, states: states.count, done: position + 1, bytes: states.bytes });
  };
  if (watcher === undefined && packing.bits <= smallBits) {
    const small = new SmallStates(world.name, packing.combinations, memoryBytes);
    const transitions = walkSmall(small, footprints, (position) => report(small, position));
    return { ...tabulation, states: small, watcher, transitions, complete: true, counterexample: undefined };
  }
  const states = new States(world.name, packing.bits + (watcher?.bits ?? 0), memoryBytes);
  const walk: Walk<Seen> = { ...tabulation, states, watcher };
  states.add(initialState, 0);
  if (watcher === undefined) {
    const transitions = walkLarge(states, footprints, (position) => report(states, position));
    return { ...walk, transitions, complete: true, counterexample: undefined };
  }
  let transitions = 0;
  let counterexample: readonly TraceStep<Seen>[] | undefined;
  for (let position = 0; position < states.count; position += 1) {
    for (const footprint of footprints) {
      const local = localAt(footprint, states.at(position));
      transitions += local.fired;
      const wrong = addWatched(states, watcher, local, position);
      if (wrong === undefined || counterexample !== undefined) continue;
      counterexample = [...stepsTo(walk, position), takenBy(walk, states.at(position), wrong)];
      if (!pastViolations) return { ...walk, transitions, complete: false, counterexample };
    }
    report(states, position);
  }
  return { ...walk, transitions, complete: true, counterexample };
}

/** Walks with whole numbers of 32 bits, which is what takes the time in worlds of millions of states. */
function walkSmall(states: SmallStates, footprints: readonly Footprint[], report: (position: number) => void): number {
  let transitions = 0;
  states.begin();
  for (let position = 0; position < states.count; position += 1) {
    const state = states.at(position);
    for (let place = 0; place < footprints.length; place += 1) {
      const footprint = footprints[place] as Footprint; // within bounds
      const head = smallLocalAt(footprint, state) * 3;
      const { heads } = footprint.flat;
      transitions += heads[head + 2] as number; // within bounds: three for each local
      states.addAll(position, footprint.flat, heads[head] as number, heads[head + 1] as number); // the same
    }
    report(position);
  }
  return transitions;
}

function walkLarge(states: States, footprints: readonly Footprint[], report: (position: number) => void): number {
  let transitions = 0;
  for (let position = 0; position < states.count; position += 1) {
    const state = states.at(position);
    for (const footprint of footprints) {
      const { fired, differences } = localAt(footprint, state);
      transitions += fired;
      for (let next = 0; next < differences.length; next += 1) {
        states.add(state + (differences[next] as number), position); // within bounds
      }
    }
    report(position);
  }
  return transitions;
}

/** Adds the states that a watched step leads to; tells the sight of the first step that must not happen. */
function addWatched(
  states: States,
  watcher: Watcher,
  { watchedDifferences, watchedSights }: ReturnType<typeof localAt>,
  position: number,
): number | undefined {
  const state = states.at(position);
  const memory = Math.floor(state / watcher.scale);
  let wrong: number | undefined;
  for (let next = 0; next < watchedSights.length; next += 1) {
    const sight = watchedSights[next] as number; // within bounds
    const after = watcher.after(memory, sight);
    if (after === forbidden) wrong ??= sight;
    else states.add(state + (watchedDifferences[next] as number) + (after - memory) * watcher.scale, position); // within bounds
  }
  return wrong;
}
