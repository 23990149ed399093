/**
 * The server of the model with a clock, and a tester at it: transaction, account and clients with their timers. It says
 * what a right server answers at every instant, budgets and boundaries included.
 */
import {
  type DeliveryMethod,
  type Facts,
  initialParties,
  type Machines,
  machinesUnder,
  type Parties,
  type PartyEffect,
  type Policy,
  performEvent,
  performExchange,
  remembering,
  type ServerMachine,
  type Snapshot,
  serverMachines,
  timerEnd,
} from '../../../model/index.ts';
import type { SuiteInput } from './suite-input.ts';
import { emptyHanded, factsOf, type Holdings, holdingsAfter, nothing, outputOf } from './tester-world.ts';

/** A policy and its machines. */
export interface TimedServer {
  readonly policy: Policy;
  readonly machines: Machines;
}

/** Server and tester at an instant. Plain data, so that two of them can be compared. */
export interface TimedState {
  /** Seconds since the start. */
  readonly now: number;
  readonly snapshots: Readonly<Record<Party, Snapshot>>;
  readonly timers: readonly Timer[];
  readonly holdings: Holdings;
  readonly tokenEndsAt: number;
  /** By which the newest passcode was asked for. */
  readonly method: DeliveryMethod;
  /** When the newest transaction was opened. */
  readonly openedAt: number;
  /** When what the last answers announced is over, as the tester knows it. */
  readonly announced: Readonly<Record<string, number>>;
}

/** What is special about an input; anything that is not said is as usual. */
export interface Circumstances {
  readonly method?: DeliveryMethod;
  /** Facts of the request that are not those that the tester's holdings would make. */
  readonly facts?: Facts;
}

/** Who has timers: the two clients have a quota each. */
type Party = 'transaction' | 'account' | 'quota of same' | 'quota of other';

interface Timer {
  readonly party: Party;
  readonly machine: ServerMachine;
  readonly name: string;
  readonly endsAt: number;
}

/** The machines of a policy, which remember their steps. */
export function rememberingMachines(policy: Policy): Machines {
  const { admission, quota, account, transaction, grant } = machinesUnder(policy);
  return {
    admission: remembering(admission),
    quota: remembering(quota),
    account: remembering(account),
    transaction: remembering(transaction),
    grant: remembering(grant),
  };
}

/** A server at which nothing has happened, and a tester who holds nothing. */
export const timedStart = ({ machines }: TimedServer): TimedState => ({
  now: 0,
  snapshots: {
    transaction: machines.transaction.initial,
    account: machines.account.initial,
    'quota of same': machines.quota.initial,
    'quota of other': machines.quota.initial,
  },
  timers: [],
  holdings: emptyHanded,
  tokenEndsAt: 0,
  method: 'email',
  openedAt: 0,
  announced: {},
});

/** Later, at an instant in seconds since the start; the same when that is over. */
export const laterAt = (state: TimedState, instant: number): TimedState => ({
  ...state,
  now: Math.max(state.now, instant),
});

/** One input: what it does to server and tester, and what the client sees. */
export function giveTimed(
  server: TimedServer,
  before: TimedState,
  input: SuiteInput,
  circumstances: Circumstances = {},
): { readonly state: TimedState; readonly output: string } {
  if (input.kind === 'wait') return { state: laterAt(before, before.announced[input.until] ?? 0), output: nothing };
  const state = elapsed(server, before);
  if (input.kind !== 'denial') return request(server, state, input, circumstances);
  return { state: state.holdings.codes === 0 ? state : happened(server, state, 'denial.received'), output: nothing };
}

/** Feeds each machine the ends of its timers that have come, in the order in which they came. */
function elapsed(server: TimedServer, state: TimedState): TimedState {
  const [due] = state.timers
    .filter(({ endsAt }) => endsAt <= state.now)
    .sort((one, other) => one.endsAt - other.endsAt);
  if (due === undefined) return state;
  const definition: { readonly timers?: Readonly<Record<string, string>> } = serverMachines[due.machine];
  const event = definition.timers?.[due.name];
  if (event === undefined) throw new Error(`timer ${due.name} of ${due.machine} ends in no event`);
  const timers = state.timers.filter((timer) => timer !== due);
  return elapsed(server, happened(server, { ...state, timers }, event, due));
}

