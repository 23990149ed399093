/**
 * Attacks that the published protocols know, played against the server. Those that are about a single limit stand with
 * the limits, races with the races; here are the ones that need two parties.
 */
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { codeIn, converse, messages, newestCode, subjects, wrongCode } from '../../support/conversation.ts';
import { seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';

describe('A passcode is worth something in one place only', () => {
  it('not in another transaction of the same client and customer', async () => {
    const test = await openServer();
    const talk = converse(test);
    const [mine, other] = [await talk.sent(), await talk.sent()];
    expect((await talk.redeem(other.session, mine.code)).body.error).toBe('invalid_user_code');
    expect((await talk.redeem(mine.session, other.code)).body.error).toBe('invalid_user_code');
    expect((await talk.redeem(mine.session, mine.code)).status).toBe(200);
    expect((await talk.redeem(other.session, other.code)).status).toBe(200);
  });

  it('not in the session of another client, even of one that knows both', async () => {
    const test = await openServer();
    const victim = await converse(test, test.clients.auditor).sent();
    const thief = converse(test, test.clients.other);
    const own = await thief.open();
    expect((await thief.redeem(own, victim.code)).body.error).toBe('invalid_user_code');
    expect((await thief.redeem(victim.session, victim.code)).body.error).toBe('invalid_grant');
    expect((await converse(test).redeem(victim.session, victim.code)).status).toBe(200);
  });

  it('not at another utility, which a customer of both was made to ask (mix-up)', async () => {
    const honest = await openServer({ issuer: 'https://utility.example', seed: 'honest' });
    const evil = await openServer({ issuer: 'https://evil.example', seed: 'evil' });
    const client = converse(evil, evil.clients.auditor);
    const answer = await client.identify();
    // what the client has to compare
    expect(answer.body.iss).toBe('https://evil.example');
    const relayed = await converse(honest, honest.clients.other).sent();
    // the message names the client that asked, and not the one that the customer stands in front of
    expect((await messages(honest))[0]?.text).toContain('Other Audits asks');
    expect((await converse(honest, honest.clients.auditor).redeem(relayed.session, relayed.code)).body.error).toBe(
      'invalid_grant',
    );
    // an assertion that was made for the evil server is worth nothing at the honest one
    const assertion = await evil.sign();
    const replay = {
      clientId: 'signing-auditor',
      credentials: async () => ({
        headers: {},
        parameters: {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        },
      }),
    };
    expect((await converse(honest, replay).identify()).status).toBe(401);
  });

  it('not at the resource of another utility', async () => {
    const one = await openServer({ issuer: 'https://one.example' });
    const two = await openServer({ issuer: 'https://two.example' });
    const { token } = await converse(one).granted();
    await converse(two).granted();
    expect((await converse(one).usage(token)).status).toBe(200);
    expect((await converse(two).usage(token)).status).toBe(401);
  });
});

describe('The channel', () => {
  it('a passcode that was sent by text is dead once another was sent by email', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code } = await talk.sent(undefined, 'sms');
    test.clock.advance(seconds(30));
    await talk.deliver(session, 'email');
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_user_code');
    expect((await talk.redeem(session, await newestCode(test))).status).toBe(200);
  });

  it('a passcode that was sent is dead once one was withheld, since nobody could tell otherwise', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { session, code } = await talk.sent(subjects.omar, 'email');
    test.clock.advance(seconds(30));
    expect((await talk.deliver(session, 'sms')).status).toBe(200);
    expect((await messages(test)).length).toBe(1);
    expect((await talk.redeem(session, code)).body.error).toBe('invalid_user_code');
  });

  it('a longer life of email does not lengthen that of a text', async () => {
    const limits = { emailCodeLifeSeconds: 3600, transactionLifeSeconds: 7200 };
    const test = await openServer({ policy: policyWith({ limits }) });
    const talk = converse(test);
    const { session } = await talk.sent(undefined, 'email');
    test.clock.advance(seconds(30));
    expect((await talk.deliver(session, 'sms')).body.expires_in).toBe(600);
    test.clock.advance(seconds(600));
    expect((await talk.redeem(session, await newestCode(test))).body.error).toBe('expired_token');
  });
});

describe('A client that is up to no good', () => {
  it('floods nobody: whatever it does, a customer gets as many messages as the budget of the account allows', async () => {
    const test = await openServer();
    for (const client of [test.clients.auditor, test.clients.other, test.clients.signing]) {
      const talk = converse(test, client);
      for (let start = 0; start < 5; start += 1) {
        const session = await talk.open();
        for (const method of ['sms', 'voice', 'email']) {
          await talk.deliver(session, method);
          test.clock.advance(seconds(30));
        }
      }
    }
    expect((await messages(test)).length).toBe(10);
  });

  it('guesses one code at many accounts no more often than its quota allows', async () => {
    const test = await openServer({ policy: policyWith({ limits: { wrongCodesPerClient: 10 } }) });
    const talk = converse(test);
    const outcomes: unknown[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const subject = { format: 'email', email: `customer${guess}@example.com` };
      const session = await talk.open(subject);
      await talk.deliver(session);
      outcomes.push((await talk.redeem(session, '12345678')).body.error);
    }
    expect(outcomes).toEqual([...Array(10).fill('invalid_user_code'), 'slow_down', 'slow_down']);
  });

  it('locks a customer out of its own transactions only: others are served until the account budget is used up', async () => {
    const test = await openServer();
    const evil = converse(test, test.clients.other);
    for (let start = 0; start < 3; start += 1) {
      const { session, code } = await evil.sent();
      for (let guess = 1; guess <= 5; guess += 1) await evil.redeem(session, wrongCode(code, guess));
    }
    const { session, code } = await converse(test).sent();
    expect((await converse(test).redeem(session, code)).status).toBe(200);
  });

  it('gets a token under its own name, whatever name it gives', async () => {
    const test = await openServer();
    const talk = converse(test, test.clients.signing);
    const { session, code } = await talk.sent();
    const answer = await talk.redeem(session, code, { client_id: 'signing-auditor', azp: 'energy-auditor' });
    expect(decodeJwt(answer.member('access_token'))).toMatchObject({ client_id: 'signing-auditor' });
  });
});

it('every passcode of a transaction differs, so that an old one can be told from the new', async () => {
  const test = await openServer();
  const talk = converse(test);
  const { session } = await talk.sent();
  for (let send = 0; send < 2; send += 1) {
    test.clock.advance(seconds(30));
    await talk.deliver(session);
  }
  const codes = (await messages(test)).map(codeIn);
  expect(new Set(codes).size).toBe(3);
});
