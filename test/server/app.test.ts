/** The application as a whole: what is on its one port, and what a fault anywhere looks like from outside. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { converse, messages } from '../support/conversation.ts';
import { openServer } from '../support/open-server.ts';

/** A store that fails on demand. */
function fragileStore(): { readonly store: Store; fail(): void } {
  const kept = createMemoryStore();
  let isUp = true;
  const orFail = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isUp ? work() : Promise.reject(new Error('SQLITE_IOERR: the disk of heather is gone'));
  return {
    store: {
      read: (references) => orFail(() => kept.read(references)),
      commit: (writes) => orFail(() => kept.commit(writes)),
      due: (kind, nowAt, limit) => kept.due(kind, nowAt, limit),
      purge: (nowAt) => kept.purge(nowAt),
      close: () => kept.close(),
    },
    fail: () => {
      isUp = false;
    },
  };
}

describe('What is not there', () => {
  it('is said to be not there, in plain text', async () => {
    const test = await openServer();
    for (const url of [
      '/nothing',
      '/kiosk',
      '/inbox',
      '/inbox/messages',
      '/denial/replies',
      '/token/x',
      '/..%2fpackage.json',
    ]) {
      const answer = await test.inject({ method: 'GET', url });
      expect([answer.status, answer.text], url).toEqual([404, 'There is nothing here.\n']);
      expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    }
  });

  it('no page of the generated files leads out of their folder', async () => {
    const test = await openServer();
    for (const url of [
      '/downloads/../package.json',
      '/downloads/%2e%2e/package.json',
      '/downloads/..%2fpackage.json',
      '/downloads/nothing.json',
    ]) {
      expect((await test.inject({ method: 'GET', url })).status, url).toBe(404);
    }
  });
});

describe('A fault of the server', () => {
  it('error-response/leaks-nothing: looks the same at every endpoint: status 503, and nothing of what happened', async () => {
    const { store, fail } = fragileStore();
    const test = await openServer({ store });
    const talk = converse(test);
    const { session, code } = await talk.sent();
    fail();
    for (const answer of [await talk.identify(), await talk.deliver(session), await talk.redeem(session, code)]) {
      expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([503, '', 'no-store']);
    }
    const denied = await test.inject({
      method: 'POST',
      url: '/denial',
      headers: { 'content-type': 'application/json' },
      payload: '{"denialToken":"x"}',
    });
    expect(denied.status).toBe(503);
    expect(denied.text).not.toMatch(/disk|heather|SQLITE|stack|Error/);
    expect(test.log.filter((line) => line.includes('.failed'))).toHaveLength(4);
  });

  it('error-response/unavailable: is answered with the seconds to wait, and with no error code', async () => {
    const { store, fail } = fragileStore();
    const test = await openServer({ store });
    const talk = converse(test);
    const { session, code } = await talk.sent();
    const healthy = await talk.redeem(session, 'ABCDEFGH');
    expect(healthy.body.error).toBe('invalid_user_code');
    fail();
    for (const answer of [await talk.identify(), await talk.deliver(session), await talk.redeem(session, code)]) {
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
      expect(answer.text).not.toContain('error');
    }
  });

  it('is not made of a request that cannot be read, wherever it goes', async () => {
    const test = await openServer();
    for (const [url, contentType, payload, status] of [
      ['/denial', 'text/plain', 'x', 415],
      ['/denial', 'application/json', 'x'.repeat(5000), 413],
      ['/denial', 'application/json', '{', 204],
    ] as const) {
      const answer = await test.inject({ method: 'POST', url, headers: { 'content-type': contentType }, payload });
      expect(answer.status).toBe(status);
      expect(answer.text).not.toMatch(/FST_|stack|Error/);
    }
    expect(test.log.join()).not.toContain('request.failed');
  });

  it('in handing messages over is told to the operator, and the request that caused it is answered', async () => {
    const kept = createMemoryStore();
    const { due } = kept;
    let isUp = false;
    const store: Store = Object.assign(kept, {
      due: async (...asked: Parameters<Store['due']>) => {
        if (!isUp) throw new Error('the index is gone');
        return due.apply(kept, asked);
      },
    });
    const test = await openServer({ store });
    const talk = converse(test);
    expect((await talk.deliver(await talk.open())).status).toBe(200);
    await nextTurn();
    await nextTurn();
    expect(test.log.some((line) => line.includes('outbox.failed'))).toBe(true);
    isUp = true;
    expect((await messages(test)).length).toBe(1);
  });
});

describe('What the operator reads', () => {
  it('is one JSON object a line: when, what, and who asked', async () => {
    const test = await openServer();
    await converse(test).granted();
    const lines = test.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['identification.answered', 'sessionIssued'],
      ['delivery.answered', 'codeSent'],
      ['message.handed', 'accepted'],
      ['redemption.answered', 'tokenIssued'],
    ]);
    for (const { at } of lines) expect(at).toBe('2026-03-02T15:04:05.000Z');
    expect(lines[0]).toMatchObject({ client: 'energy-auditor' });
  });

  it('says why a client was turned away, in the name of the rule', async () => {
    const test = await openServer();
    await converse(test).identify(undefined, { scope: 'unknown' });
    expect(JSON.parse(test.log[0] ?? '')).toMatchObject({
      event: 'identification.turned-away',
      outcome: 'scopeInvalid',
      rule: 'scopeInvalid',
    });
  });
});
