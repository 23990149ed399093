/**
 * Every error code a client can receive. What status it travels with and which rule answers with it stands in
 * `exchange/outcomes.ts` and in the machines; here is only what the code means.
 */
import { inRfc, ourDraft, type Row, registeredIn, requestedIn } from './row.ts';

const registry = 'OAuth Extensions Error Registry';

export const errors = {
  invalidRequest: {
    name: 'invalid_request',
    description: 'The request is malformed: a parameter is missing, repeated, too long or not of its form',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  invalidClient: {
    name: 'invalid_client',
    description: 'Client authentication failed',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  unauthorizedClient: {
    name: 'unauthorized_client',
    description: 'The client is not registered for this kind of request',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  unsupportedGrantType: {
    name: 'unsupported_grant_type',
    description: 'The authorization server does not support this grant type',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  invalidScope: {
    name: 'invalid_scope',
    description: 'The scope is missing, unknown, malformed, or more than the client may ask for',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  invalidAuthorizationDetails: {
    name: 'invalid_authorization_details',
    description: 'The authorization details are malformed or of a type that the authorization server does not know',
    source: inRfc('rfc9396', '5'),
    iana: registeredIn(registry),
  },
  invalidTarget: {
    name: 'invalid_target',
    description: 'The requested resource is malformed or unknown',
    source: inRfc('rfc8707', '2'),
    iana: registeredIn(registry),
  },
  unsupportedSubIdFormat: {
    name: 'unsupported_sub_id_format',
    description: 'The authorization server does not identify resource owners by this Subject Identifier format',
    source: ourDraft('otp-authorization-errors'),
    iana: requestedIn(registry, 'OTP authorization endpoint response'),
  },
  invalidDpopProof: {
    name: 'invalid_dpop_proof',
    description:
      'The DPoP proof is missing, not valid for this request, or by another key than the transaction was started with',
    source: inRfc('rfc9449', '5'),
    iana: registeredIn(registry),
  },
  useDpopNonce: {
    name: 'use_dpop_nonce',
    description: 'The DPoP proof needs the nonce that comes with this answer',
    source: inRfc('rfc9449', '8'),
    iana: registeredIn(registry),
  },
  slowDown: {
    name: 'slow_down',
    description: 'The request came too soon or too often; Retry-After says when to try again',
    source: inRfc('rfc8628', '3.5'),
    iana: registeredIn(registry),
  },
  invalidSession: {
    name: 'invalid_session',
    description: 'The transaction is unknown, belongs to another client, or is over',
    source: ourDraft('otp-delivery-errors'), // named like the error of the first-party-apps draft
    iana: requestedIn(registry, 'OTP delivery endpoint response'),
  },
  expiredToken: {
    name: 'expired_token',
    description: 'The passcode or the whole transaction has expired',
    source: inRfc('rfc8628', '3.5'),
    iana: registeredIn(registry),
  },
  accessDenied: {
    name: 'access_denied',
    description: 'The resource owner said that the request was not theirs',
    source: inRfc('rfc6749', '4.1.2.1'),
    iana: registeredIn(registry),
  },
  deliveryLimitExceeded: {
    name: 'delivery_limit_exceeded',
    description: 'The passcode has been sent as often as this transaction allows',
    source: ourDraft('otp-delivery-errors'),
    iana: requestedIn(registry, 'OTP delivery endpoint response'),
  },
  invalidUserCode: {
    name: 'invalid_user_code',
    description: 'The passcode is wrong; the client may ask the resource owner to try again',
    source: ourDraft('token-errors'),
    iana: requestedIn(registry, 'token endpoint response'),
  },
  invalidGrant: {
    name: 'invalid_grant',
    description:
      'The transaction is unknown, spent, locked, or was started by another client; or the refresh token is not the newest one of a grant that is alive',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(registry),
  },
  invalidToken: {
    name: 'invalid_token',
    description: 'The access token is expired, revoked, malformed or not meant for this resource',
    source: inRfc('rfc6750', '3.1'),
    iana: registeredIn(registry),
  },
  insufficientScope: {
    name: 'insufficient_scope',
    description: 'The request needs more than the access token allows',
    source: inRfc('rfc6750', '3.1'),
    iana: registeredIn(registry),
  },
} as const satisfies Record<string, Row>;

export type ErrorName = keyof typeof errors;
