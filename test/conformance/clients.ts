/** Clients that authenticate as the metadata and the configuration say. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { ClientConfig } from './config.ts';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a client adds to a request. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface AssertionChanges {
  /** Claims to add or replace; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface Client {
  readonly id: string;
  /** Fresh credentials for one request. */
  credentials(): Promise<Credentials>;
  /** A client assertion; absent for a client with a secret. */
  readonly sign?: (changes?: AssertionChanges) => Promise<string>;
}

/** Nobody: a request without credentials. */
export const nobody: Client = { id: '', credentials: async () => ({ headers: {}, parameters: {} }) };

/** @see RFC 6749 §2.3.1 */
export function basic(id: string, secret: string): string {
  const pair = [id, secret].map((text) => encodeURIComponent(text).replaceAll('%20', '+')).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

export const withSecret = (id: string, secret: string): Client => ({
  id,
  credentials: async () => ({ headers: { authorization: basic(id, secret) }, parameters: {} }),
});

/** @throws Error when the configuration holds neither a secret nor a key that can be read */
export function clientOf(config: ClientConfig, issuer: string, now: () => Promise<number>): Client {
  const { id, secret, key } = config;
  if (key === undefined) {
    if (secret === undefined) throw new Error(`the client ${id} has neither a secret nor a key`);
    return withSecret(id, secret);
  }
  const jwk = (typeof key === 'string' ? JSON.parse(readFileSync(key, 'utf8')) : key) as JWK; // checked by the import
  const alg = config.alg ?? jwk.alg ?? algorithmOf(jwk);
  const sign = async ({ claims = {} }: AssertionChanges = {}): Promise<string> => {
    const nowSeconds = Math.floor((await now()) / 1000);
    const all = { iss: id, sub: id, aud: issuer, iat: nowSeconds, exp: nowSeconds + 60, jti: randomUUID(), ...claims };
    const kept = Object.entries(all).filter(([, value]) => value !== undefined);
    return new SignJWT(Object.fromEntries(kept))
      .setProtectedHeader({ alg, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
      .sign(await importJWK(jwk, alg));
  };
  return { id, sign, credentials: async () => asserting(await sign()) };
}

/** Credentials that carry an assertion. */
export const asserting = (assertion: string): Credentials => ({
  headers: {},
  parameters: { client_assertion_type: assertionType, client_assertion: assertion },
});

function algorithmOf({ kty, crv }: JWK): string {
  if (kty === 'EC') return { 'P-384': 'ES384', 'P-521': 'ES512' }[crv ?? ''] ?? 'ES256';
  return kty === 'OKP' ? 'EdDSA' : 'PS256';
}
