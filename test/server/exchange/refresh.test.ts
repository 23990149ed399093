/** Refresh tokens: who gets them, what they buy, and that a copied one ends the grant. */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { denyByContact } from '../../../server/denial/deny.ts';
import type { RowWrite, Store } from '../../../server/ports.ts';
import { sandboxClients } from '../../../server/sandbox/clients.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { type Conversation, converse, newestCode } from '../../support/conversation.ts';
import { seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { slowStore } from '../../support/stores.ts';
import type { TestServer, TestServerOptions } from '../../support/test-server.ts';

const days = (count: number): number => seconds(86_400) * count;

async function granted(options?: TestServerOptions, scope?: string) {
  const test = await openServer(options);
  const talk = converse(test);
  const session = await talk.open(undefined, scope === undefined ? {} : { scope });
  await talk.deliver(session);
  const { test: _, ...first } = await redeemed(test, talk, session);
  return { test, talk, ...first };
}

async function redeemed(test: TestServer, talk: Conversation, session: string) {
  const answer = await talk.redeem(session, await newestCode(test));
  return { test, token: answer.member('access_token'), refreshToken: answer.member('refresh_token') };
}

const refresh = (
  test: TestServer,
  refreshToken: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  client = test.clients.auditor,
) => test.post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken, ...changes }, client);

describe('A refresh', () => {
  it('refresh-token/rotation: buys another access token and another refresh token, and both work', async () => {
    const { test, talk, refreshToken, token } = await granted();
    const answer = await refresh(test, refreshToken);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'usage:read' });
    expect([answer.headers['cache-control'], answer.headers.pragma]).toEqual(['no-store', 'no-cache']);
    expect(answer.member('refresh_token')).not.toBe(refreshToken);
    expect(answer.member('access_token')).not.toBe(token);
    for (const one of [token, answer.member('access_token')]) expect((await talk.usage(one)).status).toBe(200);
    expect((await refresh(test, answer.member('refresh_token'))).status).toBe(200);
  });

  it('refresh-token/reuse-revokes: one that was replaced is refused, and ends every token of the grant', async () => {
    const { test, talk, refreshToken, token } = await granted();
    const second = await refresh(test, refreshToken);
    const reuse = await refresh(test, refreshToken);
    expect([reuse.status, reuse.body.error]).toEqual([400, 'invalid_grant']);
    expect((await refresh(test, second.member('refresh_token'))).body.error).toBe('invalid_grant');
    for (const one of [token, second.member('access_token')]) expect((await talk.usage(one)).status).toBe(401);
  });

  it('refresh-token/client-binding: another client gets nothing, learns nothing, and ends nothing', async () => {
    const clients = sandboxClients.map((one) => ({ ...one, mayRefresh: true }));
    const { test, refreshToken } = await granted({ clients });
    const foreign = await refresh(test, refreshToken, {}, test.clients.monthly);
    const made = await refresh(test, 'made-up', {}, test.clients.monthly);
    expect([foreign.status, foreign.body]).toEqual([made.status, made.body]);
    expect(foreign.body.error).toBe('invalid_grant');
    expect((await refresh(test, refreshToken)).status).toBe(200);
  });

  it('refresh-token/known: what was never issued is refused, and ends nothing', async () => {
    const { test, refreshToken } = await granted();
    const [key = '', number = '', mac = ''] = refreshToken.split('.');
    const forged = [
      'x',
      `${key}.${number}.${mac.slice(1)}A`,
      `${key}.${Number(number) + 1}.${mac}`,
      `${key}.${number}`,
      `${refreshToken}.`,
      `${mac}.${number}.${key}`,
    ];
    for (const text of forged) expect((await refresh(test, text)).body.error, text).toBe('invalid_grant');
    expect((await refresh(test, refreshToken)).status).toBe(200);
  });

  it('refresh-token/registered-clients: a client that is not registered gets none, and may bring none', async () => {
    const test = await openServer();
    const talk = converse(test, test.clients.other);
    const { session, code } = await talk.sent();
    expect((await talk.redeem(session, code)).body).not.toHaveProperty('refresh_token');
    const answer = await refresh(test, 'x', {}, test.clients.other);
    expect([answer.status, answer.body.error]).toEqual([400, 'unauthorized_client']);
  });

  it('refresh-token/scope-not-wider: less can be asked for, and more later up to what was granted; more than that not', async () => {
    const { test, talk, refreshToken } = await granted(undefined, 'usage:read usage:summary');
    const less = await refresh(test, refreshToken, { scope: 'usage:summary' });
    expect(less.body.scope).toBe('usage:summary');
    expect((await talk.usage(less.member('access_token'), 'hour')).status).toBe(403);
    const wider = await refresh(test, less.member('refresh_token'), { scope: 'usage:read usage:all' });
    expect([wider.status, wider.body.error]).toEqual([400, 'invalid_scope']);
    const all = await refresh(test, less.member('refresh_token'));
    expect(all.body.scope).toBe('usage:read usage:summary');
  });

  it.each([
    ['no refresh token', { refresh_token: undefined }, 'invalid_request'],
    ['one that is too long', { refresh_token: 'a'.repeat(600) }, 'invalid_request'],
    ['a scope that is none', { scope: '"' }, 'invalid_scope'],
  ])('with %s is refused', async (_title, changes, error) => {
    const { test, refreshToken } = await granted();
    const answer = await refresh(test, refreshToken, changes);
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });
});

