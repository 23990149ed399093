/**
 * What the parties do that no transition can do for them. `effect` duties are asked for by a transition and carried out
 * through a port; `standing` duties hold all the time. Each standing duty of a server is shown by tests whose titles
 * begin with the ids of its requirements.
 */
import type { RequirementId } from './index.ts';

export interface DutyRow {
  readonly actor: 'authorization server' | 'client' | 'resource server' | 'resource owner';
  readonly kind: 'effect' | 'standing';
  readonly description: string;
  readonly requirements: readonly RequirementId[];
}

export const duties = {
  openTransaction: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Remember the transaction under the hash of a new handle.',
    requirements: ['otp-authorization-response/session-entropy', 'transaction/hashed-at-rest'],
  },
  sendCode: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Draw a passcode, remember its hash, and queue the message that carries it.',
    requirements: ['passcode/randomness', 'code-message/contact-on-file'],
  },
  withholdCode: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Do the same work as for a passcode that is sent, and send nothing.',
    requirements: ['otp-authorization-response/uniform-time', 'otp-delivery-response/uniform'],
  },
  issueAccessToken: {
    actor: 'authorization server',
    kind: 'effect',
    description:
      'Sign an access token with the scope that the message said, and make a refresh token for a client that may have one.',
    requirements: [
      'refresh-token/registered-clients',
      'access-token-response/jwt-profile',
      'access-token-response/pairwise-subject',
      'access-token-response/short-life',
      'access-token-response/says-scope',
      'dpop-proof/token-bound',
    ],
  },
  notifyOtherContacts: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Tell the contacts that did not receive the passcode that access was granted.',
    requirements: ['transaction/notify-other-contacts'],
  },
  revokeTokens: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Revoke every token of the grant, and forget whose data they were for.',
    requirements: ['transaction/denial-revokes', 'refresh-token/reuse-revokes'],
  },
  rotateTokens: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Sign another access token of the grant, and replace its refresh token.',
    requirements: [
      'refresh-token/rotation',
      'access-token-response/short-life',
      'access-token-response/says-scope',
      'dpop-proof/token-bound',
    ],
  },
  handOver: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Hand a message to the gateway of its delivery method.',
    requirements: ['code-message/handover-bounded'],
  },
  forgetMessage: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Delete the sealed text of a message.',
    requirements: ['code-message/forgotten-after-handover'],
  },
  tryAgainLater: {
    actor: 'authorization server',
    kind: 'effect',
    description: 'Put a refused message back for a later attempt.',
    requirements: ['code-message/handover-bounded'],
  },
  requestIdentification: {
    actor: 'client',
    kind: 'effect',
    description: 'Send an OTP authorization request.',
    requirements: ['otp-client/owner-starts'],
  },
  requestDelivery: {
    actor: 'client',
    kind: 'effect',
    description: 'Send an OTP delivery request.',
    requirements: ['otp-client/owner-chooses'],
  },
  requestToken: {
    actor: 'client',
    kind: 'effect',
    description: 'Send an access token request.',
    requirements: ['otp-client/code-unlogged', 'otp-client/own-transaction'],
  },
  requestResource: {
    actor: 'client',
    kind: 'effect',
    description: 'Fetch the protected resource.',
    requirements: ['usage-request/token-required'],
  },
  nameSubject: {
    actor: 'resource owner',
    kind: 'effect',
    description: 'Say who they are.',
    requirements: ['otp-client/owner-starts'],
  },
  chooseOption: {
    actor: 'resource owner',
    kind: 'effect',
    description: 'Choose a delivery option.',
    requirements: ['otp-client/owner-chooses'],
  },
  giveCode: {
    actor: 'resource owner',
    kind: 'effect',
    description: 'Give the passcode to the client in front of them.',
    requirements: ['code-message/contains-code'],
  },
  giveCodeToStranger: {
    actor: 'resource owner',
    kind: 'effect',
    description: 'Read the passcode out to somebody else.',
    requirements: ['code-message/names-client'],
  },
  deny: {
    actor: 'resource owner',
    kind: 'effect',
    description: 'Tell the utility that this was not them.',
    requirements: ['code-message/says-how-to-deny'],
  },
  guardSecrets: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Keep secrets out of the store, of logs and of answers.',
    requirements: [
      'transaction/hashed-at-rest',
      'transaction/constant-time',
      'transaction/unlogged',
      'refresh-token/hashed-at-rest',
      'error-response/leaks-nothing',
      'otp-authorization-response/no-account-data',
      'otp-authorization-response/vetted-hints',
    ],
  },
  commitAtomically: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Change transaction, account and client in one write that holds only if nobody else wrote first.',
    requirements: ['transaction/atomic-check', 'transaction/durable'],
  },
  readRequests: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Read requests as they were meant, and nothing into them.',
    requirements: [
      'request/assertion-once',
      'request/assertion-audience',
      'access-token-request/code-normalized',
      'otp-authorization-request/identifies-only',
      'otp-authorization-request/ui-locales',
      'otp-authorization-response/generic-options',
      'otp-authorization-response/hints-alike',
    ],
  },
  writeMessages: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Write messages that a customer can judge.',
    requirements: [
      'code-message/names-client',
      'code-message/says-scope',
      'code-message/contains-code',
      'code-message/binding-message',
      'code-message/says-how-to-deny',
      'code-message/origin-bound',
      'code-message/no-client-text',
      'code-message/plain-words',
    ],
  },
  registerClients: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Register clients whose name and domain were looked into.',
    requirements: [
      'client-registration/confidential-only',
      'client-registration/display-name',
      'client-registration/autofill-domain',
      'client-registration/delivery-hints',
    ],
  },
  publishMetadata: {
    actor: 'authorization server',
    kind: 'standing',
    description: 'Announce what is served, and nothing else.',
    requirements: ['metadata/grant-type', 'metadata/response-types', 'metadata/options'],
  },
  authenticateWell: {
    actor: 'client',
    kind: 'standing',
    description: 'Authenticate with a key of its own.',
    requirements: ['request/asymmetric-recommended', 'refresh-token/kept-newest'],
  },
} as const satisfies Record<string, DutyRow>;

export type DutyName = keyof typeof duties;

/** Duties that transitions of the authorization server ask for. */
export type ServerEffect = {
  [Name in DutyName]: (typeof duties)[Name] extends { readonly actor: 'authorization server'; readonly kind: 'effect' }
    ? Name
    : never;
}[DutyName];

/** Duties that transitions of the client ask for. */
export type ClientEffect = {
  [Name in DutyName]: (typeof duties)[Name] extends { readonly actor: 'client'; readonly kind: 'effect' }
    ? Name
    : never;
}[DutyName];
