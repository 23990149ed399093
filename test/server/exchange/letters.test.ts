/** Passcodes by letter: they outlive the transaction as it was, which goes on for them, once. */
import { describe, expect, it } from 'vitest';
import { limits } from '../../../model/index.ts';
import { sandboxCustomers } from '../../../server/sandbox/customers.ts';
import { codeIn, converse, messages, subjects } from '../../support/conversation.ts';
import { seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

const address = '12 Sunny Lane, Oakfield, CA 90001';
const life = limits.postalCodeLifeSeconds.default;
const ordinary = limits.transactionLifeSeconds.default;

const openPostal = (): Promise<TestServer> => {
  const [heather, ...others] = sandboxCustomers;
  if (heather === undefined) throw new Error('the sandbox has customers');
  return openServer({
    deliveryMethods: ['sms', 'voice', 'email', 'postal'],
    customers: [{ ...heather, contacts: { ...heather.contacts, postal: address } }, ...others],
  });
};

async function letterCode(test: TestServer): Promise<string> {
  const letter = (await messages(test)).find(({ method }) => method === 'postal');
  expect(letter?.contact).toBe(address);
  return letter === undefined ? '' : (codeIn(letter) ?? '');
}

describe('transaction/letter-life', () => {
  it('transaction/letter-life: the passcode of a letter is good to the last second of its life', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    const { body } = await talk.deliver(session, 'postal');
    expect(body.expires_in).toBe(life);
    const code = await letterCode(test);
    test.clock.advance(seconds(life - 1));
    expect((await talk.redeem(session, code)).status).toBe(200);
  });

  it('transaction/letter-life: a letter that is asked for at the end of a transaction lives as long as any', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    test.clock.advance(seconds(ordinary - 1));
    expect((await talk.deliver(session, 'postal')).body.expires_in).toBe(life);
    const code = await letterCode(test);
    test.clock.advance(seconds(life - 1));
    expect((await talk.redeem(session, code)).status).toBe(200);
  });

  it('transaction/letter-life: a second letter lengthens the transaction no further', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    await talk.deliver(session, 'postal');
    test.clock.advance(seconds(life - 100));
    expect((await talk.deliver(session, 'postal')).body.expires_in).toBe(ordinary + 100);
    const code = await letterCode(test);
    test.clock.advance(seconds(ordinary + 100));
    expect((await talk.redeem(session, code)).body.error).toBe('expired_token');
    expect((await talk.deliver(session, 'postal')).body.error).toBe('expired_token');
  });

  it('transaction/letter-life: without a letter a transaction ends as it would', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    await talk.deliver(session, 'email');
    test.clock.advance(seconds(ordinary));
    expect((await talk.deliver(session, 'postal')).body.error).toBe('expired_token');
  });

  it('otp-delivery-response/uniform: a letter to nobody lengthens a transaction like any other', async () => {
    const told = [];
    for (const subject of [subjects.heather, subjects.unknown, subjects.omar]) {
      const test = await openPostal();
      const talk = converse(test);
      const session = await talk.open(subject);
      const first = await talk.deliver(session, 'postal');
      test.clock.advance(seconds(2 * ordinary));
      const second = await talk.deliver(session, 'sms');
      test.clock.advance(seconds(life));
      told.push(
        [first, second, await talk.redeem(session, '00000000')].map(({ status, body }) => ({
          status,
          ...body,
          binding_message: 'two words',
        })),
      );
    }
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it('transaction/wrong-code-lock: a longer life has no more guesses in it', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    await talk.deliver(session, 'postal');
    const errors = [];
    for (let guess = 0; guess < 5; guess += 1) {
      test.clock.advance(seconds(86_400));
      errors.push((await talk.redeem(session, `0000000${guess}`)).body.error);
    }
    expect(errors.at(-1)).toBe('invalid_grant');
    expect((await talk.redeem(session, await letterCode(test))).body.error).toBe('invalid_grant');
  });

  it('is kept over a long life: nothing that it needs is purged', async () => {
    const test = await openPostal();
    const talk = converse(test);
    const session = await talk.open();
    await talk.deliver(session, 'postal');
    const code = await letterCode(test);
    for (let day = 0; day < 20; day += 1) {
      test.clock.advance(seconds(86_400));
      await test.store.purge(test.clock.now());
    }
    expect((await talk.redeem(session, code)).status).toBe(200);
  });
});

describe('Letters are offered', () => {
  it('where there is somebody to print them, and announced there', async () => {
    const announced = async (test: TestServer) =>
      (await test.inject({ method: 'GET', url: '/.well-known/oauth-authorization-server' })).body
        .otp_delivery_methods_supported;
    expect(await announced(await openPostal())).toEqual(['sms', 'voice', 'email', 'postal']);
    const without = await openServer();
    expect(await announced(without)).toEqual(['sms', 'voice', 'email']);
    const talk = converse(without);
    expect((await talk.deliver(await talk.open(), 'postal')).body.error).toBe('invalid_request');
  });
});
