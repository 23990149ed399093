/**
 * Where each mitigation shows that it is needed: the world and the property that breaks when it is off. A mitigation that
 * has no row does not compile; one whose row finds no counterexample fails the verification.
 */
import type { AnyMitigation } from '../../../model/index.ts';
import type { WorldName } from '../world/worlds.ts';
import type { AnyPropertyName } from './property-check.ts';

export interface NecessityRow {
  readonly world: WorldName;
  readonly property: AnyPropertyName;
  /** The attack, as a heading. */
  readonly title: string;
}

export const necessity = {
  clientBinding: {
    world: 'shoulder',
    property: 'onlyTheStarterGetsAnything',
    title: 'A stranger goes on with a transaction that a kiosk started',
  },
  offeredOptionsOnly: {
    world: 'channel',
    property: 'codesStayWithinOptions',
    title: 'A passcode leaves by an option that the utility never offered',
  },
  newestCodeOnly: {
    world: 'guessing',
    property: 'tokenNeedsItsCode',
    title: 'An old passcode still opens the door after a new one was sent',
  },
  singleUse: { world: 'guessing', property: 'oneTokenPerTransaction', title: 'One passcode, two tokens' },
  transactionLock: { world: 'guessing', property: 'wrongCodesBounded', title: 'Guessing without end' },
  resendKeepsCount: {
    world: 'guessing',
    property: 'wrongCodesBounded',
    title: 'Every resend buys the guesser another set of guesses',
  },
  sendLimit: { world: 'guessing', property: 'sendsBounded', title: 'A transaction that floods its victim' },
  resendInterval: { world: 'guessing', property: 'sendsSpaced', title: 'Message upon message, without a pause' },
  codeExpiry: { world: 'guessing', property: 'tokenNeedsItsCode', title: 'A passcode that never dies' },
  transactionExpiry: {
    world: 'guessing',
    property: 'everyTransactionEnds',
    title: 'A transaction that stays open for ever',
  },
  denialEnds: {
    world: 'readable',
    property: 'alarmCounts',
    title: 'The customer said no, and the token came all the same',
  },
  denialRevokes: { world: 'readable', property: 'alarmCounts', title: 'The customer said no, too late to matter' },
  accountFailureBudget: {
    world: 'parallel',
    property: 'accountGuessesBounded',
    title: 'Transactions in parallel multiply the guesses at one account',
  },
  accountSendBudget: {
    world: 'parallel',
    property: 'accountSendsBounded',
    title: 'Transactions in parallel flood one account',
  },
  clientStartQuota: {
    world: 'guessing',
    property: 'clientStartsBounded',
    title: 'A client starts as many transactions as it likes',
  },
  clientFailureQuota: {
    world: 'many-accounts',
    property: 'clientGuessesBounded',
    title: 'One guess at each of very many accounts',
  },
  refreshBound: {
    world: 'refresh',
    property: 'tokensStayWithTheirClient',
    title: 'A copied refresh token works for any client',
  },
  refreshRotated: {
    world: 'refresh',
    property: 'replacedTokensAreDead',
    title: 'A copied refresh token works for ever, unnoticed',
  },
  refreshReuseRevokes: {
    world: 'refresh',
    property: 'copiesShow',
    title: 'The thief refreshed first, and keeps what the kiosk lost',
  },
  supersededMessagesDropped: {
    world: 'channel',
    property: 'deadCodesStayUnsent',
    title: 'A passcode that was replaced arrives after the one that replaced it',
  },
  lapsedMessagesDropped: {
    world: 'channel',
    property: 'deadCodesStayUnsent',
    title: 'A passcode arrives dead',
  },
  atomicCheck: { world: 'races', property: 'oneTokenPerTransaction', title: 'Two requests at once, two tokens' },
  ownCodeOnly: {
    world: 'swap',
    property: 'tokenNeedsItsCode',
    title: "The stranger's own passcode opens somebody else's transaction",
  },
  contactOnFile: {
    world: 'channel',
    property: 'codeStaysWithItsOwner',
    title: 'A contact that was added a minute ago receives the passcode',
  },
  identifiesOnly: {
    world: 'channel',
    property: 'codeStaysWithItsOwner',
    title: 'The number in the request is where the passcode goes',
  },
  clientNamed: {
    world: 'page',
    property: 'tokenIsMeant',
    title: 'A message that does not say whom the passcode is for',
  },
  displayNameVetted: {
    world: 'page',
    property: 'tokenIsMeant',
    title: 'A stranger registers under the name of a client that customers trust',
  },
  noClientText: { world: 'page', property: 'tokenIsMeant', title: 'The stranger writes the message itself' },
  bindingMessageSent: {
    world: 'other-kiosk',
    property: 'tokenIsMeant',
    title: 'Two kiosks of one client, and a message that fits both',
  },
  bindingMessageShown: {
    world: 'other-kiosk',
    property: 'tokenIsMeant',
    title: 'Two kiosks of one client, and nothing on the screen to compare with',
  },
  denialTold: {
    world: 'readable',
    property: 'alarmCounts',
    title: 'The customer is alarmed, and does not know whom to tell',
  },
  scopeSaid: { world: 'consent', property: 'scopeAsSaid', title: 'A message that does not say what is asked for' },
  scopeNotWider: { world: 'consent', property: 'scopeAsSaid', title: 'The token allows more than the message said' },
  usageWithinScope: {
    world: 'consent',
    property: 'scopeAsSaid',
    title: 'The resource server hands out more than the token allows',
  },
  tokenRequired: { world: 'readable', property: 'usageNeedsToken', title: 'Usage for anybody who asks' },
  tokenValidated: { world: 'readable', property: 'usageNeedsToken', title: 'A revoked token goes on working' },
  otherContactsNotified: {
    world: 'sim-swap',
    property: 'fraudCanBeUndone',
    title: 'The number was taken over, and the customer never hears of the grant',
  },
  clientAuthenticated: {
    world: 'shoulder',
    property: 'tokenIsMeant',
    title: 'Anybody can say that they are the kiosk',
  },
  assertionOnce: { world: 'shoulder', property: 'tokenIsMeant', title: 'A used assertion makes a stranger the kiosk' },
  assertionAudience: {
    world: 'mix-up',
    property: 'tokenIsMeant',
    title: 'What the kiosk proves to one server, that server proves to another',
  },
  issuerReturned: {
    world: 'mix-up',
    property: 'codeStaysWithItsIssuer',
    title: 'A server that does not say who it is, and a kiosk that cannot tell',
  },
  issuerCompared: {
    world: 'mix-up',
    property: 'codeStaysWithItsIssuer',
    title: 'A kiosk that does not look who answered',
  },
  codeKeptByClient: {
    world: 'credentials',
    property: 'codeStaysWithItsOwner',
    title: 'The passcode stands in the logs of the kiosk',
  },
  sessionEntropy: {
    world: 'credentials',
    property: 'tokenIsMeant',
    title: 'A handle that can be guessed, and a kiosk whose key was stolen',
  },
  secretsHashed: { world: 'insider', property: 'codeStaysWithItsOwner', title: 'The passcode stands in the store' },
  secretsUnlogged: { world: 'insider', property: 'codeStaysWithItsOwner', title: 'The passcode stands in the logs' },
  messagesForgotten: {
    world: 'insider',
    property: 'codeStaysWithItsOwner',
    title: 'The message that was sent is still in the outbox',
  },
  codeRandomness: { world: 'insider', property: 'tokenIsMeant', title: 'The next passcode can be predicted' },
  constantTime: { world: 'insider', property: 'tokenIsMeant', title: 'The time of an answer gives the passcode away' },
  uniformIdentification: { world: 'unknown', property: 'answersAlike', title: 'An error that says: no such customer' },
  uniformDelivery: { world: 'unknown', property: 'answersAlike', title: 'An error that says: nobody to send to' },
  silentThrottling: {
    world: 'throttled',
    property: 'answersAlike',
    title: 'An error that says: this customer has been asked too often',
  },
  uniformTime: { world: 'unknown', property: 'answersAlike', title: 'A slow answer means: a customer' },
  genericOptions: {
    world: 'unknown',
    property: 'answersAlike',
    title: 'The options say: a customer, with a telephone',
  },
  noAccountData: { world: 'unknown', property: 'answersAlike', title: 'The answer has a name in it' },
  errorsLeakNothing: { world: 'unknown', property: 'answersAlike', title: 'The words of an error say: none was sent' },
  accountWindow: {
    world: 'honest',
    property: 'grantStaysReachable',
    title: 'An account whose budget is used up once is shut for ever',
  },
} as const satisfies Record<AnyMitigation, NecessityRow>;
