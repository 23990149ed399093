/**
 * What a machine is made of. Machines are data: they survive `JSON.stringify` whole, so that the server, the tables, the
 * figures, the draft and the model checker all read the same thing. Guards and actions come from the small closed
 * vocabulary below; nothing about the protocol hides in a function.
 */

import type { LimitName, Mitigation } from '../policy/index.ts';
import type { DutyName, RequirementId } from '../requirements/index.ts';

/** A condition over the machine's variables, the case of the event, and the policy. */
export type Guard =
  | { readonly type: 'isBelow'; readonly params: { readonly variable: string; readonly limit: LimitName } }
  | { readonly type: 'isOneBelow'; readonly params: { readonly variable: string; readonly limit: LimitName } }
  | { readonly type: 'is'; readonly params: { readonly variable: string; readonly value: string } }
  | { readonly type: 'caseIs'; readonly params: { readonly attribute: string; readonly value: string } }
  | { readonly type: 'isEnforced'; readonly params: { readonly mitigation: Mitigation } }
  | { readonly type: 'not'; readonly params: { readonly guard: Guard } }
  | { readonly type: 'allOf'; readonly params: { readonly guards: readonly Guard[] } }
  | { readonly type: 'anyOf'; readonly params: { readonly guards: readonly Guard[] } };

/**
 * A timer's length: a limit of the policy, or one that depends on the delivery method in use. A transaction goes on for
 * as long as it would, or until its method has had the time that it needs.
 */
export type TimerLength = LimitName | 'codeLifeOfMethod' | 'transactionLifeOfMethod';

/** What a transition does: change variables, tell other machines, or ask the ports for something. */
export type Action =
  | { readonly type: 'set'; readonly params: { readonly variable: string; readonly value: string | number } }
  | { readonly type: 'increment'; readonly params: { readonly variable: string; readonly limit: LimitName } }
  /** Ends the exchange with an outcome (a row of `exchange/outcomes.ts`). */
  | { readonly type: 'respond'; readonly params: { readonly outcome: string } }
  /** States a fact for the machines that come later in the same exchange. */
  | { readonly type: 'report'; readonly params: { readonly attribute: string; readonly value: string } }
  /** Sends an event to another machine, within the same atomic step. */
  | { readonly type: 'tell'; readonly params: { readonly machine: string; readonly event: string } }
  | { readonly type: 'startTimer'; readonly params: { readonly timer: string; readonly length: TimerLength } }
  | { readonly type: 'stopTimer'; readonly params: { readonly timer: string } }
  /** Asks the outside for something, by the name of a duty. */
  | { readonly type: 'perform'; readonly params: { readonly duty: DutyName } };

export interface TransitionDefinition {
  /** Absent when the machine stays where it is. A child of the same parent by name, any other state as `#machine.path`. */
  readonly target?: string;
  readonly guard?: Guard;
  readonly actions?: readonly Action[];
  /** What happens, as a sentence for readers. */
  readonly description: string;
  readonly meta: { readonly requirements: readonly RequirementId[] };
}

export interface StateDefinition {
  readonly description: string;
  /** `live`: a grant can still come of it. `final`: nothing can. */
  readonly tags?: readonly ('live' | 'final')[];
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateDefinition>>;
  /** By event type; the last transition of each list has no guard, or the parent answers. */
  readonly on?: Readonly<Record<string, readonly TransitionDefinition[]>>;
}

/** A variable: a counter that stops at a limit, or one of a few values. */
export type Variable =
  | { readonly kind: 'counter'; readonly limit: LimitName; readonly description: string }
  | { readonly kind: 'value'; readonly values: readonly [string, ...string[]]; readonly description: string };

export interface EventDefinition {
  readonly description: string;
  /** The cases of the event: each attribute with all its values. Payloads are classified before they reach a machine. */
  readonly attributes: Readonly<Record<string, readonly [string, ...string[]]>>;
}

export interface MachineDefinition {
  readonly id: string;
  readonly description: string;
  /** Machines of the authorization server answer every event in every state; the other parties' need not. */
  readonly side: 'server' | 'client' | 'resource owner';
  readonly variables: Readonly<Record<string, Variable>>;
  readonly events: Readonly<Record<string, EventDefinition>>;
  /** The event that the end of each timer becomes. The clock belongs to whoever runs the machine. */
  readonly timers: Readonly<Record<string, string>>;
  readonly initial: string;
  readonly states: Readonly<Record<string, StateDefinition>>;
}

/** Shorthands, so that definitions read as sentences. They return data. */
export const below = (variable: string, limit: LimitName): Guard => ({ type: 'isBelow', params: { variable, limit } });
export const oneBelow = (variable: string, limit: LimitName): Guard => ({
  type: 'isOneBelow',
  params: { variable, limit },
});
export const is = (variable: string, value: string): Guard => ({ type: 'is', params: { variable, value } });
export const caseIs = (attribute: string, value: string): Guard => ({ type: 'caseIs', params: { attribute, value } });
export const enforced = (mitigation: Mitigation): Guard => ({ type: 'isEnforced', params: { mitigation } });
export const not = (guard: Guard): Guard => ({ type: 'not', params: { guard } });
export const allOf = (...guards: readonly Guard[]): Guard => ({ type: 'allOf', params: { guards } });
export const anyOf = (...guards: readonly Guard[]): Guard => ({ type: 'anyOf', params: { guards } });

export const set = (variable: string, value: string | number): Action => ({ type: 'set', params: { variable, value } });
export const increment = (variable: string, limit: LimitName): Action => ({
  type: 'increment',
  params: { variable, limit },
});
export const respond = (outcome: string): Action => ({ type: 'respond', params: { outcome } });
export const report = (attribute: string, value: string): Action => ({ type: 'report', params: { attribute, value } });
export const tell = (machine: string, event: string): Action => ({ type: 'tell', params: { machine, event } });
export const startTimer = (timer: string, length: TimerLength): Action => ({
  type: 'startTimer',
  params: { timer, length },
});
export const stopTimer = (timer: string): Action => ({ type: 'stopTimer', params: { timer } });
export const perform = (duty: DutyName): Action => ({ type: 'perform', params: { duty } });
