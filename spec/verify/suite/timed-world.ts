/**
 * The server of the model with a clock, and a tester at it: transaction, account and clients with their timers. It says
 * what a right server answers at every instant, budgets and boundaries included.
 */
import {
  type DeliveryMethod,
  deliveryMethods,
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
  type TimerLength,
} from '../../../model/index.ts';
import type { SuiteInput } from './suite-input.ts';
import { emptyHanded, factsOf, type Holdings, holdingsAfter, nothing, outputOf } from './tester-world.ts';

/** Who has timers: the two clients have a quota each. */
type Party = 'transaction' | 'account' | 'quota of same' | 'quota of other';

/** What is special about an input; anything that is not said is as usual. */
export interface Circumstances {
  readonly method?: DeliveryMethod;
  /** A rule of the front door that the request breaks. */
  readonly violation?: string;
}

export interface TimedWorld {
  /** Seconds since the start. */
  now(): number;
  /** Lets time pass until an instant, in seconds since the start; nothing when it is over. */
  waitUntil(instant: number): void;
  /** Gives an input, and says what the client sees. */
  give(input: SuiteInput, circumstances?: Circumstances): string;
}

/** A fresh server under a policy, an account with nothing counted, and a tester who holds nothing. */
export function timedWorld(policy: Policy, machines: Machines = rememberingMachines(policy)): TimedWorld {
  const fresh = initialParties(machines);
  const snapshots: Record<Party, Snapshot> = {
    transaction: fresh.transaction,
    account: fresh.account,
    'quota of same': fresh.quota,
    'quota of other': fresh.quota,
  };
  let timers: readonly Timer[] = [];
  let now = 0;
  let holdings: Holdings = emptyHanded;
  let tokenEndsAt = 0;
  let method: DeliveryMethod = 'email';
  /** When what the last answers announced is over, as the tester knows it. */
  let announced: Readonly<Record<string, number>> = {};

  const partiesFor = (sender: string): Parties => ({
    ...fresh,
    transaction: snapshots.transaction,
    account: snapshots.account,
    quota: snapshots[quotaOf(sender)],
  });

  const take = (sender: string, parties: Parties, effects: readonly PartyEffect[], at: number): void => {
    snapshots.transaction = parties.transaction;
    snapshots.account = parties.account;
    snapshots[quotaOf(sender)] = parties.quota;
    for (const { machine, effect } of effects) {
      const party = partyOf(machine, sender);
      if (effect.type !== 'startTimer' && effect.type !== 'stopTimer') continue;
      timers = timers.filter((timer) => timer.party !== party || timer.name !== effect.params.timer);
      if (effect.type === 'stopTimer') continue;
      const lengthEndsAt = at + secondsOf(policy, effect.params.length, method);
      // a passcode never outlives its transaction
      const latest = party === 'transaction' ? (endOf(timers, 'transaction') ?? lengthEndsAt) : lengthEndsAt;
      timers = [...timers, { party, machine, name: effect.params.timer, endsAt: Math.min(lengthEndsAt, latest) }];
    }
  };

  const elapse = (): void => {
    for (;;) {
      const [due] = timers.filter(({ endsAt }) => endsAt <= now).sort((one, other) => one.endsAt - other.endsAt);
      if (due === undefined) return;
      timers = timers.filter((timer) => timer !== due);
      const sender = due.party === 'quota of other' ? 'other' : 'same';
      const reached = performEvent(machines, partiesFor(sender), due.machine, eventOf(due));
      take(sender, reached.parties, reached.effects, due.endsAt);
    }
  };

  const deny = (): void => {
    if (holdings.codes === 0) return;
    const reached = performEvent(machines, partiesFor('same'), 'transaction', 'denial.received');
    take('same', reached.parties, reached.effects, now);
    holdings = holdingsAfter(holdings, undefined, reached.effects);
  };

  const request = (input: Exclude<SuiteInput, { kind: 'denial' | 'wait' }>, { violation }: Circumstances): string => {
    const sender = input.kind === 'usage' ? 'same' : input.sender;
    const living: Holdings =
      holdings.token === 'valid' && now >= tokenEndsAt ? { ...holdings, token: 'revoked' } : holdings;
    const facts: Facts = { ...factsOf(input, living), ...(violation === undefined ? {} : { violation }) };
    const { parties, outcome, effects } = performExchange(machines, partiesFor(sender), input.kind, facts);
    if (outcome === 'sessionIssued') timers = timers.filter(({ party }) => party !== 'transaction');
    take(sender, parties, effects, now);
    holdings = holdingsAfter(holdings, outcome, effects);
    if (outcome === 'tokenIssued') tokenEndsAt = now + policy.limits.accessTokenLifeSeconds;
    if (outcome === 'sessionIssued') announced = ends(timers, ['transaction']);
    if (outcome === 'codeSent') announced = { ...announced, ...ends(timers, ['code', 'interval']) };
    return outputOf(outcome);
  };

  return {
    now: () => now,
    waitUntil: (instant) => {
      now = Math.max(now, instant);
    },
    give: (input, circumstances = {}) => {
      if (input.kind === 'wait') {
        now = Math.max(now, announced[input.until] ?? now);
        return nothing;
      }
      elapse();
      if (input.kind !== 'denial') {
        if (input.kind === 'delivery') method = circumstances.method ?? 'email';
        return request(input, circumstances);
      }
      deny();
      return nothing;
    },
  };
}

/** The machines of a policy, which remember their steps. */
export function rememberingMachines(policy: Policy): Machines {
  const { admission, quota, account, transaction } = machinesUnder(policy);
  return {
    admission: remembering(admission),
    quota: remembering(quota),
    account: remembering(account),
    transaction: remembering(transaction),
  };
}

interface Timer {
  readonly party: Party;
  readonly machine: ServerMachine;
  readonly name: string;
  readonly endsAt: number;
}

const quotaOf = (sender: string): Party => (sender === 'other' ? 'quota of other' : 'quota of same');

function partyOf(machine: ServerMachine, sender: string): Party {
  if (machine === 'transaction' || machine === 'account') return machine;
  if (machine === 'quota') return quotaOf(sender);
  throw new Error('the front door has no timers');
}

function eventOf({ machine, name }: Timer): string {
  const definition: { readonly timers?: Readonly<Record<string, string>> } = serverMachines[machine];
  const event = definition.timers?.[name];
  if (event === undefined) throw new Error(`timer ${name} of ${machine} ends in no event`);
  return event;
}

const endOf = (timers: readonly Timer[], name: string): number | undefined =>
  timers.find((timer) => timer.party === 'transaction' && timer.name === name)?.endsAt;

const ends = (timers: readonly Timer[], names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    names
      .flatMap((name) => [[name, endOf(timers, name)] as const])
      .filter((pair): pair is [string, number] => pair[1] !== undefined),
  );

const secondsOf = ({ limits }: Policy, length: TimerLength, method: DeliveryMethod): number =>
  limits[length === 'codeLifeOfMethod' ? deliveryMethods[method].life : length];
