/**
 * How an exchange can end: the message, its status and header fields. Which machine answers with which outcome stands in
 * the machines; what a status means to HTTP stands here, once.
 */
import type { MessageName } from '../messages/index.ts';
import type { RequirementId } from '../requirements/index.ts';
import type { ErrorName, HeaderName } from '../vocabulary/index.ts';
import { proofOutcomes } from './proof-outcomes.ts';
import { tokenOutcomes } from './token-outcomes.ts';

export interface OutcomeRow {
  readonly status: 200 | 400 | 401 | 403 | 405 | 413 | 429 | 503;
  /** Absent when the response has no body. */
  readonly message?: MessageName;
  /** For error responses. */
  readonly error?: ErrorName;
  /** Header fields beside Content-Type. */
  readonly headers: readonly HeaderName[];
  /** For answers that ask the client to wait: the timer whose end it has to wait for. */
  readonly waitsFor?: { readonly machine: 'transaction' | 'quota'; readonly timer: string };
  /** Public documents may be cached for a while; everything else may not be stored at all. */
  readonly cacheSeconds?: number;
  /** What the developer of the client reads; for outcomes of the front door the rule has its own words. */
  readonly words: string;
  readonly requirements: readonly RequirementId[];
}

const noStore = ['cacheControl'] as const;
const uniform = ['error-response/uniform', 'error-response/no-store'] as const;

