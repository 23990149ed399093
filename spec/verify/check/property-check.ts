/** One property held against one world, for each transaction, account or client that it can be about. */
import {
  type LivenessPropertyName,
  type Property,
  type WorldHappening,
  type WorldProperty,
  type WorldPropertyName,
  worldProperties,
} from '../../../model/index.ts';
import { deadEnd, type ExploreOptions, explore, type Tabulation, type TraceStep, tabulate } from '../engine/index.ts';
import type { PeopledWorld, Setting, WorldRule } from '../world/rule.ts';
import type { WorldRow } from '../world/worlds.ts';

export type AnyPropertyName = WorldPropertyName | LivenessPropertyName;

/** A world of the catalogue under a setting, laid out so that many properties can be held against it. */
export interface Stage {
  readonly row: WorldRow;
  readonly setting: Setting;
  readonly world: PeopledWorld;
  readonly tables: Tabulation<WorldHappening>;
}

export interface Checked {
  readonly states: number;
  readonly transitions: number;
  /** The shortest way to break the property; undefined when it holds. */
  readonly counterexample: readonly TraceStep<WorldHappening>[] | undefined;
}

export type CheckOptions = Pick<ExploreOptions<WorldHappening>, 'memoryBytes' | 'onProgress'>;

/** Builds a world of the catalogue. */
export function staged(row: WorldRow, setting: Setting): Stage {
  const world = row.build(setting);
  return { row, setting, world, tables: tabulate(world) };
}

/**
 * Checks a property in a world. Numbers are those of the largest walk; with several counterexamples the shortest is told.
 *
 * @throws Error for a liveness property of which the world does not say what is live and what the goal is
 */
export function check(stage: Stage, name: AnyPropertyName, options: CheckOptions = {}): Checked {
  if (!isSafety(name)) return checkLiveness(stage, name, options);
  const { world, tables, setting } = stage;
  const all = subjectsOf(world, name).map((subject) =>
    explore(tables, { ...options, watched: { property: propertyOf(name, subject), policy: setting.policy } }),
  );
  const broken = all.flatMap(({ counterexample }) => (counterexample === undefined ? [] : [counterexample]));
  return {
    states: Math.max(...all.map(({ states }) => states.count)),
    transitions: Math.max(...all.map(({ transitions }) => transitions)),
    counterexample: broken.sort((a, b) => a.length - b.length)[0],
  };
}

function checkLiveness({ row, setting, tables }: Stage, name: LivenessPropertyName, options: CheckOptions): Checked {
  const condition = row.lives?.[name];
  if (condition === undefined) throw new Error(`${tables.world.name} does not say what ${name} means in it`);
  const explored = explore(tables, options);
  const { live, goal } = condition(setting);
  const counterexample = deadEnd(explored, live, goal);
  return { states: explored.states.count, transitions: explored.transitions, counterexample };
}

/** What a property is about in a world, one at a time; undefined stands for everything at once. */
export function subjectsOf(world: PeopledWorld, name: WorldPropertyName): readonly (string | undefined)[] {
  const { about }: WorldProperty = worldProperties[name];
  return about === 'world' ? [undefined] : world.subjects[about];
}

/** A property, blind to everything that is not about its subject. */
export function propertyOf(name: WorldPropertyName, subject: string | undefined): Property<WorldHappening> {
  const property: WorldProperty = worldProperties[name];
  const { about } = property;
  if (about === 'world') return property;
  return {
    ...property,
    watch: (memory, seen, policy) => (seen[about] === subject ? property.watch(memory, seen, policy) : memory),
  };
}

export const isSafety = (name: AnyPropertyName): name is WorldPropertyName => Object.hasOwn(worldProperties, name);

/** The rule that a step of a way took. */
export function ruleOf({ world }: Pick<Stage, 'world'>, { rule }: TraceStep<WorldHappening>): WorldRule {
  const found = world.rules.find(({ name }) => name === rule);
  if (found === undefined) throw new Error(`${world.name} has no rule ${rule}`);
  return found;
}