/** Something happened to a machine that no request caused. */
function happened(server: TimedServer, state: TimedState, event: string, timer?: Timer): TimedState {
  const sender = timer?.party === 'quota of other' ? 'other' : 'same';
  const machine = timer?.machine ?? 'transaction';
  const { parties, effects } = performEvent(server.machines, partiesFor(server, state, sender), machine, event);
  const after = taken(server, state, { sender, parties, effects, at: timer?.endsAt ?? state.now });
  return { ...after, holdings: holdingsAfter(state.holdings, { facts: {}, effects }) };
}

function request(
  server: TimedServer,
  before: TimedState,
  input: Exclude<SuiteInput, { kind: 'denial' | 'wait' }>,
  { method, facts: special = {} }: Circumstances,
): { readonly state: TimedState; readonly output: string } {
  const state = input.kind === 'delivery' ? { ...before, method: method ?? 'email' } : before;
  const sender = input.kind === 'usage' ? 'same' : input.sender;
  const facts: Facts = { ...factsOf(input, living(state)), ...special };
  const parties = partiesFor(server, state, sender);
  const performed = performExchange(server.machines, parties, input.kind, facts);
  const { outcome, effects } = performed;
  const isNew = outcome === 'sessionIssued';
  const timers = isNew ? state.timers.filter(({ party }) => party !== 'transaction') : state.timers;
  const openedAt = isNew ? state.now : state.openedAt;
  const after = taken(
    server,
    { ...state, timers, openedAt },
    { sender, parties: performed.parties, effects, at: state.now },
  );
  return {
    state: {
      ...after,
      holdings: holdingsAfter(state.holdings, { facts, outcome, effects }),
      tokenEndsAt:
        outcome === 'tokenIssued' ? state.now + server.policy.limits.accessTokenLifeSeconds : state.tokenEndsAt,
      announced: {
        ...(isNew ? {} : state.announced),
        ...(isNew ? ends(after, ['transaction']) : {}),
        ...(outcome === 'codeSent' ? ends(after, ['code', 'interval']) : {}),
      },
    },
    output: outputOf(outcome),
  };
}

/** A token whose life is over is as good as a revoked one. */
const living = ({ holdings, now, tokenEndsAt }: TimedState): Holdings =>
  holdings.token === 'valid' && now >= tokenEndsAt ? { ...holdings, token: 'revoked' } : holdings;

const quotaOf = (sender: string): Party => (sender === 'other' ? 'quota of other' : 'quota of same');

const partiesFor = ({ machines }: TimedServer, { snapshots }: TimedState, sender: string): Parties => ({
  ...initialParties(machines),
  transaction: snapshots.transaction,
  account: snapshots.account,
  quota: snapshots[quotaOf(sender)],
});

/** The state after the machines have stepped and asked for timers. */
function taken(
  { policy }: TimedServer,
  state: TimedState,
  step: {
    readonly sender: string;
    readonly parties: Parties;
    readonly effects: readonly PartyEffect[];
    readonly at: number;
  },
): TimedState {
  const { transaction, account, quota } = step.parties;
  const snapshots = { ...state.snapshots, transaction, account, [quotaOf(step.sender)]: quota };
  let { timers } = state;
  for (const { machine, effect } of step.effects) {
    if (effect.type !== 'startTimer' && effect.type !== 'stopTimer') continue;
    if (machine === 'admission' || machine === 'grant') throw new Error(`${machine} has no timers here`);
    const party = machine === 'quota' ? quotaOf(step.sender) : machine;
    const before = timers;
    timers = timers.filter((timer) => timer.party !== party || timer.name !== effect.params.timer);
    if (effect.type === 'stopTimer') continue;
    const { method, openedAt } = state;
    const about = party === 'transaction' ? { method, openedAt, endsAt: endOf(before, 'transaction') } : {};
    const endsAt = timerEnd(effect.params.length, step.at, policy.limits, about);
    timers = [...timers, { party, machine, name: effect.params.timer, endsAt }];
  }
  return { ...state, snapshots, timers };
}

const endOf = (timers: readonly Timer[], name: string): number | undefined =>
  timers.find((timer) => timer.party === 'transaction' && timer.name === name)?.endsAt;

function ends({ timers }: TimedState, names: readonly string[]): Record<string, number> {
  const known: Record<string, number> = {};
  for (const name of names) {
    const end = endOf(timers, name);
    if (end !== undefined) known[name] = end;
  }
  return known;
}