describe('The end of a grant', () => {
  it('refresh-token/grant-life: comes on its day, whatever was refreshed, and no access token outlives it', async () => {
    const { test, talk, refreshToken } = await granted({
      policy: policyWith({ limits: { grantLifeSeconds: 86_400 } }),
    });
    test.clock.advance(days(1) - seconds(60));
    const last = await refresh(test, refreshToken);
    expect(last.body.expires_in).toBe(60);
    test.clock.advance(seconds(60));
    expect((await refresh(test, last.member('refresh_token'))).body.error).toBe('invalid_grant');
    expect((await talk.usage(last.member('access_token'))).status).toBe(401);
  });

  it.each<[string, (open: Awaited<ReturnType<typeof granted>> & { readonly first: string }) => Promise<unknown>]>([
    ['given back', ({ test, token }) => test.post('/revoke', { token }, test.clients.auditor)],
    ['denied', ({ test }) => denyByContact(test.server, '+12025550143')],
    ['copied and used twice', async ({ test, first }) => refresh(test, first)],
    ['expired', async ({ test }) => test.clock.advance(days(91))],
  ])('refresh-token/final-states: is for good when it was %s, whatever is tried after it', async (_title, end) => {
    const open = await granted();
    const { test, talk } = open;
    const second = await refresh(test, open.refreshToken);
    const [token, refreshToken] = [second.member('access_token'), second.member('refresh_token')];
    await end({ ...open, token, first: open.refreshToken });
    for (let day = 0; day < 3; day += 1) {
      for (const one of [refreshToken, open.refreshToken]) {
        expect((await refresh(test, one)).body.error).toBe('invalid_grant');
      }
      expect((await talk.usage(token)).status).toBe(401);
      test.clock.advance(days(1));
    }
  });

  it('transaction/denial-revokes: comes when the customer says no, weeks after the grant, after rows were purged', async () => {
    const { test, talk, refreshToken } = await granted();
    test.clock.advance(days(40));
    await test.store.purge(test.clock.now());
    const later = await refresh(test, refreshToken);
    expect((await talk.usage(later.member('access_token'))).status).toBe(200);
    await denyByContact(test.server, '+12025550143');
    expect((await talk.usage(later.member('access_token'))).status).toBe(401);
    expect((await refresh(test, later.member('refresh_token'))).body.error).toBe('invalid_grant');
  });
});

describe('Two refreshes with one token at the same moment', () => {
  it('transaction/atomic-check: give one refresh at most, and then none of the tokens is good', async () => {
    const { test, talk, refreshToken } = await granted({ store: slowStore(createMemoryStore(), () => 1) });
    const answers = await Promise.all(Array.from({ length: 16 }, () => refresh(test, refreshToken)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good).toHaveLength(1);
    expect((await talk.usage(good[0]?.member('access_token') ?? '')).status).toBe(401);
  });

  it('would give many in a store that does not compare: such a store is seen', async () => {
    const careless = (store: Store): Store => ({
      read: (references) => store.read(references),
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
      commit: async (writes: readonly RowWrite[]) => {
        const rows = await store.read(writes.map(({ kind, key }) => ({ kind, key })));
        return store.commit(writes.map((write, at) => ({ ...write, expectedVersion: rows[at]?.version ?? 0 })));
      },
    });
    const { test, refreshToken } = await granted({ store: slowStore(careless(createMemoryStore()), () => 1) });
    const answers = await Promise.all(Array.from({ length: 16 }, () => refresh(test, refreshToken)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
  });
});

describe('A refresh token at rest', () => {
  it('refresh-token/hashed-at-rest: is in no row, no log line and no error', async () => {
    const rows: string[] = [];
    const memory = createMemoryStore();
    const { test, refreshToken } = await granted({
      store: {
        read: (references) => memory.read(references),
        due: (kind, nowAt, limit) => memory.due(kind, nowAt, limit),
        purge: (nowAt) => memory.purge(nowAt),
        close: () => memory.close(),
        commit: (writes) => {
          rows.push(JSON.stringify(writes));
          return memory.commit(writes);
        },
      },
    });
    const second = await refresh(test, refreshToken);
    const refused = await refresh(test, `${refreshToken}x`);
    const written = [...rows, ...test.log, refused.text].join('\n');
    expect(rows.length).toBeGreaterThan(3);
    for (const token of [refreshToken, second.member('refresh_token')]) {
      expect(written).not.toContain(token);
      expect(written).not.toContain(token.split('.')[2]);
    }
  });
});
