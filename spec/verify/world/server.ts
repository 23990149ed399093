/** The authorization server as part of a world: requests, timers and denials on tables, with what watchers see of them. */
import type {
  DutyName,
  ExchangeName,
  Facts,
  OutcomeName,
  PartyEffect,
  ServerMachine,
  Truth,
  WorldHappening,
} from '../../../model/index.ts';
import type { Fired, Values } from '../engine/index.ts';
import type { MachineTable } from '../table/compile.ts';
import { eventTabled, firstStates, performTabled, type ServerStates, type ServerTables } from '../table/perform.ts';
import { tableOf } from '../table/tables.ts';
import type { Credentials, MachineVariable, Place, Setting, Telling, WorldRule } from './rule.ts';

export type { Place } from './rule.ts';

/** What the server did. */
export interface Answered {
  /** New values of the variables of the place. */
  readonly next: Values;
  readonly outcome?: OutcomeName;
  readonly duties: readonly DutyName[];
  /** States of the transaction's machine, such as `pending.cooling`. */
  readonly before: string;
  readonly after: string;
  /** Timers of the transaction that run now. */
  readonly timers: readonly string[];
}

/** What follows in the rest of the world. */
export interface Consequence {
  readonly next?: Values;
  readonly truth?: Truth;
}

interface Asking extends Telling {
  readonly at: Place;
  /** Variables beside those of the place. */
  readonly touches?: readonly string[];
  readonly when?: (here: Values) => boolean;
  /** The values of the place as the server has read them, when it works on what it read before. */
  readonly readBefore?: (here: Values) => Values;
  readonly after?: (here: Values, answered: Answered) => Consequence;
}

export interface Request extends Asking {
  readonly exchange: ExchangeName;
  /** What differs from a request of the right client about a customer with a contact on file. */
  readonly facts?: Facts | ((here: Values) => Facts);
  /** The kiosk comes as itself, and the stranger with a client of its own, unless it is said here. */
  readonly as?: Credentials;
}

export interface Occurrence extends Asking {
  readonly machine: ServerMachine;
  readonly event: string;
}

export interface Server {
  /** Variables that hold a machine's state. */
  readonly variable: (machine: ServerMachine, name: string) => MachineVariable;
  /** A rule by which somebody makes a request. */
  readonly asked: (request: Request) => WorldRule;
  /** A rule by which something happens that no request caused. */
  readonly happens: (occurrence: Occurrence) => WorldRule;
  /** The rules by which time passes: the ends of all timers at a place. */
  readonly clock: (at: Place) => WorldRule[];
}

const usual: Facts = { violation: 'none', client: 'same', option: 'offered', contact: 'onFile', code: 'wrong' };

export function serverOf({ policy, machines }: Setting): Server {
  const tables: ServerTables = {
    admission: tableOf(machines.admission, policy),
    quota: tableOf(machines.quota, policy),
    account: tableOf(machines.account, policy),
    transaction: tableOf(machines.transaction, policy),
    grant: tableOf(machines.grant, policy),
  };
  const ruleOf = (asking: Asking, step: (here: Values) => Answered | undefined, about: Partial<WorldHappening>) => {
    const seen = seenOnce(asking, about);
    return {
      name: asking.name,
      actor: asking.actor,
      says: asking.says,
      ...(asking.needs === undefined ? {} : { needs: asking.needs }),
      at: asking.at,
      ...(asking.readBefore === undefined ? {} : { readBefore: asking.readBefore }),
      touches: [...Object.values(asking.at), ...(asking.touches ?? [])],
      fire: (here): Fired<WorldHappening> | undefined => {
        if (asking.when?.(here) === false) return undefined;
        const answered = step(here);
        if (answered === undefined) return undefined;
        const { next, truth = nothing } = asking.after?.(here, answered) ?? nothing;
        return {
          next: next === undefined ? answered.next : { ...answered.next, ...next },
          seen: seen(answered, truth),
        };
      },
    } satisfies WorldRule;
  };
  return {
    variable: (machine, name) => ({ name, machine, values: tables[machine].states.map(({ label }) => label) }),
    asked: (request) => {
      const { exchange, at, as = request.actor === 'kiosk' ? 'kiosk' : 'stranger' } = request;
      const { facts } = request;
      const always: Facts = { ...usual, ...(typeof facts === 'function' ? {} : facts) };
      const factsOf = (here: Values): Facts => (typeof facts === 'function' ? { ...usual, ...facts(here) } : always);
      const answers = new Map<string, Answered>();
      const step = (here: Values): Answered => {
        const states = statesIn(tables, request.readBefore?.(here) ?? here, at);
        const found = factsOf(here);
        const key = `${keyOfStates(states)} ${found === always ? '' : Object.values(found)}`;
        const known = answers.get(key);
        if (known !== undefined) return known;
        const performed = performTabled(tables, states, exchange, found);
        const answered = answer(tables, states, performed, at, performed.outcome);
        answers.set(key, answered);
        return answered;
      };
      return { ...ruleOf(request, step, { exchange }), asks: (here) => ({ as, facts: factsOf(here) }) };
    },
    happens: (occurrence) => happening(occurrence),
    clock: (at) => timersOf(tables, at).map(happening),
  };

  function happening(occurrence: Occurrence): WorldRule {
    const { machine, event, at } = occurrence;
    const answers = new Map<string, Answered | undefined>();
    const step = (here: Values): Answered | undefined => {
      const states = statesIn(tables, occurrence.readBefore?.(here) ?? here, at);
      const key = keyOfStates(states);
      if (!answers.has(key)) answers.set(key, stepFrom(states));
      return answers.get(key);
    };
    const stepFrom = (states: ServerStates): Answered | undefined => {
      // The wait between two sends is never longer than a passcode's life, so it ends first: the policy sees to that.
      if (event === 'code.expired' && runs(tables.transaction, states.transaction, 'interval')) return undefined;
      const done = eventTabled(tables, states, machine, event);
      return done === undefined ? undefined : answer(tables, states, done, at);
    };
    return ruleOf(occurrence, step, { event: `${machine} ${event}` });
  }
}

