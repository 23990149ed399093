/** Where secrets are, and where they are not: every flow is played with the log kept and the store's file read as bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { admissionRules, outcomes, parameters, policyWith } from '../../../model/index.ts';
import { codeHash } from '../../../server/exchange/code-hash.ts';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { codeIn, converse, messages, subjects, wrongCode } from '../../support/conversation.ts';
import { minutes, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { seededRandomness } from '../../support/seeded-randomness.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { secretClient, type TestClient } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

const compared = vi.hoisted(() => ({ pairs: [] as boolean[] }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (one, other) => {
    const equal = crypto.timingSafeEqual(one, other);
    compared.pairs.push(equal);
    return equal;
  };
  return { ...crypto, timingSafeEqual };
});

/** Plays every flow, errors included; hands back every secret that took part. */
async function playEverything(test: TestServer): Promise<Map<string, string>> {
  const secrets = new Map<string, string>();
  const keep = (name: string, value: string) => secrets.set(`${name} ${secrets.size}`, value);
  const watched = (client: TestClient): TestClient => ({
    clientId: client.clientId,
    credentials: async () => {
      const credentials = await client.credentials();
      for (const value of Object.values(credentials.headers)) keep('credentials', value.split(' ').at(-1) ?? '');
      const { client_assertion } = credentials.parameters as { client_assertion?: string };
      if (client_assertion !== undefined) keep('assertion', client_assertion);
      return credentials;
    },
  });
  for (const client of [test.clients.auditor, test.clients.signing]) {
    const talk = converse(test, watched(client));
    for (const method of ['sms', 'voice', 'email'] as const) {
      const { session, code, token } = await talk.granted(undefined, method);
      keep('session', session);
      keep('code', code);
      keep('token', token);
      keep('signature', token.split('.')[2] ?? '');
      await talk.usage(token);
      await talk.usage(`${token}x`);
      await talk.redeem(session, code);
      await talk.usage(token, 'minute');
    }
    const { session, code } = await talk.sent();
    keep('session', session);
    keep('code', code);
    for (let guess = 1; guess <= 6; guess += 1) {
      keep('guess', wrongCode(code, guess));
      await talk.redeem(session, wrongCode(code, guess));
    }
    const lapsed = await talk.sent(subjects.twin, 'email');
    keep('session', lapsed.session);
    keep('code', lapsed.code);
    test.clock.advance(minutes(10));
    await talk.redeem(lapsed.session, lapsed.code);
    await talk.deliver(lapsed.session, 'fax');
    keep('session', await talk.open(subjects.unknown));
    await talk.redeem('no-such-session-of-anybody', code);
    await talk.identify({ format: 'nonsense', phone_number: '+12025550143' });
    await talk.identify(subjects.heather, { scope: 'heather@example.com' });
  }
  const impostor = secretClient('energy-auditor', 'not-the-secret-at-all');
  await converse(test, watched(impostor)).identify();
  await test.post('/token', 'user_code=04915672&user_code=04915672&auth_session=twice');
  await test.inject({ method: 'GET', url: '/usage', headers: { authorization: 'Bearer no.token.of-ours' } });
  keep('secret', 'sandbox-secret');
  keep('secret', 'not-the-secret-at-all');
  keep('repeated code', '04915672');
  keep('presented token', 'no.token.of-ours');
  for (const { text } of await messages(test)) {
    const [, denialToken] = /\/denial#([\w-]+)/.exec(text) ?? [];
    if (denialToken !== undefined) keep('denial token', denialToken);
  }
  for (const contact of ['12025550143', '12025550171', 'heather@example.com', 'twin1@example.com'])
    keep('contact', contact);
  for (const personal of ['Sunny Lane', 'account-heather', '4002-118-07', 'Nowhere Lane']) keep('person', personal);
  keep('message', 'asks Oakfield Power');
  return secrets;
}

/** Everything in a folder of a store, also what its write-ahead log holds, as one text of bytes. */
const bytesOf = (folder: string): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file)).toString('latin1'))
    .join('\n');

describe('Over every flow, with its errors', () => {
  it('transaction/unlogged: transaction/hashed-at-rest: no secret is in the log or in the bytes of the store', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const store = openLibsqlStore(join(folder.path, 'store.sqlite'));
    const test = await openServer({ store, policy: policyWith({ limits: { sendsPerAccount: 50 } }) });
    const secrets = await playEverything(test);
    expect(secrets.size).toBeGreaterThan(80);
    const log = test.log.join('\n');
    const before = bytesOf(folder.path);
    await test.close();
    const after = bytesOf(folder.path);
    expect([log.includes('energy-auditor'), before.includes('energy-auditor'), after.length > 50_000]).toEqual([
      true,
      true,
      true,
    ]);
    for (const [name, secret] of secrets) {
      expect(secret.length, name).toBeGreaterThan(4);
      expect(log.includes(secret), `${name} in the log`).toBe(false);
      expect(before.includes(secret), `${name} in the open store`).toBe(false);
      expect(after.includes(secret), `${name} in the closed store`).toBe(false);
    }
  });

  it('transaction/hashed-at-rest: what is kept of passcodes and sessions cannot be found by hashing guesses', async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const test = await openServer({ store: openLibsqlStore(join(folder.path, 'store.sqlite')) });
    const { session, code } = await converse(test).sent();
    const bytes = bytesOf(folder.path);
    for (const text of [session, code, `passcode\0${code}`, `session\0${session}`]) {
      for (const algorithm of ['sha256', 'sha512', 'sha1', 'md5']) {
        for (const encoding of ['hex', 'base64', 'base64url'] as const) {
          expect(bytes).not.toContain(createHash(algorithm).update(text).digest(encoding).replace(/=+$/, ''));
        }
      }
    }
  });

  it('transaction/hashed-at-rest: the same passcode in two transactions is kept as two hashes', async () => {
    const test = await openServer();
    const { keys } = test.server.ports;
    expect(codeHash(keys, 'one', '04915672')).not.toBe(codeHash(keys, 'other', '04915672'));
    expect(codeHash(keys, 'one', '04915672')).toBe(codeHash(keys, 'one', '04915672'));
  });
});

