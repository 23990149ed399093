/**
 * Requests that are wrong in every way somebody has thought of. Each gets the error that the RFC names, with words that
 * help and quote nothing, and the transaction that it was about goes on as if nothing had happened.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { converse } from '../../support/conversation.ts';
import type { Answer } from '../../support/form-request.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer({ policy: policyWith({ limits: { sendsPerAccount: 50 } }) });
});
afterAll(() => test.close());

interface Live {
  readonly session: string;
  readonly code: string;
  /** A redemption that would succeed, as a form. */
  readonly form: string;
}

interface Sent {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly payload?: string | Buffer;
}

type Row = readonly [title: string, expected: readonly [number, string], request: (live: Live) => Sent];

const malformed = [400, 'invalid_request'] as const;
const form = 'application/x-www-form-urlencoded';

const rows: readonly Row[] = [
  ['no content type', malformed, ({ form }) => ({ headers: { 'content-type': undefined }, payload: form })],
  ['an empty content type', malformed, ({ form }) => ({ headers: { 'content-type': '' }, payload: form })],
  ['a content type that is none', malformed, ({ form }) => ({ headers: { 'content-type': 'form' }, payload: form })],
  [
    'the content type of multipart forms',
    malformed,
    ({ form }) => ({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: form }),
  ],
  [
    'JSON, though it says the right things',
    malformed,
    ({ session, code }) => ({
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({
        grant_type: 'urn:ietf:params:oauth:grant-type:otp',
        auth_session: session,
        user_code: code,
      }),
    }),
  ],
  [
    'a content type that only begins right',
    malformed,
    ({ form: payload }) => ({ headers: { 'content-type': `${form}x` }, payload }),
  ],
  ['no body at all', malformed, () => ({ headers: { 'content-type': undefined } })],
  ['an empty form', malformed, () => ({ payload: '' })],
  ['a percent-escape that breaks off', malformed, ({ form }) => ({ payload: `${form}%4` })],
  ['a percent-escape that is none', malformed, ({ form }) => ({ payload: `${form}&x=%zz` })],
  ['an escaped byte that is no UTF-8', malformed, ({ form }) => ({ payload: `${form}&x=%ff` })],
  [
    'a raw byte that is no UTF-8',
    malformed,
    ({ form }) => ({ payload: Buffer.concat([Buffer.from(`${form}&x=`), Buffer.from([0xff])]) }),
  ],
  ['an overlong encoding of a character', malformed, ({ form }) => ({ payload: `${form}&x=%c0%af` })],
  ['half of a surrogate pair', malformed, ({ form }) => ({ payload: `${form}&x=%ed%a0%80` })],
  ['NUL, escaped', malformed, ({ form }) => ({ payload: `${form}%00` })],
  ['NUL, raw', malformed, ({ form }) => ({ payload: `${form}\0` })],
  ['a line break', malformed, ({ form }) => ({ payload: `${form}%0D%0ASet-Cookie:%20x` })],
  ['a parameter twice', malformed, ({ form, code }) => ({ payload: `${form}&user_code=${code}` })],
  ['a parameter twice, once without a value', malformed, ({ form }) => ({ payload: `${form}&user_code=` })],
  ['a parameter twice, once in disguise', malformed, ({ form, code }) => ({ payload: `${form}&%75ser_code=${code}` })],
  ['an unknown parameter twice', malformed, ({ form }) => ({ payload: `${form}&x=1&x=2` })],
  ['a parameter twice in the query', malformed, ({ form }) => ({ url: '/token?x=1&x=2', payload: form })],
  ['the parameters in the query only', malformed, ({ form }) => ({ url: `/token?${form}`, payload: '' })],
  [
    'the passcode in the query only',
    malformed,
    ({ form, code }) => ({ url: `/token?user_code=${code}`, payload: form.replace(/user_code=[^&]*/, '') }),
  ],
  [
    'the session in the query only',
    malformed,
    ({ form, session }) => ({ url: `/token?auth_session=${session}`, payload: form.replace(/auth_session=[^&]*/, '') }),
  ],
  ['a passcode that is far too long', malformed, ({ form }) => ({ payload: form + '1'.repeat(65) })],
  [
    'a passcode in other digits',
    malformed,
    ({ form }) => ({ payload: form.replace(/user_code=.*/, `user_code=${encodeURIComponent('١٢٣٤٥٦٧٨')}`) }),
  ],
  [
    'a session that is far too long',
    malformed,
    ({ form }) => ({ payload: form.replace('auth_session=', `auth_session=${'a'.repeat(256)}`) }),
  ],
  ['a body over 16 KiB', [413, 'invalid_request'], ({ form }) => ({ payload: `${form}&x=${'x'.repeat(16_384)}` })],
  [
    'another grant',
    [400, 'unsupported_grant_type'],
    ({ form }) => ({ payload: form.replace(/grant_type=[^&]*/, 'grant_type=password') }),
  ],
  ['no grant', malformed, ({ form }) => ({ payload: form.replace(/grant_type=[^&]*&/, '') })],
  [
    'an unknown session',
    [400, 'invalid_grant'],
    ({ form }) => ({ payload: form.replace(/auth_session=[^&]*/, 'auth_session=unknown') }),
  ],
  [
    'the session in another case',
    [400, 'invalid_grant'],
    ({ form, session }) => ({ payload: form.replace(session, session.toUpperCase()) }),
  ],
  [
    'no client authentication',
    [401, 'invalid_client'],
    ({ form }) => ({ headers: { authorization: undefined }, payload: form }),
  ],
  [
    'another authentication scheme',
    [401, 'invalid_client'],
    ({ form }) => ({ headers: { authorization: 'Bearer abc' }, payload: form }),
  ],
  [
    'Basic without credentials',
    [401, 'invalid_client'],
    ({ form }) => ({ headers: { authorization: 'Basic' }, payload: form }),
  ],
  [
    'Basic credentials that are no base64',
    [401, 'invalid_client'],
    ({ form }) => ({ headers: { authorization: 'Basic ***' }, payload: form }),
  ],
  [
    'Basic credentials without a colon',
    [401, 'invalid_client'],
    ({ form }) => ({ headers: { authorization: 'Basic YWJj' }, payload: form }),
  ],
  [
    'the identifier of another client',
    [401, 'invalid_client'],
    ({ form }) => ({ payload: `${form}&client_id=other-auditor` }),
  ],
  ['a secret in the body too', malformed, ({ form }) => ({ payload: `${form}&client_secret=sandbox-secret` })],
  ['an assertion beside the header', malformed, ({ form }) => ({ payload: `${form}&client_assertion=a.b.c` })],
];

