/** Where each mitigation that a guard reads shows that it is needed. */
import type { Mitigation } from '../../../model/index.ts';
import type { NecessityRow } from './necessity-row.ts';

export const necessityOfGuards = {
  clientBinding: {
    world: 'shoulder',
    property: 'onlyTheStarterGetsAnything',
    title: 'A stranger goes on with a transaction that a kiosk started',
    harm: 'The stranger goes on where the kiosk began: it can flood the customer, use up their sends, and redeem a passcode that it saw being typed.',
  },
  keyBinding: {
    world: 'shoulder',
    property: 'tokenIsMeant',
    title: 'A handle and credentials that leaked are enough',
    harm: 'Whoever read them in the memory or the back-ups of a kiosk, and sees the passcode being typed, has the token before the kiosk does; the key, which never leaves the kiosk, would have told the two apart.',
  },
  offeredOptionsOnly: {
    world: 'channel',
    property: 'codesStayWithinOptions',
    title: 'A passcode leaves by an option that the utility never offered',
    harm: 'The utility sends a passcode by a way that it never offered, such as a telephone line that it does not trust for this or pays dearly for.',
  },
  newestCodeOnly: {
    world: 'guessing',
    property: 'tokenNeedsItsCode',
    title: 'An old passcode still opens the door after a new one was sent',
    harm: 'A passcode that the customer believes to be replaced, lying in an old message, still opens their data; each resend adds one more that a guess can hit.',
  },
  singleUse: {
    world: 'guessing',
    property: 'oneTokenPerTransaction',
    title: 'One passcode, two tokens',
    harm: 'Whoever sees the passcode after it was used has a token of their own, and nobody notices a second grant.',
  },
  transactionLock: {
    world: 'guessing',
    property: 'wrongCodesBounded',
    title: 'Guessing without end',
    harm: 'The stranger tries passcodes until one is right; eight digits last for as long as it takes to ask.',
  },
  resendKeepsCount: {
    world: 'guessing',
    property: 'wrongCodesBounded',
    title: 'Every resend buys the guesser another set of guesses',
    harm: 'With every resend the stranger buys a full set of guesses, and the limit is worth nothing.',
  },
  sendLimit: {
    world: 'guessing',
    property: 'sendsBounded',
    title: 'A transaction that floods its victim',
    harm: "The customer's telephone does not stop ringing, and the utility pays for each message.",
  },
  resendInterval: {
    world: 'guessing',
    property: 'sendsSpaced',
    title: 'Message upon message, without a pause',
    harm: 'Messages come in bursts: the customer cannot tell which passcode is the newest, and a flood costs a single second.',
  },
  codeExpiry: {
    world: 'guessing',
    property: 'tokenNeedsItsCode',
    title: 'A passcode that never dies',
    harm: 'A passcode found days later, in a mailbox or on a lost telephone, still opens the data of the customer.',
  },
  transactionExpiry: {
    world: 'guessing',
    property: 'everyTransactionEnds',
    title: 'A transaction that stays open for ever',
    harm: 'Nothing ends the transaction: it waits for a guess, a mistake or a lost telephone as long as the store lasts.',
  },
  denialEnds: {
    world: 'readable',
    property: 'alarmCounts',
    title: 'The customer said no, and the token came all the same',
    harm: 'The customer said that this was not them, and the stranger got the token all the same.',
  },
  denialRevokes: {
    world: 'readable',
    property: 'alarmCounts',
    title: 'The customer said no, too late to matter',
    harm: 'The customer said that this was not them, and the stranger goes on reading their usage.',
  },
  accountFailureBudget: {
    world: 'parallel',
    property: 'accountGuessesBounded',
    title: 'Transactions in parallel multiply the guesses at one account',
    harm: 'By opening more transactions the stranger guesses at one account as often as it likes, although each transaction locks.',
  },
  accountSendBudget: {
    world: 'parallel',
    property: 'accountSendsBounded',
    title: 'Transactions in parallel flood one account',
    harm: 'By opening more transactions the stranger sends one customer as many messages as it likes, although each transaction counts.',
  },
  clientStartQuota: {
    world: 'guessing',
    property: 'clientStartsBounded',
    title: 'A client starts as many transactions as it likes',
    harm: 'One client can probe identifiers, and fill the store, as fast as it can ask.',
  },
  clientFailureQuota: {
    world: 'many-accounts',
    property: 'clientGuessesBounded',
    title: 'One guess at each of very many accounts',
    harm: 'Trying a few passcodes at each of very many accounts, one client is right sooner or later.',
  },
  refreshBound: {
    world: 'refresh',
    property: 'tokensStayWithTheirClient',
    title: 'A copied refresh token works for any client',
    harm: 'Whoever copies a refresh token, from a backup or a log, reads the usage of the customer for as long as the grant lasts.',
  },
  refreshRotated: {
    world: 'refresh',
    property: 'replacedTokensAreDead',
    title: 'A copied refresh token works for ever, unnoticed',
    harm: 'A copy of a refresh token works beside the original, and neither the client nor the utility ever learns of it.',
  },
  refreshReuseRevokes: {
    world: 'refresh',
    property: 'copiesShow',
    title: 'The thief refreshed first, and keeps what the kiosk lost',
    harm: 'The thief who refreshes first keeps the grant; the client is refused, takes it for a fault, and nobody ends what was stolen.',
  },
  supersededMessagesDropped: {
    world: 'channel',
    property: 'deadCodesStayUnsent',
    title: 'A passcode that was replaced arrives after the one that replaced it',
    harm: 'The customer receives a passcode that is worth nothing any more, types it, and is refused; or they are asked about a transaction that they ended.',
  },
  lapsedMessagesDropped: {
    world: 'channel',
    property: 'deadCodesStayUnsent',
    title: 'A passcode arrives dead',
    harm: 'The customer receives a passcode that is worth nothing any more, types it, and loses one of their attempts.',
  },
} as const satisfies Record<Mitigation, NecessityRow>;
