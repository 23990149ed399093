/** "This was not me", by link, by reply and by key press: what it ends, and that nobody can probe with it. */
import { describe, expect, it } from 'vitest';
import { signWebhook, webhookSignatureHeader } from '../../../server/delivery/webhook-signature.ts';
import { converse, messages, subjects, wrongCode } from '../../support/conversation.ts';
import { minutes, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

const secret = 'shared with the gateway';
const json = { 'content-type': 'application/json' };

const byLink = (test: TestServer, denialToken: unknown) =>
  test.inject({ method: 'POST', url: '/denial', headers: json, payload: JSON.stringify({ denialToken }) });

const byReply = (test: TestServer, body: unknown, changes: { secret?: string; at?: number; header?: string } = {}) => {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = changes.header ?? signWebhook(changes.secret ?? secret, payload, changes.at ?? test.clock.now());
  const headers = { ...json, [webhookSignatureHeader]: signature };
  return test.inject({ method: 'POST', url: '/denial/replies', headers, payload });
};

/** The denial token in the newest email. */
async function tokenInMail(test: TestServer): Promise<string> {
  const mail = (await messages(test)).find(({ method }) => method === 'email');
  return /\/denial#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

const heathersPhone = '+12025550143';

describe('transaction/denial-ends: a denial before the grant', () => {
  it('transaction/denial-ends: by the link in an email ends the transaction, and the client is told so', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code } = await talk.sent(undefined, 'email');
    expect((await byLink(test, await tokenInMail(test))).status).toBe(204);
    for (const answer of [await talk.redeem(session, code), await talk.deliver(session)]) {
      expect([answer.status, answer.body.error]).toEqual([400, 'access_denied']);
    }
    test.clock.advance(minutes(60));
    expect((await talk.redeem(session, code)).body.error).toBe('access_denied');
  });

  it.each([
    ['sms', 'NO'],
    ['sms', ' no. '],
    ['sms', 'Stop!'],
    ['voice', '9'],
  ] as const)('transaction/denial-ends: by %s, %j', async (method, text) => {
    const test = await openServer({ webhookSecret: secret });
    const talk = converse(test);
    const { session, code } = await talk.sent(undefined, method);
    expect((await byReply(test, { from: heathersPhone, text })).status).toBe(204);
    expect((await talk.redeem(session, code)).body.error).toBe('access_denied');
  });

  it('ends that transaction and no other, when it comes by link', async () => {
    const test = await openServer();
    const talk = converse(test);
    const first = await talk.sent(undefined, 'email');
    const token = await tokenInMail(test);
    const second = await talk.sent(undefined, 'email');
    await byLink(test, token);
    expect((await talk.redeem(first.session, first.code)).body.error).toBe('access_denied');
    expect((await talk.redeem(second.session, second.code)).status).toBe(200);
  });

  it('ends all that was sent to the contact lately, when it comes as a reply, and nothing of other people', async () => {
    const test = await openServer({ webhookSecret: secret });
    const talk = converse(test);
    const [first, second, neighbours] = [await talk.sent(), await talk.sent(), await talk.sent(subjects.twin)];
    await byReply(test, { from: heathersPhone, text: 'no' });
    expect((await talk.redeem(first.session, first.code)).body.error).toBe('access_denied');
    expect((await talk.redeem(second.session, second.code)).body.error).toBe('access_denied');
    expect((await talk.redeem(neighbours.session, neighbours.code)).status).toBe(200);
  });

  it('a link from before a resend is as good as the newest', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session } = await talk.sent(undefined, 'email');
    const token = await tokenInMail(test);
    test.clock.advance(seconds(30));
    await talk.deliver(session, 'sms');
    await byLink(test, token);
    expect((await talk.deliver(session)).body.error).toBe('access_denied');
  });
});

describe('transaction/denial-revokes: a denial after the grant', () => {
  it('transaction/denial-revokes: revokes the token, by the link of the passcode or by that of the notice', async () => {
    for (const [method, rounds] of [
      ['email', 'the mail with the passcode'],
      ['sms', 'the notice by mail'],
    ] as const) {
      const test = await openServer();
      const talk = converse(test);
      const { session, code, token } = await talk.granted(undefined, method);
      expect((await talk.usage(token)).status, rounds).toBe(200);
      expect((await byLink(test, await tokenInMail(test))).status).toBe(204);
      const answer = await talk.usage(token);
      expect([answer.status, answer.body.error], rounds).toEqual([401, 'invalid_token']);
      expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
    }
  });

  it('transaction/denial-revokes: revokes the token, by a reply to the notice', async () => {
    const test = await openServer({ webhookSecret: secret });
    const talk = converse(test);
    const { token } = await talk.granted(undefined, 'email');
    await messages(test);
    await byReply(test, { from: heathersPhone, text: 'NO' });
    expect((await talk.usage(token)).status).toBe(401);
  });

  it('a second denial, or one of what is locked or expired, changes nothing', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code } = await talk.sent(undefined, 'email');
    const token = await tokenInMail(test);
    for (let guess = 1; guess <= 5; guess += 1) await talk.redeem(session, wrongCode(code, guess));
    for (let again = 0; again < 2; again += 1) expect((await byLink(test, token)).status).toBe(204);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
    const expired = await talk.sent(undefined, 'email');
    const late = await tokenInMail(test);
    test.clock.advance(minutes(15));
    expect((await byLink(test, late)).status).toBe(204);
    expect((await talk.redeem(expired.session, expired.code)).body.error).toBe('expired_token');
  });
});

