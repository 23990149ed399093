/** A way through a world as somebody reads it who has never seen the code: who does what, asks what, is answered what. */
import type { DutyName, ExchangeName, OutcomeName, Party, Truth, WorldHappening } from '../../../model/index.ts';
import type { TraceStep } from '../engine/index.ts';
import { type CapabilityId, capabilities } from '../world/adversary.ts';
import { ruleOf, type Stage } from './property-check.ts';

export interface ToldStep {
  readonly actor: Party;
  readonly says: string;
  /** What the adversary has to be able to do for this step. */
  readonly needs?: CapabilityId;
  readonly transaction?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  /** What happened without a request, as `machine event`. */
  readonly event?: string;
  readonly duties?: readonly DutyName[];
  readonly truth?: Truth;
  /** What changed, by variable of the world. */
  readonly changes: Readonly<Record<string, readonly [string, string]>>;
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
  const { says, needs } = ruleOf(stage, step);
  const { actor, transaction, exchange, outcome, event, duties, truth } = step.seen;
  return {
    actor,
    says,
    ...(needs === undefined ? {} : { needs }),
    ...(transaction === undefined ? {} : { transaction }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(event === undefined ? {} : { event }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(Object.keys(truth).length === 0 ? {} : { truth }),
    changes: Object.fromEntries(
      Object.entries(step.after).flatMap(([name, after]) => {
        const before = step.before[name] ?? '';
        return before === after ? [] : [[name, [before, after] as const] as const];
      }),
    ),
  };
}
