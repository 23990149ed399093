/**
 * Conducts an exchange: reads what is the case, lets the model decide, carries out what it asks for, and writes all of
 * it at once. When somebody else wrote first, nothing of it happened, and it starts again from what is the case then.
 */
import {
  type AccessTokenResponse,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  type Facts,
  type Offer,
  type OtpAuthorizationResponse,
  type OtpDeliveryResponse,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type PartyEffect,
  performExchange,
} from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { Unavailable } from '../dependencies.ts';
import type { RowWrite } from '../ports.ts';
import type { Resting, SealedCustomer, TransactionRecord } from './records.ts';
import { type About, type Situation, situationOf, type Timers, timersAfter } from './situation.ts';
import { duties, type TransactionDuty } from './transaction-duties.ts';

/** What the duties of an exchange put into its successful answer. */
export interface Reply {
  readonly session?: OtpAuthorizationResponse;
  readonly code?: OtpDeliveryResponse;
  readonly token?: AccessTokenResponse;
}

/** An exchange in the making. Duties add to it; it counts only once it is committed. */
export interface Draft {
  readonly now: number;
  readonly transactionKey: string;
  /** Absent when the transaction is being opened. */
  readonly customer: SealedCustomer | undefined;
  /** The rows of contacts, as they were read. */
  readonly contacts: Situation['contacts'];
  transaction: TransactionRecord;
  timers: Timers;
  readonly writes: RowWrite[];
  reply: Reply;
}

export interface Conducted {
  readonly outcome: OutcomeName;
  readonly reply: Reply;
  /** For outcomes that ask the client to wait. */
  readonly retryAfterSeconds: number;
}

/** One attempt's view: facts and the transaction as the request wants it, found anew whenever an attempt starts. */
export interface Intent extends About {
  readonly transactionKey: string;
  readonly clientId: string;
  /** The facts of the request in a situation. */
  facts(situation: Situation): Facts | Promise<Facts>;
  /** The transaction to go on with; for a request that opens one, the new one. */
  transaction(situation: Situation): TransactionRecord | undefined;
  /** For a request that opens a transaction. */
  readonly opening?: Opening;
}

/** What the client is told of a new transaction, and the store does not keep. */
export interface Opening {
  readonly handle: string;
  /** With hints, where the client is shown any. */
  readonly options: Offer['options'];
}

const attempts = 1000;

/**
 * Conducts an exchange that the front door has let in.
 *
 * @throws Unavailable when the store fails, or a thousand attempts in a row lost against other writers
 */
export async function conduct(server: AuthorizationServer, exchange: ExchangeName, intent: Intent): Promise<Conducted> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const situation = await situationOf(server, intent);
    const facts = await intent.facts(situation);
    const performed = performExchange(server.machines, situation.parties, exchange, facts);
    // what the request wants of the transaction counts only when it was let through
    const isActedOn = performed.effects.some(({ effect }) => effect.type === 'perform');
    const current = isActedOn ? intent.transaction(situation) : situation.transaction;
    const draft = await carriedOut(server, situation, performed.effects, current, intent);
    const row: ExchangeRow = exchanges[exchange];
    const parts = [...row.steps.map(({ machine }) => machine), ...performed.effects.map(({ machine }) => machine)];
    const writes = [
      ...partyWrites(
        situation,
        { ...situation, parties: performed.parties, timers: draft?.timers ?? situation.timers },
        new Set(parts),
        draft,
      ),
      ...(draft?.writes ?? []),
    ];
    if (await server.ports.store.commit(writes)) {
      if (writes.some(({ kind }) => kind === 'message')) server.messagesWaiting();
      return {
        outcome: performed.outcome,
        reply: draft?.reply ?? {},
        retryAfterSeconds: retryAfterSeconds(performed.outcome, draft?.timers ?? situation.timers, situation.now),
      };
    }
  }
  throw new Unavailable('the store refused every attempt at a commit');
}

/** Applies timers and carries out duties, in the order in which the machines asked for them. */
export async function carriedOut(
  server: AuthorizationServer,
  situation: Situation,
  effects: readonly PartyEffect[],
  transaction: TransactionRecord | undefined,
  intent: Pick<Intent, 'transactionKey' | 'opening'>,
): Promise<Draft | undefined> {
  const timers = timersAfter(server, situation.timers, effects, situation.now, transaction);
  if (transaction === undefined) return undefined;
  const draft: Draft = {
    now: situation.now,
    transactionKey: intent.transactionKey,
    customer: situation.customer,
    contacts: situation.contacts,
    transaction,
    timers,
    writes: [],
    reply: {},
  };
  for (const { effect } of effects) {
    if (effect.type !== 'perform') continue;
    await duties[effect.params.duty as TransactionDuty](server, draft, intent.opening); // a test walks all duties of these machines
  }
  return draft;
}

const dayMilliseconds = 86_400_000;

/** The rows of the parties after an exchange; only those that took part are written. */
export function partyWrites(
  before: Situation,
  after: Situation,
  parts: ReadonlySet<string>,
  draft: Draft | undefined,
): RowWrite[] {
  const resting = (machine: 'quota' | 'account' | 'transaction'): Resting => ({
    machine: after.parties[machine],
    timers: after.timers[machine],
  });
  return (['quota', 'account', 'transaction'] as const).flatMap((machine): RowWrite[] => {
    const reference =
      machine === 'account' && draft !== undefined
        ? { kind: 'account' as const, key: draft.transaction.accountKey }
        : before.references[machine];
    if (reference === undefined || !parts.has(machine)) return [];
    if (machine === 'transaction' && draft === undefined) return [];
    const known = before.rows[machine];
    if (machine === 'transaction' && known === undefined && after.parties.transaction.value === 'absent') return [];
    const body = machine === 'transaction' ? { ...draft?.transaction, ...resting(machine) } : resting(machine);
    const deniableUntil = machine === 'transaction' ? (draft?.transaction.deniableUntil ?? 0) : 0;
    const last = Math.max(after.now, ...Object.values(after.timers[machine]), known?.expiresAt ?? 0, deniableUntil);
    const expiresAt = machine === 'transaction' ? Math.max(last, after.now + dayMilliseconds) : last;
    return [{ ...reference, expectedVersion: known?.version ?? 0, body, dueAt: null, expiresAt }];
  });
}

/** Until the wait or the window that turned the request away is over; at least one second. */
function retryAfterSeconds(outcome: OutcomeName, timers: Timers, now: number): number {
  const { waitsFor }: OutcomeRow = outcomes[outcome];
  const endsAt = waitsFor === undefined ? now : (timers[waitsFor.machine][waitsFor.timer] ?? now);
  return Math.max(1, Math.ceil((endsAt - now) / 1000));
}
