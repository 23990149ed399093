/** NIST SP 800-63B about secrets that travel out of band, as far as the grant has to do with them. */
import { describe, expect, it } from 'vitest';
import { messages, newestCode, wrongCode } from '../support/conversation.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';
import { delivered, redemption, sent, started } from './by-hand.ts';

describe('NIST SP 800-63B §3.1.3.2: out-of-band secrets', () => {
  it('have at least six decimal digits', async () => {
    const test = await openServer();
    const { code } = await sent(test);
    expect(code).toMatch(/^[0-9]{6,}$/);
    expect(code).toMatch(/^[0-9]{8}$/);
  });

  it.each(['sms', 'voice'])('are valid for ten minutes at most: %s', async (method) => {
    const test = await openServer();
    const session = await started(test);
    const answer = await delivered(test, session, undefined, method);
    expect(answer.body.expires_in).toBe(600);
    const code = await newestCode(test);
    test.clock.advance(minutes(10));
    const late = await test.post('/token', redemption(session, code));
    expect([late.status, late.body.error]).toEqual([400, 'expired_token']);
  });

  it('are accepted once', async () => {
    const test = await openServer();
    const { session, code } = await sent(test);
    expect((await test.post('/token', redemption(session, code))).status).toBe(200);
    for (let again = 0; again < 3; again += 1) {
      expect((await test.post('/token', redemption(session, code))).body.error).toBe('invalid_grant');
    }
  });

  it('a new secret does not reset the count of failures: five wrong ones lock, resends or not', async () => {
    const test = await openServer();
    const session = await started(test);
    const errors: unknown[] = [];
    for (const guesses of [2, 2, 1]) {
      await delivered(test, session);
      const code = await newestCode(test);
      for (let guess = 1; guess <= guesses; guess += 1) {
        errors.push((await test.post('/token', redemption(session, wrongCode(code, guess)))).body.error);
      }
      test.clock.advance(seconds(30));
    }
    expect(errors).toEqual([
      'invalid_user_code',
      'invalid_user_code',
      'invalid_user_code',
      'invalid_user_code',
      'invalid_grant',
    ]);
    const right = await test.post('/token', redemption(session, await newestCode(test)));
    expect(right.body.error).toBe('invalid_grant');
  });

  it('only the newest secret is valid', async () => {
    const test = await openServer();
    const { session, code: first } = await sent(test);
    test.clock.advance(seconds(30));
    await delivered(test, session);
    const second = await newestCode(test);
    expect(second).not.toBe(first);
    expect((await test.post('/token', redemption(session, first))).body.error).toBe('invalid_user_code');
    expect((await test.post('/token', redemption(session, second))).status).toBe(200);
  });
});

describe('NIST SP 800-63B §3.2.2: rate limiting', () => {
  it('stays far below 100 consecutive failures on an account, over any number of transactions', async () => {
    const test = await openServer();
    let counted = 0;
    for (let transaction = 0; transaction < 6; transaction += 1) {
      const { session, code } = await sent(test);
      for (let guess = 1; guess <= 5 && counted < 20; guess += 1) {
        await test.post('/token', redemption(session, wrongCode(code, guess)));
        counted += 1;
      }
    }
    expect(counted).toBe(20);
    const { session, code } = await sent(test);
    expect((await test.post('/token', redemption(session, code))).body.error).toBe('invalid_user_code');
  });

  it('a success clears the failures of the account', async () => {
    const test = await openServer();
    for (let transaction = 0; transaction < 3; transaction += 1) {
      const { session, code } = await sent(test);
      for (let guess = 1; guess <= 5; guess += 1)
        await test.post('/token', redemption(session, wrongCode(code, guess)));
    }
    const before = await sent(test);
    for (let guess = 1; guess <= 4; guess += 1) {
      await test.post('/token', redemption(before.session, wrongCode(before.code, guess)));
    }
    expect((await test.post('/token', redemption(before.session, before.code))).status).toBe(200);
    const after = await sent(test);
    for (let guess = 1; guess <= 4; guess += 1) {
      await test.post('/token', redemption(after.session, wrongCode(after.code, guess)));
    }
    expect((await test.post('/token', redemption(after.session, after.code))).status).toBe(200);
  });
});

it('NIST SP 800-63B §4.6: the other contacts are told, and how to object', async () => {
  const test = await openServer();
  const { session, code } = await sent(test);
  await test.post('/token', redemption(session, code));
  const notices = (await messages(test)).filter(({ text }) => !text.includes(code));
  expect(notices.map(({ method, contact }) => [method, contact])).toEqual([['email', 'heather@example.com']]);
  expect(notices[0]?.text).toMatch(/If this was not you, tell us so: https:\/\/utility\.example\/denial#/);
});
