/**
 * Signed access tokens (RFC 9068), made with node:crypto in place: what follows from an exchange is signed within it, and
 * a job of WebCrypto would let other exchanges come between what was read and what is written.
 *
 * @see RFC 7515 §5.1, RFC 7518 §3
 */
import { constants, createPrivateKey, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { accessTokenType, parameters, type SigningAlgorithm } from '../../model/vocabulary/index.ts';
import type { AccessTokenClaims } from '../ports.ts';

export interface TokenSigner {
  readonly alg: SigningAlgorithm;
  readonly kid: string;
  readonly key: KeyObject;
}

/** The private key of a JWK. */
export const signingKeyOf = (jwk: Readonly<JsonWebKey>): KeyObject =>
  createPrivateKey({ key: { ...jwk }, format: 'jwk' });

const signatures: Readonly<Record<SigningAlgorithm, (input: Buffer, key: KeyObject) => Buffer>> = {
  ES256: (input, key) => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (input, key) => sign(null, input, key),
  Ed25519: (input, key) => sign(null, input, key),
  RS256: (input, key) => sign('sha256', input, key),
  PS256: (input, key) => sign('sha256', input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
};

/** An access token, as compact JWS. Instants arrive in milliseconds; a NumericDate is in seconds (RFC 7519 §2). */
export function signedAccessToken({ alg, kid, key }: TokenSigner, claims: AccessTokenClaims): string {
  const header = { typ: accessTokenType.header, alg, kid };
  const payload = {
    client_id: claims.clientId,
    scope: claims.scope,
    ...(claims.keyThumbprint === undefined
      ? {}
      : { [parameters.confirmation.name]: { [parameters.keyThumbprint.name]: claims.keyThumbprint } }),
    iss: claims.issuer,
    aud: claims.audience,
    sub: claims.subject,
    jti: claims.tokenId,
    iat: Math.floor(claims.issuedAt / 1000),
    exp: Math.floor(claims.expiresAt / 1000),
  };
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${signatures[alg](Buffer.from(input), key).toString('base64url')}`;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
