/**
 * Lets things happen to a transaction before its client does anything: by feeding its machine events, so that nothing
 * can come about that could not have happened, and by writing at once what the server itself would have written.
 */
import { eventsOf, type MachineEvent, type Magic, type Snapshot, step, wrongGuess } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { carriedOut, type Draft, partyWrites } from '../exchange/conduct.ts';
import { contactKey } from '../exchange/outgoing.ts';
import { type Situation, situationOf } from '../exchange/situation.ts';
import type { RowWrite } from '../ports.ts';

/** Lets the history of a magic customer happen, and sets the budget of their account. */
export const prepareMagic = (server: AuthorizationServer, transactionKey: string, magic: Magic): Promise<void> =>
  prepare(server, transactionKey, eventsOf(magic.history, server.settings.policy.limits), magic.sendBudget);

/** Lets as many wrong passcodes come as lock a transaction. */
export const lockTransaction = (server: AuthorizationServer, transactionKey: string): Promise<void> =>
  prepare(
    server,
    transactionKey,
    Array.from({ length: server.settings.policy.limits.wrongCodesPerTransaction }, () => wrongGuess),
  );

/** How the strangers had passcodes sent, where the client has not chosen yet. */
const usualMethod = 'sms';

async function prepare(
  server: AuthorizationServer,
  transactionKey: string,
  events: readonly MachineEvent[],
  sendBudget?: Magic['sendBudget'],
): Promise<void> {
  for (;;) {
    const before = await situationOf(server, {
      transactionKey,
      contacts: ({ method = usualMethod }, { contacts }) => [contactKey(server, contacts[method] ?? '')],
    });
    if (before.transaction === undefined) return;
    const played = await playedTo(server, transactionKey, before, events);
    const after = sendBudget === undefined ? played.situation : withBudget(server, played.situation, sendBudget);
    const parts = new Set(sendBudget === undefined ? ['transaction'] : ['transaction', 'account']);
    const writes = [...partyWrites(before, after, parts, played.draft), ...lastOfEach(played.writes)];
    if (await server.ports.store.commit(writes)) return server.messagesWaiting();
  }
}

interface Played {
  readonly situation: Situation;
  readonly draft: Draft;
  readonly writes: readonly RowWrite[];
}

/** Takes the transaction along the events. What its machine tells others is left out: strangers did all this. */
async function playedTo(
  server: AuthorizationServer,
  transactionKey: string,
  before: Situation,
  events: readonly MachineEvent[],
): Promise<Played> {
  if (before.transaction === undefined) throw new Error('a history needs a transaction to happen to');
  let situation = before;
  let draft: Draft = {
    now: before.now,
    transactionKey,
    customer: before.customer,
    contacts: before.contacts,
    transaction: before.transaction,
    timers: before.timers,
    writes: [],
    reply: {},
  };
  const writes: RowWrite[] = [];
  for (const event of events) {
    const { snapshot, effects } = step(server.machines.transaction, situation.parties.transaction, event);
    const own = effects
      .filter(({ type }) => type === 'startTimer' || type === 'stopTimer' || type === 'perform')
      .map((effect) => ({ machine: 'transaction' as const, effect }));
    const transaction = { ...draft.transaction, method: draft.transaction.method ?? usualMethod };
    draft = (await carriedOut(server, situation, own, transaction, { transactionKey })) ?? draft;
    writes.push(...draft.writes);
    const parties = { ...situation.parties, transaction: snapshot };
    situation = { ...situation, parties, timers: draft.timers, transaction: draft.transaction };
  }
  return { situation, draft, writes };
}

function withBudget(server: AuthorizationServer, situation: Situation, sendBudget: Magic['sendBudget']): Situation {
  const { initial } = server.machines.account;
  const { sendsPerAccount, accountWindowSeconds } = server.settings.policy.limits;
  const usedUp: Snapshot = { value: 'counting', context: { ...initial.context, sends: sendsPerAccount } };
  const isFresh = sendBudget === 'fresh';
  return {
    ...situation,
    parties: { ...situation.parties, account: isFresh ? initial : usedUp },
    timers: {
      ...situation.timers,
      account: isFresh ? {} : { window: situation.now + accountWindowSeconds * 1000 },
    },
  };
}

/** Every message of a history points its contact at the same transaction; a commit may do so once. */
const lastOfEach = (writes: readonly RowWrite[]): RowWrite[] => [
  ...new Map(writes.map((write) => [`${write.kind} ${write.key}`, write])).values(),
];
