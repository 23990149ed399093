/** Clients for tests, each with the way in which it authenticates. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { jwtBearerAssertionType, parameters as rows } from '../../model/vocabulary/index.ts';
import { hashClientSecret } from '../../server/clients/client-secret.ts';
import type { ClientRegistration, Clock } from '../../server/ports.ts';
import { sandboxSecret } from '../../server/sandbox/clients.ts';

/** What a client adds to a request so that it is known. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface TestClient {
  readonly clientId: string;
  /** Fresh credentials, for one request. */
  credentials(): Promise<Credentials>;
}

/** The value of an Authorization header field with Basic credentials. @see RFC 6749 §2.3.1 */
export function basic(clientId: string, secret: string): string {
  const pair = [clientId, secret].map((text) => encodeURIComponent(text).replaceAll('%20', '+')).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** A client that authenticates with a shared secret. */
export const secretClient = (clientId: string, secret = sandboxSecret): TestClient => ({
  clientId,
  credentials: async () => ({ headers: { authorization: basic(clientId, secret) }, parameters: {} }),
});

/** A request without any credentials. */
export const nobody: TestClient = { clientId: '', credentials: async () => ({ headers: {}, parameters: {} }) };

export const signingClientId = 'signing-auditor';

/** One key pair for all tests of a file: making one is slow, and which one it is does not matter. */
const signingKeys = generateKeyPair('ES256', { extractable: true });

export const signingPrivateJwk = async (): Promise<JWK> => exportJWK((await signingKeys).privateKey);
export const signingPublicJwk = async (): Promise<JWK> => exportJWK((await signingKeys).publicKey);

export interface AssertionChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  /** Claims to add or to replace; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** A client assertion with everything right but what a test changes. @see RFC 7523 §3 */
export async function signAssertion(issuer: string, clock: Clock, changes: AssertionChanges = {}): Promise<string> {
  const nowSeconds = Math.floor(clock.now() / 1000);
  const claims = {
    iss: signingClientId,
    sub: signingClientId,
    aud: issuer,
    iat: nowSeconds,
    exp: nowSeconds + 60,
    jti: randomUUID(),
    ...changes.claims,
  };
  const kept = Object.entries(claims).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(kept))
    .setProtectedHeader({ alg: 'ES256', ...changes.header })
    .sign(changes.key ?? (await signingKeys).privateKey);
}

/** A client that signs a fresh assertion for each request. */
export const signingClient = (issuer: () => string, clock: Clock): TestClient => ({
  clientId: signingClientId,
  credentials: async () => assertionCredentials(await signAssertion(issuer(), clock)),
});

/** Credentials that carry an assertion. */
export const assertionCredentials = (assertion: string): Credentials => ({
  headers: {},
  parameters: {
    [rows.clientAssertionType.name]: jwtBearerAssertionType.name,
    [rows.clientAssertion.name]: assertion,
  },
});

/** Registered beside the clients of the sandbox: one that signs, and one more that may do everything. */
export async function testRegistrations(): Promise<readonly ClientRegistration[]> {
  const { kty = '', crv = '', x = '', y = '' } = await signingPublicJwk();
  return [
    {
      clientId: signingClientId,
      displayName: 'Signed Audits',
      autofillDomain: 'audits.example',
      authentication: { method: 'privateKeyJwt', jwks: { keys: [{ kty, crv, x, y }] } },
      scopes: ['usageRead', 'usageSummary'],
      mayUseOtp: true,
    },
    {
      clientId: 'other-auditor',
      displayName: 'Other Audits',
      autofillDomain: 'other.example',
      authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret(sandboxSecret) },
      scopes: ['usageRead', 'usageSummary'],
      mayUseOtp: true,
    },
  ];
}

/** The public key of the signing client, as raw bytes that a confused verifier could take for a shared secret. */
export const publicKeyAsSecret = async (): Promise<Uint8Array> =>
  new TextEncoder().encode(JSON.stringify(await signingPublicJwk()));

/** A private key that nobody registered. */
export const strangeKey = async (): Promise<CryptoKey> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return importJWK(await exportJWK(privateKey), 'ES256') as Promise<CryptoKey>; // an EC key is never raw bytes
};
