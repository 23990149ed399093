/** Requests are read as they were meant, and nothing is read into them. */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { readClients } from '../../../server/clients/client-rows.ts';
import { converse, newestCode, subjects } from '../../support/conversation.ts';
import { openServer } from '../../support/open-server.ts';
import { assertionCredentials, nobody, type TestClient } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

const asserting = (assertion: string): TestClient => ({
  clientId: 'signing-auditor',
  credentials: async () => assertionCredentials(assertion),
});

describe('Client assertions', () => {
  it('request/assertion-once: an assertion that was used is refused at every endpoint', async () => {
    const test = await openServer();
    const client = asserting(await test.sign());
    const session = await converse(test, client).open();
    for (const answer of [
      await converse(test, client).identify(),
      await converse(test, client).deliver(session),
      await converse(test, client).redeem(session, '00000000'),
    ]) {
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    }
    expect((await converse(test, test.clients.signing).deliver(session)).status).toBe(200);
  });

  it('request/assertion-once: one that was refused is not used up', async () => {
    const test = await openServer();
    const assertion = await test.sign();
    const form = { client_id: 'another', ...assertionCredentials(assertion).parameters };
    expect((await test.post('/token', form, nobody)).status).toBe(401);
    expect((await converse(test, asserting(assertion)).identify()).status).toBe(200);
  });

  it('request/assertion-audience: the issuer identifier and the endpoints are good audiences, and nothing else is', async () => {
    const test = await openServer();
    const statusFor = async (aud: unknown) =>
      (await converse(test, asserting(await test.sign({ claims: { aud } }))).identify()).status;
    for (const path of ['', '/otp-authorization', '/otp-delivery', '/token']) {
      expect(await statusFor(test.issuer + path), path).toBe(200);
    }
    expect(await statusFor([test.issuer])).toBe(200);
    for (const aud of [
      `${test.issuer}/`,
      `${test.issuer}/usage`,
      `${test.issuer}/jwks`,
      'utility.example',
      'https://UTILITY.example',
      'https://utility.example.evil.example',
      'https://other.example',
      [test.issuer, 'https://other.example'],
      '',
    ]) {
      expect(await statusFor(aud), String(aud)).toBe(401);
    }
  });
});

describe('Passcodes as people type them', () => {
  const grantedWith = async (test: TestServer, spelled: (code: string) => string) => {
    const talk = converse(test);
    const { session, code } = await talk.sent();
    return (await talk.redeem(session, spelled(code))).status;
  };

  it.each<[string, (code: string) => string]>([
    ['with a space in the middle', (code) => `${code.slice(0, 4)} ${code.slice(4)}`],
    ['with hyphens', (code) => code.match(/../g)?.join('-') ?? ''],
    ['with spaces around', (code) => `  ${code} `],
    ['with a space after each character', (code) => [...code].join(' ')],
  ])('access-token-request/code-normalized: %s', async (_title, spelled) => {
    expect(await grantedWith(await openServer(), spelled)).toBe(200);
  });

  it('access-token-request/code-normalized: in lower case, where passcodes have letters', async () => {
    const test = await openServer({ codeCharset: 'base20', policy: policyWith({ limits: { codeLength: 10 } }) });
    const talk = converse(test);
    const session = await talk.open();
    const { body } = await talk.deliver(session);
    expect(body).toMatchObject({ code_length: 10, code_charset: 'base20' });
    const code = await newestCode(test);
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{10}$/);
    expect((await talk.redeem(session, code.toLowerCase())).status).toBe(200);
  });

  it.each<[string, (code: string) => string]>([
    ['another separator', (code) => `${code.slice(0, 4)}.${code.slice(4)}`],
    ['one character more', (code) => `${code}0`],
    ['one character fewer', (code) => code.slice(1)],
    ['nothing but separators', () => '- - -'],
    ['two passcodes in one', (code) => code + code],
  ])('access-token-request/code-normalized: and nothing more is forgiven: %s', async (_title, spelled) => {
    expect(await grantedWith(await openServer(), spelled)).toBe(400);
  });
});

