/** Every budget at its limit and one beyond: of a transaction, of an account, of a client. */
import { describe, expect, it } from 'vitest';
import { type Limits, policyWith } from '../../../model/index.ts';
import { type Conversation, converse, messages, newestCode, subjects, wrongCode } from '../../support/conversation.ts';
import { hours, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

const opened = async (limits: Partial<Limits> = {}): Promise<[TestServer, Conversation]> => {
  const test = await openServer({ policy: policyWith({ limits }) });
  return [test, converse(test)];
};

/** Wrong passcodes, one after the other; hands back the errors. */
async function guesses(talk: Conversation, session: string, code: string, count: number): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let guess = 1; guess <= count; guess += 1) {
    errors.push((await talk.redeem(session, wrongCode(code, guess))).body.error);
  }
  return errors;
}

describe('A transaction', () => {
  it.each([1, 2, 5, 10])(
    'transaction/wrong-code-lock: is locked for good by wrong passcode number %i',
    async (limit) => {
      const [test, talk] = await opened({ wrongCodesPerTransaction: limit });
      const { session, code } = await talk.sent();
      expect(await guesses(talk, session, code, limit - 1)).toEqual(Array(limit - 1).fill('invalid_user_code'));
      expect(await guesses(talk, session, code, 1)).toEqual(['invalid_grant']);
      expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
      test.clock.advance(seconds(30));
      expect((await talk.deliver(session)).body.error).toBe('invalid_session');
    },
  );

  it('transaction/wrong-code-counted: one fewer than the limit does no harm', async () => {
    const [, talk] = await opened({ wrongCodesPerTransaction: 4 });
    const { session, code } = await talk.sent();
    await guesses(talk, session, code, 3);
    expect((await talk.redeem(session, code)).status).toBe(200);
  });

  it.each([2, 3, 5])(
    'transaction/resend-keeps-count: a resend buys no guesses, %i in all whatever is sent between them',
    async (limit) => {
      const [test, talk] = await opened({ wrongCodesPerTransaction: limit, sendsPerTransaction: 5 });
      const { session, code } = await talk.sent();
      for (let guess = 1; guess < limit; guess += 1) {
        expect(await guesses(talk, session, code, 1)).toEqual(['invalid_user_code']);
        test.clock.advance(seconds(30));
        expect((await talk.deliver(session)).status).toBe(200);
      }
      expect(await guesses(talk, session, await newestCode(test), 1)).toEqual(['invalid_grant']);
    },
  );

  it('transaction/wrong-code-counted: an old passcode counts as a wrong one', async () => {
    const [test, talk] = await opened({ wrongCodesPerTransaction: 2 });
    const { session, code } = await talk.sent();
    test.clock.advance(seconds(30));
    await talk.deliver(session);
    const newest = await newestCode(test);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_user_code');
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_grant');
    expect((await talk.redeem(session, newest)).body.error).toBe('invalid_grant');
  });

  it.each([1, 3, 5])(
    'transaction/send-limit: sends %i passcodes and no more, and the newest stays valid',
    async (limit) => {
      const [test, talk] = await opened({ sendsPerTransaction: limit });
      const session = await talk.open();
      for (let send = 1; send <= limit; send += 1) {
        expect((await talk.deliver(session)).status).toBe(200);
        test.clock.advance(seconds(30));
      }
      expect((await talk.deliver(session)).body.error).toBe('delivery_limit_exceeded');
      expect((await messages(test)).length).toBe(limit);
      expect((await talk.redeem(session, await newestCode(test))).status).toBe(200);
    },
  );

  it('transaction/send-limit: attempts that were refused are not counted as sends', async () => {
    const [test, talk] = await opened({ sendsPerTransaction: 2 });
    const session = await talk.open();
    await talk.deliver(session);
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await talk.deliver(session)).status).toBe(429);
    test.clock.advance(seconds(30));
    expect((await talk.deliver(session)).status).toBe(200);
  });
});

