/** RFC 9068: the access token, held against a checker that was written from the text. */
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { newKeyMaterial } from '../../server/keys/key-material.ts';
import { converse, subjects } from '../support/conversation.ts';
import { openServer } from '../support/open-server.ts';
import { seededRandomness } from '../support/seeded-randomness.ts';
import type { TestServer } from '../support/test-server.ts';
import { type Expected, problemsOf } from './access-token-checker.ts';
import { granted, usage } from './by-hand.ts';

async function expected(test: TestServer, changes: Partial<Expected> = {}): Promise<Expected> {
  const { body } = await test.inject({ method: 'GET', url: '/jwks' });
  return {
    issuer: 'https://utility.example',
    audience: 'https://utility.example/usage',
    clientId: 'energy-auditor',
    scope: 'usage:read',
    keys: body.keys as JsonWebKey[], // each of them is read by node:crypto, which throws on what is none
    nowSeconds: Math.floor(test.clock.now() / 1000),
    ...changes,
  };
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>; // a JWT of ours

/** A token signed with the server's own key, with everything right but what a test changes. */
async function tokenWith(
  test: TestServer,
  template: string,
  changes: { header?: Record<string, unknown>; claims?: Record<string, unknown> },
): Promise<string> {
  const { signingKey } = newKeyMaterial(seededRandomness('keys'));
  const { body } = await test.inject({ method: 'GET', url: '/jwks' });
  const [{ kid } = {}] = body.keys as JsonWebKey[];
  const claims = Object.entries({ ...claimsOf(template), ...changes.claims }).filter(
    ([, value]) => value !== undefined,
  );
  return new SignJWT(Object.fromEntries(claims))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: String(kid), ...changes.header })
    .sign(await importJWK({ ...signingKey, kty: 'EC' }, 'ES256'));
}

describe('RFC 9068 §2: the access token', () => {
  it('has the header and the claims that the profile asks for, and no other', async () => {
    const test = await openServer();
    const token = (await granted(test)).member('access_token');
    expect(problemsOf(token, await expected(test))).toEqual([]);
  });

  it('the checker itself finds each fault that is planted', async () => {
    const test = await openServer();
    const token = (await granted(test)).member('access_token');
    const found = async (changes: Parameters<typeof tokenWith>[2]) =>
      problemsOf(await tokenWith(test, token, changes), await expected(test)).map((problem) => problem.split(':')[0]);
    expect(await found({})).toEqual([]);
    expect(await found({ header: { typ: 'JWT' } })).toEqual(['§2.1']);
    for (const claim of ['iss', 'aud', 'sub', 'client_id', 'jti']) {
      expect(await found({ claims: { [claim]: undefined } }), claim).toEqual(['§2.2']);
    }
    expect(await found({ claims: { exp: 1 } })).toEqual(['§4']);
    expect(await found({ claims: { iat: 4_000_000_000 } })).toEqual(['§2.2']);
    expect(await found({ claims: { scope: 'usage:read usage:summary' } })).toEqual(['§2.2.3']);
    expect(await found({ claims: { phone_number: '+12025550143' } })).toEqual(['§5']);
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { keys } = await expected(test);
    const other = { ...publicKey.export({ format: 'jwk' }), kid: keys[0]?.kid };
    expect(problemsOf(token, await expected(test, { keys: [other] }))).toEqual(['§4: its signature does not hold']);
  });

  it('§2.2: jti is unique, and iat is when the token was issued', async () => {
    const test = await openServer();
    const first = claimsOf((await granted(test)).member('access_token'));
    test.clock.advance(1500);
    const second = claimsOf((await granted(test)).member('access_token'));
    expect(second.jti).not.toBe(first.jti);
    expect(Number(second.iat) - Number(first.iat)).toBe(1);
    expect(Number(second.exp) - Number(second.iat)).toBe(3600);
  });

  it('§5: sub says nothing about the customer, and is another one for each client', async () => {
    const test = await openServer();
    const subOf = async (client: TestServer['clients']['auditor'], subject = subjects.heather as object) => {
      const { token } = await converse(test, client).granted(subject as Record<string, string>);
      return String(claimsOf(token).sub);
    };
    const subs = [
      await subOf(test.clients.auditor),
      await subOf(test.clients.other),
      await subOf(test.clients.signing),
      await subOf(test.clients.auditor, subjects.twin),
    ];
    expect(new Set(subs).size).toBe(4);
    expect(await subOf(test.clients.auditor)).toBe(subs[0]);
    const byNumber = { format: 'account_number', account_number: '4002-118-07' };
    expect(await subOf(test.clients.auditor, byNumber)).toBe(subs[0]);
    for (const sub of subs) expect(sub).not.toMatch(/heather|4002|twin|account|\+1/i);
  });
});

describe('RFC 9068 §4: the resource server refuses', () => {
  it.each([
    ['a token of another type', { header: { typ: 'JWT' } }],
    ['a token without a type', { header: { typ: undefined } }],
    ['a token of another issuer', { claims: { iss: 'https://other.example' } }],
    ['a token for another resource', { claims: { aud: 'https://utility.example/token' } }],
    ['a token without an audience', { claims: { aud: undefined } }],
    ['a token that has expired', { claims: { exp: 1 } }],
    ['a token without an expiry', { claims: { exp: undefined } }],
    ['a token without a subject', { claims: { sub: undefined } }],
    ['a token without an identifier', { claims: { jti: undefined } }],
    ['a token that nobody remembers granting', { claims: { jti: 'made-up-but-well-signed' } }],
  ])('%s', async (_title, changes) => {
    const test = await openServer();
    const token = (await granted(test)).member('access_token');
    expect((await usage(test, `Bearer ${await tokenWith(test, token, {})}`)).status).toBe(200);
    const answer = await usage(test, `Bearer ${await tokenWith(test, token, changes)}`);
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_token']);
  });

  it('the long form of the type, application/at+jwt, is as good as the short one', async () => {
    const test = await openServer();
    const token = (await granted(test)).member('access_token');
    const long = await tokenWith(test, token, { header: { typ: 'application/at+jwt' } });
    expect((await usage(test, `Bearer ${long}`)).status).toBe(200);
  });
});
