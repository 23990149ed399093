/**
 * One exchange as a pure function: the request's facts go through the machines of its row in order, each may answer, and
 * what they tell each other happens in the same step. The server makes it one atomic write, the model checker one edge.
 */

import { serverMachines } from '../machines/index.ts';
import {
  type Effect,
  type MachineEvent,
  type RunnableMachine,
  runnable,
  type Snapshot,
  step,
} from '../machines/run.ts';
import type { Policy } from '../policy/index.ts';
import { type ExchangeName, type ExchangeRow, exchanges, type ServerMachine } from './exchanges.ts';
import { type OutcomeName, outcomes } from './outcomes.ts';

/** A snapshot of each machine that takes part. */
export type Parties = Readonly<Record<ServerMachine, Snapshot>>;

/** The machines of the authorization server, running under one policy. */
export type Machines = Readonly<Record<ServerMachine, RunnableMachine>>;

/** What is known about a request, by attribute of the events it becomes. */
export type Facts = Readonly<Record<string, string>>;

/** What has to be done outside, and by whose decision. */
export interface PartyEffect {
  readonly machine: ServerMachine;
  readonly effect: Effect;
}

export interface Performed {
  readonly parties: Parties;
  readonly outcome: OutcomeName;
  readonly effects: readonly PartyEffect[];
}

/** The machines of the authorization server, ready to run under a policy. */
export const machinesUnder = (policy: Policy): Machines => ({
  admission: runnable(serverMachines.admission, policy),
  quota: runnable(serverMachines.quota, policy),
  account: runnable(serverMachines.account, policy),
  transaction: runnable(serverMachines.transaction, policy),
  grant: runnable(serverMachines.grant, policy),
});

/** Every machine in its first state. */
export const initialParties = (machines: Machines): Parties => ({
  admission: machines.admission.initial,
  quota: machines.quota.initial,
  account: machines.account.initial,
  transaction: machines.transaction.initial,
  grant: machines.grant.initial,
});

/**
 * Performs an exchange.
 *
 * @param facts a value for every attribute of every event the exchange can reach
 * @throws Error when a fact is missing, or no machine answers: the model is incomplete then
 */
export function performExchange(machines: Machines, parties: Parties, exchange: ExchangeName, facts: Facts): Performed {
  const row: ExchangeRow = exchanges[exchange];
  const known: Record<string, string> = { ...facts };
  const effects: PartyEffect[] = [];
  let current = row.opens === undefined ? parties : { ...parties, [row.opens]: machines[row.opens].initial };
  let outcome: OutcomeName | undefined;
  for (const { machine, event } of row.steps) {
    const reached = tellMachine(machines, current, machine, event, known);
    current = reached.parties;
    effects.push(...reached.effects);
    Object.assign(known, reached.reports);
    outcome = reached.outcome;
    if (outcome !== undefined) break;
  }
  // A request that was turned away opens nothing, so what was there before stays.
  if (row.opens !== undefined && current[row.opens] === machines[row.opens].initial) {
    current = { ...current, [row.opens]: parties[row.opens] };
  }
  outcome ??= row.otherwise;
  if (outcome === undefined) throw new Error(`no machine answers the ${exchange} exchange; each row needs an answer`);
  return { parties: current, outcome, effects };
}

/** Feeds one machine an event that no request caused, such as the end of a timer or a denial. */
export function performEvent(
  machines: Machines,
  parties: Parties,
  machine: ServerMachine,
  event: string,
): { readonly parties: Parties; readonly effects: readonly PartyEffect[] } {
  return tellMachine(machines, parties, machine, event, {});
}

interface Told {
  readonly parties: Parties;
  readonly effects: readonly PartyEffect[];
  readonly reports: Facts;
  readonly outcome: OutcomeName | undefined;
}

function tellMachine(machines: Machines, parties: Parties, machine: ServerMachine, type: string, facts: Facts): Told {
  const event = eventOf(machines[machine], type, facts);
  const stepped = step(machines[machine], parties[machine], event);
  const effects: PartyEffect[] = [];
  const reports: Record<string, string> = {};
  let outcome: OutcomeName | undefined;
  let current: Parties = { ...parties, [machine]: stepped.snapshot };
  for (const effect of stepped.effects) {
    switch (effect.type) {
      case 'respond':
        outcome = knownOutcome(effect.params.outcome);
        break;
      case 'report':
        reports[effect.params.attribute] = effect.params.value;
        break;
      case 'tell': {
        const told = tellMachine(
          machines,
          current,
          knownMachine(effect.params.machine, machines),
          effect.params.event,
          {},
        );
        current = told.parties;
        effects.push(...told.effects);
        break;
      }
      default:
        effects.push({ machine, effect });
    }
  }
  return { parties: current, effects, reports, outcome };
}

/** An event with the facts that its alphabet asks for, and no others. */
function eventOf(machine: RunnableMachine, type: string, facts: Facts): MachineEvent {
  const attributes = Object.keys(machine.definition.events[type]?.attributes ?? {});
  return Object.fromEntries([
    ['type', type],
    ...attributes.map((attribute) => {
      const value = facts[attribute];
      if (value === undefined) throw new Error(`event ${type} of ${machine.definition.id} needs the fact ${attribute}`);
      return [attribute, value] as const;
    }),
  ]) as MachineEvent; // `type` is always the first entry
}

function knownOutcome(name: string): OutcomeName {
  if (!Object.hasOwn(outcomes, name)) throw new Error(`a machine responds ${name}, which is no row of the outcomes`);
  return name as OutcomeName; // checked on the line above
}

function knownMachine(name: string, machines: Machines): ServerMachine {
  if (!Object.hasOwn(machines, name)) throw new Error(`a machine tells ${name}, which is no machine of the server`);
  return name as ServerMachine; // checked on the line above
}
