/** Every timer a millisecond before its end and at its end, and a clock that is turned back. */
import { describe, expect, it } from 'vitest';
import { type DeliveryMethod, type Limits, policyWith } from '../../../model/index.ts';
import { type Conversation, converse, newestCode, wrongCode } from '../../support/conversation.ts';
import { hours, minutes, seconds, testStartAt } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

const opened = async (limits: Partial<Limits> = {}): Promise<[TestServer, Conversation]> => {
  const test = await openServer({ policy: policyWith({ limits }) });
  return [test, converse(test)];
};

describe('transaction/code-expiry: the life of a passcode', () => {
  it.each<[DeliveryMethod, Partial<Limits>, number]>([
    ['sms', {}, 600],
    ['voice', {}, 600],
    ['email', {}, 600],
    ['sms', { smsCodeLifeSeconds: 120 }, 120],
    ['voice', { voiceCodeLifeSeconds: 121 }, 121],
    ['email', { emailCodeLifeSeconds: 3600, transactionLifeSeconds: 7200 }, 3600],
  ])('%s with %j: ends after %i seconds, and not a millisecond before', async (method, limits, life) => {
    const [test, talk] = await opened(limits);
    const early = await talk.sent(undefined, method);
    const late = await talk.sent(undefined, method);
    test.clock.advance(seconds(life) - 1);
    expect((await talk.redeem(early.session, early.code)).status).toBe(200);
    test.clock.advance(1);
    const answer = await talk.redeem(late.session, late.code);
    expect([answer.status, answer.body.error]).toEqual([400, 'expired_token']);
  });

  it('a passcode that came too late is not counted, and a new one can be had at once', async () => {
    const [test, talk] = await opened();
    const { session, code } = await talk.sent();
    for (let guess = 1; guess <= 4; guess += 1) await talk.redeem(session, wrongCode(code, guess));
    test.clock.advance(minutes(10));
    for (let attempt = 0; attempt < 9; attempt += 1) await talk.redeem(session, code);
    expect((await talk.deliver(session)).status).toBe(200);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant'); // the fifth wrong one
  });

  it('a resend starts a life of its own', async () => {
    const [test, talk] = await opened();
    const { session } = await talk.sent();
    test.clock.advance(minutes(4));
    await talk.deliver(session);
    test.clock.advance(minutes(10) - 1);
    expect((await talk.redeem(session, await newestCode(test))).status).toBe(200);
  });

  it('a passcode never outlives its transaction, and the answer says so', async () => {
    const [test, talk] = await opened();
    const session = await talk.open();
    test.clock.advance(minutes(14));
    const answer = await talk.deliver(session);
    expect(answer.body).toMatchObject({ expires_in: 60, interval: 30 });
    test.clock.advance(minutes(1) - 1);
    expect((await talk.redeem(session, await newestCode(test))).status).toBe(200);
  });

  it('a passcode that is sent in the last instant is still announced with a life that a client can count', async () => {
    const [test, talk] = await opened();
    const session = await talk.open();
    test.clock.advance(minutes(15) - 1);
    const answer = await talk.deliver(session);
    expect(answer.status).toBe(200);
    expect(answer.body.expires_in).toBe(1);
    expect(answer.body.interval).toBe(0);
  });
});

describe('transaction/transaction-expiry: the life of a transaction', () => {
  it.each([300, 900, 86_400])('ends after %i seconds, and not a millisecond before', async (life) => {
    const [test, talk] = await opened({ transactionLifeSeconds: life });
    const answer = await talk.identify();
    expect(answer.body.expires_in).toBe(life);
    const early = answer.member('auth_session');
    const late = await talk.open();
    test.clock.advance(seconds(life) - 1);
    expect((await talk.deliver(early)).status).toBe(200);
    test.clock.advance(1);
    const refused = await talk.deliver(late);
    expect([refused.status, refused.body.error]).toEqual([400, 'expired_token']);
    expect((await talk.redeem(late, '00000000')).body.error).toBe('expired_token');
  });

  it('is remembered long enough to say that it expired, and then it is unknown', async () => {
    const [test, talk] = await opened();
    const session = await talk.open();
    test.clock.advance(hours(23));
    await test.store.purge(test.clock.now());
    expect((await talk.deliver(session)).body.error).toBe('expired_token');
    test.clock.advance(hours(48));
    await test.store.purge(test.clock.now());
    expect((await talk.deliver(session)).body.error).toBe('invalid_session');
    expect((await talk.redeem(session, '00000000')).body.error).toBe('invalid_grant');
  });
});

describe('transaction/resend-interval: the wait between two sends', () => {
  it.each([10, 30, 120])('ends after %i seconds, and not a millisecond before', async (wait) => {
    const [test, talk] = await opened({ resendIntervalSeconds: wait });
    const session = await talk.open();
    expect((await talk.deliver(session)).body.interval).toBe(wait);
    test.clock.advance(seconds(wait) - 1);
    const soon = await talk.deliver(session);
    expect([soon.status, soon.headers['retry-after']]).toEqual([429, '1']);
    test.clock.advance(1);
    expect((await talk.deliver(session)).status).toBe(200);
    expect((await talk.deliver(session)).headers['retry-after']).toBe(String(wait));
  });
});

describe('transaction/final-states: a clock that is turned back revives nothing', () => {
  it('no passcode that has lapsed', async () => {
    const [test, talk] = await opened();
    const { session, code } = await talk.sent();
    test.clock.advance(minutes(10));
    expect((await talk.redeem(session, code)).body.error).toBe('expired_token');
    test.clock.set(testStartAt);
    expect((await talk.redeem(session, code)).body.error).toBe('expired_token');
  });

  it('no transaction that has expired', async () => {
    const [test, talk] = await opened();
    const { session, code } = await talk.sent();
    test.clock.advance(minutes(15));
    expect((await talk.deliver(session)).body.error).toBe('expired_token');
    test.clock.set(testStartAt);
    expect((await talk.deliver(session)).body.error).toBe('expired_token');
    expect((await talk.redeem(session, code)).body.error).toBe('expired_token');
  });

  it('no transaction that is locked or spent, and no budget that is used up', async () => {
    const [test, talk] = await opened({ wrongCodesPerAccount: 5 });
    const spent = await talk.granted();
    const locked = await talk.sent();
    for (let guess = 1; guess <= 5; guess += 1) await talk.redeem(locked.session, wrongCode(locked.code, guess));
    test.clock.set(testStartAt - hours(1));
    for (const { session, code } of [spent, locked]) {
      expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
    }
    const next = await talk.sent();
    expect((await talk.redeem(next.session, next.code)).body.error).toBe('invalid_user_code');
  });

  it('and it makes nobody wait less', async () => {
    const [test, talk] = await opened();
    const { session } = await talk.sent();
    test.clock.advance(-seconds(60));
    expect((await talk.deliver(session)).status).toBe(429);
  });

  it('no client assertion that was used', async () => {
    const [test] = await opened();
    const talk = converse(test, test.clients.signing);
    const assertion = await test.sign();
    const again = {
      clientId: talk.client.clientId,
      credentials: async () => ({
        headers: {},
        parameters: {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        },
      }),
    };
    expect((await converse(test, again).identify()).status).toBe(200);
    test.clock.advance(seconds(59));
    await test.store.purge(test.clock.now());
    test.clock.set(testStartAt);
    expect((await converse(test, again).identify()).status).toBe(401);
  });
});
