/** RFC 6749 about responses: §5.1 for those that succeed, §5.2 for those that do not. */
import { describe, expect, it } from 'vitest';
import { minutes } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';
import { nobody, secretClient } from '../support/test-clients.ts';
import { delivered, describable, granted, identification, redemption, sent, started } from './by-hand.ts';

describe('RFC 6749 §5.1: a successful response', () => {
  it('has status 200, the token, its type and life, and the scope', async () => {
    const test = await openServer();
    const answer = await granted(test);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'scope',
      'token_type',
    ]);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'usage:read' });
    expect(answer.member('access_token')).toMatch(/^[\x20-\x7E]+$/);
  });

  it('is JSON, with numbers as numbers', async () => {
    const test = await openServer();
    const answer = await granted(test);
    expect(answer.headers['content-type']).toMatch(/^application\/json(;|$)/);
    expect(typeof answer.body.expires_in).toBe('number');
  });

  it('is not stored: at each endpoint that hands out a credential or something sensitive', async () => {
    const test = await openServer();
    const start = await test.post('/otp-authorization', identification);
    const delivery = await delivered(test, start.member('auth_session'));
    const grant = await granted(test);
    for (const answer of [start, delivery, grant]) {
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(grant.headers.pragma).toBe('no-cache'); // beside it wherever a token is
  });
});

describe('RFC 6749 §5.2: an error response', () => {
  it('has status 400 unless another is asked for, is JSON, and is not stored', async () => {
    const test = await openServer();
    const answer = await test.post('/token', redemption('no-such-session', '12345678'));
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^application\/json(;|$)/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(Object.keys(answer.body).sort()).toEqual(['error', 'error_description']);
  });

  it('says invalid_client with status 401, and names the scheme that the client tried', async () => {
    const test = await openServer();
    const wrong = await test.post('/token', redemption('x', '1'), secretClient('energy-auditor', 'wrong'));
    expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client']);
    expect(wrong.headers['www-authenticate']).toMatch(/^Basic realm="[^"]+"$/);
  });

  it('says invalid_client to a client that is unknown, and to one that does not say who it is', async () => {
    const test = await openServer();
    const unknown = await test.post('/token', redemption('x', '1'), secretClient('who', 'sandbox-secret'));
    const silent = await test.post('/token', redemption('x', '1'), nobody);
    const wrong = await test.post('/token', redemption('x', '1'), secretClient('energy-auditor', 'wrong'));
    expect(unknown).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect([silent.text, wrong.text]).toEqual([unknown.text, unknown.text]);
  });

  it('says unauthorized_client to a client that is registered for other grants', async () => {
    const test = await openServer();
    for (const [url, form] of [
      ['/otp-authorization', { ...identification, scope: 'usage:summary' }],
      ['/otp-delivery', { auth_session: 'x', delivery_option: 'sms' }],
      ['/token', redemption('x', '1')],
    ] as const) {
      const answer = await test.post(url, form, test.clients.billing);
      expect([answer.status, answer.body.error], url).toEqual([400, 'unauthorized_client']);
    }
  });

  it('says unsupported_grant_type, and invalid_request when there is none', async () => {
    const test = await openServer();
    const other = await test.post('/token', { ...redemption('x', '1'), grant_type: 'password' });
    expect([other.status, other.body.error]).toEqual([400, 'unsupported_grant_type']);
    const none = await test.post('/token', { auth_session: 'x', user_code: '1' });
    expect([none.status, none.body.error]).toEqual([400, 'invalid_request']);
  });

  it('says invalid_scope when more is asked for than the client may have', async () => {
    const test = await openServer();
    const answer = await test.post('/otp-authorization', identification, test.clients.monthly);
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_scope']);
  });

  it('says invalid_grant for what is unknown, spent, or of another client, and tells them not apart', async () => {
    const test = await openServer();
    const { session, code } = await sent(test);
    const foreign = await test.post('/token', redemption(session, code), test.clients.other);
    await test.post('/token', redemption(session, code));
    const spent = await test.post('/token', redemption(session, code));
    const unknown = await test.post('/token', redemption('no-such-session', code));
    expect(unknown).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect([foreign.text, spent.text]).toEqual([unknown.text, unknown.text]);
  });

  it('describes itself in the characters that are allowed, and helps: every missing parameter is named', async () => {
    const test = await openServer();
    for (const [url, form] of [
      ['/otp-authorization', identification],
      ['/otp-delivery', { auth_session: 'x', delivery_option: 'sms' }],
      ['/token', redemption('x', '1')],
    ] as const) {
      for (const missing of Object.keys(form)) {
        const answer = await test.post(url, { ...form, [missing]: undefined });
        const description = answer.member('error_description');
        expect(description).toMatch(describable);
        expect(answer.status).toBe(400);
        expect(description).toContain(missing);
      }
    }
  });

  it('names what the grant adds: wrong code, too late, denied, too soon, too often', async () => {
    const test = await openServer();
    const { session, code } = await sent(test);
    const wrong = await test.post('/token', redemption(session, '00000000'));
    expect([wrong.status, wrong.body.error]).toEqual([400, 'invalid_user_code']);
    const soon = await delivered(test, session);
    expect([soon.status, soon.body.error]).toEqual([429, 'slow_down']);
    test.clock.advance(minutes(10));
    const late = await test.post('/token', redemption(session, code));
    expect([late.status, late.body.error]).toEqual([400, 'expired_token']);
    test.clock.advance(minutes(5));
    const over = await delivered(test, session);
    expect([over.status, over.body.error]).toEqual([400, 'expired_token']);
    const often = await started(test);
    for (let send = 1; send <= 3; send += 1) {
      expect((await delivered(test, often)).status).toBe(200);
      test.clock.advance(30_000);
    }
    const refused = await delivered(test, often);
    expect([refused.status, refused.body.error]).toEqual([400, 'delivery_limit_exceeded']);
  });
});
