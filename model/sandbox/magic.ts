/** What is magic about a customer of the sandbox: what has happened to their transactions before the client does anything. */
import type { EventOf, MachineEvent, transaction } from '../machines/index.ts';
import type { LimitName, Limits } from '../policy/index.ts';

type TransactionEvent = MachineEvent & { readonly type: EventOf<typeof transaction> };

/** Events that happen one after the other, once, or as often as a limit says. */
export interface HistoryPart {
  readonly events: readonly TransactionEvent[];
  readonly times: 1 | LimitName;
}

export interface Magic {
  /** What has happened to each transaction when the client gets its handle. The machine decides what comes of it. */
  readonly history: readonly HistoryPart[];
  /** The sends of the account, each time somebody names the customer: none yet, or all that there are. */
  readonly sendBudget: 'fresh' | 'usedUp';
  /** What becomes of their messages: handed over, refused by the gateway each time, or looked at too late. */
  readonly messages: 'handedOver' | 'refused' | 'late';
}

/** A passcode is sent to the contact on file. */
export const passcodeSent = {
  type: 'delivery.requested',
  client: 'same',
  option: 'offered',
  contact: 'onFile',
  account: 'within',
} as const satisfies TransactionEvent;

/** The wait after a send is over. */
export const waitOver = { type: 'interval.elapsed' } as const satisfies TransactionEvent;

/** The client brings a wrong passcode. */
export const wrongGuess = {
  type: 'code.submitted',
  client: 'same',
  code: 'wrong',
  account: 'within',
} as const satisfies TransactionEvent;

/** The customer says that this was not them. */
export const denied = { type: 'denial.received' } as const satisfies TransactionEvent;

export const codeOver = { type: 'code.expired' } as const satisfies TransactionEvent;
export const transactionOver = { type: 'transaction.expired' } as const satisfies TransactionEvent;

/** The events of a history under the limits of a server. */
export const eventsOf = (history: readonly HistoryPart[], limits: Limits): readonly TransactionEvent[] =>
  history.flatMap(({ events, times }) => Array.from({ length: times === 1 ? 1 : limits[times] }, () => events).flat());

/**
 * The passcode that magic customers always get: `12345678`, or as long as the server wants it, from its characters.
 *
 * @param length number of characters
 * @param characters what passcodes are drawn from, in order
 */
export const magicCode = (length: number, characters: string): string =>
  Array.from({ length }, (_, index) => characters[(index + 1) % characters.length]).join('');
