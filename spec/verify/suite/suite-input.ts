/**
 * What a tester can do to a server, as a client with a resource owner at hand: the inputs of the suite. Each is defined
 * by what the tester holds, never by what the server knows, so that a test can be played against any server.
 */
import type { ExchangeName } from '../../../model/index.ts';

/** `same` is the client that started the transaction, `other` another registered one, `nobody` sends no credentials. */
export type Sender = 'same' | 'other' | 'nobody';

/** `onFile` reaches a contact of the customer, `none` is offered and reaches nobody, `unoffered` was not offered. */
export type ChosenOption = 'onFile' | 'none' | 'unoffered' | 'missing';

/** Counted from what was received in this transaction; a `wrong` one stands in where nothing like it was received. */
export type ChosenCode = 'newest' | 'earlier' | 'wrong' | 'missing';

export type SuiteInput =
  | { readonly kind: 'identification'; readonly sender: Sender; readonly words: string }
  | { readonly kind: 'delivery'; readonly sender: Sender; readonly option: ChosenOption; readonly words: string }
  | { readonly kind: 'redemption'; readonly sender: Sender; readonly code: ChosenCode; readonly words: string }
  | { readonly kind: 'usage'; readonly words: string }
  | { readonly kind: 'denial'; readonly words: string }
  | { readonly kind: 'wait'; readonly until: 'interval' | 'code' | 'transaction'; readonly words: string };

export const suiteInputs = {
  identify: {
    kind: 'identification',
    sender: 'same',
    words:
      'Starts a transaction, which is the one that all later inputs are about; what an earlier one gave is forgotten.',
  },
  deliver: {
    kind: 'delivery',
    sender: 'same',
    option: 'onFile',
    words: 'Asks for a passcode, by a method for which the customer has a contact on file.',
  },
  deliverToNobody: {
    kind: 'delivery',
    sender: 'same',
    option: 'none',
    words: 'Asks for a passcode, by a method that is offered and for which the customer has no contact on file.',
  },
  deliverUnoffered: {
    kind: 'delivery',
    sender: 'same',
    option: 'unoffered',
    words: 'Asks for a passcode by a delivery option that was not offered.',
  },
  deliverByOther: {
    kind: 'delivery',
    sender: 'other',
    option: 'onFile',
    words: 'Another client asks for a passcode, with the handle of this transaction.',
  },
  deliverMalformed: {
    kind: 'delivery',
    sender: 'same',
    option: 'missing',
    words: 'Asks for a passcode and leaves the delivery option out.',
  },
  redeemNewest: {
    kind: 'redemption',
    sender: 'same',
    code: 'newest',
    words: 'Redeems the passcode that was received last in this transaction; a wrong one when none was.',
  },
  redeemEarlier: {
    kind: 'redemption',
    sender: 'same',
    code: 'earlier',
    words: 'Redeems the passcode that was received first, when another came after it; a wrong one otherwise.',
  },
  redeemWrong: {
    kind: 'redemption',
    sender: 'same',
    code: 'wrong',
    words: 'Redeems a passcode of the right form that was not received in this transaction.',
  },
  redeemByOther: {
    kind: 'redemption',
    sender: 'other',
    code: 'newest',
    words: 'Another client redeems the passcode that was received last, with the handle of this transaction.',
  },
  redeemUnauthenticated: {
    kind: 'redemption',
    sender: 'nobody',
    code: 'newest',
    words: 'Redeems the passcode that was received last, without credentials of any client.',
  },
  redeemMalformed: {
    kind: 'redemption',
    sender: 'same',
    code: 'missing',
    words: 'Redeems and leaves the passcode out.',
  },
  readUsage: {
    kind: 'usage',
    words: 'Reads usage with the access token of this transaction; with one that nobody issued when there is none.',
  },
  deny: {
    kind: 'denial',
    words:
      'The resource owner says, by the way in the message received last, that this was not them. Nothing without a message.',
  },
  waitForInterval: {
    kind: 'wait',
    until: 'interval',
    words:
      'Lets time pass until the interval that the last delivery response named is over; none when it is over already.',
  },
  waitForCode: {
    kind: 'wait',
    until: 'code',
    words: 'Lets time pass until the life that the last delivery response named is over; none when it is over already.',
  },
  waitForTransaction: {
    kind: 'wait',
    until: 'transaction',
    words:
      'Lets time pass until the life that the OTP authorization response named is over; none when it is over already.',
  },
} as const satisfies Record<string, SuiteInput>;

export type SuiteInputName = keyof typeof suiteInputs;

export const suiteInputNames = Object.keys(suiteInputs) as readonly SuiteInputName[]; // its own keys

/** The exchange that an input takes part in; undefined for what is no request of a client. */
export const exchangeOf = ({ kind }: SuiteInput): ExchangeName | undefined =>
  kind === 'denial' || kind === 'wait' ? undefined : kind;
