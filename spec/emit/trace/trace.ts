/**
 * What a trace is: an attack, step by step, told to somebody who has never seen the model. The same members stand in the
 * files under `traces/`, whose schema is beside them.
 */
import type {
  AnyMitigation,
  DutyName,
  ExchangeName,
  OutcomeName,
  Party,
  RecordedExchange,
  RequirementId,
  Truth,
} from '../../../model/index.ts';
import type { AnyPropertyName } from '../../verify/check/property-check.ts';
import type { ResidualRiskName } from '../../verify/check/residual.ts';
import type { Change } from '../../verify/check/told-trace.ts';
import type { CapabilityId } from '../../verify/world/adversary.ts';

/** A mitigation is missing, or something that no mitigation takes away. */
export type TraceReason =
  | {
      readonly kind: 'mitigation';
      /** The switch that is off, what it does when it is on, and the requirement that demands it. */
      readonly mitigation: {
        readonly name: AnyMitigation;
        readonly requirement: RequirementId;
        readonly description: string;
      };
    }
  | {
      readonly kind: 'risk';
      /** What remains with every mitigation on, and what bounds the damage. */
      readonly risk: { readonly name: ResidualRiskName; readonly answer: string };
    };

export type Trace = TraceReason & {
  /** Name of the file, without its extension. */
  readonly id: string;
  readonly title: string;
  /** What the trace argues for; what a residual risk argues against, by the property that it breaks. */
  readonly requirements: readonly RequirementId[];
  readonly property: {
    readonly name: AnyPropertyName;
    readonly kind: 'safety' | 'liveness';
    readonly sentence: string;
    readonly requirements: readonly RequirementId[];
  };
  readonly world: { readonly name: string; readonly title: string };
  readonly adversary: readonly { readonly id: CapabilityId; readonly sentence: string }[];
  readonly steps: readonly TraceStep[];
  /** What comes of it for somebody. */
  readonly harm: string;
};

export interface TraceStep {
  readonly number: number;
  readonly actor: Party;
  readonly sentence: string;
  /** What is true of the step and shows in no message. */
  readonly notes: readonly string[];
  readonly truth: Truth;
  readonly capability?: CapabilityId;
  readonly transaction?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  readonly event?: { readonly machine: string; readonly name: string };
  readonly duties: readonly DutyName[];
  readonly changes: readonly Change[];
  readonly messages?: TraceMessages;
}

export interface TraceMessages {
  readonly request: RecordedExchange['request'];
  readonly response: RecordedExchange['response'];
  /** Ids of the recorded exchanges that the two were made from. */
  readonly sources: readonly string[];
}
