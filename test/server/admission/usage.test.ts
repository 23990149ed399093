/** The usage resource: whom it lets in, and that a fault of its own is never blamed on a token. */
import { describe, expect, it } from 'vitest';
import { newKeyMaterial } from '../../../server/keys/key-material.ts';
import { createKeyRing } from '../../../server/keys/key-ring.ts';
import type { Store } from '../../../server/ports.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { converse, newestCode } from '../../support/conversation.ts';
import { openServer } from '../../support/open-server.ts';
import { seededRandomness } from '../../support/seeded-randomness.ts';

describe('usage-request/token-valid', () => {
  it('usage-request/token-valid: a token of another server with the same name and other keys is refused', async () => {
    const other = await openServer({ keys: await createKeyRing(newKeyMaterial(seededRandomness('of another house'))) });
    const { token } = await converse(other).granted();
    const test = await openServer();
    await converse(test).granted();
    expect((await converse(other).usage(token)).status).toBe(200);
    expect((await converse(test).usage(token)).status).toBe(401);
  });

  it('usage-request/token-valid: the token of a transaction that was forgotten is refused', async () => {
    const test = await openServer();
    const talk = converse(test);
    const { token } = await talk.granted();
    // a grant that can be refreshed is kept for its whole life
    await test.store.purge(test.clock.now() + 7_776_000_000);
    expect((await talk.usage(token)).status).toBe(401);
  });

  it('usage-request/token-valid: keys that cannot be fetched are a fault of the server, and it heals', async () => {
    let isUp = false;
    const test = await openServer({
      fetch: async (url) => {
        if (!isUp) throw new TypeError(`fetch of ${url} failed`);
        return new Response((await test.http.inject({ url: new URL(url).pathname })).body);
      },
    });
    const talk = converse(test);
    const { token } = await talk.granted();
    const down = await talk.usage(token);
    expect([down.status, down.text, down.headers['cache-control']]).toEqual([500, '', 'no-store']);
    expect(test.log.join()).toContain('request.failed');
    isUp = true;
    expect((await talk.usage(token)).status).toBe(200);
  });

  it('usage-request/token-valid: a store that cannot be read is a fault of the server, too', async () => {
    const kept = createMemoryStore();
    let isUp = true;
    const store: Store = {
      read: async (references) => {
        if (!isUp) throw new Error('the disk is gone');
        return kept.read(references);
      },
      commit: (writes) => kept.commit(writes),
      due: (kind, nowAt, limit) => kept.due(kind, nowAt, limit),
      purge: (nowAt) => kept.purge(nowAt),
      close: () => kept.close(),
    };
    const test = await openServer({ store });
    const talk = converse(test);
    const { token } = await talk.granted();
    isUp = false;
    for (const answer of [await talk.usage(token), await talk.deliver('x'), await talk.redeem('x', '1')]) {
      expect([answer.status, answer.text]).toEqual([503, '']);
    }
    isUp = true;
    expect((await talk.usage(token)).status).toBe(200);
  });
});

describe('usage-request/scope', () => {
  it.each([
    ['usage:read', 'hour', 200],
    ['usage:read', 'month', 200],
    ['usage:summary', 'month', 200],
    ['usage:summary', 'hour', 403],
    ['usage:summary', undefined, 403],
    ['usage:read', undefined, 200],
  ])('usage-request/scope: %s reads by %s: %i', async (scope, resolution, status) => {
    const test = await openServer();
    const talk = converse(test);
    const session = await talk.open(undefined, { scope });
    await talk.deliver(session);
    const token = (await talk.redeem(session, await newestCode(test))).member('access_token');
    const answer = await talk.usage(token, resolution);
    expect(answer.status).toBe(status);
    if (status === 200) {
      const intervals = answer.body.intervals as { start: string; kilowatt_hours: number }[];
      expect(answer.body.resolution).toBe(resolution ?? 'hour');
      expect(intervals.length).toBeGreaterThan(resolution === 'month' ? 11 : 8000);
      expect([...intervals].sort((a, b) => (a.start < b.start ? -1 : 1))).toEqual(intervals);
    }
  });

  it('usage-request/token-required: nobody reads anything without a token, however they ask', async () => {
    const test = await openServer();
    for (const url of ['/usage', '/usage?resolution=month', '/usage?access_token=x']) {
      expect((await test.inject({ method: 'GET', url })).status).toBe(401);
    }
  });
});
