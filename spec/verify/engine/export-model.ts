/**
 * A world in neutral form, for other model checkers: variables with their values, and each rule as a table of what it
 * does. Only combinations that are reached are listed, so the tables are as large as they have to be.
 */
import type { Exploration } from './explore.ts';
import { type Footprint, fieldsOf, valuesIn } from './local-steps.ts';
import { type Field, fieldOf, numberOf } from './packing.ts';
import type { Rule } from './world.ts';

export interface ExportedModel {
  readonly name: string;
  /** Each starts at value number 0. */
  readonly variables: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly rules: readonly ExportedRule[];
  /** What any other checker has to count: states, and pairs of a state and a rule that applies in it. */
  readonly states: number;
  readonly transitions: number;
  /** Whether a step that must not happen can happen. */
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
  readonly violates: boolean;
}

/**
 * The neutral form of a world that was explored to its end.
 *
 * @throws Error when the exploration ended early, at a violation: the tables would have holes
 */
export function exportModel<Seen>(explored: Exploration<Seen>): ExportedModel {
  const { world, packing, footprints, states, transitions, complete, counterexample } = explored;
  if (!complete) throw new Error(`${world.name} was not explored to its end; explore it past its violations`);
  const rules = world.rules.map((rule): ExportedRule => {
    const fields = fieldsOf(rule, packing);
    const footprint = footprints.find((one) => one.rules.includes(rule));
    const touches = fields.map((field) => packing.fields.indexOf(field));
    return { name: rule.name, touches, steps: stepsOf(rule, fields, footprint?.list ?? []) };
  });
  const variables = packing.fields.map(({ name, values }) => ({ name, values }));
  const violated = counterexample !== undefined;
  return { name: world.name, variables, rules, states: states.count, transitions, violated };
}

function stepsOf(rule: Rule<unknown>, fields: readonly Field[], found: Footprint['list']): ExportedStep[] {
  const steps = new Map<string, ExportedStep | undefined>();
  for (const { example } of found) {
    const from = fields.map((field) => fieldOf(example, field));
    const key = from.join();
    if (steps.has(key)) continue;
    const fired = rule.fire(valuesIn(fields, example));
    const to = fields.map((field, place) => {
      const value = fired?.next[field.name];
      return value === undefined ? (from[place] ?? 0) : numberOf(field, value);
    });
    steps.set(key, fired === undefined ? undefined : { from, to, violates: fired.violates === true });
  }
  return [...steps.values()].filter((step) => step !== undefined);
}
