/**
 * Where a requirement is kept: the rules, transitions, outcomes, messages and duties that name it. A requirement that
 * nothing names is a sentence nobody implements.
 */
import {
  type AdmissionRule,
  admissionRules,
  type DutyRow,
  duties,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type MachineDefinition,
  type MessageName,
  type MitigationRow,
  machineDefinitions,
  messageRequirements,
  mitigations,
  type OutcomeRow,
  outcomes,
  type RequirementId,
  type RequirementRow,
  requirements,
  rulesOf,
} from '../../model/index.ts';
import type { TransitionId } from '../walk/explore.ts';
import { transitionsOf } from '../walk/transitions.ts';
import { answersOf, passedTransitions } from './answers.ts';

/** The parts of the model that name requirements. Checks hand in spoilt ones to see whether they notice. */
export interface RequirementSources {
  readonly requirements: Readonly<Record<string, RequirementRow>>;
  readonly machines: Readonly<Record<string, MachineDefinition>>;
  readonly admissionRules: Readonly<Record<string, AdmissionRule>>;
  readonly outcomes: Readonly<Record<string, OutcomeRow>>;
  readonly messages: Readonly<Record<string, readonly string[]>>;
  readonly duties: Readonly<Record<string, DutyRow>>;
  readonly mitigations: Readonly<Record<string, MitigationRow>>;
}

export const modelSources: RequirementSources = {
  requirements,
  machines: machineDefinitions,
  admissionRules,
  outcomes,
  messages: messageRequirements,
  duties,
  mitigations,
};

export interface Attachments {
  /** By machine. */
  readonly transitions: Readonly<Record<string, readonly TransitionId[]>>;
  readonly admissionRules: readonly string[];
  readonly outcomes: readonly string[];
  readonly messages: readonly string[];
  readonly duties: readonly string[];
  /** Switches that turn the requirement off, for the model checker. */
  readonly mitigations: readonly string[];
}

/** What names a requirement, in the order of the tables. */
export function attachmentsOf(id: string, sources: RequirementSources = modelSources): Attachments {
  const named = <Row>(table: Readonly<Record<string, Row>>, ids: (row: Row) => readonly string[]): string[] =>
    Object.entries(table)
      .filter(([, row]) => ids(row).includes(id))
      .map(([name]) => name);
  const transitions = Object.entries(sources.machines).flatMap(([name, definition]) => {
    const found = transitionsOf(definition).filter(({ transition }) => namesOf(transition.meta).includes(id));
    return found.length === 0 ? [] : [[name, found.map((declared) => declared.id)] as const];
  });
  return {
    transitions: Object.fromEntries(transitions),
    admissionRules: named(sources.admissionRules, ({ requirement }) => [requirement]),
    outcomes: named(sources.outcomes, (row) => row.requirements),
    messages: named(sources.messages, (ids) => ids),
    duties: named(sources.duties, (row) => row.requirements),
    mitigations: named(sources.mitigations, ({ requirement }) => [requirement]),
  };
}

/** Whether anything keeps a requirement. A mitigation's switch only turns off what something else does. */
export const isAttached = ({ mitigations: _switches, transitions, ...lists }: Attachments): boolean =>
  Object.keys(transitions).length > 0 || Object.values(lists).some((names) => names.length > 0);

/** The requirements that an exchange touches: of its rules, transitions, outcomes and messages, in their own order. */
export function requirementsOfExchange(exchange: ExchangeName): RequirementId[] {
  const { request }: ExchangeRow = exchanges[exchange];
  const answers = answersOf(exchange);
  const carried = new Set<MessageName>(answers.flatMap(({ row }) => row.message ?? []));
  if (request !== undefined) carried.add(request);
  const named = new Set<string>([
    ...rulesOf(exchange).map((rule) => admissionRules[rule].requirement),
    ...passedTransitions(exchange).flatMap(({ transition }) => transition.meta.requirements),
    ...answers.flatMap(({ row }) => row.requirements),
    ...[...carried].flatMap((message) => messageRequirements[message]),
  ]);
  return (Object.keys(requirements) as RequirementId[]).filter((id) => named.has(id)); // own keys
}

const namesOf = (meta: { readonly requirements: readonly string[] }): readonly string[] => meta.requirements;
