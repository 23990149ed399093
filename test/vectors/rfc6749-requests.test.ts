/** RFC 6749 about requests: how a client authenticates, how parameters are read, and what a grant is. */
import { expect, it } from 'vitest';
import { hashClientSecret } from '../../server/clients/client-secret.ts';
import { openServer } from '../support/open-server.ts';
import { assertionCredentials, basic, nobody, secretClient, type TestClient } from '../support/test-clients.ts';
import { delivered, granted, identification, redemption, sent, started } from './by-hand.ts';

const withHeader = (authorization: string): TestClient => ({
  clientId: '',
  credentials: async () => ({ headers: { authorization }, parameters: {} }),
});

it('RFC 6749 §2.3: a client that uses two authentication methods in one request is refused', async () => {
  const test = await openServer();
  const both: TestClient = {
    clientId: 'signing-auditor',
    credentials: async () => ({
      ...assertionCredentials(await test.sign()),
      headers: { authorization: basic('energy-auditor', 'sandbox-secret') },
    }),
  };
  const answer = await test.post('/otp-authorization', identification, both);
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
});

it('RFC 6749 §2.3: a secret in the header and another in the body are two methods', async () => {
  const test = await openServer();
  const answer = await test.post('/otp-authorization', { ...identification, client_secret: 'sandbox-secret' });
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
});

it('RFC 6749 §2.3.1: identifier and secret are form-encoded before they become Basic credentials', async () => {
  const [clientId, secret] = ['audit & co:1 100%', 'päss + wörd:%41'];
  const test = await openServer({
    clients: [
      {
        clientId,
        displayName: 'Audit & Co',
        authentication: { method: 'clientSecretBasic', secretSha256: hashClientSecret(secret) },
        scopes: ['usageRead'],
        mayUseOtp: true,
      },
    ],
  });
  const answer = await test.post('/otp-authorization', identification, secretClient(clientId, secret));
  expect(answer.status).toBe(200);
  const unencoded = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
  expect((await test.post('/otp-authorization', identification, withHeader(unencoded))).status).toBe(401);
});

it('RFC 6749 §2.3.1: the authentication scheme is named in any case', async () => {
  const test = await openServer();
  const credentials = basic('energy-auditor', 'sandbox-secret').slice('Basic '.length);
  for (const scheme of ['basic', 'BASIC', 'bAsIc']) {
    expect((await test.post('/otp-authorization', identification, withHeader(`${scheme} ${credentials}`))).status).toBe(
      200,
    );
  }
});

it('RFC 6749 §2.3.1: credentials in the URI are no credentials', async () => {
  const test = await openServer();
  const url = '/otp-authorization?client_id=energy-auditor&client_secret=sandbox-secret';
  expect((await test.post(url, identification, nobody)).status).toBe(401);
});

it('RFC 6749 §3.2: an access token request is a POST', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  const query = new URLSearchParams(redemption(session, code)).toString();
  const headers = { authorization: basic('energy-auditor', 'sandbox-secret') };
  const answer = await test.inject({ method: 'GET', url: `/token?${query}`, headers });
  expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  expect((await test.post('/token', redemption(session, code))).status).toBe(200);
});

it('RFC 6749 §3.2: parameters without a value are treated as if they were omitted', async () => {
  const test = await openServer();
  const start = await test.post('/otp-authorization', {
    ...identification,
    resource: '',
    authorization_details: '',
    ui_locales: '',
  });
  expect(start.status).toBe(200);
  const empty = await test.post('/otp-authorization', { ...identification, sub_id: '' });
  const absent = await test.post('/otp-authorization', { scope: 'usage:read' });
  expect(empty).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  expect(empty.text).toBe(absent.text);
});

it('RFC 6749 §3.2: parameters that the server does not recognize are ignored', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  const answer = await test.post('/token', {
    ...redemption(session, code),
    redirect_uri: 'x',
    code: '1',
    __proto__x: '',
  });
  expect(answer.status).toBe(200);
});

it.each(['auth_session', 'user_code', 'grant_type', 'unknown_to_all'])(
  'RFC 6749 §3.2: a parameter is not included more than once: %s',
  async (name) => {
    const test = await openServer();
    const { session, code } = await sent(test);
    const form = new URLSearchParams({ ...redemption(session, code), unknown_to_all: '1' });
    form.append(name, form.get(name) ?? '');
    const { headers } = await test.clients.auditor.credentials();
    const answer = await test.inject({
      method: 'POST',
      url: '/token',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: form.toString(),
    });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
    expect((await test.post('/token', redemption(session, code))).status).toBe(200);
  },
);

it('RFC 6749 §3.2.1: a confidential client authenticates at the token endpoint, and its code is not used up otherwise', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  const answer = await test.post('/token', { ...redemption(session, code), client_id: 'energy-auditor' }, nobody);
  expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  expect((await test.post('/token', redemption(session, code))).status).toBe(200);
});

it('RFC 6749 §3.3: a request without a scope fails with an invalid scope, since there is no default', async () => {
  const test = await openServer();
  const answer = await test.post('/otp-authorization', { sub_id: identification.sub_id });
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_scope']);
});

it.each([
  ['unknown', 'usage:everything'],
  ['one known and one unknown', 'usage:read usage:everything'],
  ['in another case, since scope values are case-sensitive', 'USAGE:READ'],
  ['with two spaces between its values', 'usage:read  usage:summary'],
  ['with a space at its end', 'usage:read '],
  ['with a character that no scope value has', 'usage:"read"'],
  ['separated by commas', 'usage:read,usage:summary'],
])('RFC 6749 §3.3: a scope is invalid when it is %s', async (_why, scope) => {
  const test = await openServer();
  const answer = await test.post('/otp-authorization', { ...identification, scope });
  expect([answer.status, answer.body.error]).toEqual([400, 'invalid_scope']);
});

it('RFC 6749 §3.3: the order of scope values does not matter', async () => {
  const test = await openServer();
  const said = await Promise.all(
    ['usage:read usage:summary', 'usage:summary usage:read'].map(async (scope) => {
      const session = await started(test, undefined, scope);
      return session.length;
    }),
  );
  expect(said).toEqual([43, 43]);
  const answer = await granted(test, undefined, 'usage:summary usage:read');
  expect(answer.member('scope').split(' ').sort()).toEqual(['usage:read', 'usage:summary']);
});

it('RFC 6749 §4.5: the extension grant is named by its absolute URI, and by nothing that resembles it', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  for (const grant_type of [
    'otp',
    'URN:IETF:PARAMS:OAUTH:GRANT-TYPE:OTP',
    'urn:ietf:params:oauth:grant-type:otp ',
    'urn:ietf:params:oauth:grant-type:device_code',
    'authorization_code',
    'password',
    'client_credentials',
  ]) {
    const answer = await test.post('/token', { ...redemption(session, code), grant_type });
    expect([answer.status, answer.body.error], grant_type).toEqual([400, 'unsupported_grant_type']);
  }
  expect((await test.post('/token', redemption(session, code))).status).toBe(200);
});

it('RFC 6749 §4.1.3: what was issued to one client is not accepted from another', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  const stolen = await test.post('/token', redemption(session, code), test.clients.other);
  expect([stolen.status, stolen.body.error]).toEqual([400, 'invalid_grant']);
  const resent = await delivered(test, session, test.clients.other);
  expect([resent.status, resent.body.error]).toEqual([400, 'invalid_session']);
  expect((await test.post('/token', redemption(session, code))).status).toBe(200);
});
