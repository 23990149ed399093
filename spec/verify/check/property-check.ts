/** One property held against one world, for each transaction, account or client that it can be about. */
import {
  type LivenessPropertyName,
  type Policy,
  type Property,
  type WorldHappening,
  type WorldProperty,
  type WorldPropertyName,
  worldProperties,
} from '../../../model/index.ts';
import { deadEnd, type ExploreOptions, explore, type TraceStep, watched } from '../engine/index.ts';
import type { PeopledWorld, Setting } from '../world/rule.ts';
import type { WorldRow } from '../world/worlds.ts';

export type AnyPropertyName = WorldPropertyName | LivenessPropertyName;

export interface Checked {
  readonly states: number;
  readonly transitions: number;
  /** The shortest way to break the property; undefined when it holds. */
  readonly counterexample: readonly TraceStep<WorldHappening>[] | undefined;
}

/**
 * Checks a property in a world. Numbers are those of the largest walk; with several counterexamples the shortest is told.
 *
 * @param world the world of the row under the setting, when there is one already: it remembers what its rules do
 * @throws Error for a liveness property of which the world does not say what is live and what the goal is
 */
export function check(
  row: WorldRow,
  name: AnyPropertyName,
  setting: Setting,
  options: ExploreOptions = {},
  world = row.build(setting),
): Checked {
  if (!isSafety(name)) return checkLiveness(row, world, name, setting, options);
  const property: WorldProperty = worldProperties[name];
  const all = subjectsOf(world, property).map((subject) => {
    const explored = explore(watched(world, aboutOne(property, subject), setting.policy), options);
    return { ...explored, states: explored.states.count };
  });
  const broken = all.flatMap(({ counterexample }) => (counterexample === undefined ? [] : [counterexample]));
  return {
    states: Math.max(...all.map(({ states }) => states)),
    transitions: Math.max(...all.map(({ transitions }) => transitions)),
    counterexample: broken.sort((a, b) => a.length - b.length)[0],
  };
}

function checkLiveness(
  row: WorldRow,
  world: PeopledWorld,
  name: LivenessPropertyName,
  setting: Setting,
  options: ExploreOptions,
): Checked {
  const condition = row.lives?.[name];
  if (condition === undefined) throw new Error(`${world.name} does not say what ${name} means in it`);
  const explored = explore(world, options);
  const { live, goal } = condition(setting);
  const counterexample = deadEnd(explored, live, goal);
  return { states: explored.states.count, transitions: explored.transitions, counterexample };
}

/** The world with one property watching one subject: what other model checkers are given as well. */
export const watchedFor = (world: PeopledWorld, name: WorldPropertyName, subject: string | undefined, policy: Policy) =>
  watched(world, aboutOne(worldProperties[name], subject), policy);

/** What a property is about in a world, one at a time; undefined stands for everything at once. */
export const subjectsOf = (world: PeopledWorld, { about }: WorldProperty): readonly (string | undefined)[] =>
  about === 'world' ? [undefined] : world.subjects[about];

/** The property, blind to everything that is not about its subject. */
function aboutOne(property: WorldProperty, subject: string | undefined): Property<WorldHappening> {
  const { about } = property;
  if (about === 'world') return property;
  return {
    ...property,
    watch: (memory, seen, policy) => (seen[about] === subject ? property.watch(memory, seen, policy) : memory),
  };
}

export const isSafety = (name: AnyPropertyName): name is WorldPropertyName => Object.hasOwn(worldProperties, name);
