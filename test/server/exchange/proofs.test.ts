/** Clients that prove that they have a key: what is bound to it, and what happens to whoever does not have it. */
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import type { Store } from '../../../server/ports.ts';
import { currentNonce } from '../../../server/proofs/nonce.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { converse, newestCode } from '../../support/conversation.ts';
import { fakeClock, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import {
  type ProofChanges,
  type Prover,
  postWith,
  proofKeys,
  prover,
  readUsage,
  signProof,
  thumbprintOf,
} from '../../support/proofs.ts';
import { nobody, secretClient } from '../../support/test-clients.ts';
import type { TestServer, TestServerOptions } from '../../support/test-server.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:otp';
const asking = {
  sub_id: '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}',
  scope: 'usage:read',
};
const sending = (session: string) => ({ auth_session: session, delivery_option: 'sms' });
const redeeming = (session: string, code: string) => ({
  grant_type: grantType,
  auth_session: session,
  user_code: code,
});
const refreshing = (token: string) => ({ grant_type: 'refresh_token', refresh_token: token });

/** A transaction that is bound to a key, with its passcode sent. */
async function sent(test: TestServer, kiosk: Prover) {
  const session = (await kiosk.post('/otp-authorization', asking)).member('auth_session');
  expect((await kiosk.post('/otp-delivery', sending(session))).status).toBe(200);
  return { session, code: await newestCode(test) };
}

/** A grant that is bound to a key. */
async function granted(options?: TestServerOptions) {
  const test = await openServer(options);
  const kiosk = await prover(test);
  const { session, code } = await sent(test, kiosk);
  const answer = await kiosk.post('/token', redeeming(session, code));
  return { test, kiosk, answer, token: answer.member('access_token'), refreshToken: answer.member('refresh_token') };
}

const refused = [400, 'invalid_dpop_proof'];
const seen = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => [status, body.error];

describe('A transaction that begins with a proof', () => {
  it('dpop-proof/token-bound: ends in a token that is bound to the key, and says so everywhere', async () => {
    const { test, kiosk, answer, token, refreshToken } = await granted();
    const jkt = thumbprintOf(kiosk.keys);
    expect(answer.body.token_type).toBe('DPoP');
    expect(decodeJwt(token).cnf).toEqual({ jkt });
    const told = await test.post('/introspect', { token }, secretClient('usage-service'));
    expect(told.body).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt } });
    expect((await kiosk.usage(token)).status).toBe(200);
    const refreshed = await kiosk.post('/token', refreshing(refreshToken));
    expect(refreshed.body.token_type).toBe('DPoP');
    expect(decodeJwt(refreshed.member('access_token')).cnf).toEqual({ jkt });
    expect((await kiosk.usage(refreshed.member('access_token'))).status).toBe(200);
  });

  it.each(['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256'])('takes keys for %s', async (alg) => {
    const test = await openServer();
    const kiosk = await prover(test, { keys: await proofKeys(alg) });
    expect((await kiosk.post('/otp-authorization', asking)).status).toBe(200);
  });

  it.each<[string, (test: TestServer) => Promise<(path: string, form: Record<string, string>) => Promise<unknown>>]>([
    ['without a proof', async (test) => async (path, form) => seen(await test.post(path, form))],
    [
      'with a key of their own',
      async (test) => {
        const thief = await prover(test);
        return async (path, form) => seen(await thief.post(path, form));
      },
    ],
  ])('dpop-proof/same-key: whoever comes %s gets nowhere, and nothing of it counts', async (_title, stranger) => {
    const test = await openServer();
    const kiosk = await prover(test);
    const tries = await stranger(test);
    const session = (await kiosk.post('/otp-authorization', asking)).member('auth_session');
    expect(await tries('/otp-delivery', sending(session))).toEqual(refused);
    expect(test.inbox.list()).toEqual([]);
    await kiosk.post('/otp-delivery', sending(session));
    const code = await newestCode(test);
    for (let guess = 0; guess < 6; guess += 1) {
      expect(await tries('/token', redeeming(session, '00000000'))).toEqual(refused);
    }
    expect(await tries('/token', redeeming(session, code))).toEqual(refused);
    const answer = await kiosk.post('/token', redeeming(session, code));
    expect(answer.status).toBe(200);
    expect(await tries('/token', redeeming(session, code))).toEqual(refused);
    const refreshToken = answer.member('refresh_token');
    expect(await tries('/token', refreshing(refreshToken))).toEqual(refused);
    const second = await kiosk.post('/token', refreshing(refreshToken));
    expect(second.status).toBe(200);
    // one that was replaced ends the grant in the hands of whoever has the key, and of nobody else
    expect(await tries('/token', refreshing(refreshToken))).toEqual(refused);
    expect((await kiosk.usage(second.member('access_token'))).status).toBe(200);
  });

  it('transaction/client-binding: another client learns nothing of the key', async () => {
    const test = await openServer();
    const { session, code } = await sent(test, await prover(test));
    const thief = await prover(test, { client: test.clients.other });
    expect(seen(await thief.post('/otp-delivery', sending(session)))).toEqual([400, 'invalid_session']);
    expect(seen(await thief.post('/token', redeeming(session, code)))).toEqual([400, 'invalid_grant']);
  });

  it('would go on with any key under a policy without the rule: the refusals above come from it', async () => {
    const test = await openServer({ policy: policyWith({ off: ['keyBinding'] }) });
    const { session, code } = await sent(test, await prover(test));
    expect((await test.post('/token', redeeming(session, code))).status).toBe(200);
  });
});

