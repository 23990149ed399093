/** Which requirements the titles of tests carry. */
import { describe, expect, it } from 'vitest';
import { titledTests } from '../../../spec/coverage/titles.ts';

const titled = (text: string) =>
  titledTests(new Map([['test/server/a.test.ts', text]])).map(({ title, ids }) => [title, ids]);

describe('A test carries', () => {
  it('the id in its title, with the titles of its groups', () => {
    expect(
      titled("describe('A passcode', () => { it('transaction/send-limit: is sent thrice', () => {}); });"),
    ).toEqual([['A passcode > transaction/send-limit: is sent thrice', ['transaction/send-limit']]]);
  });

  it('the id in the title of its group', () => {
    const text = `describe.skipIf(none)(\`transaction/durable: with \${name}\`, () => { test('survives', () => {}); });`;
    expect(titled(text)).toEqual([['transaction/durable: with … > survives', ['transaction/durable']]]);
  });

  it('the ids of its row, when the title shows the row', () => {
    const table = "[['waits', 'otp-client/obey-interval'], ['stops', 'otp-client/stop-when-over']]";
    expect(titled(`it.each<[string, Id]>(${table})('a client that %s: %s', () => {});`)).toEqual([
      ['a client that waits: otp-client/obey-interval', ['otp-client/obey-interval']],
      ['a client that stops: otp-client/stop-when-over', ['otp-client/stop-when-over']],
    ]);
    expect(titled(`it.each(${table})('a client', () => {});`)).toEqual([]);
  });

  it('the id in its title, once for each row', () => {
    expect(titled("it.each([['sms'], ['email']])('code-message/names-client: by %s', () => {});")).toHaveLength(2);
  });
});

describe('Nothing is carried by', () => {
  it.each([
    ['a test that is skipped', "it.skip('transaction/durable: survives', () => {});"],
    ['a test that is to be written', "it.todo('transaction/durable: survives');"],
    ['a group that is skipped', "describe.skip('transaction/durable', () => { it('survives', () => {}); });"],
    ['a comment', "// transaction/durable\nit('survives', () => {});"],
    ['a value', "it('survives', () => { expect(id).toBe('transaction/durable'); });"],
    ['a path that only looks like an id', "it('serves /transaction/durable', () => {});"],
    ['an id within a longer one', "it('a/transaction/durable-ish', () => {});"],
  ])('%s', (_title, text) => {
    expect(titled(text).flatMap(([, ids]) => ids)).not.toContain('transaction/durable');
  });
});
