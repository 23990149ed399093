/**
 * The ports of the authorization server: everything that cannot be derived from the model. Each has a real
 * implementation in a folder beside this file, and a test double where a test needs one.
 */
import type { SubjectIdentifier, UsageInterval } from '../model/messages/index.ts';
import type { DeliveryMethod, ScopeName } from '../model/vocabulary/index.ts';

/** Time. Nothing in the server reads a clock in any other way. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Chance. Cryptographically strong in a server, seeded in tests and recordings. */
export interface Randomness {
  bytes(length: number): Uint8Array;
}

/** What a row is about. `seen` rows are one-time identifiers; `denial` and `contact` rows point at transactions. */
export type RowKind = 'transaction' | 'account' | 'client' | 'message' | 'seen' | 'denial' | 'contact' | 'grant';

export interface RowReference {
  readonly kind: RowKind;
  /** Never a secret: secrets are hashed before they become keys. */
  readonly key: string;
}

/** A row as it was read. `body` is JSON; what is in it is the business of whoever wrote it. */
export interface StoredRow extends RowReference {
  /** 1 after the first write, one more after each. */
  readonly version: number;
  readonly body: unknown;
  /** When somebody has to look at the row, in epoch milliseconds; null for never. */
  readonly dueAt: number | null;
  /** When the row may be forgotten, in epoch milliseconds; null for never. */
  readonly expiresAt: number | null;
}

/** One change of a commit. It holds only if the row still has the expected version; 0 says that there is no row. */
export interface RowWrite extends RowReference {
  readonly expectedVersion: number;
  /** The new body; undefined deletes the row. */
  readonly body: unknown;
  readonly dueAt: number | null;
  readonly expiresAt: number | null;
}

/**
 * Durable rows with one atomic write. There is no other way to change anything, so that a store which is right about
 * `commit` is right about every race.
 */
export interface Store {
  /** The rows as of one moment, in the order asked for; undefined where there is none. */
  read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]>;
  /**
   * The rows as they will be when every commit of this process that waits for the disk has held, for whoever decides by
   * them and writes all that it decides by: its commit then holds only if they do. What `read` gives where it is absent.
   */
  latest?(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]>;
  /** All changes, or none and false when any row no longer has its expected version. Durable when it resolves. */
  commit(writes: readonly RowWrite[]): Promise<boolean>;
  /** Rows of a kind whose `dueAt` has come, oldest first. */
  due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]>;
  /** Forgets rows whose `expiresAt` has passed; says how many. */
  purge(nowAt: number): Promise<number>;
  close(): Promise<void>;
}

/** A message to a resource owner, ready to be handed over. Holds a passcode: never logged. */
export interface OutgoingMessage {
  /** Same for every attempt, so that a gateway can drop repetitions. */
  readonly id: string;
  readonly method: DeliveryMethod;
  /** From the customer's records: a phone number in E.164 form, or an email address. */
  readonly contact: string;
  /** For email. */
  readonly subject: string;
  /** Lines are separated by `\n`; a voice gateway speaks it. */
  readonly text: string;
  readonly locale: string;
}

/** Hands messages to the outside. `refused` may be tried again, as the delivery channel's machine decides. */
export interface DeliveryGateway {
  hand(
    message: OutgoingMessage,
  ): Promise<{ readonly outcome: 'accepted' } | { readonly outcome: 'refused'; readonly reason: string }>;
  close(): Promise<void>;
}

/** A customer as the utility knows them. */
export interface Customer {
  readonly accountId: string;
  /** Contacts on file, by the method that uses them. */
  readonly contacts: Readonly<Partial<Record<DeliveryMethod, string>>>;
  /** The language in which the customer wants to be written to, as a BCP 47 tag; absent when they have not said. */
  readonly locale?: string;
}

/** The utility's customer records. */
export interface CustomerDirectory {
  /** The customer that a subject identifier names; undefined for none, and for more than one. */
  find(subject: SubjectIdentifier): Promise<Customer | undefined>;
  /**
   * The subject in the one spelling that stands for all those which find the same customers. Hints follow from it alone;
   * otherwise whoever spells a subject in two ways could tell true hints from made-up ones. What is optional in an
   * address and would narrow the search is left out, but for the postal code.
   */
  canonical(subject: SubjectIdentifier): SubjectIdentifier;
}

/** A registered client. Secrets are kept as hashes. */
export interface ClientRegistration {
  readonly clientId: string;
  /** Vetted name for messages. */
  readonly displayName: string;
  /** Domain to which the passcode of a text message is bound; absent for clients without web pages. */
  readonly autofillDomain?: string;
  readonly authentication:
    | { readonly method: 'privateKeyJwt'; readonly jwks: { readonly keys: readonly Record<string, unknown>[] } }
    | { readonly method: 'clientSecretBasic'; readonly secretSha256: string };
  /** What the client may ask for. */
  readonly scopes: readonly ScopeName[];
  /** False for clients that are registered for other grants only. */
  readonly mayUseOtp: boolean;
  /** Whether the client gets refresh tokens; not when absent. */
  readonly mayRefresh?: boolean;
  /** Whether it is a resource server, which may ask about access tokens; not when absent. */
  readonly mayIntrospect?: boolean;
  /** Whether it is shown true masked contacts, under an agreement that allows it; not when absent. */
  readonly maySeeHints?: boolean;
}

export interface ClientDirectory {
  find(clientId: string): Promise<ClientRegistration | undefined>;
}

/** Metered usage, from the utility's meter data. */
export interface UsageRecords {
  /** Hourly intervals of the year before `endAt` (epoch milliseconds), oldest first, without gaps. */
  hourly(accountId: string, endAt: number): Promise<UsageInterval[]>;
}

/** Claims of an access token that the key ring does not fill in by itself. */
export interface AccessTokenClaims {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly clientId: string;
  readonly tokenId: string;
  readonly scope: string;
  /** Thumbprint of the key that the token is bound to; absent for one that anybody can use. */
  readonly keyThumbprint?: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Everything that needs a key. Keys survive a restart; losing them loses open transactions and tokens. */
export interface KeyRing {
  /** Keyed hash, base64url. `purpose` separates uses, so that a hash made for one is worthless for another. */
  keyedHash(
    purpose:
      | 'session'
      | 'passcode'
      | 'account'
      | 'subject'
      | 'denial'
      | 'contact'
      | 'seen'
      | 'refresh'
      | 'nonce'
      | 'hint',
    text: string,
  ): string;
  /** Encrypts what has to wait in the store, such as a message with its passcode. */
  seal(plaintext: string): Promise<string>;
  unseal(sealed: string): Promise<string>;
  /** A signed access token (RFC 9068). */
  signAccessToken(claims: AccessTokenClaims): Promise<string>;
  /** The public keys, as JWK Set. */
  publicKeys(): { readonly keys: readonly Record<string, unknown>[] };
}

/** What the operator reads. No secret, passcode, session, token or contact may be in it. */
export interface OperatorLog {
  note(event: string, fields: Readonly<Record<string, string | number | boolean>>): void;
}
