/** DPoP proofs as a careful client signs them, written from RFC 9449 §4.2. */
import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { EndpointName } from './discovery.ts';
import { Skipped } from './problem.ts';
import type { Form, Stage } from './stage.ts';
import type { WireAnswer } from './wire.ts';

/** Somebody who has a key, and what is wrong with a proof of theirs on purpose. */
export interface Prover {
  readonly thumbprint: string;
  /** Posts a form with a proof; where a nonce is asked for, the next proof has it, and the form is posted again. */
  post(title: string, endpoint: EndpointName, form: Form, claims?: Claims): Promise<WireAnswer>;
  proof(target: ProofTarget, claims?: Claims): Promise<string>;
}

type Claims = Readonly<Record<string, unknown>>;

interface ProofTarget {
  readonly method: string;
  readonly url: string;
  readonly accessToken?: string;
}

/** The algorithms that the server announces. @throws Skipped when it takes no proofs */
export function needsProofs({ world }: Stage): readonly unknown[] {
  const algorithms: unknown = world.discovered.metadata.dpop_signing_alg_values_supported;
  if (Array.isArray(algorithms) && algorithms.length > 0) return algorithms;
  throw new Skipped('the server does not offer it: the metadata names no dpop_signing_alg_values_supported');
}

/** @throws Skipped when the server takes no proofs that the suite can sign */
export async function proverAt(stage: Stage): Promise<Prover> {
  const algorithms = needsProofs(stage);
  const alg = ['ES256', 'EdDSA', 'RS256', 'PS256'].find((name) => algorithms.includes(name));
  if (alg === undefined) throw new Skipped(`the suite signs none of ${algorithms.join(', ')}`);
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  let nonce: string | undefined;
  const proof = async ({ method, url, accessToken }: ProofTarget, claims: Claims = {}): Promise<string> => {
    const all = {
      jti: randomUUID(),
      htm: method,
      htu: url,
      iat: Math.floor((await stage.world.time.now()) / 1000),
      nonce,
      ath: accessToken === undefined ? undefined : createHash('sha256').update(accessToken).digest('base64url'),
      ...claims,
    };
    const kept = Object.entries(all).filter(([, value]) => value !== undefined);
    return new SignJWT(Object.fromEntries(kept)).setProtectedHeader({ typ: 'dpop+jwt', alg, jwk }).sign(privateKey);
  };
  return {
    thumbprint: thumbprintOf(jwk),
    proof,
    post: async (title, endpoint, form, claims = {}) => {
      const ask = async (): Promise<WireAnswer> => {
        const request = await stage.formRequest(endpoint, form);
        const dpop = await proof(request, claims);
        return stage.ask(title, { ...request, headers: { ...request.headers, dpop } });
      };
      const answer = await ask();
      const isAsked = answer.body.error === 'use_dpop_nonce' && !Object.hasOwn(claims, 'nonce');
      if (!isAsked) return answer;
      nonce = answer.headers['dpop-nonce'];
      return ask();
    },
  };
}

/** @see RFC 7638 §3 */
function thumbprintOf({ crv, e, kty, n, x, y }: JWK): string {
  const members = Object.entries({ crv, e, kty, n, x, y }).filter(([, value]) => value !== undefined);
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('base64url');
}
