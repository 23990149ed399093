/** What the store keeps for each party of an exchange. Nothing in here is a secret in the clear. */
import type { DeliveryMethod, MessageLocale, ScopeName, Snapshot } from '../../model/index.ts';
import type { StoredRow } from '../ports.ts';

/** A machine at rest, and when its timers end, in epoch milliseconds. */
export interface Resting {
  readonly machine: Snapshot;
  readonly timers: Readonly<Record<string, number>>;
}

/** One way of delivery that was offered. */
export interface OfferedOption {
  readonly id: string;
  readonly method: DeliveryMethod;
}

export interface TransactionRecord extends Resting {
  readonly clientId: string;
  /** Key of the account's row; a made-up one for subjects that are unknown. */
  readonly accountKey: string;
  /** Sealed `SealedCustomer`: the contacts as they were on file before the request. */
  readonly customer: string;
  readonly scopes: readonly ScopeName[];
  /** Of the messages. */
  readonly locale: MessageLocale;
  readonly options: readonly OfferedOption[];
  /** Keyed hashes of all passcodes, the newest last. */
  readonly codes: readonly string[];
  readonly bindingMessage: string;
  /** When it was opened, in epoch milliseconds; a letter lengthens its life from then on. */
  readonly openedAt: number;
  /** Thumbprint of the key that signed the proof of the first request; absent when it had none. */
  readonly keyThumbprint?: string;
  /** How the newest passcode was sent. */
  readonly method?: DeliveryMethod;
  /** Key of the grant that the transaction was spent on. */
  readonly grantId?: string;
  /** Until when the grant can be denied, in epoch milliseconds, where that is longer than anything else here. */
  readonly deniableUntil?: number;
}

export interface SealedCustomer {
  /** Null for a subject that is unknown or ambiguous. */
  readonly accountId: string | null;
  readonly contacts: Readonly<Partial<Record<DeliveryMethod, string>>>;
  /** The methods by which a passcode may go to them; all that have a contact, unless hints say otherwise. */
  readonly reachable: readonly DeliveryMethod[];
}

/** A grant, as refreshes, the resource server and a later denial need it. Its tokens are not kept. */
export interface GrantRecord extends Resting {
  readonly clientId: string;
  /** Sealed account id; null once the tokens are revoked. */
  readonly account: string | null;
  readonly scopes: readonly ScopeName[];
  /** Thumbprint of the key that its tokens are bound to; absent when they are bound to none. */
  readonly keyThumbprint?: string;
  /** Whether it has refresh tokens at all. */
  readonly mayRefresh: boolean;
  /** How often it was refreshed, which is the number of its newest refresh token. */
  readonly refreshes: number;
}

/** A message in the outbox. */
export interface MessageRecord {
  readonly machine: Snapshot;
  /** Sealed `OutgoingMessage`; null once it is forgotten. */
  readonly sealed: string | null;
  /** Key of the transaction. */
  readonly transaction: string;
  /** Which passcode of the transaction it carries, from 1; null for a notice. */
  readonly codeNumber: number | null;
  /** True for a message that only exists so that nobody can tell that there is none. */
  readonly decoy: boolean;
  /** When it would come too late, in epoch milliseconds. */
  readonly lapsesAt: number;
}

/** Points from a denial token to its transaction. */
export interface DenialRecord {
  readonly transaction: string;
}

/** Points from a contact to the transactions of its latest messages, the newest first. */
export interface ContactRecord {
  readonly transactions: readonly string[];
}

/** The body of a row that this server wrote. */
export const bodyOf = <Body>(row: StoredRow): Body => row.body as Body; // each kind has one writer, which writes this type

/** How the operator's log names a transaction: enough of its key to follow it from note to note, too little to look it up. */
export const transactionInLog = (transactionKey: string): string => transactionKey.slice(0, 12);
