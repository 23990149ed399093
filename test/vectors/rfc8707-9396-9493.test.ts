/** What a request may ask for: resources (RFC 8707), authorization details (RFC 9396), and about whom (RFC 9493). */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestCode } from '../support/conversation.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { delivered, identification, redemption } from './by-hand.ts';

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.close());

describe('RFC 8707 §2: resource indicators', () => {
  it('the token is for the resource that was asked for', async () => {
    const resource = 'https://utility.example/usage';
    const session = (await test.post('/otp-authorization', { ...identification, resource })).member('auth_session');
    await delivered(test, session);
    const answer = await test.post('/token', redemption(session, await newestCode(test)));
    expect(decodeJwt(answer.member('access_token')).aud).toBe(resource);
  });

  it.each([
    ['unknown', 'https://other.example/usage'],
    ['another path of this server', 'https://utility.example/token'],
    ['the resource with something more', 'https://utility.example/usage?all=1'],
    ['relative, though it has to be an absolute URI', '/usage'],
    ['with a fragment, though it must not have one', 'https://utility.example/usage#year'],
    ['no URI at all', 'my usage'],
    ['too long to be any of ours', `https://utility.example/${'u'.repeat(3000)}`],
  ])('invalid_target: the resource is %s', async (_why, resource) => {
    const answer = await test.post('/otp-authorization', { ...identification, resource });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_target']);
    expect(answer.text).not.toContain(resource);
  });
});

describe('RFC 9396 §5: authorization details of a type that is not known', () => {
  it.each([
    ['of an unknown type', '[{"type":"meter_history","meters":["E-5530219"]}]'],
    ['without a type', '[{"actions":["read"]}]'],
    ['an empty list', '[]'],
    ['no list', '{"type":"meter_history"}'],
    ['no JSON', 'read everything'],
    ['too short to be anything', '1'],
    ['longer than any that are legal', `["${'x'.repeat(5000)}"]`],
  ])('invalid_authorization_details: they are %s', async (_why, authorization_details) => {
    const answer = await test.post('/otp-authorization', { ...identification, authorization_details });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_authorization_details']);
  });
});

describe('RFC 9493 §3: subject identifiers', () => {
  it.each([
    ['§3.2.1 account', '{"format":"account","uri":"acct:example.user@service.example.com"}'],
    ['§3.2.2 email', '{"format":"email","email":"user@example.com"}'],
    ['§3.2.5 phone_number', '{"format":"phone_number","phone_number":"+12065550100"}'],
  ])('%s: the example of the RFC is taken', async (_section, sub_id) => {
    expect((await test.post('/otp-authorization', { ...identification, sub_id })).status).toBe(200);
  });

  it.each([
    ['§3.2.3 iss_sub', '{"format":"iss_sub","iss":"https://issuer.example.com/","sub":"145234573"}'],
    ['§3.2.4 opaque', '{"format":"opaque","id":"11112222333344445555"}'],
    ['§3.2.6 did', '{"format":"did","url":"did:example:123456"}'],
    ['§3.2.7 uri', '{"format":"uri","uri":"https://user.example.com/"}'],
    ['§3.2.8 aliases', '{"format":"aliases","identifiers":[{"format":"email","email":"user@example.com"}]}'],
    ['one that nobody registered', '{"format":"shoe_size","shoe_size":"42"}'],
    ['a format in another case', '{"format":"EMAIL","email":"user@example.com"}'],
  ])('%s: a format that is not supported is said to be so', async (_section, sub_id) => {
    const answer = await test.post('/otp-authorization', { ...identification, sub_id });
    expect([answer.status, answer.body.error]).toEqual([400, 'unsupported_sub_id_format']);
  });

  it.each([
    ['§3: no format', '{"email":"user@example.com"}'],
    ['§3: a format that is no text', '{"format":["email"],"email":"user@example.com"}'],
    ['§3.2.1: no uri', '{"format":"account"}'],
    ['§3.2.1: no acct URI', '{"format":"account","uri":"https://service.example.com/user"}'],
    ['§3.2.2: no email', '{"format":"email"}'],
    ['§3.2.2: an email that is null', '{"format":"email","email":null}'],
    ['§3.2.2: an email that is empty', '{"format":"email","email":""}'],
    ['§3.2.5: no E.164 number', '{"format":"phone_number","phone_number":"(206) 555-0100"}'],
    ['§3.2.5: no plus', '{"format":"phone_number","phone_number":"12065550100"}'],
    ['§3: a member of another format', '{"format":"email","email":"user@example.com","phone_number":"+12065550100"}'],
    ['§3: a member that no format has', '{"format":"email","email":"user@example.com","comment":"hello"}'],
  ])('%s: a subject identifier that breaks its format is an invalid request', async (_section, sub_id) => {
    const answer = await test.post('/otp-authorization', { ...identification, sub_id });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
    expect(answer.member('error_description')).toContain('sub_id');
  });
});
