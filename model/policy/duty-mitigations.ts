/**
 * The mitigations that no guard of a machine carries: what the parties do around the machines. The model checker's world
 * reads these switches; each turned off shows an attack, like those that guards read.
 */
import type { MitigationRow } from './mitigations.ts';

export const dutyMitigations = {
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
  hintsAlike: {
    requirement: 'otp-authorization-response/hints-alike',
    description: 'A made-up hint is always the same for the same subject, and looks like a true one',
    readBy: 'duty',
  },
  vettedHints: {
    requirement: 'otp-authorization-response/vetted-hints',
    description: 'Options that fit the customer are for clients that are registered for them',
    readBy: 'duty',
  },
  noAccountData: {
    requirement: 'otp-authorization-response/no-account-data',
    description: 'Nothing from customer records but a hint is revealed before the passcode is redeemed',
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

/** A switch that the model checker's world reads. */
export type DutyMitigation = keyof typeof dutyMitigations;
