/**
 * A checker of JWT access tokens written from the text of RFC 9068 with nothing but node:crypto: no library of the server
 * and no fact of the model takes part, so that both cannot be wrong in the same way.
 */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly scope: string;
  /** Thumbprint of the key that the token is bound to, when it is. */
  readonly keyThumbprint?: string;
  readonly keys: readonly JsonWebKey[];
  readonly nowSeconds: number;
}

const decoded = (part: string): Record<string, unknown> => {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) throw new Error('not base64url');
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>; // a JWT's parts are objects
};

/** What is wrong with an access token, one phrase each with its section; empty when nothing is. */
export function problemsOf(token: string, expected: Expected): string[] {
  const parts = token.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return ['§2: it is no signed JWT'];
  const header = decoded(first);
  const claims = decoded(second);
  const problems: string[] = [];
  const must = (held: boolean, problem: string): void => {
    if (!held) problems.push(problem);
  };
  must(header.typ === 'at+jwt', '§2.1: typ is not at+jwt');
  must(typeof header.alg === 'string' && header.alg !== 'none', '§2.1: it is not signed');
  must(claims.iss === expected.issuer, '§2.2: iss is another');
  must(claims.aud === expected.audience, '§2.2: aud is another');
  must(typeof claims.sub === 'string' && claims.sub.length > 0, '§2.2: there is no sub');
  must(claims.client_id === expected.clientId, '§2.2: client_id is another');
  must(typeof claims.jti === 'string' && claims.jti.length >= 16, '§2.2: there is no jti');
  for (const name of ['exp', 'iat']) must(Number.isInteger(claims[name]), `§2.2: ${name} is no NumericDate`);
  must(Number(claims.iat) <= expected.nowSeconds, '§2.2: iat is in the future');
  must(Number(claims.exp) > expected.nowSeconds, '§4: it has expired');
  must(claims.scope === expected.scope, '§2.2.3: scope is another');
  const bound = expected.keyThumbprint === undefined ? undefined : { jkt: expected.keyThumbprint };
  must(JSON.stringify(claims.cnf) === JSON.stringify(bound), 'RFC 9449 §6.1: cnf is another');
  const unknown = Object.keys(claims).filter((name) => !known.has(name));
  must(unknown.length === 0, `§5: it says more than it has to: ${unknown}`);
  const key = expected.keys.find(({ kid }) => kid === header.kid);
  must(key !== undefined, '§4: its key is not published');
  if (key !== undefined) must(signatureHolds(`${first}.${second}`, third, key), '§4: its signature does not hold');
  return problems;
}

const known = new Set(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti', 'scope', 'cnf']);

const signatureHolds = (signed: string, signature: string, key: JsonWebKey): boolean =>
  verify(
    'sha256',
    Buffer.from(signed),
    { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
