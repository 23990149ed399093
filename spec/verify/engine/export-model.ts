/**
 * A world in neutral form, for other model checkers: variables with their values, and each rule as a table of what it
 * does. Only combinations that are reached are listed, so the tables are as large as they have to be. A property that
 * watches is one more variable, which every rule touches.
 */
import type { Exploration } from './explore.ts';
import { type Footprint, fieldsOf, localAt, valuesIn } from './local-steps.ts';
import { fieldOf, numberOf } from './packing.ts';
import { forbidden } from './watcher.ts';
import type { Rule } from './world.ts';

export interface ExportedModel {
  readonly name: string;
  /** Each starts at value number 0. */
  readonly variables: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly rules: readonly ExportedRule[];
  /** What any other checker has to count: states, and pairs of a state and a rule that applies in it. */
  readonly states: number;
  readonly transitions: number;
  /** Whether a step that must not happen can happen. It is taken by no walk. */
  readonly violated: boolean;
}

export interface ExportedRule {
  readonly name: string;
  /** The variables that the rule reads and changes, by number. */
  readonly touches: readonly number[];
  readonly steps: readonly ExportedStep[];
}

/** Where nothing is listed the rule does not apply. */
export interface ExportedStep {
  /** Value numbers of the variables that the rule touches, in their order, before and after. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whether the step must not happen; `to` is then where it would lead. */
  readonly violates: boolean;
}

/**
 * The neutral form of a world that was explored to its end.
 *
 * @throws Error when the exploration ended early, at a violation: the tables would have holes
 */
export function exportModel<Seen>(explored: Exploration<Seen>): ExportedModel {
  const { world, packing, footprints, states, watcher, transitions, complete, counterexample } = explored;
  if (!complete) throw new Error(`${world.name} was not explored to its end; explore it past its violations`);
  const found = new Map(footprints.map((footprint) => [footprint, examplesOf(explored, footprint)]));
  const rules = world.rules.map((rule): ExportedRule => {
    const footprint = footprints.find((one) => one.rules.includes(rule));
    const touches = fieldsOf(rule, packing).map((field) => packing.fields.indexOf(field));
    return {
      name: rule.name,
      touches: watcher === undefined ? touches : [...touches, packing.fields.length],
      steps: stepsOf(explored, rule, (footprint && found.get(footprint)) ?? []),
    };
  });
  const memory = watcher === undefined ? [] : [{ name: 'memory', values: watcher.memories }];
  const variables = [...packing.fields.map(({ name, values }) => ({ name, values })), ...memory];
  const violated = counterexample !== undefined;
  return { name: world.name, variables, rules, states: states.count, transitions, violated };
}

/** A state for each combination of values, and of what is remembered, that was reached. */
function examplesOf<Seen>({ states, watcher }: Exploration<Seen>, footprint: Footprint): Iterable<number> {
  if (watcher === undefined) return footprint.list.map(({ example }) => example);
  const examples = new Map<string, number>();
  for (let position = 0; position < states.count; position += 1) {
    const state = states.at(position);
    const key = `${localAt(footprint, state).example} ${Math.floor(state / watcher.scale)}`;
    if (!examples.has(key)) examples.set(key, state);
  }
  return examples.values();
}

function stepsOf<Seen>(
  { packing, watcher, sights }: Exploration<Seen>,
  rule: Rule<Seen>,
  examples: Iterable<number>,
): ExportedStep[] {
  const fields = fieldsOf(rule, packing);
  const steps = new Map<string, ExportedStep | undefined>();
  for (const state of examples) {
    const before = fields.map((field) => fieldOf(state, field));
    const memory = watcher === undefined ? [] : [Math.floor(state / watcher.scale)];
    const from = [...before, ...memory];
    const key = from.join();
    if (steps.has(key)) continue;
    const fired = rule.fire(valuesIn(fields, state));
    if (fired === undefined) {
      steps.set(key, undefined);
      continue;
    }
    const plain = fields.map((field, place) => {
      const value = fired.next[field.name];
      return value === undefined ? (before[place] ?? 0) : numberOf(field, value);
    });
    const after = memory.map((one) => watcher?.after(one, sights.add(fired.seen)) ?? 0);
    const violates = after.includes(forbidden);
    steps.set(key, { from, to: [...plain, ...(violates ? memory : after)], violates });
  }
  return [...steps.values()].filter((step) => step !== undefined);
}
