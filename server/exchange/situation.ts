/** What is the case before an exchange: the rows of its parties, with every timer applied that has ended since. */
import {
  type MachineDefinition,
  type Parties,
  type PartyEffect,
  performEvent,
  type ServerMachine,
  serverMachines,
  timerEnd,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import type { RowReference, StoredRow } from '../ports.ts';
import { latestRows } from '../store/latest-rows.ts';
import { bodyOf, type Resting, type SealedCustomer, type TransactionRecord } from './records.ts';
import { customerOf } from './sealed-customer.ts';

/** Grants have exchanges of their own. */
type Stored = Exclude<ServerMachine, 'admission' | 'grant'>;

export type Timers = Readonly<Record<ServerMachine, Readonly<Record<string, number>>>>;

export interface Situation {
  /** Epoch milliseconds, the same for the whole exchange. */
  readonly now: number;
  readonly parties: Parties;
  readonly timers: Timers;
  readonly references: Readonly<Partial<Record<Stored, RowReference>>>;
  readonly rows: Readonly<Partial<Record<Stored, StoredRow>>>;
  /** The transaction, when there is one. */
  readonly transaction: TransactionRecord | undefined;
  /** The transaction's customer, as they were on file when it began. */
  readonly customer: SealedCustomer | undefined;
  /** The rows of the contacts that were asked for, by their keys; undefined where there is none. */
  readonly contacts: ReadonlyMap<string, StoredRow | undefined>;
}

/** What an exchange is about. */
export interface About {
  readonly transactionKey?: string;
  /** For a request that opens the transaction, which therefore need not be looked for. */
  readonly opening?: object;
  readonly clientId?: string;
  /** Keys of the contacts that messages of the exchange go to. */
  contacts?(transaction: TransactionRecord, customer: SealedCustomer): readonly string[];
}

/**
 * Reads the rows that an exchange is about: the account and the contacts follow from the transaction. All that can change
 * is read last and at once, so that nothing comes between what is decided by it and the commit.
 */
export async function situationOf(server: AuthorizationServer, about: About): Promise<Situation> {
  const { store, clock } = server.ports;
  const now = clock.now();
  const transactionReference = reference('transaction', about.transactionKey);
  const clientReference = reference('client', about.clientId);
  const isThere = transactionReference !== undefined && about.opening === undefined;
  const [begun] = isThere ? await store.read([transactionReference]) : [];
  const known = begun === undefined ? undefined : bodyOf<TransactionRecord>(begun);
  const accountReference = reference('account', known?.accountKey);
  const customer = known === undefined ? undefined : await customerOf(server, known);
  const contactKeys = known === undefined || customer === undefined ? [] : (about.contacts?.(known, customer) ?? []);
  const [transactionRow, clientRow, accountRow, ...contactRows] = await readSome(server, [
    begun === undefined ? undefined : transactionReference,
    clientReference,
    accountReference,
    ...contactKeys.map((key) => reference('contact', key)),
  ]);
  const transaction = transactionRow === undefined ? undefined : bodyOf<TransactionRecord>(transactionRow);
  const situation: Situation = {
    now,
    parties: {
      admission: server.machines.admission.initial,
      grant: server.machines.grant.initial,
      quota: restingIn(clientRow)?.machine ?? server.machines.quota.initial,
      account: restingIn(accountRow)?.machine ?? server.machines.account.initial,
      transaction: transaction?.machine ?? server.machines.transaction.initial,
    },
    timers: {
      ...noTimers,
      quota: restingIn(clientRow)?.timers ?? {},
      account: restingIn(accountRow)?.timers ?? {},
      transaction: transaction?.timers ?? {},
    },
    references: defined({ quota: clientReference, account: accountReference, transaction: transactionReference }),
    rows: defined({ quota: clientRow, account: accountRow, transaction: transactionRow }),
    transaction,
    customer,
    contacts: new Map(contactKeys.map((key, place) => [key, contactRows[place]])),
  };
  return elapsed(server, situation);
}

/** Nothing that could end. */
export const noTimers: Timers = { admission: {}, quota: {}, account: {}, transaction: {}, grant: {} };

/** Feeds each machine the ends of its timers that have passed, in the order in which they came. */
function elapsed(server: AuthorizationServer, situation: Situation): Situation {
  const due = (Object.keys(situation.timers) as ServerMachine[]) // its own keys
    .flatMap((machine) =>
      Object.entries(situation.timers[machine]).map(([timer, endsAt]) => ({ machine, timer, endsAt })),
    )
    .filter(({ endsAt }) => endsAt <= situation.now)
    .sort((one, other) => one.endsAt - other.endsAt)[0];
  if (due === undefined) return situation;
  const definition: MachineDefinition = serverMachines[due.machine];
  const event = definition.timers?.[due.timer];
  if (event === undefined) throw new Error(`timer ${due.timer} of ${due.machine} ends in no event of the model`);
  const stopped = withoutTimer(situation.timers, due.machine, due.timer);
  const { parties, effects } = performEvent(server.machines, situation.parties, due.machine, event);
  const timers = timersAfter(server, stopped, effects, due.endsAt, situation.transaction);
  return elapsed(server, { ...situation, parties, timers });
}

/** The timers after an exchange, in epoch milliseconds. */
export function timersAfter(
  { settings }: AuthorizationServer,
  before: Timers,
  effects: readonly PartyEffect[],
  now: number,
  transaction: Pick<TransactionRecord, 'method' | 'openedAt'> | undefined,
): Timers {
  let timers = before;
  for (const { machine, effect } of effects) {
    if (effect.type === 'stopTimer') timers = withoutTimer(timers, machine, effect.params.timer);
    if (effect.type !== 'startTimer') continue;
    const about = machine === 'transaction' ? { ...transaction, endsAt: timers.transaction.transaction } : {};
    const endsAt = timerEnd(effect.params.length, now, settings.policy.limits, about, 1000);
    timers = { ...timers, [machine]: { ...timers[machine], [effect.params.timer]: endsAt } };
  }
  return timers;
}

function withoutTimer(timers: Timers, machine: ServerMachine, timer: string): Timers {
  const { [timer]: _, ...rest } = timers[machine];
  return { ...timers, [machine]: rest };
}

const reference = (kind: RowReference['kind'], key: string | undefined): RowReference | undefined =>
  key === undefined ? undefined : { kind, key };

const restingIn = (row: StoredRow | undefined): Resting | undefined =>
  row === undefined ? undefined : bodyOf<Resting>(row);

async function readSome(
  { ports: { store } }: AuthorizationServer,
  references: readonly (RowReference | undefined)[],
): Promise<(StoredRow | undefined)[]> {
  const wantedRows = references.filter((wanted) => wanted !== undefined);
  const found = await latestRows(store, wantedRows);
  let next = 0;
  return references.map((wanted) => (wanted === undefined ? undefined : found[next++]));
}

const defined = <Value>(record: Readonly<Record<Stored, Value | undefined>>): Partial<Record<Stored, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<
    Record<Stored, Value>
  >; // only entries without a value are left out
