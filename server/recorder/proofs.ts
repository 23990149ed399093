/** DPoP proofs as a client on the stage signs them, with keys that follow from a seed. */
import { createHash } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import { proofType, type SigningAlgorithm } from '../../model/index.ts';
import { newKeyMaterial } from '../keys/key-material.ts';
import type { Clock, Randomness } from '../ports.ts';

/** How a request is proved. A text is sent as it stands. */
export type ProofOnStage =
  | string
  | {
      /** The client's own key, or one that somebody else has. */
      readonly key: 'own' | 'other';
      /** Whether the nonce of the last answer that had one is in it; so unless it is said. */
      readonly nonce?: false;
      /** For another endpoint than the one that it is sent to. */
      readonly url?: string;
    };

export interface ProvedRequest {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  readonly accessToken?: string;
  readonly nonce?: string;
}

/** Signatures of EdDSA are the same for the same text, so that recordings are. */
const alg = 'EdDSA' satisfies SigningAlgorithm;

/**
 * Signs a proof for a request.
 *
 * @see RFC 9449 §4.2
 */
export async function signedProof(
  proof: ProofOnStage,
  request: ProvedRequest,
  { clock, randomness, seeded }: { clock: Clock; randomness: Randomness; seeded: (seed: string) => Randomness },
): Promise<string> {
  if (typeof proof === 'string') return proof;
  const { d, ...jwk } = newKeyMaterial(seeded(`proof ${proof.key}`), alg).signingKey;
  const { claims } = proofType;
  const { accessToken, nonce } = request;
  return new SignJWT({
    [claims.method]: request.method,
    [claims.target]: proof.url ?? request.url,
    ...(accessToken === undefined
      ? {}
      : { [claims.tokenHash]: createHash('sha256').update(accessToken).digest('base64url') }),
    ...(nonce === undefined || proof.nonce === false ? {} : { [claims.nonce]: nonce }),
  })
    .setProtectedHeader({ typ: proofType.header, alg, jwk: jwk as JWK }) // an OKP key, as it was made
    .setJti(Buffer.from(randomness.bytes(12)).toString('base64url'))
    .setIssuedAt(Math.floor(clock.now() / 1000))
    .sign(await importJWK({ ...jwk, d } as JWK, alg));
}
