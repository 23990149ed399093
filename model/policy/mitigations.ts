/**
 * One switch per mitigation. With all on every property holds; a mitigation earns its MUST by an attack that appears
 * when it is off. Every switch is read by a guard of a machine, or names what a party does outside of the machines.
 */
export interface MitigationRow {
  /** The requirement that the switch turns off. */
  readonly requirement: string;
  /** What the switch does, as the sentence of a reviewer's settings page. */
  readonly description: string;
  /**
   * Who reads it: a guard of a machine, or the model checker's world, in which the parties carry out their duties. A
   * server has no way to leave a duty out, so to it a switch of the second kind means nothing.
   */
  readonly readBy: 'guard' | 'duty';
}

export const mitigations = {
  clientBinding: {
    requirement: 'transaction/client-binding',
    description: 'Only the client that started a transaction can go on with it',
    readBy: 'guard',
  },
  offeredOptionsOnly: {
    requirement: 'otp-delivery-request/offered-option',
    description: 'Only a delivery option that was offered can be chosen',
    readBy: 'guard',
  },
  newestCodeOnly: {
    requirement: 'transaction/newest-code-only',
    description: 'A resend makes every earlier passcode worthless',
    readBy: 'guard',
  },
  singleUse: {
    requirement: 'transaction/single-grant',
    description: 'A transaction is spent by its first grant',
    readBy: 'guard',
  },
  transactionLock: {
    requirement: 'transaction/wrong-code-lock',
    description: 'Too many wrong passcodes lock the transaction',
    readBy: 'guard',
  },
  resendKeepsCount: {
    requirement: 'transaction/resend-keeps-count',
    description: 'A resend does not forget wrong passcodes',
    readBy: 'guard',
  },
  sendLimit: {
    requirement: 'transaction/send-limit',
    description: 'A transaction sends a few passcodes and no more',
    readBy: 'guard',
  },
  resendInterval: {
    requirement: 'transaction/resend-interval',
    description: 'A resend has to wait',
    readBy: 'guard',
  },
  codeExpiry: {
    requirement: 'transaction/code-expiry',
    description: 'A passcode is worthless after its life',
    readBy: 'guard',
  },
  transactionExpiry: {
    requirement: 'transaction/transaction-expiry',
    description: 'A transaction ends after its life',
    readBy: 'guard',
  },
  denialEnds: {
    requirement: 'transaction/denial-ends',
    description: 'A denial ends the transaction',
    readBy: 'guard',
  },
  denialRevokes: {
    requirement: 'transaction/denial-revokes',
    description: 'A denial after the grant revokes the token',
    readBy: 'guard',
  },
  accountFailureBudget: {
    requirement: 'account/wrong-code-budget',
    description: 'Wrong passcodes are counted per account, over all transactions',
    readBy: 'guard',
  },
  accountSendBudget: {
    requirement: 'account/send-budget',
    description: 'Sends are counted per account, over all transactions',
    readBy: 'guard',
  },
  clientStartQuota: {
    requirement: 'client/start-quota',
    description: 'A client can start so many transactions and no more',
    readBy: 'guard',
  },
  clientFailureQuota: {
    requirement: 'client/wrong-code-quota',
    description: 'Wrong passcodes are counted per client, over all accounts',
    readBy: 'guard',
  },
  supersededMessagesDropped: {
    requirement: 'code-message/superseded-dropped',
    description: 'A message that waits is dropped when a newer passcode replaces its own',
    readBy: 'guard',
  },
  lapsedMessagesDropped: {
    requirement: 'code-message/lapsed-dropped',
    description: 'A message whose passcode has expired is not sent any more',
    readBy: 'guard',
  },
  atomicCheck: {
    requirement: 'transaction/atomic-check',
    description: 'Compare, count and grant are one step, also between processes',
    readBy: 'duty',
  },
  ownCodeOnly: {
    requirement: 'transaction/newest-code-only',
    description: 'A passcode is compared with that of its own transaction and no other',
    readBy: 'duty',
  },
  contactOnFile: {
    requirement: 'code-message/contact-on-file',
    description: 'Passcodes go to contacts that were on file before the request',
    readBy: 'duty',
  },
  identifiesOnly: {
    requirement: 'otp-authorization-request/identifies-only',
    description: 'A telephone number or address in a request says who is meant, and is no place to send to',
    readBy: 'duty',
  },
  clientNamed: {
    requirement: 'code-message/names-client',
    description: 'The message names the client',
    readBy: 'duty',
  },
  displayNameVetted: {
    requirement: 'client-registration/display-name',
    description: 'Nobody is registered under a name that customers know as the name of somebody else',
    readBy: 'duty',
  },
  noClientText: {
    requirement: 'code-message/no-client-text',
    description: 'Nothing that came in a request stands in the message',
    readBy: 'duty',
  },
  bindingMessageSent: {
    requirement: 'code-message/binding-message',
    description: 'The message contains the phrase of the transaction',
    readBy: 'duty',
  },
  bindingMessageShown: {
    requirement: 'otp-client/show-binding-message',
    description: 'The client shows the phrase of the transaction where the passcode is entered',
    readBy: 'duty',
  },
  denialTold: {
    requirement: 'code-message/says-how-to-deny',
    description: 'The message says how to deny',
    readBy: 'duty',
  },
  scopeSaid: {
    requirement: 'code-message/says-scope',
    description: 'The message says what the passcode authorizes',
    readBy: 'duty',
  },
  scopeNotWider: {
    requirement: 'access-token-response/scope-not-wider',
    description: 'A token allows no more than the message said',
    readBy: 'duty',
  },
  usageWithinScope: {
    requirement: 'usage-request/scope',
    description: 'The resource server serves no more than the token allows',
    readBy: 'duty',
  },
  tokenRequired: {
    requirement: 'usage-request/token-required',
    description: 'The resource server serves nobody without a token',
    readBy: 'duty',
  },
  tokenValidated: {
    requirement: 'usage-request/token-valid',
    description: 'The resource server refuses a token that was revoked',
    readBy: 'duty',
  },
  otherContactsNotified: {
    requirement: 'transaction/notify-other-contacts',
    description: 'All other contacts of the account hear of a grant',
    readBy: 'duty',
  },
  clientAuthenticated: {
    requirement: 'request/client-authenticated',
    description: 'A client has to prove who it is',
    readBy: 'duty',
  },
  assertionOnce: {
    requirement: 'request/assertion-once',
    description: 'A client assertion is good for one request',
    readBy: 'duty',
  },
  assertionAudience: {
    requirement: 'request/assertion-audience',
    description: 'A client assertion is good at one authorization server',
    readBy: 'duty',
  },
  issuerReturned: {
    requirement: 'otp-authorization-response/issuer',
    description: 'The authorization server says who it is',
    readBy: 'duty',
  },
  issuerCompared: {
    requirement: 'otp-client/compare-issuer',
    description: 'The client compares who answered with whom it meant to ask',
    readBy: 'duty',
  },
  codeKeptByClient: {
    requirement: 'otp-client/code-unlogged',
    description: 'The client keeps a passcode out of its logs',
    readBy: 'duty',
  },
  sessionEntropy: {
    requirement: 'otp-authorization-response/session-entropy',
    description: 'The handle of a transaction cannot be guessed',
    readBy: 'duty',
  },
  secretsHashed: {
    requirement: 'transaction/hashed-at-rest',
    description: 'Whoever reads the store learns no passcode and no handle',
    readBy: 'duty',
  },
  secretsUnlogged: {
    requirement: 'transaction/unlogged',
    description: 'Whoever reads the logs of the authorization server learns no passcode and no handle',
    readBy: 'duty',
  },
  messagesForgotten: {
    requirement: 'code-message/forgotten-after-handover',
    description: 'The text of a message is gone once it is handed over',
    readBy: 'duty',
  },
  codeRandomness: {
    requirement: 'passcode/randomness',
    description: 'A passcode cannot be predicted',
    readBy: 'duty',
  },
  constantTime: {
    requirement: 'transaction/constant-time',
    description: 'The time of a comparison says nothing about the passcode',
    readBy: 'duty',
  },
  uniformIdentification: {
    requirement: 'otp-authorization-response/uniform',
    description: 'An unknown subject is answered like a known one',
    readBy: 'duty',
  },
  uniformDelivery: {
    requirement: 'otp-delivery-response/uniform',
    description: 'A delivery request is answered in the same way whether or not a message was sent',
    readBy: 'duty',
  },
  silentThrottling: {
    requirement: 'account/exhausted-is-silent',
    description: 'An account whose budget is used up is answered for like any other',
    readBy: 'duty',
  },
  uniformTime: {
    requirement: 'otp-authorization-response/uniform-time',
    description: 'A response takes the same time whether or not the subject is known',
    readBy: 'duty',
  },
  genericOptions: {
    requirement: 'otp-authorization-response/generic-options',
    description: 'The same delivery options are offered for every subject',
    readBy: 'duty',
  },
  noAccountData: {
    requirement: 'otp-authorization-response/no-account-data',
    description: 'Nothing from customer records is revealed before the passcode is redeemed',
    readBy: 'duty',
  },
  errorsLeakNothing: {
    requirement: 'error-response/leaks-nothing',
    description: 'The words of an error do not depend on customer records',
    readBy: 'duty',
  },
  accountWindow: {
    requirement: 'account/window',
    description: 'The budget of an account is whole again after its window',
    readBy: 'duty',
  },
} as const satisfies Record<string, MitigationRow>;

export type Mitigation = keyof typeof mitigations;

export type Switches = Readonly<Record<Mitigation, boolean>>;

export const allMitigationsOn: Switches = Object.fromEntries(
  Object.keys(mitigations).map((name) => [name, true]),
) as Record<Mitigation, boolean>; // every Mitigation is a key of `mitigations`
