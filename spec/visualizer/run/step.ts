/**
 * What somebody does, as the page knows it: a request with what is known about it, or an event that a machine is told.
 * A run is a list of these; a link carries them as text.
 */
import {
  type Action,
  type AnyMitigation,
  dutyEvents,
  type EventDefinition,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type Facts,
  type MachineDefinition,
  type MachineEvent,
  type MachineName,
  machineDefinitions,
  type RequirementId,
  rulesOf,
  type ServerMachine,
} from '../../../model/index.ts';
import type { TraceAttempt, TraceStep, TraceWorld } from '../../emit/trace/trace.ts';
import { transitionsOf } from '../../walk/transitions.ts';

/** Who sends a request: the client of the story, or somebody who wants what is not theirs. */
export type Sender = 'client' | 'adversary';

export interface RequestStep {
  readonly kind: 'request';
  readonly exchange: ExchangeName;
  /** A value for every fact that `factChoices` names. */
  readonly facts: Facts;
  readonly by: Sender;
}

export interface EventStep {
  readonly kind: 'event';
  readonly machine: MachineName;
  readonly event: MachineEvent;
}

/** A step of a trace, in a world of its own, in which the machines of the page are run. */
export interface ToldStep {
  readonly kind: 'told';
  /** Name of the trace. */
  readonly trace: string;
  readonly world: TraceWorld;
  readonly tells: TraceStep;
  /** The same with every mitigation on; absent where nothing is switched off. */
  readonly attempt?: TraceAttempt;
  /** The step stands for its attempt: what happens with every mitigation on. */
  readonly isTried?: true;
  /** What does not hold any more after it, and where. */
  readonly breaks?: {
    readonly property: string;
    readonly sentence: string;
    readonly requirements: readonly RequirementId[];
    readonly world: string;
    /** What has to be off for that. */
    readonly without?: AnyMitigation;
  };
}

export type Step = RequestStep | EventStep | ToldStep;

// The keys of constant tables are exactly their names.
export const exchangeNames = Object.keys(exchanges) as readonly ExchangeName[];
export const machineNames = Object.keys(machineDefinitions) as readonly MachineName[];

export const definitionOf = (name: MachineName): MachineDefinition => machineDefinitions[name];

const declared = machineNames.map(definitionOf).flatMap(transitionsOf);
const allActions: readonly Action[] = declared.flatMap(({ transition }) => transition.actions ?? []);

/** Attributes that one machine reports to the next, so that no request brings them. */
const reported = new Set(allActions.flatMap((action) => (action.type === 'report' ? [action.params.attribute] : [])));

const eventOf = (machine: MachineName, event: string): EventDefinition | undefined =>
  definitionOf(machine).events[event];

export type FactChoices = Readonly<Record<string, readonly string[]>>;

/** What can be chosen about a request of an exchange, the ordinary value first. */
export const factChoices = (exchange: ExchangeName): FactChoices => choices[exchange];

function choicesOf(exchange: ExchangeName): FactChoices {
  const row: ExchangeRow = exchanges[exchange];
  const attributes = row.steps.flatMap(({ machine, event }) =>
    Object.entries(eventOf(machine, event)?.attributes ?? {}),
  );
  const rules: readonly string[] = rulesOf(exchange);
  return Object.fromEntries(
    attributes
      .filter(([name]) => !reported.has(name))
      // The front door knows the rules of all endpoints; a request can break those of its own.
      .map(([name, [first, ...rest]]) => [
        name,
        [first, ...(name === 'violation' ? rest.filter((rule) => rules.includes(rule)) : rest)],
      ]),
  );
}

const choices = Object.fromEntries(exchangeNames.map((name) => [name, choicesOf(name)])) as Record<
  ExchangeName,
  FactChoices
>; // one for each name

/** A request with which everything is in order, but for what is named. */
export const request = (exchange: ExchangeName, facts: Facts = {}, by: Sender = 'client'): RequestStep => ({
  kind: 'request',
  exchange,
  by,
  facts: Object.fromEntries(
    Object.entries(factChoices(exchange)).map(([name, values]) => [name, facts[name] ?? values[0] ?? '']),
  ),
});

/** An event with the first value of each attribute, but for what is named. */
export const happens = (machine: MachineName, type: string, attributes: Facts = {}): EventStep => ({
  kind: 'event',
  machine,
  event: {
    type,
    ...Object.fromEntries(
      Object.entries(eventOf(machine, type)?.attributes ?? {}).map(([name, values]) => [
        name,
        attributes[name] ?? values[0],
      ]),
    ),
  },
});

const toldEvents = new Set([
  ...allActions.flatMap((action) =>
    action.type === 'tell' ? [`${action.params.machine} ${action.params.event}`] : [],
  ),
  ...Object.values(dutyEvents).map(({ machine, event }) => `${machine} ${event}`),
]);
const requestEvents = new Set(
  Object.values<ExchangeRow>(exchanges).flatMap(({ steps }) =>
    steps.map(({ machine, event }) => `${machine} ${event}`),
  ),
);

/** Whether an event comes about without a request and without another machine: the end of a timer, or a denial. */
export const isSpontaneous = (machine: ServerMachine, event: string): boolean =>
  !toldEvents.has(`${machine} ${event}`) && !requestEvents.has(`${machine} ${event}`);