describe('Nobody can probe with a denial', () => {
  it('by link: every token gets the same answer', async () => {
    const test = await openServer();
    await converse(test).sent(undefined, 'email');
    const good = await byLink(test, await tokenInMail(test));
    for (const token of ['unknown', '', 'x'.repeat(600), 42, null, { toString: 'x' }, undefined]) {
      const { status, headers, text } = await byLink(test, token);
      expect([status, headers, text]).toEqual([good.status, good.headers, good.text]);
    }
    expect([good.status, good.text]).toEqual([204, '']);
  });

  it('by reply: every contact and every text gets the same answer', async () => {
    const test = await openServer({ webhookSecret: secret });
    await converse(test).sent();
    const good = await byReply(test, { from: heathersPhone, text: 'no' });
    for (const body of [
      { from: '+12025550199', text: 'no' },
      { from: heathersPhone, text: 'yes please' },
      { from: heathersPhone },
      {},
      [],
      'no JSON',
      '{"__proto__":{"from":"+12025550143","text":"no"}}',
    ]) {
      const { status, headers, text } = await byReply(test, body);
      expect([status, headers, text]).toEqual([good.status, good.headers, good.text]);
    }
    expect([good.status, good.text]).toEqual([204, '']);
  });

  it.each(['yes', 'now', 'no thanks', 'nope', '99', 'non', '', 'stop it'])(
    'a reply that only resembles a denial is none: %j',
    async (text) => {
      const test = await openServer({ webhookSecret: secret });
      const talk = converse(test);
      const { session, code } = await talk.sent();
      await byReply(test, { from: heathersPhone, text });
      expect((await talk.redeem(session, code)).status).toBe(200);
    },
  );

  it('a reply that the gateway did not sign, or signed long ago, is refused the same way whatever it says', async () => {
    const test = await openServer({ webhookSecret: secret });
    const talk = converse(test);
    const { session, code } = await talk.sent();
    const reply = { from: heathersPhone, text: 'no' };
    const now = test.clock.now();
    const refused = [
      await byReply(test, reply, { secret: 'another' }),
      await byReply(test, { from: 'nobody', text: 'no' }, { secret: 'another' }),
      await byReply(test, reply, { at: now - seconds(301) }),
      await byReply(test, reply, { at: now + seconds(301) }),
      await byReply(test, reply, { header: '' }),
      await byReply(test, reply, { header: `t=${now / 1000},v1=${'0'.repeat(64)}` }),
    ];
    for (const { status, text } of refused) expect([status, text]).toEqual([401, '']);
    expect((await talk.redeem(session, code)).status).toBe(200);
  });

  it('a reply without a body, or of another type, is refused and breaks nothing', async () => {
    const test = await openServer({ webhookSecret: secret });
    const header = `t=${test.clock.now() / 1000},v1=${'0'.repeat(64)}`;
    const url = '/denial/replies';
    const none = await test.inject({ method: 'POST', url, headers: { [webhookSignatureHeader]: header } });
    expect(none.status).toBe(401);
    const typed = { 'content-type': 'text/plain', [webhookSignatureHeader]: header };
    expect((await test.inject({ method: 'POST', url, headers: typed, payload: 'no' })).status).toBe(415);
    const large = await byReply(test, { from: heathersPhone, text: 'n'.repeat(5000) });
    expect(large.status).toBe(413);
    expect((await test.inject({ method: 'POST', url: '/denial' })).status).toBe(204);
  });

  it('without a shared secret there is nowhere to reply to', async () => {
    const test = await openServer();
    expect((await byReply(test, { from: heathersPhone, text: 'no' })).status).toBe(404);
  });

  it('transaction/unlogged: neither tokens nor contacts of denials are logged', async () => {
    const test = await openServer({ webhookSecret: secret });
    await converse(test).sent(undefined, 'email');
    const token = await tokenInMail(test);
    await byReply(test, { from: heathersPhone, text: 'no' });
    await byReply(test, { from: heathersPhone, text: 'no' }, { secret: 'another' });
    await byLink(test, token);
    const log = test.log.join('\n');
    expect(log).toContain('transaction.denied');
    for (const kept of [token, '12025550143', 'heather', secret]) expect(log).not.toContain(kept);
  });
});

it('the page that asks says nothing about the transaction, since its address could be guessed', async () => {
  const test = await openServer();
  const page = await test.inject({ method: 'GET', url: '/denial' });
  expect(page.status).toBe(200);
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await test.inject({ method: 'GET', url: '/denial?token=x' })).text).toBe(page.text);
});