export const outcomes = {
  sessionIssued: {
    status: 200,
    message: 'otpAuthorizationResponse',
    headers: noStore,
    words: 'The transaction is open',
    requirements: ['otp-authorization-response/issuer', 'otp-authorization-response/no-store'],
  },
  codeSent: {
    status: 200,
    message: 'otpDeliveryResponse',
    headers: noStore,
    words: 'The passcode is on its way, if there is anybody to send it to',
    requirements: ['otp-delivery-response/code-properties', 'otp-delivery-response/no-store'],
  },
  tokenIssued: {
    status: 200,
    message: 'accessTokenResponse',
    headers: ['cacheControl', 'pragma'], // RFC 6749 §5.1 asks for both beside a token
    words: 'The access token is granted',
    requirements: ['access-token-response/no-store'],
  },
  metadataServed: {
    status: 200,
    message: 'authorizationServerMetadata',
    headers: ['cacheControl'],
    cacheSeconds: 300,
    words: 'The metadata of the authorization server',
    requirements: ['metadata/endpoints'],
  },
  keysServed: {
    status: 200,
    message: 'jsonWebKeySet',
    headers: ['cacheControl'],
    cacheSeconds: 300,
    words: 'The keys that verify access tokens',
    requirements: ['metadata/keys'],
  },
  usageServed: {
    status: 200,
    message: 'usageResponse',
    headers: noStore,
    words: 'The metered usage of the resource owner',
    requirements: ['usage-response/no-store'],
  },
  requestMalformed: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidRequest',
    headers: noStore,
    words: 'The request is malformed',
    requirements: uniform,
  },
  requestTooLarge: {
    status: 413,
    message: 'errorResponse',
    error: 'invalidRequest',
    headers: noStore,
    words: 'The request is too large',
    requirements: ['request/size-bounded'],
  },
  methodNotAllowed: {
    status: 405,
    message: 'errorResponse',
    error: 'invalidRequest',
    headers: ['allow', 'cacheControl'],
    words: 'The request method is not allowed here',
    requirements: ['request/method'],
  },
  clientUnauthenticated: {
    status: 401,
    message: 'errorResponse',
    error: 'invalidClient',
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'Client authentication failed',
    requirements: ['error-response/www-authenticate'],
  },
  clientUnauthorized: {
    status: 400,
    message: 'errorResponse',
    error: 'unauthorizedClient',
    headers: noStore,
    words: 'The client is not registered for this kind of request',
    requirements: uniform,
  },
  grantTypeUnsupported: {
    status: 400,
    message: 'errorResponse',
    error: 'unsupportedGrantType',
    headers: noStore,
    words: 'The grant type is not supported',
    requirements: uniform,
  },
  subIdFormatUnsupported: {
    status: 400,
    message: 'errorResponse',
    error: 'unsupportedSubIdFormat',
    headers: noStore,
    words: 'The Subject Identifier format is not supported',
    requirements: uniform,
  },
  scopeInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidScope',
    headers: noStore,
    words: 'The scope is invalid',
    requirements: uniform,
  },
  authorizationDetailsInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidAuthorizationDetails',
    headers: noStore,
    words: 'The authorization details are invalid',
    requirements: uniform,
  },
  targetUnknown: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidTarget',
    headers: noStore,
    words: 'The resource is unknown',
    requirements: uniform,
  },
  clientTooBusy: {
    status: 429,
    message: 'errorResponse',
    error: 'slowDown',
    headers: ['retryAfter', 'cacheControl'],
    waitsFor: { machine: 'quota', timer: 'window' },
    words: 'The client has used up its quota; try again after the time in the Retry-After header field',
    requirements: ['error-response/retry-after'],
  },
  sessionInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidSession',
    headers: noStore,
    words: 'The transaction is unknown, was started by another client, or is over; start a new one',
    requirements: uniform,
  },
  optionUnknown: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidRequest',
    headers: noStore,
    words: 'The delivery option is none of those that were offered in this transaction',
    requirements: uniform,
  },
  sendLimitReached: {
    status: 400,
    message: 'errorResponse',
    error: 'deliveryLimitExceeded',
    headers: noStore,
    words:
      'The passcode has been sent as often as this transaction allows; the newest one stays valid until it expires',
    requirements: uniform,
  },
  resendTooSoon: {
    status: 429,
    message: 'errorResponse',
    error: 'slowDown',
    headers: ['retryAfter', 'cacheControl'],
    waitsFor: { machine: 'transaction', timer: 'interval' },
    words: 'The passcode was sent a moment ago; try again after the time in the Retry-After header field',
    requirements: ['error-response/retry-after'],
  },
  transactionExpired: {
    status: 400,
    message: 'errorResponse',
    error: 'expiredToken',
    headers: noStore,
    words: 'The transaction has expired; start a new one',
    requirements: uniform,
  },
  codeLapsed: {
    status: 400,
    message: 'errorResponse',
    error: 'expiredToken',
    headers: noStore,
    words: 'The passcode has expired; ask for a new one, or start over when that is refused too',
    requirements: uniform,
  },
  ownerDenied: {
    status: 400,
    message: 'errorResponse',
    error: 'accessDenied',
    headers: noStore,
    words: 'The resource owner said that the request was not theirs; do not ask again',
    requirements: uniform,
  },
  codeWrong: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidUserCode',
    headers: noStore,
    words: 'The passcode is wrong; the resource owner may try again',
    requirements: uniform,
  },
  grantInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidGrant',
    headers: noStore,
    words: 'The transaction is unknown, was started by another client, is locked or is spent; start a new one',
    requirements: uniform,
  },
  tokenMissing: {
    status: 401,
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'No access token was presented',
    requirements: ['error-response/bearer-challenge'],
  },
  tokenInvalid: {
    status: 401,
    message: 'errorResponse',
    error: 'invalidToken',
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'The access token is not valid here',
    requirements: ['error-response/bearer-challenge'],
  },
  scopeInsufficient: {
    status: 403,
    message: 'errorResponse',
    error: 'insufficientScope',
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'The access token allows less than was asked for',
    requirements: ['error-response/bearer-challenge'],
  },
  ...tokenOutcomes,
  ...proofOutcomes,
  unavailable: {
    status: 503,
    headers: ['retryAfter', 'cacheControl'],
    words:
      'Something that the server depends on does not answer; try again after the time in the Retry-After header field',
    requirements: ['error-response/unavailable', 'error-response/maybe-processed'],
  },
} as const satisfies Record<string, OutcomeRow>;

export type OutcomeName = keyof typeof outcomes;

/** The value of the Pragma header field, which says to caches of HTTP/1.0 what Cache-Control says to others. */
export const pragmaValue = 'no-cache';

/** The value of the Cache-Control header field of an outcome. */
export function cacheControlOf(name: OutcomeName): string {
  const { cacheSeconds }: OutcomeRow = outcomes[name];
  return cacheSeconds === undefined ? 'no-store' : `public, max-age=${cacheSeconds}`;
}
