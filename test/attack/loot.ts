/** What an attacker with an honest client's credentials has: open sessions, a token, and identifiers of real people. */
import type { Loot } from './hostile-request.ts';
import { accountNumber, authorization, type Target } from './target.ts';

/** Opens a few transactions, takes one of them to the end, and keeps all of it. */
export async function lootOf(target: Target): Promise<Loot> {
  const subId = (number: string): string => JSON.stringify({ format: 'account_number', account_number: number });
  const session = async (): Promise<string> => {
    const opened = await target.post('/otp-authorization', { sub_id: subId(accountNumber(1)), scope: 'usage:read' });
    return String(opened.auth_session);
  };
  const sessions = [await session(), await session(), await session()];
  await target.post('/otp-delivery', { auth_session: sessions[0] ?? '', delivery_option: 'sms' });
  const token = await tokenOf(target, await session());
  return {
    authorizations: [authorization, authorization, `Bearer ${token}`, `Bearer ${token.slice(0, -3)}AAA`],
    values: {
      sub_id: [
        subId(accountNumber(1)),
        subId(accountNumber(2)),
        subId('no-such'),
        '{"format":"phone_number","phone_number":"+12025550101"}',
      ],
      scope: ['usage:read', 'usage:read usage:summary'],
      auth_session: [...sessions, 'x'.repeat(43)],
      delivery_option: ['sms', 'email', 'voice', 'postal'],
      grant_type: ['urn:ietf:params:oauth:grant-type:otp', 'authorization_code', 'password'],
      user_code: ['00000000', '12345678', '1234 5678', '9'],
    },
  };
}

async function tokenOf(target: Target, session: string): Promise<string> {
  await target.post('/otp-delivery', { auth_session: session, delivery_option: 'sms' });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { messages } = (await (await fetch(`${target.issuer}/inbox/messages`)).json()) as {
      messages: { text: string }[];
    }; // as the inbox serves it
    for (const { text } of messages) {
      const code = /\b(\d{8})\b/.exec(text)?.[1];
      if (code === undefined) continue;
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:otp', auth_session: session, user_code: code };
      const granted = await target.post('/token', form);
      if (typeof granted.access_token === 'string') return granted.access_token;
      if (granted.error === 'invalid_grant') throw new Error('the attacker has used up its guesses');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no message came');
}
