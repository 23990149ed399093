import { describe, expect, it } from 'vitest';
import {
  bindingAnimals,
  type CodeCharset,
  codeCharsets,
  codeMessage,
  type DeliveryMethod,
  grantNotice,
  magicCode,
} from '../../../model/index.ts';
import { createInboxGateway, type InboxMessage } from '../../../server/delivery/inbox-gateway.ts';
import { received, receivedMessages } from '../../../server/sandbox/messages.ts';
import { fakeClock } from '../../support/fake-clock.ts';

const methods: readonly DeliveryMethod[] = ['sms', 'voice', 'email', 'postal'];
const charsets = Object.keys(codeCharsets) as CodeCharset[]; // its own keys
const never = new AbortController().signal;

const parts = (method: DeliveryMethod) => ({
  method,
  clientName: 'Bright Home Audits',
  utilityName: 'Oakfield Power',
  scopes: ['usageRead' as const],
  denialUrl: 'https://utility.example/denial#BCDFGHJKLMNP1234567890',
});

const message = (method: DeliveryMethod, text: string, id = 'first'): InboxMessage => ({
  id,
  method,
  contact: '+12025550143',
  subject: '',
  text,
  receivedAt: 0,
});

describe('The passcode of a message', () => {
  it.each(
    methods.flatMap((method) =>
      charsets.flatMap((charset) => [6, 8, 16].map((length) => ({ method, charset, length }))),
    ),
  )('is taken out of what is sent by $method in $charset, $length long', ({ method, charset, length }) => {
    const code = magicCode(length, codeCharsets[charset].characters);
    const { text } = codeMessage({
      ...parts(method),
      code,
      lifeSeconds: 600,
      bindingMessage: `teal ${bindingAnimals[0]}`,
      autofillDomain: 'kiosk.example',
    });
    expect(received(message(method, text)).code).toBe(code);
  });

  it.each(methods)('is not found in a notice by %s, which has none', (method) => {
    expect(received(message(method, grantNotice(parts(method)).text)).code).toBeNull();
  });
});

describe('Messages', () => {
  const hand = async (contact: string, id: string) =>
    gateway.hand({ ...message('sms', 'To agree, enter 12345678 there', id), contact, locale: 'en' });
  const gateway = createInboxGateway({ clock: fakeClock() });

  it('are those to a contact, newest first, and those that came after one of them', async () => {
    for (const [contact, id] of [
      ['a@example.com', '1'],
      ['b@example.com', '2'],
      ['a@example.com', '3'],
    ] as const) {
      await hand(contact, id);
    }
    const ids = async (query: object) => (await receivedMessages(gateway, query, never)).map(({ id }) => id);
    expect(await ids({})).toEqual(['3', '2', '1']);
    expect(await ids({ contact: ' A@example.com' })).toEqual(['3', '1']);
    expect(await ids({ contact: 'a@example.com', afterId: '1' })).toEqual(['3']);
    expect(await ids({ contact: 'b@example.com', afterId: '2' })).toEqual([]);
    expect(await ids({ afterId: 'forgotten' })).toEqual(['3', '2', '1']);
  });

  it('are waited for until the first one that fits', async () => {
    const waiting = receivedMessages(gateway, { contact: 'c@example.com', waitSeconds: 20 }, never);
    await hand('a@example.com', '4');
    await hand('c@example.com', '5');
    expect((await waiting).map(({ id }) => id)).toEqual(['5']);
  });

  it('are not waited for longer than was asked, nor when the server stops', async () => {
    expect(await receivedMessages(gateway, { contact: 'd@example.com', waitSeconds: 0.02 }, never)).toEqual([]);
    const stop = new AbortController();
    const waiting = receivedMessages(gateway, { contact: 'd@example.com', waitSeconds: 20 }, stop.signal);
    stop.abort();
    expect(await waiting).toEqual([]);
  });
});