describe('An account', () => {
  it('account/send-budget: bounds the passcodes over all transactions and clients, in silence', async () => {
    const [test, talk] = await opened({ sendsPerAccount: 3 });
    const other = converse(test, test.clients.other);
    for (const who of [talk, other, talk]) await who.sent();
    for (const who of [other, talk]) expect((await who.deliver(await who.open())).status).toBe(200);
    expect((await messages(test)).length).toBe(3);
    await talk.sent(subjects.twin);
    expect((await messages(test)).length).toBe(4);
  });

  it('account/wrong-code-budget: bounds the guesses over all transactions and clients', async () => {
    const [test, talk] = await opened({ wrongCodesPerAccount: 6 });
    const other = converse(test, test.clients.other);
    const [first, second, third] = [await talk.sent(), await other.sent(), await talk.sent()];
    await guesses(talk, first.session, first.code, 3);
    await guesses(other, second.session, second.code, 2);
    await guesses(talk, third.session, third.code, 1);
    expect((await other.redeem(second.session, second.code)).body.error).toBe('invalid_user_code');
  });

  it('account/wrong-code-budget: one fewer does no harm', async () => {
    const [, talk] = await opened({ wrongCodesPerAccount: 6 });
    const first = await talk.sent();
    await guesses(talk, first.session, first.code, 5);
    const second = await talk.sent();
    expect((await talk.redeem(second.session, second.code)).status).toBe(200);
  });

  it('account/exhausted-is-silent: nothing is sent, no passcode is accepted, and it looks as usual', async () => {
    const [test, talk] = await opened({ sendsPerAccount: 1, wrongCodesPerAccount: 2 });
    const { session, code } = await talk.sent();
    expect(await guesses(talk, session, code, 2)).toEqual(['invalid_user_code', 'invalid_user_code']);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_user_code');
    const next = await talk.open();
    expect((await talk.deliver(next)).body).toMatchObject({ expires_in: 600, interval: 30, code_length: 8 });
    expect((await messages(test)).length).toBe(1);
  });

  it('account/exhausted-is-silent: an account that accepts no passcode is sent none, and it looks as usual', async () => {
    const [test, talk] = await opened({ wrongCodesPerAccount: 2 });
    const { session, code } = await talk.sent();
    const told = (await talk.deliver(await talk.open())).body;
    expect((await messages(test)).length).toBe(2);
    expect(await guesses(talk, session, code, 2)).toEqual(['invalid_user_code', 'invalid_user_code']);
    const next = await talk.open();
    const silent = (await talk.deliver(next)).body;
    expect({ ...silent, binding_message: '' }).toEqual({ ...told, binding_message: '' });
    expect((await messages(test)).length).toBe(2);
    test.clock.advance(seconds(86_400));
    await talk.deliver(await talk.open());
    expect((await messages(test)).length).toBe(3);
  });

  it('account/success-clears-failures: a right passcode clears the wrong ones, and not the sends', async () => {
    const [test, talk] = await opened({ wrongCodesPerAccount: 5, sendsPerAccount: 3 });
    for (let visit = 1; visit <= 3; visit += 1) {
      const { session, code } = await talk.sent();
      await guesses(talk, session, code, 4);
      expect((await talk.redeem(session, code)).status, `visit ${visit}`).toBe(200);
    }
    const sent = (await messages(test)).length;
    await talk.deliver(await talk.open());
    expect((await messages(test)).length).toBe(sent);
  });

  it('account/window: opens with the first thing counted, and ends by itself', async () => {
    const [test, talk] = await opened({ sendsPerAccount: 2, accountWindowSeconds: 3600 });
    await talk.sent();
    test.clock.advance(seconds(3000));
    await talk.sent();
    test.clock.advance(seconds(600) - 1);
    await talk.deliver(await talk.open());
    expect((await messages(test)).length).toBe(2);
    test.clock.advance(1);
    await talk.sent();
    await talk.sent();
    expect((await messages(test)).length).toBe(4);
  });

  it('is not locked by strangers: guesses before a passcode is out are not counted on it', async () => {
    const [test, talk] = await opened({ wrongCodesPerAccount: 1 });
    const stranger = converse(test, test.clients.other);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const session = await stranger.open();
      for (let guess = 0; guess < 5; guess += 1) await stranger.redeem(session, `0000000${guess}`);
    }
    const { session, code } = await talk.sent();
    expect((await talk.redeem(session, code)).status).toBe(200);
  });
});