describe('transaction/constant-time', () => {
  it('transaction/constant-time: every passcode of the transaction is compared, whole, whatever was typed', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code: first } = await talk.sent();
    test.clock.advance(seconds(30));
    await talk.deliver(session);
    const [second] = (await messages(test)).map(codeIn);
    for (const [typed, equal] of [
      ['00000000', [false, false]],
      [`${first.slice(0, 7)}x`, [false, false]],
      [first, [true, false]],
      [second ?? '', [false, true]],
    ] as const) {
      compared.pairs.length = 0;
      await talk.redeem(session, typed);
      // the first comparison is that of the client's secret
      expect(compared.pairs.slice(1)).toEqual(equal);
    }
  });
});

describe('Chance', () => {
  it('otp-authorization-response/session-entropy: a session is 256 bits from the source, and never the same twice', async () => {
    const test = await openServer({ seed: 'sessions' });
    const talk = converse(test);
    const sessions = new Set<string>();
    for (let start = 0; start < 200; start += 1) sessions.add(await talk.open(subjects.unknown));
    expect(sessions.size).toBe(200);
    for (const session of sessions) expect(Buffer.from(session, 'base64url').length).toBe(32);
    const [first = ''] = sessions;
    expect(first).toBe(Buffer.from(seededRandomness('sessions').bytes(32)).toString('base64url'));
  });

  it('passcode/randomness: passcodes come from the source, evenly, at the length of the policy', async () => {
    const digits = new Map<string, number>();
    for (const [codeLength, seed] of [
      [6, 'six'],
      [8, 'eight'],
      [16, 'sixteen'],
    ] as const) {
      const test = await openServer({ seed, policy: policyWith({ limits: { codeLength, sendsPerAccount: 50 } }) });
      const talk = converse(test);
      for (let send = 0; send < 40; send += 1) {
        const { code } = await talk.sent();
        expect(code).toHaveLength(codeLength);
        for (const digit of code) digits.set(digit, (digits.get(digit) ?? 0) + 1);
      }
    }
    const total = 40 * (6 + 8 + 16);
    const chiSquare = [...'0123456789'].reduce(
      (sum, digit) => sum + ((digits.get(digit) ?? 0) - total / 10) ** 2 / (total / 10),
      0,
    );
    expect(chiSquare).toBeLessThan(27.9); // 9 degrees of freedom, one in a thousand
  });

  it('passcode/randomness: no policy allows fewer than six characters', () => {
    expect(() => policyWith({ limits: { codeLength: 5 } })).toThrow(RangeError);
  });
});

it('error-response/leaks-nothing: the words of every error are those of the model, whatever the request says', async () => {
  const test = await openServer();
  const names = Object.values(parameters).map(({ name }) => name);
  const filled = (words: string) =>
    [...names, 'of that name', 'POST', 'GET', 'application/x-www-form-urlencoded', '16384'].map((name) =>
      words.replace('{name}', name),
    );
  const allowed = new Set(
    [...Object.values(admissionRules), ...Object.values(outcomes)].flatMap(({ words }) => filled(words)),
  );
  const canary = 'canary-04915672';
  const talk = converse(test);
  const { session, code } = await talk.sent();
  const answers = [
    await talk.identify({ format: canary }),
    await talk.identify({ format: 'email', email: canary }),
    await talk.identify(undefined, { scope: canary }),
    await talk.identify(undefined, { resource: canary, authorization_details: canary }),
    await talk.identify(undefined, { ui_locales: `${canary}_` }),
    await talk.deliver(canary),
    await talk.deliver(session, canary),
    await talk.deliver(session),
    await talk.redeem(session, canary),
    await talk.redeem(canary, code),
    await talk.redeem(session, code, { grant_type: canary }),
    await talk.redeem(session, code, { client_id: canary }),
    await test.post('/token', `${canary}=1&${canary}=2`),
    await converse(test, secretClient(canary, canary)).identify(),
    await talk.usage(canary),
    await test.inject({ method: 'DELETE', url: '/token' }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const description = answer.member('error_description');
    expect(allowed.has(description), description).toBe(true);
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain('canary');
  }
});