const runs = ({ states }: MachineTable, state: number, timer: string): boolean =>
  states[state]?.running.includes(timer) === true;

/** A rule for the end of each timer. */
function timersOf(tables: ServerTables, at: Place): Occurrence[] {
  const owners = { transaction: at.transaction, account: at.account, quota: at.quota } as const;
  return (Object.keys(owners) as (keyof typeof owners)[]).flatMap(
    (
      machine, // own keys
    ) =>
      Object.values(tables[machine].definition.timers ?? {}).map((event) => ({
        name: `${owners[machine]}: ${event}`,
        actor: 'clock' as const,
        says: tables[machine].definition.events[event]?.description ?? event,
        at,
        machine,
        event,
      })),
  );
}

function statesIn(tables: ServerTables, here: Values, at: Place): ServerStates {
  const { admission, grant } = firstStates; // these forget, or have a world of their own
  return {
    admission,
    grant,
    quota: stateIn(tables, here, at, 'quota'),
    account: stateIn(tables, here, at, 'account'),
    transaction: stateIn(tables, here, at, 'transaction'),
  };
}

function stateIn(tables: ServerTables, here: Values, at: Place, machine: keyof Place): number {
  const number = tables[machine].stateOf.get(here[at[machine]] ?? '');
  if (number === undefined) throw new Error(`${at[machine]} holds no state of the machine ${machine}`);
  return number;
}

/** The same text for the same states of the machines at a place. */
const keyOfStates = ({ quota, account, transaction }: ServerStates): string => `${quota} ${account} ${transaction}`;

function answer(
  tables: ServerTables,
  before: ServerStates,
  done: { readonly states: ServerStates; readonly effects: readonly PartyEffect[] },
  at: Place,
  outcome?: OutcomeName,
): Answered {
  return {
    next: {
      [at.transaction]: labelOf(tables, done.states, 'transaction'),
      [at.account]: labelOf(tables, done.states, 'account'),
      [at.quota]: labelOf(tables, done.states, 'quota'),
    },
    ...(outcome === undefined ? {} : { outcome }),
    duties: done.effects.flatMap(({ effect }) => (effect.type === 'perform' ? [effect.params.duty] : [])),
    before: tables.transaction.states[before.transaction]?.snapshot.value ?? '',
    after: tables.transaction.states[done.states.transaction]?.snapshot.value ?? '',
    timers: tables.transaction.states[done.states.transaction]?.running ?? [],
  };
}

const labelOf = (tables: ServerTables, states: ServerStates, machine: keyof Place): string =>
  tables[machine].states[states[machine]]?.label ?? '';

/** What follows, and what is true, when there is nothing of the kind. */
const nothing: Consequence & Truth = {};

/** What is seen of the steps of a rule: the same object whenever it is the same, which there are few of. */
function seenOnce(asking: Asking, about: Partial<WorldHappening>) {
  const made = new Map<string, WorldHappening>();
  return (answered: Answered, truth: Truth): WorldHappening => {
    const { outcome, duties, before, after, timers } = answered;
    const key = `${outcome} ${before} ${after} ${timers} ${duties} ${truth === nothing ? '' : JSON.stringify(truth)}`;
    const seen = made.get(key) ?? seenOf(asking, answered, truth, about);
    made.set(key, seen);
    return seen;
  };
}

function seenOf(
  { actor, at }: Asking,
  { outcome, duties, before, after, timers }: Answered,
  truth: Truth,
  about: Partial<WorldHappening>,
): WorldHappening {
  return {
    actor,
    transaction: at.transaction,
    account: at.account,
    client: at.quota,
    ...about,
    ...(outcome === undefined ? {} : { outcome }),
    duties,
    before,
    after,
    timers,
    truth,
  };
}
