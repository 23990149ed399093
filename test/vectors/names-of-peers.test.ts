/** Names that other documents defined first, and what they mean here. */
import { describe, expect, it } from 'vitest';
import { newestCode } from '../support/conversation.ts';
import { openServer } from '../support/open-server.ts';
import { delivered, identification, redemption, sent } from './by-hand.ts';

describe('Names from peers mean what they mean there', () => {
  it('OAuth 2.0 for First-Party Applications: auth_session is the handle of a transaction between client and server', async () => {
    const test = await openServer();
    const answer = await test.post('/otp-authorization', identification);
    expect(answer.member('auth_session')).toMatch(/^[A-Za-z0-9._~-]{22,}$/);
    const invalid = await delivered(test, 'no-such-session');
    expect(invalid.body.error).toBe('invalid_session');
  });

  it('RFC 9207 §2: iss is the issuer identifier, for the client to compare', async () => {
    const test = await openServer();
    const answer = await test.post('/otp-authorization', identification);
    expect(answer.body.iss).toBe('https://utility.example');
  });

  it('CIBA §7.1: binding_message is shown on both devices, and short enough to be read there', async () => {
    const test = await openServer();
    const { session } = await sent(test);
    test.clock.advance(30_000);
    const answer = await delivered(test, session);
    expect(answer.member('binding_message')).toMatch(/^[a-z]+ [a-z]+$/);
    expect(answer.member('binding_message').length).toBeLessThanOrEqual(20);
    expect(test.inbox.list()[0]?.text).toContain(answer.member('binding_message'));
  });

  it('RFC 8628 §3.5: slow_down, access_denied and expired_token', async () => {
    const test = await openServer();
    const { session, code } = await sent(test);
    expect((await delivered(test, session)).body.error).toBe('slow_down');
    test.clock.advance(600_000);
    expect((await test.post('/token', redemption(session, code))).body.error).toBe('expired_token');
    const other = (await test.post('/otp-authorization', identification)).member('auth_session');
    await delivered(test, other, undefined, 'email');
    const otherCode = await newestCode(test);
    const [, denialToken] = /\/denial#([\w-]+)/.exec(test.inbox.list()[0]?.text ?? '') ?? [];
    await test.inject({
      method: 'POST',
      url: '/denial',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ denialToken }),
    });
    expect((await test.post('/token', redemption(other, otherCode))).body.error).toBe('access_denied');
    expect((await delivered(test, other)).body.error).toBe('access_denied');
  });

  it('RFC 8628 §3.2: expires_in and interval are seconds', async () => {
    const test = await openServer();
    const start = await test.post('/otp-authorization', identification);
    expect(start.body.expires_in).toBe(900);
    const answer = await delivered(test, start.member('auth_session'));
    expect(answer.body).toMatchObject({ expires_in: 600, interval: 30, code_length: 8, code_charset: 'numeric' });
  });

  it('WICG origin-bound one-time codes: the last line is the domain of the client and the very same code', async () => {
    const test = await openServer();
    const { code } = await sent(test, test.clients.signing);
    const lines = test.inbox.list()[0]?.text.split('\n') ?? [];
    expect(lines.at(-1)).toBe(`@audits.example #${code}`);
    expect(lines.at(-2)).toBe('');
  });
});
