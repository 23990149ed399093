/** What reaches the customer, read as the customer reads it. */
import { describe, expect, it } from 'vitest';
import { type DeliveryMethod, denialReplies, scopes } from '../../../model/index.ts';
import { hashClientSecret } from '../../../server/clients/client-secret.ts';
import { sandboxCustomers } from '../../../server/sandbox/customers.ts';
import { codeIn, converse, messages, subjects } from '../../support/conversation.ts';
import { seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import type { TestServer } from '../../support/test-server.ts';

const methods = ['sms', 'voice', 'email'] as const satisfies readonly DeliveryMethod[];

/** The message that a delivery by a method causes, with what its client was told. */
async function written(
  test: TestServer,
  method: DeliveryMethod,
  changes: Record<string, string> = {},
  client = test.clients.auditor,
) {
  const talk = converse(test, client);
  const session = await talk.open(undefined, changes);
  const { body } = await talk.deliver(session, method);
  const [message] = await messages(test);
  if (message === undefined) throw new Error('nothing was written');
  return { message, body, session };
}

describe.each(methods)('A message by %s', (method) => {
  it('code-message/names-client: it names the client by its registered display name', async () => {
    const test = await openServer();
    expect((await written(test, method)).message.text).toContain('Bright Home Audits asks Oakfield Power');
  });

  it('code-message/says-scope: it says what the passcode authorizes, all of it, and nothing else', async () => {
    const test = await openServer();
    const hours = 'see your electricity use for the last year, hour by hour';
    const months = 'see your electricity use for the last year, month by month';
    const one = (await written(test, method, { scope: 'usage:summary' })).message.text;
    expect([one.includes(months), one.includes(hours)]).toEqual([true, false]);
    const both = (await written(test, method, { scope: 'usage:summary usage:read' })).message.text;
    expect(both).toContain(`to let it ${hours} and ${months}.`);
  });

  it('code-message/contains-code: it contains the passcode, and how long it is valid', async () => {
    const test = await openServer();
    const { message, body, session } = await written(test, method);
    const code = codeIn(message) ?? '';
    expect(code).toHaveLength(Number(body.code_length));
    expect(message.text).toContain('within 10 minutes');
    expect((await converse(test).redeem(session, code)).status).toBe(200);
  });

  it('code-message/contains-code: near the end of the transaction it does not promise more than is left', async () => {
    const test = await openServer();
    const talk = converse(test);
    const session = await talk.open();
    test.clock.advance(seconds(900 - 130));
    const { body } = await talk.deliver(session, method);
    expect(body.expires_in).toBe(130);
    expect((await messages(test))[0]?.text).toContain('within 2 minutes');
  });

  it('code-message/binding-message: it contains the words that the client shows', async () => {
    const test = await openServer();
    const { message, body } = await written(test, method);
    expect(message.text).toContain(String(body.binding_message));
  });

  it('code-message/says-how-to-deny: it says what to do when it was not asked for, and that no caller may be told', async () => {
    const test = await openServer();
    const { text } = (await written(test, method)).message;
    expect(text).toMatch(/Never tell this code to (a caller|anybody on the telephone)/);
    const how = {
      sms: /Reply NO\./,
      voice: /press 9/,
      email: /tell us so: https:\/\/utility\.example\/denial#[\w-]{43}/,
    };
    expect(text).toMatch(how[method]);
    if (method !== 'email') expect(denialReplies).toContain(method === 'sms' ? 'no' : '9');
  });

  it('code-message/no-client-text: nothing that came in the request is in it', async () => {
    const test = await openServer();
    const planted = 'https://evil.example';
    const talk = converse(test);
    const subject = { format: 'postal_address', street_address: '12, SUNNY lane!', postal_code: '90 001' };
    const session = await talk.open(subject, {
      ui_locales: 'en-evil',
      client_name: planted,
      otp_display_name: planted,
      binding_message: planted,
      message: planted,
    });
    await talk.deliver(session, method, { binding_message: planted, text: planted, purpose: planted });
    const [message] = await messages(test);
    const all = JSON.stringify(message);
    for (const text of ['evil', 'SUNNY lane!', '90 001', session]) expect(all).not.toContain(text);
    expect(all.replaceAll('https://utility.example/denial#', '')).not.toMatch(/https?:/);
  });

  it('code-message/contact-on-file: it goes to the contact of that method, as it was on file before the request', async () => {
    const test = await openServer();
    const onFile = { sms: '+12025550143', voice: '+12025550143', email: 'heather@example.com' };
    const { message } = await written(test, method, { phone_number: '+12025550199', email: 'thief@example.com' });
    expect([message.method, message.contact]).toEqual([method, onFile[method]]);
  });
});

it('code-message/contact-on-file: a contact that changes after identification does not get the passcode', async () => {
  const [heather] = sandboxCustomers;
  if (heather === undefined) throw new Error('the sandbox has customers');
  const records = [{ ...heather, contacts: { ...heather.contacts } }];
  const test = await openServer({ customers: records });
  const talk = converse(test);
  const session = await talk.open();
  records[0] = { ...heather, contacts: { sms: '+12025550199' } };
  await talk.deliver(session);
  expect((await messages(test))[0]?.contact).toBe('+12025550143');
});

it('otp-authorization-request/identifies-only: a contact that is not on file is written to by nobody', async () => {
  const test = await openServer();
  const talk = converse(test);
  for (const [subject, option] of [
    [{ format: 'phone_number', phone_number: '+12025550199' }, 'sms'],
    [{ format: 'email', email: 'thief@example.com' }, 'email'],
  ] as const) {
    const session = await talk.open(subject);
    expect((await talk.deliver(session, option)).status).toBe(200);
  }
  expect(await messages(test)).toEqual([]);
});

it('otp-authorization-request/identifies-only: naming a contact on file proves nothing and chooses nothing', async () => {
  const test = await openServer();
  const talk = converse(test);
  const session = await talk.open({ format: 'phone_number', phone_number: '+12025550143' });
  expect((await talk.redeem(session, '00000000')).body.error).toBe('invalid_user_code');
  await talk.deliver(session, 'email');
  expect((await messages(test)).map(({ contact }) => contact)).toEqual(['heather@example.com']);
});

it('otp-authorization-request/ui-locales: the first language that is supported is used, and English when none is', async () => {
  const test = await openServer();
  for (const ui_locales of ['en', 'de en-GB', 'tlh', 'EN', '']) {
    const { message } = await written(test, 'sms', { ui_locales });
    expect(message.text, ui_locales).toContain('To agree, enter');
    test.clock.advance(seconds(86_400));
  }
});

it('code-message/plain-words: the words for every scope are words that customers use', () => {
  for (const { words } of Object.values(scopes)) {
    expect(words).toMatch(/^see your electricity use\b/);
    expect(words).not.toMatch(/scope|token|API|data|read|authori[sz]|grant|resource/i);
    expect(words).toMatch(/^[a-z, ]+$/);
  }
});

describe('code-message/origin-bound', () => {
  it('code-message/origin-bound: a text message ends with the domain of the client and the passcode', async () => {
    const test = await openServer();
    const { message } = await written(test, 'sms', {}, test.clients.signing);
    expect(message.text.split('\n').slice(-2)).toEqual(['', `@audits.example #${codeIn(message)}`]);
  });

  it('code-message/origin-bound: other messages, and those for clients without a domain, do not', async () => {
    const test = await openServer();
    expect((await written(test, 'sms')).message.text).not.toMatch(/^@/m);
    for (const method of ['voice', 'email'] as const) {
      expect((await written(test, method, {}, test.clients.signing)).message.text).not.toContain('audits.example');
    }
  });
});

describe('client-registration', () => {
  it('client-registration/display-name: a message names no client that nobody has registered', async () => {
    const test = await openServer();
    const answer = await test.post(
      '/otp-authorization',
      { sub_id: JSON.stringify(subjects.heather), scope: 'usage:read' },
      {
        clientId: 'impostor',
        credentials: async () => ({
          headers: { authorization: `Basic ${Buffer.from('impostor:x').toString('base64')}` },
          parameters: { client_name: 'Oakfield Power' },
        }),
      },
    );
    expect(answer.status).toBe(401);
    expect(await messages(test)).toEqual([]);
  });

  it('client-registration/autofill-domain: the domain in a message is the registered one, whatever the request comes from', async () => {
    const secretSha256 = hashClientSecret('sandbox-secret');
    const test = await openServer({
      clients: [
        {
          clientId: 'energy-auditor',
          displayName: 'Bright Home Audits',
          autofillDomain: 'bright.example',
          authentication: { method: 'clientSecretBasic', secretSha256 },
          scopes: ['usageRead'],
          mayUseOtp: true,
        },
      ],
    });
    const talk = converse(test);
    const session = await talk.open(undefined, { otp_autofill_domain: 'evil.example' });
    const { headers } = await talk.client.credentials();
    await test.inject({
      method: 'POST',
      url: '/otp-delivery',
      headers: {
        ...headers,
        origin: 'https://evil.example',
        host: 'evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `auth_session=${session}&delivery_option=sms`,
    });
    const text = (await messages(test))[0]?.text ?? '';
    expect(text).toMatch(/\n@bright\.example #\d{8}$/);
    expect(text).not.toContain('evil');
  });
});
