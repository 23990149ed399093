/**
 * What the server depends on is slow, full, refuses, or goes away: the client gets a clear answer, nothing is lost, and
 * whoever asks for the health of the server is told.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHttpGateway } from '../../server/delivery/http-gateway.ts';
import { createRoutingGateway } from '../../server/delivery/routing-gateway.ts';
import { openSmtpGateway } from '../../server/delivery/smtp-gateway.ts';
import { healthOf } from '../../server/operations/health.ts';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { codeIn, converse, wrongCode } from '../support/conversation.ts';
import { fakeClock, seconds } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const portOf = (server: Server | SMTPServer['server']): number => (server.address() as AddressInfo).port; // it listens on a port

/** A gateway for text messages that takes its time, and one for e-mail that does not. */
async function slowAndFast(delayMilliseconds: () => number, timeoutSeconds: number) {
  const texts: string[] = [];
  const provider = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      setTimeout(() => {
        texts.push(body);
        response.writeHead(204).end();
      }, delayMilliseconds());
    });
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  onTestFinished(() => {
    provider.closeAllConnections();
    provider.close();
  });
  const mails: number[] = [];
  const outward = openHttpGateway({
    url: `http://127.0.0.1:${portOf(provider)}`,
    secret: 'shared',
    clock: { now: () => 0 },
    timeoutSeconds,
  });
  const startedAt = performance.now();
  const mail = {
    hand: async () => {
      mails.push(performance.now() - startedAt);
      return { outcome: 'accepted' } as const;
    },
    close: async () => {},
  };
  return {
    texts,
    mails,
    gateway: createRoutingGateway({ sms: outward, voice: outward, email: mail, postal: undefined }),
  };
}

describe('A gateway that is slow', () => {
  it('keeps no client waiting, and holds up no message of another gateway', { timeout: 30_000 }, async () => {
    const { texts, mails, gateway } = await slowAndFast(() => 1_500, 10);
    const test = await openServer({ gateway });
    const talk = converse(test);
    const startedAt = performance.now();
    for (let message = 0; message < 8; message += 1) {
      expect((await talk.deliver(await talk.open())).status).toBe(200);
    }
    for (let message = 0; message < 2; message += 1) {
      expect((await talk.deliver(await talk.open(), 'email')).status).toBe(200);
    }
    const answered = performance.now() - startedAt;
    await test.outbox.run();
    // ten answers came before the first text message was taken, and so did both e-mails
    expect(texts).toHaveLength(8);
    expect(mails).toHaveLength(2);
    expect(answered).toBeLessThan(8 * 1_500);
    expect(performance.now() - startedAt).toBeLessThan(8 * 1_500);
  });

  it('that never answers loses nothing: the message is tried again until it is taken', {
    timeout: 30_000,
  }, async () => {
    let delay = 60_000;
    const { texts, gateway } = await slowAndFast(() => delay, 1);
    const test = await openServer({ gateway });
    const talk = converse(test);
    const session = await talk.open();
    expect((await talk.deliver(session)).status).toBe(200);
    await test.outbox.run();
    expect(texts).toEqual([]);
    expect(test.log.join()).toContain('it did not answer within 1 s');
    delay = 0;
    test.clock.advance(seconds(2));
    await test.outbox.run();
    const [text = '{}'] = texts;
    const message = JSON.parse(text) as { method: 'sms'; text: string }; // as the gateway posts it
    expect((await talk.redeem(session, codeIn(message) ?? '')).status).toBe(200);
  });
});

describe('A mail server that refuses', () => {
  async function mailServer(...answers: readonly (number | 'takes')[]) {
    const script = [...answers];
    const mails: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
        });
        stream.on('end', () => {
          const answer = script.shift() ?? 'takes';
          if (answer !== 'takes') return done(Object.assign(new Error('not now'), { responseCode: answer }));
          mails.push(text);
          done();
        });
      },
    });
    server.on('error', () => {});
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const gateway = openSmtpGateway({
      url: `smtp://127.0.0.1:${portOf(server.server)}`,
      from: 'codes@utility.example',
      timeoutSeconds: 2,
      allowPlaintext: true,
    });
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const store = createMemoryStore();
    const test = await openServer({ gateway, store });
    const run = async (): Promise<void> => {
      await test.outbox.run();
      test.clock.advance(seconds(10));
    };
    return { mails, test, run, health: healthOf(store, test.clock) };
  }

  it.each([421, 451, 550])(
    'for now, with %i: the client is answered as ever, and the mail arrives once',
    async (code) => {
      const { mails, test, run, health } = await mailServer(code, code);
      const talk = converse(test);
      const session = await talk.open();
      expect((await talk.deliver(session, 'email')).status).toBe(200);
      for (let attempt = 0; attempt < 5; attempt += 1) await run();
      expect(mails).toHaveLength(1);
      expect(await health.readiness()).toEqual({ outcome: 'ready' });
      const passcode = /^ {4}(\d+)\r?$/m.exec(mails[0] ?? '')?.[1] ?? '';
      expect((await talk.redeem(session, passcode)).status).toBe(200);
      const handed = test.log.filter((line) => line.includes('message.handed') && line.includes('email'));
      expect(handed.filter((line) => line.includes('refused'))).toHaveLength(2);
      expect(handed.join()).toContain(`the mail server answered ${code}`);
    },
  );

  it('for good: the message is given up, the customer can be reached by another way, and the operator is told', async () => {
    const { mails, test, run } = await mailServer(550, 550, 550, 550, 550);
    const talk = converse(test);
    const session = await talk.open();
    await talk.deliver(session, 'email');
    for (let attempt = 0; attempt < 8; attempt += 1) await run();
    expect(mails).toEqual([]);
    expect(test.log.filter((line) => line.includes('"outcome":"refused"'))).toHaveLength(3);
    expect((await talk.deliver(session, 'email')).status).toBe(200);
  });
});

/** A store each of whose calls takes its time. */
const slowStore = (store: Store, milliseconds: () => number): Store => ({
  read: async (references) => {
    await sleep(milliseconds());
    return store.read(references);
  },
  commit: async (writes) => {
    await sleep(milliseconds());
    return store.commit(writes);
  },
  due: async (kind, nowAt, limit) => {
    await sleep(milliseconds());
    return store.due(kind, nowAt, limit);
  },
  purge: (nowAt) => store.purge(nowAt),
  close: () => store.close(),
});

describe('A slow disk', () => {
  it('makes answers late and none wrong: of eight right redemptions at once one is granted', {
    timeout: 60_000,
  }, async () => {
    let delay = 0;
    const store = slowStore(createMemoryStore(), () => delay);
    const test = await openServer({ store });
    const talk = converse(test);
    const { session, code } = await talk.sent();
    delay = 40;
    const right = Array.from({ length: 8 }, () => talk.redeem(session, code));
    const wrong = Array.from({ length: 3 }, (_, step) => talk.redeem(session, wrongCode(code, step + 1)));
    const answers = await Promise.all([...right, ...wrong]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 400)).toBe(true);
    delay = 0;
  });

  it('that stops altogether is told by the readiness, and so is its return', async () => {
    let delay = 3_000;
    const clock = fakeClock();
    const health = healthOf(
      slowStore(createMemoryStore(), () => delay),
      clock,
    );
    expect(await health.readiness()).toEqual({ outcome: 'unready', reason: 'the store does not answer' });
    delay = 0;
    clock.advance(1_000);
    expect(await health.readiness()).toEqual({ outcome: 'ready' });
  });
});