describe('A transaction that begins without a proof', () => {
  it('dpop-proof/same-key: is bound to no key, and a proof that comes later is refused', async () => {
    const test = await openServer();
    const talk = converse(test);
    const late = await prover(test);
    const { session, code } = await talk.sent();
    expect(seen(await late.post('/otp-delivery', sending(session)))).toEqual(refused);
    expect(seen(await late.post('/token', redeeming(session, code)))).toEqual(refused);
    const answer = await talk.redeem(session, code);
    expect(answer.body.token_type).toBe('Bearer');
    expect(decodeJwt(answer.member('access_token')).cnf).toBeUndefined();
    expect(seen(await late.post('/token', refreshing(answer.member('refresh_token'))))).toEqual(refused);
    expect((await test.post('/token', refreshing(answer.member('refresh_token')))).status).toBe(200);
  });
});

describe('A proof', () => {
  const identify = async (test: TestServer, dpop: string) => postWith(test, '/otp-authorization', asking, dpop);

  it.each<[string, (kiosk: Prover) => Promise<string>]>([
    ['no JWT', async () => 'made-up'],
    [
      'two proofs in one field',
      async (kiosk) => `${await kiosk.proof('/otp-authorization')}, ${await kiosk.proof('/otp-authorization')}`,
    ],
    ['another type of JWT', async (kiosk) => kiosk.proof('/otp-authorization', { header: { typ: 'JWT' } })],
    ['no key in it', async (kiosk) => kiosk.proof('/otp-authorization', { header: { jwk: undefined } })],
    [
      'a private key in it',
      async (kiosk) => {
        const { privateKey } = await generateKeyPair('ES256', { extractable: true });
        const jwk = { ...kiosk.keys.publicJwk, d: (await crypto.subtle.exportKey('jwk', privateKey)).d };
        return kiosk.proof('/otp-authorization', { header: { jwk } });
      },
    ],
    [
      'the signature of another key',
      async (kiosk) => kiosk.proof('/otp-authorization', { key: (await generateKeyPair('ES256')).privateKey }),
    ],
    [
      'a shared secret as its key',
      async (kiosk) => {
        const secret = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
        const jwk = { kty: 'oct', k: Buffer.from(secret).toString('base64url') };
        return kiosk.proof('/otp-authorization', { header: { alg: 'HS256', jwk }, key: secret });
      },
    ],
    [
      'an algorithm that is not announced',
      async () => {
        const keys = await proofKeys('ES384');
        return new SignJWT({})
          .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES384', jwk: keys.publicJwk })
          .sign(keys.privateKey);
      },
    ],
    [
      'no signature',
      async (kiosk) => {
        const [header, claims] = (await kiosk.proof('/otp-authorization')).split('.');
        return `${header}.${claims}.`;
      },
    ],
    [
      'the algorithm none',
      async (kiosk) => {
        const [, claims] = (await kiosk.proof('/otp-authorization')).split('.');
        const header = { typ: 'dpop+jwt', alg: 'none', jwk: kiosk.keys.publicJwk };
        return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${claims}.`;
      },
    ],
  ])('dpop-proof/valid: is none with %s', async (_title, made) => {
    const test = await openServer();
    const kiosk = await prover(test);
    const answer = await identify(test, await made(kiosk));
    expect(seen(answer)).toEqual(refused);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await kiosk.post('/otp-authorization', asking)).status).toBe(200);
  });

  const at = (offset: number) => (test: TestServer) => ({ iat: Math.floor(test.clock.now() / 1000) + offset });
  it.each<[string, (test: TestServer) => Readonly<Record<string, unknown>>, boolean]>([
    ['another method', () => ({ htm: 'GET' }), false],
    ['a method in other letters', () => ({ htm: 'post' }), false],
    ['no method', () => ({ htm: undefined }), false],
    ['another endpoint', ({ issuer }) => ({ htu: `${issuer}/token` }), false],
    ['another server', () => ({ htu: 'https://other.example/otp-authorization' }), false],
    ['no URL', () => ({ htu: 'otp-authorization' }), false],
    ['a query and a fragment (RFC 9449 §4.3)', ({ issuer }) => ({ htu: `${issuer}/otp-authorization?a=b#c` }), true],
    ['the host in capitals (RFC 3986 §6.2.2)', () => ({ htu: 'HTTPS://UTILITY.EXAMPLE:443/otp-authorization' }), true],
    ['an age of a minute', at(-60), true],
    ['an age of a second more', at(-61), false],
    ['ten seconds from now', at(10), true],
    ['eleven seconds from now', at(11), false],
    ['no instant', () => ({ iat: undefined }), false],
    ['no identifier', () => ({ jti: undefined }), false],
    ['an empty identifier', () => ({ jti: '' }), false],
    ['an identifier of 257 characters', () => ({ jti: 'a'.repeat(257) }), false],
  ])('dpop-proof/this-request: with %s', async (_title, claims, isGood) => {
    const test = await openServer();
    const answer = await (await prover(test)).post('/otp-authorization', asking, { claims: claims(test) });
    expect(seen(answer)).toEqual(isGood ? [200, undefined] : refused);
  });

  it('dpop-proof/once: is good for one request, at whichever process it comes', async () => {
    const memory = createMemoryStore();
    const store: Store = {
      read: (references) => memory.read(references),
      commit: (writes) => memory.commit(writes),
      due: (kind, nowAt, limit) => memory.due(kind, nowAt, limit),
      purge: (nowAt) => memory.purge(nowAt),
      close: async () => {}, // the other one has it still
    };
    const clock = fakeClock();
    const [one, two] = [await openServer({ store, clock }), await openServer({ store, clock })];
    const dpop = await (await prover(one)).proof('/otp-authorization');
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => identify(index % 2 === 0 ? one : two, dpop)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      new Set(answers.filter(({ status }) => status !== 200).map((answer) => JSON.stringify(seen(answer)))),
    ).toEqual(new Set([JSON.stringify(refused)]));
  });

  it('dpop-proof/once: is remembered for as long as it would be accepted, and not for ever', async () => {
    const test = await openServer();
    const dpop = await (await prover(test)).proof('/otp-authorization');
    expect((await identify(test, dpop)).status).toBe(200);
    test.clock.advance(seconds(60));
    await test.store.purge(test.clock.now());
    expect(seen(await identify(test, dpop))).toEqual(refused);
    test.clock.advance(seconds(11));
    expect(await test.store.purge(test.clock.now())).toBe(1);
    expect(seen(await identify(test, dpop))).toEqual(refused); // too old by now
  });

  it('dpop-proof/once: the same identifier by another key is another proof', async () => {
    const test = await openServer();
    const same = { claims: { jti: 'one-and-the-same' } };
    expect((await (await prover(test)).post('/otp-authorization', asking, same)).status).toBe(200);
    expect((await (await prover(test)).post('/otp-authorization', asking, same)).status).toBe(200);
  });

  it('is not used up by a request that is turned away for something else', async () => {
    const test = await openServer();
    const dpop = await (await prover(test)).proof('/otp-authorization');
    expect((await postWith(test, '/otp-authorization', asking, dpop, nobody)).status).toBe(401);
    expect((await postWith(test, '/otp-authorization', { ...asking, scope: 'everything' }, dpop)).status).toBe(400);
    expect((await identify(test, dpop)).status).toBe(200);
  });
});

describe('A nonce', () => {
  const without: ProofChanges = { claims: { nonce: undefined } };

  it('dpop-proof/nonce: is asked for with one that is good, at every endpoint of the grant', async () => {
    const { test, kiosk, refreshToken } = await granted();
    const { session } = await sent(test, kiosk);
    const requests = [
      ['/otp-authorization', asking],
      ['/otp-delivery', sending(session)],
      ['/token', redeeming(session, '1')],
      ['/token', refreshing(refreshToken)],
    ] as const;
    for (const [path, form] of requests) {
      const answer = await kiosk.post(path, form, without);
      expect(seen(answer)).toEqual([400, 'use_dpop_nonce']);
      const nonce = answer.headers['dpop-nonce'];
      expect(nonce).toMatch(/^[\x21\x23-\x5B\x5D-\x7E]{20,}$/);
      expect(seen(await kiosk.post(path, form, { claims: { nonce } }))[1]).not.toBe('use_dpop_nonce');
    }
  });

  it.each(['made-up', '', 7, null, ['a']])('dpop-proof/nonce: is not %j', async (nonce) => {
    const test = await openServer();
    const answer = await (await prover(test)).post('/otp-authorization', asking, { claims: { nonce } });
    expect(seen(answer)).toEqual([400, 'use_dpop_nonce']);
  });

  it('dpop-proof/nonce: gets old: the one before is good still, the one before that no more', async () => {
    const test = await openServer();
    const kiosk = await prover(test);
    const nonce = currentNonce(test.server);
    test.clock.advance(seconds(300));
    expect(currentNonce(test.server)).not.toBe(nonce);
    expect((await kiosk.post('/otp-authorization', asking, { claims: { nonce } })).status).toBe(200);
    test.clock.advance(seconds(300));
    expect(seen(await kiosk.post('/otp-authorization', asking, { claims: { nonce } }))[1]).toBe('use_dpop_nonce');
  });
});

describe('At the usage resource', () => {
  const challenge = (error: string) =>
    new RegExp(`^DPoP realm="usage", error="${error}", error_description="[^"]+", algs="ES256 EdDSA [^"]*"$`);

  it.each<
    [
      string,
      (
        all: Awaited<ReturnType<typeof granted>>,
      ) => Promise<{ status: number; headers: Readonly<Record<string, string>> }>,
    ]
  >([
    ['a bound token as a bearer token', ({ test, token }) => readUsage(test, `Bearer ${token}`)],
    [
      'a bound token as a bearer token beside a good proof',
      async ({ test, kiosk, token }) => {
        const target = { method: 'GET', url: `${test.issuer}/usage`, accessToken: token };
        return readUsage(test, `Bearer ${token}`, await signProof(kiosk.keys, target, test.clock));
      },
    ],
    ['a bound token with a proof by another key', async ({ test, token }) => (await prover(test)).usage(token)],
    ['an unbound token with a proof', async ({ test, kiosk }) => kiosk.usage((await converse(test).granted()).token)],
  ])('usage-request/dpop-bound: %s is refused with the challenge to prove', async (_title, read) => {
    const all = await granted();
    const answer = await read(all);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(challenge('invalid_token'));
    expect((await all.kiosk.usage(all.token)).status).toBe(200);
  });

  it.each<[string, ProofChanges]>([
    ['of another token', { claims: { ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo' } }],
    ['of no token', { claims: { ath: undefined } }],
    ['of another method', { claims: { htm: 'POST' } }],
    ['of another URL', { claims: { htu: 'https://utility.example/token' } }],
    ['that is too old', { claims: { iat: 1 } }],
    ['of another type', { header: { typ: 'JWT' } }],
  ])('usage-request/dpop-proof: a proof %s is refused', async (_title, changes) => {
    const { kiosk, token } = await granted();
    const answer = await kiosk.usage(token, changes);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(challenge('invalid_dpop_proof'));
  });

  it('error-response/dpop-challenge: a proof is missing, or comes twice', async () => {
    const { test, kiosk, token } = await granted();
    const bare = await readUsage(test, `DPoP ${token}`);
    expect([bare.status, bare.body.error]).toEqual([401, 'invalid_dpop_proof']);
    expect(bare.headers['www-authenticate']).toMatch(challenge('invalid_dpop_proof'));
    const target = { method: 'GET', url: `${test.issuer}/usage`, accessToken: token };
    const dpop = await signProof(kiosk.keys, target, test.clock);
    expect((await readUsage(test, `DPoP ${token}`, dpop)).status).toBe(200);
    const again = await readUsage(test, `DPoP ${token}`, dpop);
    expect([again.status, again.body.error]).toEqual([401, 'invalid_dpop_proof']);
  });
});

describe('The metadata', () => {
  it('metadata/dpop-algorithms: lists what proofs may be signed with, and nothing symmetric', async () => {
    const test = await openServer();
    const { body } = await test.inject({ url: '/.well-known/oauth-authorization-server' });
    expect(body.dpop_signing_alg_values_supported).toEqual(['ES256', 'EdDSA', 'Ed25519', 'RS256', 'PS256']);
  });
});