const send = async ({ url = '/token', headers = {}, payload }: Sent): Promise<Answer> => {
  const { headers: credentials } = await test.clients.auditor.credentials();
  const all = { 'content-type': form, ...credentials, ...headers };
  const given = Object.entries(all).filter(([, value]) => value !== undefined) as [string, string][]; // just filtered
  return test.inject({
    method: 'POST',
    url,
    headers: Object.fromEntries(given),
    ...(payload === undefined ? {} : { payload }),
  });
};

const live = async (): Promise<Live> => {
  const { session, code } = await converse(test).sent();
  const grant = encodeURIComponent('urn:ietf:params:oauth:grant-type:otp');
  return { session, code, form: `grant_type=${grant}&auth_session=${session}&user_code=${code}` };
};

describe('An access token request that is wrong costs nothing but itself', () => {
  it.each(rows)('%s', async (_title, [status, error], request) => {
    const transaction = await live();
    const answer = await send(request(transaction));
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.headers['cache-control']).toBe('no-store');
    const words = answer.member('error_description');
    expect(words.length).toBeGreaterThan(20);
    for (const secret of [transaction.session, transaction.code, 'sandbox-secret', 'Error', ' at ', '.ts']) {
      expect(words).not.toContain(secret);
    }
    // the next request shows that nothing was counted, used up or left open
    expect((await send({ payload: transaction.form })).status).toBe(200);
    test.clock.advance(86_400_000);
  });
});

