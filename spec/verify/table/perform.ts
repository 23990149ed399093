/**
 * An exchange on tables: what `performExchange` does on snapshots, done on their numbers. A test holds the two against
 * each other over everything that can be reached.
 */
import {
  type Effect,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type Facts,
  type OutcomeName,
  outcomes,
  type PartyEffect,
  type ServerMachine,
} from '../../../model/index.ts';
import { keyOfCase, type MachineTable, never } from './compile.ts';

export type ServerTables = Readonly<Record<ServerMachine, MachineTable>>;

/** The state of each machine by its number in the machine's table. */
export type ServerStates = Readonly<Record<ServerMachine, number>>;

export interface TabledStep {
  readonly states: ServerStates;
  readonly effects: readonly PartyEffect[];
}

/** Every machine in its first state. */
export const firstStates: ServerStates = { admission: 0, quota: 0, account: 0, transaction: 0 };

/**
 * Performs an exchange on tables.
 *
 * @throws Error when a fact is missing, or no machine answers
 */
export function performTabled(
  tables: ServerTables,
  states: ServerStates,
  exchange: ExchangeName,
  facts: Facts,
): TabledStep & { readonly outcome: OutcomeName } {
  const row: ExchangeRow = exchanges[exchange];
  const known: Record<string, string> = { ...facts };
  const effects: PartyEffect[] = [];
  let current: ServerStates = row.opens === undefined ? states : { ...states, [row.opens]: 0 };
  let outcome: string | undefined;
  for (const { machine, event } of row.steps) {
    const told = tellMachine(tables, current, machine, event, known);
    current = told.states;
    effects.push(...told.effects);
    Object.assign(known, told.reports);
    outcome = told.outcome;
    if (outcome !== undefined) break;
  }
  // A request that was turned away opens nothing, so what was there before stays.
  if (row.opens !== undefined && current[row.opens] === 0) current = { ...current, [row.opens]: states[row.opens] };
  outcome ??= row.otherwise;
  if (outcome === undefined || !Object.hasOwn(outcomes, outcome)) {
    throw new Error(`the ${exchange} exchange ends with ${outcome}, which is no row of the outcomes`);
  }
  return { states: current, effects, outcome: outcome as OutcomeName }; // checked on the line above
}

/** Feeds one machine an event that no request caused; undefined when it is the end of a timer that does not run. */
export function eventTabled(
  tables: ServerTables,
  states: ServerStates,
  machine: ServerMachine,
  event: string,
): TabledStep | undefined {
  const table = tables[machine];
  const place = placeOf(table, states[machine], event, {});
  return table.next[place] === never ? undefined : tellMachine(tables, states, machine, event, {});
}

interface Told extends TabledStep {
  readonly reports: Facts;
  readonly outcome: string | undefined;
}

function tellMachine(
  tables: ServerTables,
  states: ServerStates,
  machine: ServerMachine,
  event: string,
  facts: Facts,
): Told {
  const table = tables[machine];
  const place = placeOf(table, states[machine], event, facts);
  const effects: PartyEffect[] = [];
  const reports: Record<string, string> = {};
  let outcome: string | undefined;
  let current: ServerStates = { ...states, [machine]: table.next[place] ?? never };
  for (const effect of outputAt(table, place)) {
    if (effect.type === 'respond') outcome = effect.params.outcome;
    else if (effect.type === 'report') reports[effect.params.attribute] = effect.params.value;
    else if (effect.type === 'tell') {
      const told = tellMachine(tables, current, knownMachine(tables, effect.params.machine), effect.params.event, {});
      current = told.states;
      effects.push(...told.effects);
    } else effects.push({ machine, effect });
  }
  return { states: current, effects, reports, outcome };
}

/** Where a step stands in a table: the event with the facts that its alphabet asks for, in a state. */
export function placeOf(table: MachineTable, state: number, type: string, facts: Facts): number {
  const events = known.get(table) ?? new Map<string, KnownEvent>();
  known.set(table, events);
  const event = events.get(type) ?? {
    attributes: Object.keys(table.definition.events[type]?.attributes ?? {}),
    numbers: new Map<string, number>(),
  };
  events.set(type, event);
  let values = '';
  for (const attribute of event.attributes) values += `${facts[attribute] ?? ''} `;
  const number = event.numbers.get(values) ?? caseNumber(table, type, event.attributes, facts);
  event.numbers.set(values, number);
  return state * table.cases.length + number;
}

/** Numbers of cases by the values of their attributes: a world asks for the same few again and again. */
interface KnownEvent {
  readonly attributes: readonly string[];
  readonly numbers: Map<string, number>;
}
const known = new WeakMap<MachineTable, Map<string, KnownEvent>>();

function caseNumber(
  { definition, caseOf }: MachineTable,
  type: string,
  attributes: readonly string[],
  facts: Facts,
): number {
  const event = { type, ...Object.fromEntries(attributes.map((attribute) => [attribute, facts[attribute] ?? ''])) };
  const number = caseOf.get(keyOfCase(event));
  if (number === undefined) throw new Error(`${definition.id} has no case ${keyOfCase(event)}`);
  return number;
}

/** What the step at a place does. */
export const outputAt = ({ output, outputs }: MachineTable, place: number): readonly Effect[] =>
  outputs[output[place] ?? never] ?? [];

function knownMachine(tables: ServerTables, name: string): ServerMachine {
  if (!Object.hasOwn(tables, name)) throw new Error(`a machine tells ${name}, which is no machine of the server`);
  return name as ServerMachine; // checked on the line above
}
