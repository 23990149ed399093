/** The outbox: what becomes of a message whose gateway takes it, refuses it, fails, or comes too late. */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import type { MessageRecord } from '../../../server/exchange/records.ts';
import type { DeliveryGateway, OutgoingMessage } from '../../../server/ports.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { codeIn, converse } from '../../support/conversation.ts';
import { hours, minutes, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { type RecordingStore, recordingStore } from '../../support/recording-store.ts';

type Verdict = 'accepted' | 'refused' | 'throws';

/** A gateway that does what the script says, one word for each message, and accepts what comes after. */
function scripted(...script: Verdict[]): DeliveryGateway & { readonly handed: OutgoingMessage[] } {
  const handed: OutgoingMessage[] = [];
  return {
    handed,
    hand: async (message) => {
      handed.push(message);
      const verdict = script.shift() ?? 'accepted';
      if (verdict === 'throws') throw new Error(`cannot reach ${message.contact} with ${message.text}`);
      return verdict === 'accepted' ? { outcome: 'accepted' } : { outcome: 'refused', reason: 'it is down' };
    },
    close: async () => {},
  };
}

async function opened(gateway: DeliveryGateway, limits = {}) {
  const store = recordingStore(createMemoryStore());
  const test = await openServer({ gateway, store, policy: policyWith({ limits }) });
  return { test, store, talk: converse(test) };
}

/** The message rows as they were written last, oldest message first; a row that was deleted is undefined. */
function kept(store: RecordingStore): (MessageRecord | undefined)[] {
  const rows = new Map<string, unknown>();
  for (const { kind, key, body } of store.commits.flat()) if (kind === 'message') rows.set(key, body);
  return [...rows.values()] as (MessageRecord | undefined)[]; // written by the server
}

const states = (store: RecordingStore) =>
  kept(store).map((record) => record && [record.machine.value, record.sealed === null]);

describe('code-message/handover-bounded: a message that the gateway does not take', () => {
  it.each(['refused', 'throws'] as const)(
    'code-message/handover-bounded: is tried again after a while: %s',
    async (verdict) => {
      const gateway = scripted(verdict, verdict);
      const { test, store, talk } = await opened(gateway);
      const session = await talk.open();
      await talk.deliver(session);
      await test.outbox.run();
      expect([gateway.handed.length, states(store)]).toEqual([1, [['queued', false]]]);
      for (const [wait, attempts] of [
        [1999, 1],
        [1, 2],
        [3999, 2],
        [1, 3],
      ] as const) {
        test.clock.advance(wait);
        await test.outbox.run();
        expect(gateway.handed.length).toBe(attempts);
      }
      expect(states(store)).toEqual([['delivered', true]]);
      expect(new Set(gateway.handed.map(({ id }) => id)).size).toBe(1);
      expect((await talk.redeem(session, codeIn(gateway.handed[2] ?? { method: 'sms', text: '' }) ?? '')).status).toBe(
        200,
      );
    },
  );

  it.each([1, 3, 10])('code-message/handover-bounded: is given up and forgotten after %i attempts', async (limit) => {
    const gateway = scripted(...Array<Verdict>(20).fill('refused'));
    const { test, store, talk } = await opened(gateway, { handoverAttempts: limit });
    const session = await talk.open();
    expect((await talk.deliver(session)).status).toBe(200);
    for (let run = 0; run < 30; run += 1) {
      await test.outbox.run();
      test.clock.advance(seconds(20));
    }
    expect(gateway.handed.length).toBe(limit);
    expect(states(store)).toEqual([['failed', true]]);
    // the client never learns of it, and the customer may ask again
    expect((await talk.deliver(session)).status).toBe(200);
  });

  it('code-message/handover-bounded: does not hold up the others', async () => {
    const gateway = scripted('throws', 'refused');
    const { test, talk } = await opened(gateway);
    for (let message = 0; message < 4; message += 1) await talk.deliver(await talk.open());
    await test.outbox.run();
    expect(gateway.handed.length).toBe(4);
    test.clock.advance(seconds(2));
    await test.outbox.run();
    expect(gateway.handed.length).toBe(6);
  });
});

describe('code-message/forgotten-after-handover', () => {
  it('code-message/forgotten-after-handover: the sealed text is deleted once the gateway has it', async () => {
    const { test, store, talk } = await opened(scripted());
    await talk.deliver(await talk.open());
    const waiting = kept(store)[0]?.sealed ?? null;
    expect(waiting).toMatch(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/);
    await test.outbox.run();
    expect(states(store)).toEqual([['delivered', true]]);
    const rows = await test.store.due('message', test.clock.now() + hours(99), 10);
    expect(JSON.stringify(rows)).not.toContain(String(waiting).slice(0, 40));
    await test.outbox.run();
  });

  it('code-message/forgotten-after-handover: the decoy of a message that is withheld is deleted whole', async () => {
    const gateway = scripted();
    const { test, store, talk } = await opened(gateway);
    await talk.deliver(await talk.open({ format: 'email', email: 'who@example.com' }));
    expect(kept(store).map((record) => record?.decoy)).toEqual([true]);
    await test.outbox.run();
    expect([kept(store), gateway.handed]).toEqual([[undefined], []]);
  });
});

describe('code-message/superseded-dropped: a message that waits is dropped', () => {
  it('code-message/superseded-dropped: when a newer passcode has replaced its own', async () => {
    const gateway = scripted('refused', 'refused');
    const { test, store, talk } = await opened(gateway);
    const session = await talk.open();
    await talk.deliver(session);
    await test.outbox.run();
    test.clock.advance(seconds(30));
    await talk.deliver(session);
    await test.outbox.run();
    await test.outbox.run();
    expect(states(store)).toEqual([
      ['dropped', true],
      ['queued', false],
    ]);
    expect(new Set(gateway.handed.map(({ id }) => id)).size).toBe(2);
  });

  it.each(['denied', 'locked', 'spent'])('code-message/superseded-dropped: when its transaction is %s', async (end) => {
    const gateway = scripted('accepted', 'refused');
    const { test, store, talk } = await opened(gateway);
    const session = await talk.open();
    await talk.deliver(session, 'email');
    await test.outbox.run();
    const first = gateway.handed[0];
    const code = (first && codeIn(first)) ?? '';
    if (end === 'spent') await talk.redeem(session, code);
    else {
      test.clock.advance(seconds(30));
      await talk.deliver(session, 'email');
      await test.outbox.run();
      if (end === 'locked') for (let guess = 0; guess < 5; guess += 1) await talk.redeem(session, '00000000');
      else {
        const [, denialToken] = /\/denial#([\w-]+)/.exec(first?.text ?? '') ?? [];
        await test.inject({
          method: 'POST',
          url: '/denial',
          headers: { 'content-type': 'application/json' },
          payload: JSON.stringify({ denialToken }),
        });
      }
    }
    test.clock.advance(seconds(2));
    const handed = gateway.handed.length;
    await test.outbox.run();
    if (end === 'spent')
      expect(gateway.handed.length).toBe(handed + 1); // the notice, which waits for no passcode
    else expect([gateway.handed.length, states(store)[1]]).toEqual([handed, ['dropped', true]]);
  });
});

describe('code-message/lapsed-dropped: a message that would come too late is dropped', () => {
  it('code-message/lapsed-dropped: when its passcode has expired, and not a millisecond before', async () => {
    for (const [wait, attempts, state] of [
      [minutes(10) - 1, 2, 'queued'],
      [minutes(10), 1, 'dropped'],
    ] as const) {
      const gateway = scripted('refused', 'refused');
      const { test, store, talk } = await opened(gateway);
      await talk.deliver(await talk.open());
      await test.outbox.run();
      test.clock.advance(wait);
      await test.outbox.run();
      expect([gateway.handed.length, states(store)[0]?.[0]]).toEqual([attempts, state]);
    }
  });

  it('a notice of a grant is worth telling for a day', async () => {
    for (const [wait, told] of [
      [hours(24) - 1, 1],
      [hours(24), 0],
    ] as const) {
      const gateway = scripted('accepted', 'refused');
      const { test, talk } = await opened(gateway);
      const session = await talk.open();
      await talk.deliver(session);
      await test.outbox.run();
      await talk.redeem(session, (gateway.handed[0] && codeIn(gateway.handed[0])) ?? '');
      await test.outbox.run();
      const before = gateway.handed.length;
      test.clock.advance(wait);
      await test.outbox.run();
      expect(gateway.handed.length - before).toBe(told);
    }
  });
});

describe('Two outboxes over one store', () => {
  it('hand each message over once', async () => {
    const gateway = scripted();
    const { test, talk } = await opened(gateway);
    const { createOutbox } = await import('../../../server/delivery/outbox.ts');
    const second = createOutbox(test.server, gateway);
    for (let message = 0; message < 5; message += 1) await talk.deliver(await talk.open());
    await Promise.all([test.outbox.run(), second.run(), test.outbox.run(), second.run()]);
    expect(gateway.handed.length).toBe(5);
    expect(new Set(gateway.handed.map(({ id }) => id)).size).toBe(5);
  });
});

it('transaction/unlogged: what a gateway says when it fails is not repeated to the operator', async () => {
  const { test, talk } = await opened(scripted('throws'));
  await talk.deliver(await talk.open());
  await test.outbox.run();
  const log = test.log.join('\n');
  expect(log).toContain('the gateway failed');
  expect(log).not.toMatch(/12025550143|cannot reach|enter/);
});
