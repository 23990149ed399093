/** What a grant gives, what it says, and whom it tells. */
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { hashClientSecret } from '../../../server/clients/client-secret.ts';
import type { CustomerRecord } from '../../../server/customers/customer-directory.ts';
import { sandboxSecret } from '../../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../../server/sandbox/customers.ts';
import { codeIn, converse, messages, newestCode, subjects } from '../../support/conversation.ts';
import { minutes, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { secretClient } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

/** Messages without a passcode, as method and contact. */
const notices = async (test: TestServer) =>
  (await messages(test))
    .filter((message) => codeIn(message) === undefined)
    .map(({ method, contact }) => [method, contact]);

describe('The access token', () => {
  it('access-token-response/says-scope: the answer says the scope, and it is that of the token', async () => {
    const test = await openServer();
    const talk = converse(test);
    for (const scope of ['usage:read', 'usage:summary', 'usage:read usage:summary']) {
      const session = await talk.open(undefined, { scope });
      await talk.deliver(session);
      const answer = await talk.redeem(session, await newestCode(test));
      expect(answer.body.scope).toBe(scope);
      expect(decodeJwt(answer.member('access_token')).scope).toBe(scope);
    }
  });

  it('access-token-response/scope-not-wider: nothing in the later requests widens what the message said', async () => {
    const test = await openServer();
    const talk = converse(test);
    const wider = { scope: 'usage:read usage:summary', resource: 'https://utility.example/usage' };
    const session = await talk.open(undefined, { scope: 'usage:summary' });
    await talk.deliver(session, 'sms', wider);
    const answer = await talk.redeem(session, await newestCode(test), wider);
    expect(answer.body.scope).toBe('usage:summary');
    expect((await talk.usage(answer.member('access_token'), 'hour')).status).toBe(403);
    expect((await talk.usage(answer.member('access_token'), 'month')).status).toBe(200);
  });

  it('access-token-response/jwt-profile: it is signed, typed at+jwt, and meant for the usage resource', async () => {
    const test = await openServer();
    const { token } = await converse(test).granted();
    const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as object; // a JWT of ours
    expect(header).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(decodeJwt(token)).toMatchObject({
      iss: 'https://utility.example',
      aud: 'https://utility.example/usage',
      client_id: 'energy-auditor',
    });
  });

  it('access-token-response/pairwise-subject: each client knows the customer under another name, always the same', async () => {
    const test = await openServer();
    const subjectFor = async (client = test.clients.auditor) =>
      decodeJwt((await converse(test, client).granted()).token).sub;
    const [first, other, again] = [await subjectFor(), await subjectFor(test.clients.other), await subjectFor()];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(`${first}${other}`).not.toMatch(/heather|account/);
  });

  it('access-token-response/pairwise-subject: no two pairs of client and account share a name', async () => {
    const [heather] = sandboxCustomers;
    if (heather === undefined) throw new Error('the sandbox has customers');
    const customer = (accountId: string, accountNumber: string): CustomerRecord => ({
      ...heather,
      accountId,
      accountNumber,
    });
    const customers = [customer('b c', '1'), customer('c', '2')];
    const known = { displayName: 'Audits', scopes: ['usageRead'], mayUseOtp: true } as const;
    const secretSha256 = hashClientSecret(sandboxSecret);
    const authentication = { method: 'clientSecretBasic', secretSha256 } as const;
    const clients = ['a', 'a b'].map((clientId) => ({ clientId, ...known, authentication }));
    const test = await openServer({ customers, clients });
    const subjectOf = async (clientId: string, account_number: string) =>
      decodeJwt(
        (await converse(test, secretClient(clientId)).granted({ format: 'account_number', account_number })).token,
      ).sub;
    expect(await subjectOf('a', '1')).not.toBe(await subjectOf('a b', '2'));
  });

  it('access-token-response/short-life: it lives as long as it says, an hour unless the operator says less', async () => {
    for (const [policy, life] of [
      [policyWith({}), 3600],
      [policyWith({ limits: { accessTokenLifeSeconds: 60 } }), 60],
    ] as const) {
      const test = await openServer({ policy });
      const talk = converse(test);
      const { session, code } = await talk.sent();
      const answer = await talk.redeem(session, code);
      expect(answer.body.expires_in).toBe(life);
      const token = answer.member('access_token');
      test.clock.advance(seconds(life) - 1);
      expect((await talk.usage(token)).status).toBe(200);
      test.clock.advance(1);
      expect((await talk.usage(token)).status).toBe(401);
    }
  });

  it('opens the usage of the customer it was granted for, and of nobody else', async () => {
    const asked: string[] = [];
    const usage = {
      hourly: async (accountId: string) => {
        asked.push(accountId);
        return [{ start: '2026-01-01T00:00:00Z', kilowatt_hours: 1 }];
      },
    };
    const test = await openServer({ usage });
    const talk = converse(test);
    const heather = await talk.granted();
    const twin = await talk.granted(subjects.twin);
    await talk.usage(twin.token);
    await talk.usage(heather.token);
    expect(asked).toEqual(['account-twin-1', 'account-heather']);
  });
});

describe('After a grant', () => {
  it('transaction/notify-other-contacts: every contact but the one that got the passcode is told, each once', async () => {
    const test = await openServer();
    const talk = converse(test);
    await talk.granted(undefined, 'sms');
    // the telephone that got the text is not called, too
    expect(await notices(test)).toEqual([['email', 'heather@example.com']]);
    await talk.granted(undefined, 'email');
    expect((await notices(test))[0]).toEqual(['sms', '+12025550143']);
    expect((await notices(test)).length).toBe(2);
  });

  it('transaction/notify-other-contacts: a notice says who was let in to what, and how to end it, and no passcode', async () => {
    const test = await openServer();
    const { code } = await converse(test).granted();
    const [notice] = (await messages(test)).filter((message) => codeIn(message) === undefined);
    expect(notice?.text).toContain(
      'Oakfield Power lets Bright Home Audits see your electricity use for the last year, hour by hour',
    );
    expect(notice?.text).toMatch(/If this was not you, tell us so: https:\/\/utility\.example\/denial#[\w-]{43}/);
    expect(JSON.stringify(notice)).not.toContain(code);
  });

  it('transaction/notify-other-contacts: a request for another method that was refused does not spare its contact', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code } = await talk.sent(undefined, 'sms');
    // too soon, so nothing is sent to the mailbox: it is still one of the others
    expect((await talk.deliver(session, 'email')).status).toBe(429);
    expect((await talk.deliver(session, 'fax')).status).toBe(400);
    expect((await converse(test, test.clients.other).deliver(session, 'email')).body.error).toBe('invalid_session');
    expect((await talk.redeem(session, code)).status).toBe(200);
    expect(await notices(test)).toEqual([['email', 'heather@example.com']]);
  });

  it('transaction/notify-other-contacts: contacts that differ in case or spaces only are one, and the grant goes through', async () => {
    const [heather] = sandboxCustomers;
    if (heather === undefined) throw new Error('the sandbox has customers');
    const contacts = { sms: '+12025550143', voice: ' +12025550143 ', email: 'Heather@example.com' };
    const test = await openServer({ customers: [{ ...heather, contacts }] });
    await converse(test).granted(undefined, 'email');
    expect(await notices(test)).toEqual([['sms', '+12025550143']]);
  });

  it('nobody is told when nothing was granted', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session } = await talk.sent();
    for (let guess = 0; guess < 6; guess += 1) await talk.redeem(session, '00000000');
    test.clock.advance(minutes(20));
    expect(await notices(test)).toEqual([]);
  });
});
