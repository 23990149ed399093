/** Tokens that are given back, and tokens that a resource server asks about. */
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { denyByContact } from '../../../server/denial/deny.ts';
import { converse, newestCode } from '../../support/conversation.ts';
import { seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { secretClient, type TestClient } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

const resourceServer = secretClient('usage-service');

async function granted() {
  const test = await openServer();
  const talk = converse(test);
  const session = await talk.open();
  await talk.deliver(session);
  const answer = await talk.redeem(session, await newestCode(test));
  return { test, talk, token: answer.member('access_token'), refreshToken: answer.member('refresh_token') };
}

const revoke = (test: TestServer, token: string | undefined, client?: TestClient, hint?: string) =>
  test.post('/revoke', { token, token_type_hint: hint }, client);
const introspect = (test: TestServer, token: string | undefined, client: TestClient = resourceServer) =>
  test.post('/introspect', { token }, client);
const refresh = (test: TestServer, refreshToken: string) =>
  test.post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken });

describe('Revocation (RFC 7009)', () => {
  it.each(['access_token', 'refresh_token'])(
    'revocation-request/whole-grant: of the %s ends every token of the grant, with an empty answer',
    async (kind) => {
      const { test, talk, token, refreshToken } = await granted();
      const answer = await revoke(test, kind === 'access_token' ? token : refreshToken, undefined, kind);
      expect([answer.status, answer.text]).toEqual([200, '']);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect((await talk.usage(token)).status).toBe(401);
      expect((await refresh(test, refreshToken)).body.error).toBe('invalid_grant');
    },
  );

  it('works whatever the hint says, since it is only a hint (RFC 7009 §2.1)', async () => {
    const { test, talk, token } = await granted();
    expect((await revoke(test, token, undefined, 'refresh_token')).status).toBe(200);
    expect((await talk.usage(token)).status).toBe(401);
  });

  it('revocation-request/own-tokens: another client is refused, and the tokens stay good', async () => {
    const { test, talk, token, refreshToken } = await granted();
    for (const one of [token, refreshToken]) {
      const answer = await revoke(test, one, test.clients.monthly);
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
    }
    expect((await talk.usage(token)).status).toBe(200);
    expect((await refresh(test, refreshToken)).status).toBe(200);
  });

  it('revocation-request/unknown-token: one that is unknown, or dead already, is answered alike', async () => {
    const { test, token } = await granted();
    const made = await revoke(test, 'made-up');
    await revoke(test, token);
    const again = await revoke(test, token);
    expect([made.status, made.text]).toEqual([200, '']);
    expect([again.status, again.text, again.headers]).toEqual([made.status, made.text, made.headers]);
  });

  it('asks for a client that authenticates, and for a token', async () => {
    const { test } = await granted();
    expect((await revoke(test, 'x', secretClient('energy-auditor', 'wrong'))).body.error).toBe('invalid_client');
    expect((await revoke(test, undefined)).body.error).toBe('invalid_request');
  });
});

describe('Introspection (RFC 7662)', () => {
  it('introspection-response/live-state: says of a good token what is in it', async () => {
    const { test, token } = await granted();
    const answer = await introspect(test, token);
    const { exp, iat, sub, aud, iss, jti, client_id, scope } = decodeJwt(token);
    expect(answer.body).toEqual({
      active: true,
      token_type: 'Bearer',
      ...{ exp, iat, sub, aud, iss, jti, client_id, scope },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each<[string, (all: Awaited<ReturnType<typeof granted>>) => Promise<unknown>]>([
    ['has expired', async ({ test }) => test.clock.advance(seconds(3600))],
    ['was given back', ({ test, token }) => revoke(test, token)],
    ['was denied', ({ test }) => denyByContact(test.server, '+12025550143')],
    [
      'belongs to a grant of which a refresh token was copied',
      async ({ test, refreshToken }) => {
        await refresh(test, refreshToken);
        await refresh(test, refreshToken);
      },
    ],
  ])(
    'introspection-response/inactive-alone: says of one that %s that it is not active, and no more',
    async (_, end) => {
      const all = await granted();
      expect((await introspect(all.test, all.token)).body.active).toBe(true);
      await end(all);
      const answer = await introspect(all.test, all.token);
      expect([answer.status, answer.body]).toEqual([200, { active: false }]);
    },
  );

  it('introspection-response/inactive-alone: a refresh token is none that a resource server may know about', async () => {
    const { test, refreshToken } = await granted();
    expect((await introspect(test, refreshToken)).body).toEqual({ active: false });
  });

  it('introspection-request/resource-servers-only: a client is refused, even about its own token', async () => {
    const { test, token } = await granted();
    const answer = await introspect(test, token, test.clients.auditor);
    expect([answer.status, answer.body.error]).toEqual([400, 'unauthorized_client']);
  });
});
