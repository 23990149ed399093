/** HTTP fields and media types that the protocol says something about. */
import { inRfc } from './row.ts';

export const headers = {
  allow: { name: 'Allow', source: inRfc('rfc9110', '10.2.1') },
  authorization: { name: 'Authorization', source: inRfc('rfc9110', '11.6.2') },
  cacheControl: { name: 'Cache-Control', source: inRfc('rfc9111', '5.2') },
  contentType: { name: 'Content-Type', source: inRfc('rfc9110', '8.3') },
  dpop: { name: 'DPoP', source: inRfc('rfc9449', '4.1') },
  dpopNonce: { name: 'DPoP-Nonce', source: inRfc('rfc9449', '8') },
  pragma: { name: 'Pragma', source: inRfc('rfc9111', '5.4') },
  retryAfter: { name: 'Retry-After', source: inRfc('rfc9110', '10.2.3') },
  wwwAuthenticate: { name: 'WWW-Authenticate', source: inRfc('rfc9110', '11.6.1') },
} as const;

export type HeaderName = keyof typeof headers;

export const mediaTypes = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;

export const authenticationSchemes = { basic: 'Basic', bearer: 'Bearer', dpop: 'DPoP' } as const;

/** Type and name of a JWT access token (RFC 9068 §2.1); one that is bound to a key has another name (RFC 9449 §5). */
export const accessTokenType = { header: 'at+jwt', name: 'Bearer', boundName: 'DPoP' } as const;

/** Type of a DPoP proof (RFC 9449 §4.2), and the claims of one beside those that every JWT may have. */
export const proofType = {
  header: 'dpop+jwt',
  claims: { method: 'htm', target: 'htu', tokenHash: 'ath', nonce: 'nonce' },
} as const;

/** The attribute of a challenge that lists algorithms for proofs (RFC 9449 §7.1). */
export const challengeAlgorithms = 'algs';

/** What a client is asked for when it is challenged. */
export const challenges = {
  basicRealm: 'Basic realm="otp-flow"',
  bearerRealm: 'Bearer realm="usage"',
  dpopRealm: 'DPoP realm="usage"',
} as const;
