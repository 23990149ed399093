/**
 * A world in neutral form, for other model checkers: variables with their values, and each rule as a table of what it
 * does. Only combinations that are reached are listed, so the tables are as large as they have to be.
 */
import type { Policy, Property } from '../../../model/index.ts';
import type { Exploration } from './explore.ts';
import { type Footprint, fieldsOf } from './local-steps.ts';
import { fieldOf, valueAt } from './packing.ts';
import type { Condition } from './reach.ts';
import type { Rule } from './world.ts';

export interface ExportedModel<Seen> {
  readonly name: string;
  /** Each starts at value number 0. */
  readonly variables: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly rules: readonly ExportedRule[];
  /** What can be seen of steps, each different sight once. */
  readonly sights: readonly Seen[];
  /** What any other checker has to count: states, and pairs of a state and a rule that applies in it. */
  readonly states: number;
  readonly transitions: number;
}

export interface ExportedRule {
  readonly name: string;
  /** The variables that the rule reads and changes, by number. */
  readonly touches: readonly number[];
  readonly steps: readonly ExportedStep[];
  /** Value numbers of the variables that the rule touches, where it does not apply. */
  readonly idle: readonly (readonly number[])[];
}

export interface ExportedStep {
  /** Value numbers of the variables that the rule touches, in their order, before and after. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What is seen of the step, as a place in `sights`. */
  readonly sight: number;
}

/**
 * The neutral form of a world that was explored to its end.
 *
 * @throws Error when the exploration ended early, or had a watcher, whose memory is no part of the world
 */
export function exportModel<Seen>(explored: Exploration<Seen>): ExportedModel<Seen> {
  const { world, packing, footprints, sights, states, transitions, complete, watcher } = explored;
  if (!complete || watcher !== undefined) throw new Error(`${world.name} was watched, or not explored to its end`);
  const rules = world.rules.map((rule): ExportedRule => {
    const footprint = footprints.find((one) => one.rules.includes(rule));
    const touches = fieldsOf(rule, packing).map((field) => packing.fields.indexOf(field));
    return { name: rule.name, touches, ...tableOf(explored, rule, footprint) };
  });
  const variables = packing.fields.map(({ name, values }) => ({ name, values }));
  const seen = sights.list as readonly Seen[]; // the rules of this world put them there
  return { name: world.name, variables, rules, sights: seen, states: states.count, transitions };
}

function tableOf<Seen>(
  { packing }: Exploration<Seen>,
  rule: Rule<Seen>,
  footprint: Footprint | undefined,
): Pick<ExportedRule, 'steps' | 'idle'> {
  const fields = fieldsOf(rule, packing);
  const place = footprint?.rules.indexOf(rule) ?? -1;
  const done = new Set<string>();
  const steps: ExportedStep[] = [];
  const idle: (readonly number[])[] = [];
  for (const { example, ruleDifferences, ruleSights } of footprint?.list ?? []) {
    const from = fields.map((field) => fieldOf(example, field));
    const key = from.join();
    if (done.has(key)) continue;
    done.add(key);
    const difference = ruleDifferences[place] ?? Number.NaN;
    if (Number.isNaN(difference)) idle.push(from);
    else {
      const to = fields.map((field) => fieldOf(example + difference, field));
      steps.push({ from, to, sight: ruleSights[place] ?? 0 });
    }
  }
  return { steps, idle };
}

/** A condition as a table: value numbers of the variables it touches, where it holds and where it does not. */
export interface ExportedCondition {
  readonly touches: readonly number[];
  readonly holds: readonly (readonly number[])[];
  readonly fails: readonly (readonly number[])[];
}

/** The neutral form of a condition, over the states that were reached. */
export function exportCondition<Seen>(
  { packing, states }: Exploration<Seen>,
  { touches, holds }: Condition,
): ExportedCondition {
  const fields = packing.fields.filter(({ name }) => touches.includes(name));
  const found = new Map<string, readonly number[]>();
  for (let position = 0; position < states.count; position += 1) {
    const values = fields.map((field) => fieldOf(states.at(position), field));
    found.set(values.join(), values);
  }
  const isTrue = (values: readonly number[]): boolean =>
    holds(Object.fromEntries(fields.map((field, place) => [field.name, valueAt(field, values[place] ?? 0)])));
  const all = [...found.values()];
  return {
    touches: fields.map((field) => packing.fields.indexOf(field)),
    holds: all.filter(isTrue),
    fails: all.filter((values) => !isTrue(values)),
  };
}

/** What a property makes of the sights of a world. */
export interface ExportedWatch {
  /** What can be remembered; the first one is where the property starts. */
  readonly memories: readonly string[];
  /** By memory and sight: the memory after, or `undefined` when the step must not be seen. */
  readonly after: readonly (readonly (number | undefined)[])[];
}

/** More memories than this mean that a property counts without a bound. */
const manyMemories = 255;

/**
 * A property as a table over sights, in whatever order they may come: more than a walk meets, so that whoever checks the
 * table depends on no walk of ours.
 *
 * @throws RangeError for a property that never stops counting
 */
export function exportWatch<Seen>(
  sights: readonly Seen[],
  { start, watch }: Property<Seen>,
  policy: Policy,
): ExportedWatch {
  const memories = new Numbers<Property<Seen>['start']>();
  memories.of(start);
  const after: (number | undefined)[][] = [];
  for (let memory = 0; memory < memories.list.length; memory += 1) {
    const before = memories.list[memory] ?? start;
    after.push(
      sights.map((seen) => {
        const next = watch(before, seen, policy);
        return next === 'violated' ? undefined : memories.of(next);
      }),
    );
    if (memories.list.length > manyMemories) throw new RangeError('a property remembers more than fits into a byte');
  }
  return { memories: memories.list.map((memory) => JSON.stringify(memory)), after };
}

/** Numbers for different values, in the order in which they turn up. */
class Numbers<Value> {
  private readonly known = new Map<string, number>();
  readonly list: Value[] = [];

  of(value: Value): number {
    const key = JSON.stringify(value, sorted);
    const number = this.known.get(key);
    if (number !== undefined) return number;
    this.known.set(key, this.list.length);
    return this.list.push(value) - 1;
  }
}

/** Members in the order of their names, so that equal values have equal texts. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
