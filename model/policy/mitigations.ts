/**
 * One switch per mitigation. With all on every property holds; a mitigation earns its MUST by an attack that appears
 * when it is off. The switches here are read by guards of machines; those of duties stand in a table of their own.
 */
import { type DutyMitigation, dutyMitigations } from './duty-mitigations.ts';

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
  keyBinding: {
    requirement: 'dpop-proof/same-key',
    description: 'A transaction that began with a key, and its grant, go on with that key only',
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
  refreshBound: {
    requirement: 'refresh-token/client-binding',
    description: 'A refresh token is worth something to its own client only',
    readBy: 'guard',
  },
  refreshRotated: {
    requirement: 'refresh-token/rotation',
    description: 'A refresh makes every earlier refresh token worthless',
    readBy: 'guard',
  },
  refreshReuseRevokes: {
    requirement: 'refresh-token/reuse-revokes',
    description: 'A replaced refresh token that comes back ends the whole grant',
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

/** A switch that guards can read. */
export type Mitigation = keyof typeof mitigations;

export const allMitigations = { ...mitigations, ...dutyMitigations } as const;

export type AnyMitigation = Mitigation | DutyMitigation;

export type Switches = Readonly<Record<AnyMitigation, boolean>>;

export const allMitigationsOn: Switches = Object.fromEntries(
  Object.keys(allMitigations).map((name) => [name, true]),
) as Record<AnyMitigation, boolean>; // every AnyMitigation is a key of `allMitigations`
