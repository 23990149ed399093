/**
 * What a trace is: an attack, step by step, told to somebody who has never seen the model. The same members stand in the
 * files under `traces/`, whose schema is beside them.
 */
import type {
  AnyMitigation,
  DutyName,
  ExchangeName,
  Facts,
  Limits,
  MachineName,
  OutcomeName,
  Party,
  RecordedExchange,
  RequirementId,
  Truth,
} from '../../../model/index.ts';
import type { AnyPropertyName } from '../../verify/check/property-check.ts';
import type { ResidualRiskName } from '../../verify/check/residual.ts';
import type { Change, PartyRun, ServerRun } from '../../verify/check/told-trace.ts';
import type { CapabilityId } from '../../verify/world/adversary.ts';
import type { Credentials } from '../../verify/world/rule.ts';

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
    }
  /** Something is wrong: a property does not hold with every mitigation on. Stands in a link, and in no file. */
  | { readonly kind: 'finding' };

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
  readonly world: TraceWorld;
  readonly adversary: readonly { readonly id: CapabilityId; readonly sentence: string }[];
  readonly steps: readonly TraceStep[];
  /** The same steps tried with every mitigation on; absent for what remains then all the same. */
  readonly attempt?: readonly TraceAttempt[];
  /** What comes of it for somebody. */
  readonly harm: string;
};

/** Where a trace happens, with all that is needed to run its machines again. */
export interface TraceWorld {
  readonly name: string;
  readonly title: string;
  /** Limits that are not the recommended ones. */
  readonly limits: Partial<Limits>;
  /** Everything that can change, in the order of the world. */
  readonly cast: readonly CastMember[];
}

export interface CastMember {
  readonly variable: string;
  /** The machine whose state it is; absent for what is no machine, such as what somebody knows. */
  readonly machine?: MachineName;
  readonly starts: string;
}

/** What happened, and what the machines were asked and told. */
export interface TraceEvent {
  readonly actor: Party;
  readonly sentence: string;
  /** What is true of the step and shows in no message. */
  readonly notes: readonly string[];
  readonly truth: Truth;
  readonly transaction?: string;
  /** As whom somebody comes to an endpoint. */
  readonly as?: Credentials;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  readonly event?: MachineHappening;
  readonly duties: readonly DutyName[];
  readonly changes: readonly Change[];
  readonly server: readonly TraceServerRun[];
  readonly parties: readonly TracePartyRun[];
}

export interface MachineHappening {
  readonly machine: MachineName;
  readonly name: string;
}

/** What the machines of the server at one place were asked, or told. */
export interface TraceServerRun {
  /** The variables that hold the machines. */
  readonly at: ServerRun['at'];
  readonly exchange?: ExchangeName;
  readonly facts?: Facts;
  readonly outcome?: OutcomeName;
  readonly event?: MachineHappening;
  /** States that were read before and are worked on, where they are not those of now. */
  readonly readBefore?: Readonly<Record<string, string>>;
}

/** What the machine of a party was told. */
export type TracePartyRun = PartyRun;

export interface TraceStep extends TraceEvent {
  readonly number: number;
  readonly capability?: CapabilityId;
  readonly messages?: TraceMessages;
}

/** A step tried with every mitigation on: what happens then, or that it cannot. */
export type TraceAttempt =
  | ({ readonly happens: true } & TraceEvent)
  | {
      readonly happens: false;
      readonly actor: Party;
      readonly sentence: string;
      /** `never`: nothing of the kind happens in the whole world. `notHere`: what led to it is missing. */
      readonly why: 'never' | 'notHere';
    };

export interface TraceMessages {
  readonly request: RecordedExchange['request'];
  readonly response: RecordedExchange['response'];
  /** Ids of the recorded exchanges that the two were made from. */
  readonly sources: readonly string[];
}
