import { inRfc, noRegistry, ourDraft, type Row, requestedIn } from './row.ts';

/** The `grant_type` of the access token request. An extension grant is named by an absolute URI (RFC 6749 §4.5). */
export const grantType = {
  name: 'urn:ietf:params:oauth:grant-type:otp',
  description: 'One-Time Passcode Grant Type for OAuth 2.0',
  source: ourDraft('token-request'),
  iana: requestedIn('OAuth URI'),
} as const satisfies Row;

/** The `grant_type` of a refresh request. */
export const refreshGrantType = {
  name: 'refresh_token',
  description: 'Refresh of an access token that was granted before',
  source: inRfc('rfc6749', '6'),
  iana: noRegistry('defined by RFC 6749 itself, which has no registry of grant types'),
} as const satisfies Row;

/** What a client assertion is announced as in `client_assertion_type`. */
export const jwtBearerAssertionType = {
  name: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  description: 'JWT Bearer Token Profile for OAuth 2.0 Client Authentication',
  source: { document: 'rfc7523', section: '2.2' },
  iana: { status: 'registered', registry: 'OAuth URI' },
} as const satisfies Row;