describe('Identification', () => {
  it.each([
    [
      'an address in other words for the same',
      { format: 'postal_address', street_address: '12 sunny LANE', postal_code: '90001' },
    ],
    [
      'an address without its separators',
      { format: 'postal_address', street_address: '12SunnyLane', locality: 'Oakfield' },
    ],
    ['the number of the account', { format: 'account_number', account_number: '400211807' }],
    ['the number of the meter', { format: 'meter_number', meter_number: 'e5530219' }],
    ['a telephone number', { format: 'phone_number', phone_number: '+12025550143' }],
    ['an email address in capitals', { format: 'email', email: 'HEATHER@EXAMPLE.COM' }],
    ['an acct URI', { format: 'account', uri: 'acct:heather@utility.example' }],
  ])('otp-authorization-request/sub-id-format: finds the customer by %s', async (_title, subject) => {
    const test = await openServer();
    await converse(test).sent(subject);
    expect(test.inbox.list()[0]?.contact).toBe('+12025550143');
  });

  it.each([
    ['no member of its own', { format: 'account_number' }],
    ['a member of another format', { format: 'account_number', account_number: '4002-118-07', email: 'a@b.example' }],
    ['a member that nobody has described', { ...subjects.heather, favourite_colour: 'green' }],
  ])('otp-authorization-request/sub-id-json: refuses a Subject Identifier with %s', async (_title, subject) => {
    const test = await openServer();
    const answer = await converse(test).identify(subject);
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['another house', { ...subjects.heather, street_address: '13 Sunny Lane' }],
    ['another town', { ...subjects.heather, postal_code: '90002' }],
    ['a member that does not fit', { ...subjects.heather, locality: 'Elsewhere' }],
    ['part of a number', { format: 'account_number', account_number: '4002' }],
  ])('otp-authorization-request/identifies-only: finds nobody by %s', async (_title, subject) => {
    const test = await openServer();
    const talk = converse(test);
    expect((await talk.deliver(await talk.open(subject))).status).toBe(200);
    await test.outbox.run();
    expect(test.inbox.list()).toEqual([]);
  });
});

describe('Registration of clients', () => {
  const registration = {
    clientId: 'a',
    displayName: 'A',
    authentication: { method: 'clientSecretBasic', secretSha256: '0'.repeat(64) },
    scopes: ['usageRead'],
    mayUseOtp: true,
  };
  const findings = (changes: Record<string, unknown>) =>
    readClients(JSON.stringify([{ ...registration, ...changes }])).findings;

  it('client-registration/confidential-only: a client that cannot authenticate is not registered', () => {
    expect(findings({})).toEqual([]);
    for (const authentication of [
      undefined,
      {},
      { method: 'none' },
      { method: 'clientSecretBasic' },
      { method: 'privateKeyJwt', jwks: { keys: [] } },
    ]) {
      expect(findings({ authentication }).length, JSON.stringify(authentication)).toBeGreaterThan(0);
    }
  });

  it('client-registration/confidential-only: and a client that does not is not served', async () => {
    const test = await openServer();
    for (const [url, form] of [
      ['/otp-authorization', { sub_id: JSON.stringify(subjects.heather), scope: 'usage:read' }],
      ['/otp-delivery', { auth_session: 'x', delivery_option: 'sms' }],
      ['/token', { grant_type: 'urn:ietf:params:oauth:grant-type:otp', auth_session: 'x', user_code: '1' }],
    ] as const) {
      const answer = await test.post(url, { ...form, client_id: 'energy-auditor' }, nobody);
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    }
  });

  it('client-registration/display-name: a name that is none, or that a message could not carry, is not registered', () => {
    for (const displayName of [undefined, '', ' A', 'A\nB', 'A\u0000', 'A\u0007', 'x'.repeat(61), 7]) {
      expect(findings({ displayName }).length, JSON.stringify(displayName)).toBeGreaterThan(0);
    }
  });

  it('client-registration/autofill-domain: a domain that is none is not registered', () => {
    expect(findings({ autofillDomain: 'audits.example' })).toEqual([]);
    for (const autofillDomain of [
      '',
      'https://a.example',
      'a.example/x',
      'a example',
      '@a.example',
      'a.example #1',
      7,
    ]) {
      expect(findings({ autofillDomain }).length, JSON.stringify(autofillDomain)).toBeGreaterThan(0);
    }
  });
});

describe('Metadata', () => {
  const metadata = async () =>
    (await (await openServer()).inject({ method: 'GET', url: '/.well-known/oauth-authorization-server' })).body;

  it('metadata/grant-type: the grant is listed, since nobody would assume it', async () => {
    expect((await metadata()).grant_types_supported).toContain('urn:ietf:params:oauth:grant-type:otp');
  });

  it('metadata/response-types: no response type is listed, since there is no authorization endpoint', async () => {
    const { response_types_supported, ...rest } = await metadata();
    expect(response_types_supported).toEqual([]);
    expect(rest).not.toHaveProperty('authorization_endpoint');
  });

  it('metadata/options: every format and method that is listed works, and one that works is listed', async () => {
    const test = await openServer();
    const { otp_sub_id_formats_supported: formats, otp_delivery_methods_supported: methods } = await metadata();
    const talk = converse(test);
    for (const format of formats as string[]) {
      // known formats with nothing in them are malformed; unknown ones are unsupported
      expect((await talk.identify({ format })).body.error, format).toBe('invalid_request');
    }
    expect((await talk.identify({ format: 'did', url: 'did:example:123456' })).body.error).toBe(
      'unsupported_sub_id_format',
    );
    for (const method of methods as string[]) {
      expect((await talk.deliver(await talk.open(), method)).status, method).toBe(200);
    }
    expect((await talk.deliver(await talk.open(), 'postal')).status).toBe(400);
  });
});
