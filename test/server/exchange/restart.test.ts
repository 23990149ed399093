/** The server stops in the middle and another one opens the same file with the same keys. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import type { DeliveryGateway, Store } from '../../../server/ports.ts';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { codeIn, converse, messages, newestCode, wrongCode } from '../../support/conversation.ts';
import { fakeClock, seconds } from '../../support/fake-clock.ts';
import { openServer } from '../../support/open-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { assertionCredentials } from '../../support/test-clients.ts';
import type { TestServer } from '../../support/test-server.ts';

const policy = policyWith({ limits: { sendsPerAccount: 4, startsPerClient: 3 } });

interface Process {
  readonly gateway?: DeliveryGateway;
  /** What stands between the server and the file. */
  readonly around?: (store: Store) => Store;
}

/** Servers one after the other over one file and one clock; each closes the one before it. */
function house(): (process?: Process) => Promise<TestServer> {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const clock = fakeClock();
  let opened = 0;
  let current: TestServer | undefined;
  return async ({ gateway, around = (store: Store) => store } = {}) => {
    await current?.close();
    opened += 1;
    const store = around(openLibsqlStore(join(folder.path, 'store.sqlite')));
    // chance goes on, as it would in a process of its own
    const seed = `process ${opened}`;
    current = await openServer({ store, clock, policy, seed, ...(gateway === undefined ? {} : { gateway }) });
    return current;
  };
}

describe('transaction/durable: across a restart', () => {
  it('transaction/durable: an open transaction goes on, with its passcode and its wrong ones', async () => {
    const restart = house();
    const { session, code } = await converse(await restart()).sent();
    for (let guess = 1; guess <= 2; guess += 1) {
      const talk = converse(await restart());
      expect((await talk.redeem(session, wrongCode(code, guess))).body.error).toBe('invalid_user_code');
      expect((await talk.redeem(session, wrongCode(code, guess + 2))).body.error).toBe('invalid_user_code');
    }
    expect((await converse(await restart()).redeem(session, code)).status).toBe(200);
  });

  it('transaction/durable: what is locked stays locked, and what waits goes on waiting', async () => {
    const restart = house();
    const talk = converse(await restart());
    const locked = await talk.sent();
    for (let guess = 1; guess <= 4; guess += 1) await talk.redeem(locked.session, wrongCode(locked.code, guess));
    const waiting = await talk.sent();
    const after = converse(await restart());
    expect((await after.redeem(locked.session, wrongCode(locked.code, 5))).body.error).toBe('invalid_grant');
    expect((await after.redeem(locked.session, locked.code)).body.error).toBe('invalid_grant');
    expect((await after.deliver(waiting.session)).headers['retry-after']).toBe('30');
  });

  it('transaction/durable: nothing is granted twice, and what was granted stays granted', async () => {
    const restart = house();
    const { session, code, token } = await converse(await restart()).granted();
    const after = converse(await restart());
    expect((await after.redeem(session, code)).body.error).toBe('invalid_grant');
    expect((await after.usage(token)).status).toBe(200);
  });

  it('transaction/durable: budgets and quotas are not forgotten', async () => {
    const restart = house();
    const first = converse(await restart());
    for (let start = 1; start <= 3; start += 1) await first.sent();
    const test = await restart();
    expect((await converse(test).identify()).status).toBe(429);
    const other = converse(test, test.clients.other);
    await other.sent();
    await other.deliver(await other.open());
    expect((await messages(test)).length).toBe(1); // the fourth of the account; the fifth is withheld
  });

  it('request/assertion-once: a used assertion stays used', async () => {
    const restart = house();
    const before = await restart();
    const credentials = assertionCredentials(await before.sign());
    const client = { clientId: 'signing-auditor', credentials: async () => credentials };
    expect((await converse(before, client).identify()).status).toBe(200);
    expect((await converse(await restart(), client).identify()).status).toBe(401);
  });

  it('transaction/denial-revokes: a link from before still revokes', async () => {
    const restart = house();
    const before = await restart();
    const { token } = await converse(before).granted(undefined, 'email');
    const text = (await messages(before)).find((message) => codeIn(message) !== undefined)?.text ?? '';
    const [, denialToken] = /\/denial#([\w-]+)/.exec(text) ?? [];
    const test = await restart();
    const denied = await test.inject({
      method: 'POST',
      url: '/denial',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ denialToken }),
    });
    expect(denied.status).toBe(204);
    expect((await converse(test).usage(token)).status).toBe(401);
  });
});

describe('code-message/outbox-durable: a message that was not handed over', () => {
  it('code-message/outbox-durable: one that the gateway refused is tried again after the restart', async () => {
    const restart = house();
    const gateway: DeliveryGateway = {
      hand: async () => ({ outcome: 'refused', reason: 'down' }),
      close: async () => {},
    };
    const before = await restart({ gateway });
    const talk = converse(before);
    const session = await talk.open();
    expect((await talk.deliver(session)).status).toBe(200);
    await before.outbox.run();
    const test = await restart();
    expect(await messages(test)).toEqual([]);
    test.clock.advance(seconds(2));
    expect((await converse(test).redeem(session, await newestCode(test))).status).toBe(200);
  });

  it('code-message/outbox-durable: one that was being handed over when the power failed is handed over again', async () => {
    const restart = house();
    let isOn = true;
    let reach: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    const gateway: DeliveryGateway = {
      hand: async () => {
        isOn = false;
        reach();
        return { outcome: 'accepted' };
      },
      close: async () => {},
    };
    const around = (store: Store): Store => ({
      read: (references) => store.read(references),
      commit: async (writes) => {
        if (!isOn) throw new Error('the power is off');
        return store.commit(writes);
      },
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
    });
    const talk = converse(await restart({ gateway, around }));
    const session = await talk.open();
    await talk.deliver(session);
    await reached;
    const after = await restart();
    after.clock.advance(seconds(59));
    expect(await messages(after)).toEqual([]);
    after.clock.advance(seconds(1));
    expect((await converse(after).redeem(session, await newestCode(after))).status).toBe(200);
  });
});