describe('A client', () => {
  it('client/start-quota: starts so many transactions in a window, whoever they are about', async () => {
    const [test, talk] = await opened({ startsPerClient: 3, clientWindowSeconds: 600 });
    for (const subject of [subjects.heather, subjects.unknown, subjects.ambiguous]) await talk.open(subject);
    test.clock.advance(seconds(100));
    for (const subject of [subjects.heather, subjects.unknown]) {
      const answer = await talk.identify(subject);
      expect([answer.status, answer.body.error, answer.headers['retry-after']]).toEqual([429, 'slow_down', '500']);
    }
    expect((await converse(test, test.clients.other).identify()).status).toBe(200);
    test.clock.advance(seconds(500) - 1);
    expect((await talk.identify()).headers['retry-after']).toBe('1');
    test.clock.advance(1);
    expect((await talk.identify()).status).toBe(200);
  });

  it('client/start-quota: a request that is turned away for its form is not counted', async () => {
    const [, talk] = await opened({ startsPerClient: 1 });
    for (let attempt = 0; attempt < 3; attempt += 1) await talk.identify(undefined, { scope: 'unknown' });
    expect((await talk.identify()).status).toBe(200);
    expect((await talk.identify()).status).toBe(429);
  });

  it('client/wrong-code-quota: bounds the guesses over all accounts; the next one is not even compared', async () => {
    const [test, talk] = await opened({ wrongCodesPerClient: 3, clientWindowSeconds: 600 });
    const [first, second] = [await talk.sent(), await talk.sent(subjects.twin)];
    await guesses(talk, first.session, first.code, 2);
    await guesses(talk, second.session, second.code, 1);
    const refused = await talk.redeem(second.session, second.code);
    expect([refused.status, refused.body.error]).toEqual([429, 'slow_down']);
    // nothing was counted and nothing was used up
    test.clock.advance(seconds(600) - 1);
    expect((await talk.redeem(second.session, second.code)).status).toBe(429);
    test.clock.advance(1);
    const late = await talk.redeem(second.session, second.code);
    expect(late.body.error).toBe('expired_token');
    const again = await talk.sent(subjects.twin);
    expect((await talk.redeem(again.session, again.code)).status).toBe(200);
  });

  it('error-response/retry-after: says when the window of the client is over, whatever the transaction waits for', async () => {
    const [test, talk] = await opened({ wrongCodesPerClient: 1, clientWindowSeconds: 600 });
    const { session, code } = await talk.sent();
    await guesses(talk, session, code, 1);
    const busy = async (name: string) => (await talk.redeem(name, code)).headers['retry-after'];
    expect(await busy(session)).toBe('600');
    // and so it does not tell a session of somebody else from none
    const theirs = await converse(test, test.clients.other).sent();
    expect([await busy(theirs.session), await busy('no-such-session')]).toEqual(['600', '600']);
    test.clock.advance(hours(1));
    expect(await busy('no-such-session')).toBeUndefined();
  });

  it('transaction/client-binding: what another client does to a transaction leaves it as it was', async () => {
    const [test, talk] = await opened();
    const { session, code } = await talk.sent();
    const other = converse(test, test.clients.other);
    for (let guess = 0; guess < 6; guess += 1) {
      expect((await other.redeem(session, wrongCode(code, guess + 1))).body.error).toBe('invalid_grant');
      expect((await other.deliver(session, 'email')).body.error).toBe('invalid_session');
    }
    expect((await other.redeem(session, code)).body.error).toBe('invalid_grant');
    expect((await talk.redeem(session, code)).status).toBe(200);
    expect((await messages(test)).map(({ method }) => method)).toEqual(['email', 'sms']);
  });
});
