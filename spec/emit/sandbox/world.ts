/**
 * A server with a sandbox as far as one client can bring it in a few requests: the machines of the model, the clock, and
 * what becomes of messages. A pure function of what was done, for the search to look ahead with.
 */
import {
  defaultPolicy,
  dutyEvents,
  type Effect,
  type ExchangeName,
  eventsOf,
  type Facts,
  initialParties,
  type Machines,
  type MessageFate,
  machinesUnder,
  type OutcomeName,
  type Parties,
  performEvent,
  performExchange,
  remembering,
  type SandboxCustomer,
  type ScopeName,
  step,
  timerEnd,
  transaction,
} from '../../../model/index.ts';

export interface SandboxWorld {
  readonly parties: Parties;
  /** Seconds since the beginning. */
  readonly now: number;
  /** When the newest transaction was opened. */
  readonly openedAt: number;
  /** Of the transaction: when each ends. */
  readonly timers: Readonly<Record<string, number>>;
  /** Whoever the transaction is about; undefined before there is one. */
  readonly customer: SandboxCustomer | undefined;
  readonly scope: ScopeName | undefined;
  readonly messages: readonly WorldMessage[];
  readonly isGranted: boolean;
}

interface WorldMessage {
  readonly fate: MessageFate | 'queued';
  readonly lapsesAt: number;
}

const { limits } = defaultPolicy;

const plain = machinesUnder(defaultPolicy);
const machines: Machines = {
  admission: remembering(plain.admission),
  quota: remembering(plain.quota),
  account: remembering(plain.account),
  transaction: remembering(plain.transaction),
  grant: remembering(plain.grant),
};

/** Before anything. */
export const emptyWorld: SandboxWorld = {
  parties: initialParties(machines),
  now: 0,
  openedAt: 0,
  timers: {},
  customer: undefined,
  scope: undefined,
  messages: [],
  isGranted: false,
};

/** The same world as a client meets it that has used up its quotas. */
export const forBusyClient = (world: SandboxWorld): SandboxWorld =>
  withParty(world, 'quota', 'counting', { starts: limits.startsPerClient, wrongCodes: limits.wrongCodesPerClient });

/** What a request is answered with, and the world after it. */
export function requested(
  world: SandboxWorld,
  exchange: ExchangeName,
  facts: Facts,
): { readonly outcome: OutcomeName; readonly world: SandboxWorld } {
  const { parties, outcome, effects } = performExchange(machines, world.parties, exchange, facts);
  const after = effects.reduce(
    (known, { machine, effect }) => (machine === 'transaction' ? carriedOut(known, effect) : known),
    {
      ...world,
      parties,
    },
  );
  return { outcome, world: settled(after) };
}

/** A transaction was opened about a customer: what is magic about them happens. */
export function openedFor(world: SandboxWorld, customer: SandboxCustomer, scope: ScopeName): SandboxWorld {
  const named: SandboxWorld = { ...world, customer, scope };
  if (customer.magic === undefined) return named;
  const { history, sendBudget } = customer.magic;
  let happened = named;
  for (const event of eventsOf(history, limits)) {
    const { snapshot, effects } = step(machines.transaction, happened.parties.transaction, event);
    const parties = { ...happened.parties, transaction: snapshot };
    happened = effects.reduce(carriedOut, { ...happened, parties });
  }
  const isUsedUp = sendBudget === 'usedUp';
  return settled(
    isUsedUp ? withParty(happened, 'account', 'counting', { sends: limits.sendsPerAccount, wrongCodes: 0 }) : happened,
  );
}

/** The clock was advanced. */
export function advanced(world: SandboxWorld, seconds: number): SandboxWorld {
  const now = world.now + seconds;
  const [next] = Object.entries(world.timers)
    .filter(([, endsAt]) => endsAt <= now)
    .sort(([, one], [, other]) => one - other);
  if (next === undefined) return retried({ ...world, now });
  const [timer, endsAt] = next;
  const { [timer]: _, ...timers } = world.timers;
  const event = (transaction.timers as Readonly<Record<string, string>>)[timer] ?? ''; // names of its own timers
  const { parties, effects } = performEvent(machines, world.parties, 'transaction', event);
  const after = effects.reduce((known, { effect }) => carriedOut(known, effect), {
    ...world,
    now: endsAt,
    parties,
    timers,
  });
  return advanced(after, now - endsAt);
}

function carriedOut(world: SandboxWorld, effect: Effect): SandboxWorld {
  switch (effect.type) {
    case 'startTimer': {
      const { timer, length } = effect.params;
      const about = { method: 'sms', openedAt: world.openedAt, endsAt: world.timers.transaction } as const;
      return { ...world, timers: { ...world.timers, [timer]: timerEnd(length, world.now, limits, about) } };
    }
    case 'stopTimer': {
      const { [effect.params.timer]: _, ...timers } = world.timers;
      return { ...world, timers };
    }
    case 'perform': {
      const lapsesAt = world.timers.code ?? world.now;
      if (effect.params.duty === 'sendCode') return queued(world, 'queued', lapsesAt);
      if (effect.params.duty === 'withholdCode') return queued(world, 'withheld', lapsesAt);
      if (effect.params.duty !== 'issueAccessToken') return world;
      const { machine, event } = dutyEvents.issueAccessToken;
      return { ...world, isGranted: true, parties: performEvent(machines, world.parties, machine, event).parties };
    }
    default:
      return world;
  }
}

const queued = (world: SandboxWorld, fate: WorldMessage['fate'], lapsesAt: number): SandboxWorld => ({
  ...world,
  messages: [...world.messages, { fate, lapsesAt }],
});

/** What becomes of waiting messages when the outbox looks at them, as the delivery channel has it. */
function settled(world: SandboxWorld): SandboxWorld {
  const treatment = world.customer?.magic?.messages ?? 'handedOver';
  const isPending = world.parties.transaction.value.startsWith('pending.');
  const messages = world.messages.map((message, index): WorldMessage => {
    if (message.fate !== 'queued') return message;
    if (world.now >= message.lapsesAt) return { ...message, fate: 'lapsed' };
    if (treatment === 'late') return message;
    if (!isPending || index < world.messages.length - 1) return { ...message, fate: 'superseded' };
    return treatment === 'refused' ? message : { ...message, fate: 'delivered' };
  });
  return { ...world, messages };
}

/** Any wait is long enough for every attempt at a message that the gateway refuses. */
function retried(world: SandboxWorld): SandboxWorld {
  const isRefused = world.customer?.magic?.messages === 'refused';
  const messages = world.messages.map(
    (message): WorldMessage => (isRefused && message.fate === 'queued' ? { ...message, fate: 'failed' } : message),
  );
  return settled({ ...world, messages });
}

const withParty = (
  world: SandboxWorld,
  party: 'quota' | 'account',
  value: string,
  context: Readonly<Record<string, number>>,
): SandboxWorld => ({ ...world, parties: { ...world.parties, [party]: { value, context } } });
