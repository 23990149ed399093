/**
 * The answers of an exchange with what leads to each of them: the rules of the front door and the transitions that
 * respond. Documents take their responses, their error tables and their requirement ids from here.
 */
import {
  type Action,
  type AdmissionRule,
  type AdmissionRuleName,
  admissionRules,
  type ErrorName,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  exchangesAt,
  type MachineDefinition,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  rulesOf,
  type ServerMachine,
  serverMachines,
} from '../../model/index.ts';
import type { TransitionId } from '../walk/explore.ts';
import { reachableOutcomes } from '../walk/reachable-outcomes.ts';
import { type DeclaredTransition, transitionsOf } from '../walk/transitions.ts';

/** What answers a request with an outcome. `completion`: every machine let the request through. */
export type AnsweredBy =
  | { readonly kind: 'rule'; readonly rule: AdmissionRuleName }
  | { readonly kind: 'transition'; readonly machine: ServerMachine; readonly transition: TransitionId }
  | { readonly kind: 'completion' };

export interface Answer {
  readonly outcome: OutcomeName;
  readonly row: OutcomeRow;
  readonly answeredBy: readonly AnsweredBy[];
}

/** A transition that a request of an exchange can take. */
export interface PassedTransition extends DeclaredTransition {
  readonly machine: ServerMachine;
}

// The keys of constant tables are exactly their names.
export const exchangeNames = Object.keys(exchanges) as readonly ExchangeName[];
export const outcomeNames = Object.keys(outcomes) as readonly OutcomeName[];

/** The answers that an exchange can really get, in the order of the outcome table. */
export function answersOf(exchange: ExchangeName): Answer[] {
  const reachable = reachableOutcomes().outcomes.get(exchange);
  return outcomeNames
    .filter((outcome) => reachable?.has(outcome))
    .map((outcome) => ({ outcome, row: outcomes[outcome], answeredBy: answeredBy(exchange, outcome) }));
}

/**
 * The answers of an endpoint, in the order of the outcome table: those of the exchange that answers for it, and of those
 * that share it. Empty for an exchange that is answered for by another.
 */
export function answersAt(exchange: ExchangeName): Answer[] {
  const sharing = sharedBy(exchange);
  return outcomeNames.flatMap((outcome) => {
    const all = sharing.flatMap((one) => answersOf(one).filter((answer) => answer.outcome === outcome));
    const [first] = all;
    return first === undefined ? [] : [{ ...first, answeredBy: all.flatMap(({ answeredBy }) => answeredBy) }];
  });
}

/** The exchanges that an exchange answers for, itself first; empty when another one answers for it. */
export function sharedBy(exchange: ExchangeName): ExchangeName[] {
  const sharing = exchangesAt(exchanges[exchange].endpoint);
  return sharing[0] === exchange ? sharing : [];
}

/** The exchanges that have an operation of their own. */
export const operationNames: readonly ExchangeName[] = exchangeNames.filter((name) => sharedBy(name).length > 0);

/** The same by status, in rising order: what OpenAPI calls responses. */
export function answersByStatus(exchange: ExchangeName): Map<number, Answer[]> {
  const answers = answersAt(exchange);
  const statuses = [...new Set(answers.map(({ row }) => row.status))].sort((a, b) => a - b);
  return new Map(statuses.map((status) => [status, answers.filter(({ row }) => row.status === status)]));
}

/** The errors that an endpoint can really answer with, in the order of the outcome table. */
export const errorsOf = (exchange: ExchangeName): ErrorName[] => [
  ...new Set(answersAt(exchange).flatMap(({ row }) => row.error ?? [])),
];

/** Whether a request of an exchange may come with a DPoP proof: some rule is about it. */
export const takesProofs = (exchange: ExchangeName): boolean =>
  rulesOf(exchange).some((rule) => /^(dpop-proof|usage-request\/dpop)/.test(admissionRules[rule].requirement));

/** Every transition that some request of an exchange takes in one of the machines it passes, front door excepted. */
export function passedTransitions(exchange: ExchangeName): PassedTransition[] {
  const row: ExchangeRow = exchanges[exchange];
  return row.steps
    .filter(({ machine }) => machine !== 'admission')
    .flatMap(({ machine, event }) => {
      const definition: MachineDefinition = serverMachines[machine];
      return transitionsOf(definition)
        .filter((declared) => declared.event === event)
        .map((declared) => ({ ...declared, machine }));
    });
}

/** The outcome that a list of actions ends an exchange with. */
export const outcomeOf = (actions: readonly Action[] = []): string | undefined =>
  actions.find((action) => action.type === 'respond')?.params.outcome;

function answeredBy(exchange: ExchangeName, outcome: OutcomeName): AnsweredBy[] {
  const row: ExchangeRow = exchanges[exchange];
  const rules = rulesOf(exchange)
    .filter((rule) => (admissionRules[rule] satisfies AdmissionRule).outcome === outcome)
    .map((rule) => ({ kind: 'rule', rule }) as const);
  const transitions = passedTransitions(exchange)
    .filter(({ transition }) => outcomeOf(transition.actions) === outcome)
    .map(({ machine, id }) => ({ kind: 'transition', machine, transition: id }) as const);
  return [...rules, ...transitions, ...(row.otherwise === outcome ? [{ kind: 'completion' } as const] : [])];
}
