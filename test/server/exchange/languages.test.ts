/** In which language a customer is written to, by whom that is decided, and that nobody can find it out. */
import { describe, expect, it } from 'vitest';
import { type DeliveryMethod, messageLocales } from '../../../model/index.ts';
import type { OutgoingMessage } from '../../../server/ports.ts';
import { codeIn, converse, messages, subjects } from '../../support/conversation.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

/** Wants to be written to in Spanish. */
const lucia = { format: 'account_number', account_number: '4002-331-52' } as const;

const newest = async (test: TestServer): Promise<string> => (await messages(test))[0]?.text ?? '';

describe('otp-authorization-request/ui-locales', () => {
  it.each(['sms', 'voice', 'email'] as const)(
    'otp-authorization-request/ui-locales: a message by %s is written in the language that the client asks for',
    async (method: DeliveryMethod) => {
      const test = await openServer();
      const talk = converse(test);
      const session = await talk.open(undefined, { ui_locales: 'de es-MX en' });
      expect((await talk.deliver(session, method)).status).toBe(200);
      const [message] = await messages(test);
      expect(message?.text).toContain('Bright Home Audits pide permiso a Oakfield Power para ver');
      const code = message === undefined ? '' : (codeIn(message) ?? '');
      expect((await talk.redeem(session, code)).status).toBe(200);
      // and so are the notices to the other contacts
      expect(await newest(test)).toContain('Oakfield Power permite a Bright Home Audits ver');
    },
  );

  it('otp-authorization-request/ui-locales: the language on file goes before what the client asks for', async () => {
    const test = await openServer();
    const talk = converse(test);
    await talk.deliver(await talk.open(lucia, { ui_locales: 'en' }));
    expect(await newest(test)).toContain('¿No fue usted? Responda NO.');
  });

  it('otp-authorization-response/no-account-data: the language on file shows in no answer', async () => {
    const answers = [];
    for (const subject of [lucia, subjects.heather, subjects.unknown]) {
      const test = await openServer({ seed: 'the same' });
      const talk = converse(test);
      const { body } = await talk.identify(subject, { ui_locales: 'en' });
      answers.push([body, (await talk.deliver(String(body.auth_session))).body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual(answers[2]);
  });

  it('the metadata announces the languages in which messages are written', async () => {
    const test = await openServer();
    const { body } = await test.inject({ method: 'GET', url: '/.well-known/oauth-authorization-server' });
    expect(body.ui_locales_supported).toEqual([...messageLocales]);
  });

  it('a gateway is told which language it is to speak', async () => {
    const handed: OutgoingMessage[] = [];
    const gateway = {
      hand: async (message: OutgoingMessage) => {
        handed.push(message);
        return { outcome: 'accepted' } as const;
      },
      close: async () => {},
    };
    const test = await openServer({ gateway });
    const talk = converse(test);
    await talk.deliver(await talk.open(lucia), 'voice');
    await talk.deliver(await talk.open(), 'voice');
    await test.outbox.run();
    expect(handed.map(({ method, locale }) => [method, locale])).toEqual([
      ['voice', 'es'],
      ['voice', 'en'],
    ]);
  });
});

describe('The page to deny at', () => {
  it('is in the language of the message, and its link denies', async () => {
    const test = await openServer();
    const talk = converse(test);
    const session = await talk.open(lucia);
    await talk.deliver(session, 'email');
    const [, path = '', denialToken = ''] =
      /https:\/\/utility\.example(\/denial\/es)#([\w-]{43})/.exec(await newest(test)) ?? [];
    const page = await test.inject({ method: 'GET', url: path });
    expect(page.text).toContain('<html lang="es">');
    expect(page.text).toContain('¿No fue usted?');
    await test.inject({
      method: 'POST',
      url: '/denial',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ denialToken }),
    });
    expect((await talk.deliver(session, 'email')).body.error).toBe('access_denied');
  });

  it('says everything that its script shows, in each language', async () => {
    const test = await openServer();
    const pages = await Promise.all(['/denial', '/denial/es'].map((url) => test.inject({ method: 'GET', url })));
    const words = pages.map(({ text }) =>
      ['thanks', 'stopped', 'failed'].map((name) => new RegExp(`data-${name}="([^"]+)"`).exec(text)?.[1]),
    );
    expect(words.flat()).not.toContain(undefined);
    expect(new Set(words.flat()).size).toBe(6);
  });
});
