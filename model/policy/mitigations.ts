/**
 * One switch per mitigation. With all on every property holds; a mitigation earns its MUST by an attack that appears
 * when it is off. Every switch is read by a guard of a machine or names a duty of the server.
 */
export interface MitigationRow {
  /** The requirement that the switch turns off. */
  readonly requirement: string;
  /** What the switch does, as the sentence of a reviewer's settings page. */
  readonly description: string;
  /** Who reads it: a guard of a machine, or the server's (and the checker's) way of turning requests into events. */
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
} as const satisfies Record<string, MitigationRow>;

export type Mitigation = keyof typeof mitigations;

export type Switches = Readonly<Record<Mitigation, boolean>>;

export const allMitigationsOn: Switches = Object.fromEntries(
  Object.keys(mitigations).map((name) => [name, true]),
) as Record<Mitigation, boolean>; // every Mitigation is a key of `mitigations`