const subIds: readonly (readonly [string, string])[] = [
  ['text that is no JSON', '{"format":"email"'],
  ['a bare word', 'heather@example.com'],
  ['JSON that is text', '"email"'],
  ['JSON that is a number', '42'],
  ['JSON that is null', 'null'],
  ['an array', '[{"format":"email","email":"heather@example.com"}]'],
  ['an object without a format', '{}'],
  ['__proto__ instead of a format', '{"__proto__":{"format":"email","email":"heather@example.com"}}'],
  ['a format with members that are arrays', '{"format":"email","email":["heather@example.com"]}'],
  ['a format with members that are objects', '{"format":"email","email":{"toString":"heather@example.com"}}'],
  ['a member named twice, the second time wrong', '{"format":"email","email":"heather@example.com","email":7}'],
  ['an address without a street', '{"format":"postal_address","postal_code":"90001"}'],
  ['an address whose street is empty', '{"format":"postal_address","street_address":""}'],
  ['deep nesting in a member', `{"format":"email","email":${'['.repeat(500)}${']'.repeat(500)}}`],
  ['deep nesting instead of an object', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['a byte order mark', '\ufeff{"format":"email","email":"heather@example.com"}'],
  ['a text that is too long', `{"format":"email","email":"${'h'.repeat(2048)}@example.com"}`],
];

describe('A subject identifier that is wrong is an invalid request, and nobody is looked up', () => {
  it.each(subIds)('%s', async (_title, subId) => {
    const answer = await test.post('/otp-authorization', { sub_id: subId, scope: 'usage:read' });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
    expect(answer.member('error_description')).toContain('sub_id');
    expect(answer.text).not.toContain('heather');
  });

  it.each([
    ['a format of JavaScript instead of ours', '{"format":"toString"}'],
    ['a format that objects have', '{"format":"__proto__"}'],
    ['a format with a constructor', '{"format":"constructor","constructor":"x"}'],
  ])('%s is a format that is not supported', async (_title, subId) => {
    const answer = await test.post('/otp-authorization', { sub_id: subId, scope: 'usage:read' });
    expect([answer.status, answer.body.error]).toEqual([400, 'unsupported_sub_id_format']);
  });

  it('__proto__ beside a good identifier changes nothing', async () => {
    const subId = '{"format":"email","email":"heather@example.com","__proto__":{"format":"phone_number"}}';
    const answer = await test.post('/otp-authorization', { sub_id: subId, scope: 'usage:read' });
    expect([200, 400]).toContain(answer.status);
    expect(({} as Record<string, unknown>).format).toBeUndefined();
  });
});

describe('Requests that are wrong around the form', () => {
  it('an endpoint has one spelling', async () => {
    for (const url of ['/token/', '/Token', '/token/x', '//token', '/usage/', '/otp_authorization']) {
      expect((await send({ url, payload: '' })).status, url).toBe(404);
    }
  });

  it('a path that cannot be decoded is refused in a few words', async () => {
    const answer = await send({ url: '/token%zz', payload: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/\.ts|node_modules|\bat /);
  });

  it('header fields beyond reason are refused before anything is read, and the server goes on', async () => {
    const listening = await startTestServer();
    const issuer = await listening.listen();
    const huge = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${'a'.repeat(20_000)}` },
    });
    expect(huge.status).toBe(431);
    expect((await fetch(`${issuer}/jwks`)).status).toBe(200);
    await listening.close();
  });

  it('a delivery option that was not offered is refused, whether it exists or not', async () => {
    const talk = converse(test);
    const session = await talk.open();
    for (const option of ['postal', 'fax', 'SMS', 'sms ', '__proto__', 'constructor', '0']) {
      const answer = await talk.deliver(session, option);
      expect([answer.status, answer.body.error], option).toEqual([400, 'invalid_request']);
      expect(answer.text).not.toContain(option.length > 3 ? option : 'nothing');
    }
    expect((await talk.deliver(session, 'sms')).status).toBe(200);
  });

  it('languages that cannot be read are an invalid request, and those that nobody speaks are not', async () => {
    const talk = converse(test);
    expect((await talk.identify(undefined, { ui_locales: 'en_US;q=1' })).body.error).toBe('invalid_request');
    expect((await talk.identify(undefined, { ui_locales: 'tlh qya-Teng' })).status).toBe(200);
  });
});
