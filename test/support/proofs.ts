/** DPoP proofs as a careful client signs them, and requests that carry one. @see RFC 9449 §4.2 */
import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Clock } from '../../server/ports.ts';
import { currentNonce } from '../../server/proofs/nonce.ts';
import { type Answer, type Form, formRequest, injected } from './form-request.ts';
import type { TestClient } from './test-clients.ts';
import type { TestServer } from './test-server.ts';

export interface ProofKeys {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function proofKeys(alg = 'ES256'): Promise<ProofKeys> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, privateKey, publicJwk: await exportJWK(publicKey) };
}

/** The thumbprint of an EC key, by the text of RFC 7638 §3 and nothing of the server. */
export const thumbprintOf = ({ publicJwk: { crv, kty, x, y } }: ProofKeys): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

export interface ProofChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  /** Claims to add or to replace; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** A proof with everything right but what a test changes. */
export async function signProof(
  keys: ProofKeys,
  target: { readonly method: string; readonly url: string; readonly accessToken?: string; readonly nonce?: string },
  clock: Clock,
  changes: ProofChanges = {},
): Promise<string> {
  const { method, url, accessToken, nonce } = target;
  const claims = {
    jti: randomUUID(),
    htm: method,
    htu: url,
    iat: Math.floor(clock.now() / 1000),
    nonce,
    ath: accessToken === undefined ? undefined : createHash('sha256').update(accessToken).digest('base64url'),
    ...changes.claims,
  };
  const kept = Object.entries(claims).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(kept))
    .setProtectedHeader({ typ: 'dpop+jwt', alg: keys.alg, jwk: keys.publicJwk, ...changes.header })
    .sign(changes.key ?? keys.privateKey);
}

/** One who proves: a client with a key, in front of a server. */
export interface Prover {
  readonly keys: ProofKeys;
  /** A proof for a form that is posted to a path, with the nonce that is good now. */
  proof(path: string, changes?: ProofChanges): Promise<string>;
  post(path: string, form: Form, changes?: ProofChanges): Promise<Answer>;
  /** Reads the usage resource with a token. */
  usage(token: string, changes?: ProofChanges): Promise<Answer>;
}

export async function prover(
  test: TestServer,
  { client = test.clients.auditor, keys }: { readonly client?: TestClient; readonly keys?: ProofKeys } = {},
): Promise<Prover> {
  const own = keys ?? (await proofKeys());
  const proof = (path: string, changes?: ProofChanges) =>
    signProof(own, { method: 'POST', url: test.issuer + path, nonce: currentNonce(test.server) }, test.clock, changes);
  return {
    keys: own,
    proof,
    post: async (path, form, changes) => postWith(test, path, form, await proof(path, changes), client),
    usage: async (token, changes) => {
      const target = { method: 'GET', url: `${test.issuer}/usage`, accessToken: token };
      return readUsage(test, `DPoP ${token}`, await signProof(own, target, test.clock, changes));
    },
  };
}

/** Posts a form with a DPoP header field as it stands. */
export async function postWith(
  test: TestServer,
  path: string,
  form: Form,
  dpop: string,
  client: TestClient = test.clients.auditor,
): Promise<Answer> {
  const { headers, parameters } = await client.credentials();
  return injected(test.http, formRequest(path, form, { headers: { ...headers, dpop }, parameters }));
}

/** Reads usage with an Authorization and perhaps a DPoP header field. */
export const readUsage = (test: TestServer, authorization: string, dpop?: string): Promise<Answer> =>
  test.inject({ method: 'GET', url: '/usage', headers: { authorization, ...(dpop === undefined ? {} : { dpop }) } });
