/** HTTP fields and media types that the protocol says something about. */
import { inRfc } from './row.ts';

export const headers = {
  allow: { name: 'Allow', source: inRfc('rfc9110', '10.2.1') },
  authorization: { name: 'Authorization', source: inRfc('rfc9110', '11.6.2') },
  cacheControl: { name: 'Cache-Control', source: inRfc('rfc9111', '5.2') },
  contentType: { name: 'Content-Type', source: inRfc('rfc9110', '8.3') },
  pragma: { name: 'Pragma', source: inRfc('rfc9111', '5.4') },
  retryAfter: { name: 'Retry-After', source: inRfc('rfc9110', '10.2.3') },
  wwwAuthenticate: { name: 'WWW-Authenticate', source: inRfc('rfc9110', '11.6.1') },
} as const;

export type HeaderName = keyof typeof headers;

export const mediaTypes = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;

export const authenticationSchemes = { basic: 'Basic', bearer: 'Bearer' } as const;

/** Type and name of a JWT access token (RFC 9068 §2.1), and of what a client is asked for when it is challenged. */
export const accessTokenType = { header: 'at+jwt', name: 'Bearer' } as const;

export const challenges = { basicRealm: 'Basic realm="otp-flow"', bearerRealm: 'Bearer realm="usage"' } as const;
