/** RFC 7523 §3: what an authorization server verifies in a client assertion, one claim after the other. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type AssertionChanges,
  assertionCredentials,
  publicKeyAsSecret,
  strangeKey,
  type TestClient,
} from '../support/test-clients.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { identification } from './by-hand.ts';

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.close());

const asserting = (assertion: string): TestClient => ({
  clientId: 'signing-auditor',
  credentials: async () => assertionCredentials(assertion),
});

const statusOf = async (test: TestServer, assertion: string): Promise<number> => {
  const answer = await test.post('/otp-authorization', identification, asserting(assertion));
  if (answer.status !== 200) expect(answer.body.error).toBe('invalid_client');
  return answer.status;
};

const nowSeconds = (test: TestServer): number => Math.floor(test.clock.now() / 1000);

it('RFC 7523 §3: an assertion with everything that is asked for authenticates its client', async () => {
  expect(await statusOf(test, await test.sign())).toBe(200);
  expect(await statusOf(test, await test.sign({ claims: { iat: undefined } }))).toBe(200);
  expect(await statusOf(test, await test.sign({ claims: { nbf: nowSeconds(test) } }))).toBe(200);
  expect(await statusOf(test, await test.sign({ claims: { unknown: 'is ignored' } }))).toBe(200);
});

it.each<[string, (test: TestServer) => AssertionChanges]>([
  ['1: no issuer', () => ({ claims: { iss: undefined } })],
  ['1: another issuer', () => ({ claims: { iss: 'energy-auditor' } })],
  ['2: no subject', () => ({ claims: { sub: undefined } })],
  ['2: the subject is not the client that signs', () => ({ claims: { sub: 'energy-auditor' } })],
  ['2: the subject is no client', () => ({ claims: { iss: 'who', sub: 'who' } })],
  ['3: no audience', () => ({ claims: { aud: undefined } })],
  ['3: the audience is another server', () => ({ claims: { aud: 'https://other.example' } })],
  ['3: the audience is the issuer with a slash', (test) => ({ claims: { aud: `${test.issuer}/` } })],
  [
    '3: the audience is this server and another',
    (test) => ({ claims: { aud: [test.issuer, 'https://other.example'] } }),
  ],
  ['3: an empty list of audiences', () => ({ claims: { aud: [] } })],
  ['4: no expiry', () => ({ claims: { exp: undefined } })],
  ['4: expired a minute ago', (test) => ({ claims: { exp: nowSeconds(test) - 60 } })],
  ['4: expires this very second', (test) => ({ claims: { exp: nowSeconds(test) } })],
  ['4: expires unreasonably far in the future', (test) => ({ claims: { exp: nowSeconds(test) + 301 } })],
  ['4: an expiry that is no number', () => ({ claims: { exp: 'tomorrow' } })],
  ['5: not before a later time', (test) => ({ claims: { nbf: nowSeconds(test) + 60 } })],
  ['6: issued in the future', (test) => ({ claims: { iat: nowSeconds(test) + 60 } })],
  ['7: no identifier', () => ({ claims: { jti: undefined } })],
  ['7: an identifier that is no text', () => ({ claims: { jti: 7 } })],
])('RFC 7523 §3 item %s: the client is not authenticated', async (_title, changes) => {
  expect(await statusOf(test, await test.sign(changes(test)))).toBe(401);
});

it('RFC 7523 §3 item 7: an assertion is used once', async () => {
  const assertion = await test.sign();
  expect(await statusOf(test, assertion)).toBe(200);
  expect(await statusOf(test, assertion)).toBe(401);
  const jti = 'the-same-for-both';
  expect(await statusOf(test, await test.sign({ claims: { jti } }))).toBe(200);
  expect(await statusOf(test, await test.sign({ claims: { jti } }))).toBe(401);
});

it('RFC 7523 §3 item 9: the assertion is signed with the key of the client', async () => {
  expect(await statusOf(test, await test.sign({ key: await strangeKey() }))).toBe(401);
});

it('RFC 7523 §3 item 9: an unsecured assertion, or one with a public key as a shared secret, is not signed', async () => {
  const [, claims] = (await test.sign()).split('.');
  const unsecured = (alg: string) => `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.${claims}.`;
  for (const alg of ['none', 'None', 'NONE', '']) expect(await statusOf(test, unsecured(alg)), alg).toBe(401);
  const payload = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()) as Record<string, unknown>; // as it was signed
  for (const alg of ['HS256', 'HS384', 'HS512']) {
    const mixedUp = await new SignJWT(payload).setProtectedHeader({ alg }).sign(await publicKeyAsSecret());
    expect(await statusOf(test, mixedUp), alg).toBe(401);
  }
});

it('RFC 7523 §3 item 10: what is no JWT is refused, however it looks', async () => {
  for (const malformed of ['x', 'a.b.c', 'e30.e30.e30', '..', 'eyJhbGciOiJFUzI1NiJ9.e30.', `${'a'.repeat(5000)}.b.c`]) {
    expect(await statusOf(test, malformed), malformed.slice(0, 12)).toBe(401);
  }
});

it('RFC 7521 §4.2: the type of the assertion belongs to it, and a client_id beside it names the same client', async () => {
  const send = async (changes: Record<string, string | undefined>) =>
    (
      await test.post(
        '/otp-authorization',
        {
          ...identification,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await test.sign(),
          ...changes,
        },
        { clientId: '', credentials: async () => ({ headers: {}, parameters: {} }) },
      )
    ).status;
  expect(await send({})).toBe(200);
  expect(await send({ client_id: 'signing-auditor' })).toBe(200);
  expect(await send({ client_id: 'energy-auditor' })).toBe(401);
  expect(await send({ client_assertion_type: undefined })).toBe(401);
  expect(await send({ client_assertion: undefined })).toBe(401);
  expect(await send({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' })).toBe(401);
});
