/** A way through a world as somebody reads it who has never seen the code: who does what, asks what, is answered what. */
import type { DutyName, ExchangeName, OutcomeName, Party, Truth, WorldHappening } from '../../../model/index.ts';
import type { TraceStep } from '../engine/index.ts';
import { type CapabilityId, capabilities } from '../world/adversary.ts';
import type { Asked } from '../world/rule.ts';
import { ruleOf, type Stage } from './property-check.ts';

/** What changed: a variable of the world, with its value before and after. */
export interface Change {
  readonly variable: string;
  readonly from: string;
  readonly to: string;
}

export interface ToldStep {
  readonly actor: Party;
  readonly says: string;
  /** What the adversary has to be able to do for this step. */
  readonly needs?: CapabilityId;
  readonly transaction?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  /** What the request is like. */
  readonly asked?: Asked;
  /** What happened without a request, as `machine event`. */
  readonly event?: string;
  readonly duties?: readonly DutyName[];
  readonly truth?: Truth;
  readonly changes: readonly Change[];
}

export interface ToldTrace {
  readonly steps: readonly ToldStep[];
  /** Everything that the adversary needs on this way. */
  readonly adversary: readonly CapabilityId[];
}

/** Tells a way through the world of a stage. */
export function told(stage: Stage, steps: readonly TraceStep<WorldHappening>[]): ToldTrace {
  const toldSteps = steps.map((step) => toldStep(stage, step));
  const needed = new Set(toldSteps.flatMap(({ needs }) => needs ?? []));
  const ids = Object.keys(capabilities) as CapabilityId[]; // own keys
  return { steps: toldSteps, adversary: ids.filter((id) => needed.has(id)) };
}

function toldStep(stage: Stage, step: TraceStep<WorldHappening>): ToldStep {
  const { says, needs, asks } = ruleOf(stage, step);
  const { actor, transaction, exchange, outcome, event, duties, truth } = step.seen;
  return {
    actor,
    says,
    ...(needs === undefined ? {} : { needs }),
    ...(transaction === undefined ? {} : { transaction }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(asks === undefined ? {} : { asked: asks(step.before) }),
    ...(event === undefined ? {} : { event }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(Object.keys(truth).length === 0 ? {} : { truth }),
    changes: stage.world.variables.flatMap(({ name, words = (value: string) => value }) => {
      const from = step.before[name] ?? '';
      const to = step.after[name] ?? '';
      return from === to ? [] : [{ variable: name, from: words(from), to: words(to) }];
    }),
  };
}
