/** DPoP proofs: JWTs by which whoever sends a request shows that it has a key. */
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, type JWTPayload, jwtVerify } from 'jose';
import { proofAlgs, proofType } from '../../model/vocabulary/index.ts';

/** A proof that was signed by the key in it. What it is a proof for is not looked at yet. */
export interface Proof {
  /** SHA-256 thumbprint of the key (RFC 7638): the same for the same key. */
  readonly keyThumbprint: string;
  readonly claims: JWTPayload;
}

/** What a proof has to be for. */
export interface ProofTarget {
  readonly method: string;
  /** URL of the endpoint, without query and fragment. */
  readonly url: string;
  /** The access token that comes with it, at a resource. */
  readonly accessToken?: string;
}

/** How far the clock of a client may run ahead of ours. */
const clockLeewaySeconds = 10;

/** Longer identifiers are not remembered, so they are not taken. */
const idLength = 256;

/**
 * Reads the value of a DPoP header field. Two fields arrive joined by a comma, so they are no proof either.
 *
 * @param now epoch milliseconds
 * @returns undefined for what is no proof: not a JWT of its type, no public key in it, another algorithm, a wrong signature
 * @see RFC 9449 §4.3
 */
export async function readProof(text: string, now: number): Promise<Proof | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(text, EmbeddedJWK, {
      typ: proofType.header,
      algorithms: [...proofAlgs],
      currentDate: new Date(now),
      clockTolerance: clockLeewaySeconds,
    });
    if (protectedHeader.jwk === undefined) return undefined;
    return { keyThumbprint: await calculateJwkThumbprint(protectedHeader.jwk), claims: payload };
  } catch {
    // what is wrong with it is told by the rule: the sentences of an error may quote the proof
    return undefined;
  }
}

/**
 * Whether a proof was made for a request, a short time ago.
 *
 * @param now epoch milliseconds
 * @see RFC 9449 §4.3
 */
export function isProofFor(
  { claims }: Proof,
  { method, url, accessToken }: ProofTarget,
  now: number,
  lifeSeconds: number,
): boolean {
  const { iat, jti } = claims;
  const age = now / 1000 - (iat ?? 0);
  return (
    claims[proofType.claims.method] === method &&
    withoutQuery(claims[proofType.claims.target]) === withoutQuery(url) &&
    typeof iat === 'number' &&
    age <= lifeSeconds &&
    age >= -clockLeewaySeconds &&
    typeof jti === 'string' &&
    jti !== '' &&
    jti.length <= idLength &&
    (accessToken === undefined || claims[proofType.claims.tokenHash] === sha256(accessToken))
  );
}

/** Until when a proof would be accepted, in epoch milliseconds, and a little longer. */
export const proofEnd = ({ claims }: Proof, lifeSeconds: number): number =>
  Math.ceil(((claims.iat ?? 0) + lifeSeconds + clockLeewaySeconds) * 1000);

/** A URL in its normal form, without query and fragment; undefined for what is none. */
function withoutQuery(text: unknown): string | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return origin + pathname;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
