/**
 * Two worlds in lock-step: a client that names somebody the utility knows, and one that names somebody it does not know,
 * knows twice, or will not write to any more, see the same from the first answer to the last.
 */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../model/index.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import {
  type Conversation,
  converse,
  messages,
  newestCode,
  type Subject,
  subjects,
  wrongCode,
} from '../../support/conversation.ts';
import { type CountingKeys, countingKeys } from '../../support/counting-keys.ts';
import { seconds } from '../../support/fake-clock.ts';
import type { Answer } from '../../support/form-request.ts';
import { openServer } from '../../support/open-server.ts';
import { type RecordingStore, recordingStore } from '../../support/recording-store.ts';
import { type TestServer, testKeys } from '../../support/test-server.ts';

interface World {
  readonly test: TestServer;
  readonly store: RecordingStore;
  readonly keys: CountingKeys;
  readonly subject: Subject;
}

const policy = policyWith({ limits: { sendsPerAccount: 2, wrongCodesPerAccount: 5 } });

async function world(
  subject: Subject,
  prepare: (talk: Conversation, test: TestServer) => Promise<void> = async () => {},
) {
  const store = recordingStore(createMemoryStore());
  const keys = countingKeys(await testKeys());
  const test = await openServer({ store, keys, policy });
  await prepare(converse(test, test.clients.other), test);
  return { test, store, keys, subject } satisfies World;
}

const worlds = {
  known: () => world(subjects.heather),
  unknown: () => world(subjects.unknown),
  'known twice': () => world(subjects.ambiguous),
  'known without a contact for the method': () => world(subjects.omar),
  'known, but written to too often': () =>
    world(subjects.heather, async (talk) => {
      await talk.sent();
      await talk.sent();
    }),
  'known, but guessed at too often': () =>
    world(subjects.heather, async (talk) => {
      const { session, code } = await talk.sent();
      for (let guess = 1; guess <= 5; guess += 1) await talk.redeem(session, wrongCode(code, guess));
    }),
} as const;

const others = Object.keys(worlds).filter((name) => name !== 'known') as (keyof typeof worlds)[]; // its own keys

/** Values that are drawn at random are compared by their form. */
const forms: Readonly<Record<string, RegExp>> = {
  auth_session: /^[\w-]{43}$/,
  binding_message: /^[a-z]+ [a-z]+$/,
};

const seen = ({ status, headers, body }: Answer) => ({
  status,
  headers,
  body: Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const form = forms[name];
      if (form === undefined) return [name, value];
      expect(String(value)).toMatch(form);
      return [name, `like ${form}`];
    }),
  ),
});

/** Everything that a client can do until the transaction is locked, and a little beyond. */
async function played({ test, subject }: World): Promise<unknown[]> {
  const talk = converse(test);
  const answers: Answer[] = [];
  const start = await talk.identify(subject);
  const session = start.member('auth_session');
  answers.push(start, await talk.redeem(session, '00000000'), await talk.deliver(session, 'fax'));
  answers.push(await talk.deliver(session), await talk.deliver(session));
  const wrong = await wrongHere(test);
  answers.push(await talk.redeem(session, wrong));
  test.clock.advance(seconds(30));
  answers.push(await talk.deliver(session, 'voice'));
  for (let guess = 0; guess < 3; guess += 1) answers.push(await talk.redeem(session, await wrongHere(test)));
  answers.push(await talk.redeem(session, await wrongHere(test)), await talk.deliver(session));
  const second = await talk.open(subject);
  answers.push(await talk.deliver(second, 'email'));
  test.clock.advance(seconds(600));
  answers.push(await talk.redeem(second, '00000000'));
  test.clock.advance(seconds(300));
  answers.push(await talk.redeem(second, '00000000'), await talk.deliver(second));
  return answers.map(seen);
}

/** A passcode that is wrong in every world. */
const wrongHere = async (test: TestServer): Promise<string> =>
  (await messages(test)).length === 0 ? '00000000' : wrongCode(await newestCode(test), 17);

describe('otp-authorization-response/uniform: a client cannot tell somebody known from somebody', () => {
  it.each(others)('%s', async (name) => {
    const expected = await played(await worlds.known());
    expect(expected.map((answer) => (answer as { status: number }).status)).toContain(429);
    expect(await played(await worlds[name]())).toEqual(expected);
  });
});

describe('otp-delivery-response/uniform: nobody is written to who is', () => {
  it.each([
    'unknown',
    'known twice',
    'known without a contact for the method',
    'known, but written to too often',
  ] as const)('%s', async (name) => {
    const { test, subject } = await worlds[name]();
    const before = (await messages(test)).length;
    const talk = converse(test);
    const session = await talk.open(subject);
    expect((await talk.deliver(session)).status).toBe(200);
    test.clock.advance(seconds(30));
    expect((await talk.deliver(session)).status).toBe(200);
    expect((await messages(test)).length).toBe(before);
    test.clock.advance(seconds(3600));
    expect((await messages(test)).length).toBe(before);
  });
});

/** What one request did to the ports, in numbers. */
async function workOf({ test, store, keys }: World, request: () => Promise<Answer>): Promise<object> {
  const [reads, commits] = [store.asked.length, store.commits.length];
  keys.taken();
  const { status } = await request();
  const written = store.commits.slice(commits).map((writes) => writes.map(({ kind }) => kind));
  const work = { status, read: store.asked.slice(reads).map(({ kind }) => kind), written, keys: keys.taken() };
  await test.outbox.run();
  return work;
}

async function allWork(there: World): Promise<object[]> {
  const talk = converse(there.test);
  const session = await talk.open(there.subject);
  return [
    await workOf(there, () => talk.identify(there.subject)),
    await workOf(there, () => talk.deliver(session)),
    await workOf(there, async () => talk.redeem(session, await wrongHere(there.test))),
    // as much was drawn from chance
    { next: Buffer.from(there.test.server.ports.randomness.bytes(8)).toString('hex') },
  ];
}

describe('otp-authorization-response/uniform-time: as much work is done for', () => {
  it.each(['unknown', 'known twice', 'known without a contact for the method'] as const)('%s', async (name) => {
    const expected = await allWork(await worlds.known());
    expect(JSON.stringify(expected)).toContain('message');
    expect(await allWork(await worlds[name]())).toEqual(expected);
  });

  it('the rows that are written are about as large, too', async () => {
    const sizes = async (there: World): Promise<number[]> => {
      const talk = converse(there.test);
      await talk.deliver(await talk.open(there.subject));
      return there.store.commits.flat().map(({ body }) => JSON.stringify(body ?? '').length);
    };
    const [known, unknown] = [await sizes(await worlds.known()), await sizes(await worlds.unknown())];
    expect(unknown.length).toBe(known.length);
    for (const [index, size] of known.entries()) expect(Math.abs(size - (unknown[index] ?? 0))).toBeLessThan(300);
  });
});

it('otp-authorization-response/uniform-time: the answer does not wait for the message', async () => {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handed: string[] = [];
  const gateway = {
    hand: async ({ contact }: { readonly contact: string }) => {
      handed.push(contact);
      await released;
      return { outcome: 'accepted' } as const;
    },
    close: async () => {},
  };
  const test = await openServer({ gateway });
  const talk = converse(test);
  // the gateway takes the first message and does not let go of it, and still everybody is answered
  for (let message = 0; message < 3; message += 1) {
    expect((await talk.deliver(await talk.open())).status).toBe(200);
  }
  release();
  await test.outbox.run();
  expect(handed.length).toBe(3);
});

it('otp-authorization-response/generic-options: everybody is offered the same, whatever is on file', async () => {
  const test = await openServer();
  const talk = converse(test);
  const offered = await Promise.all(
    Object.values(subjects).map(async (subject) => (await talk.identify(subject)).body.delivery_options),
  );
  for (const options of offered) {
    expect(options).toEqual([
      { id: 'sms', method: 'sms' },
      { id: 'voice', method: 'voice' },
      { id: 'email', method: 'email' },
    ]);
  }
});

it('otp-authorization-response/no-account-data: nothing from the records is in any answer before the grant', async () => {
  const test = await openServer();
  const talk = converse(test);
  const answers = [await talk.identify({ format: 'account_number', account_number: '4002-118-07' })];
  const session = answers[0]?.member('auth_session') ?? '';
  for (const option of ['sms', 'voice', 'email', 'postal']) {
    answers.push(await talk.deliver(session, option), await talk.redeem(session, '00000000'));
    test.clock.advance(seconds(30));
  }
  const said = answers.map(({ headers, text }) => JSON.stringify(headers) + text).join('\n');
  for (const secret of ['heather', '0143', '12025550143', 'Sunny', '90001', 'E-5530219', 'acct:', 'account-', '***']) {
    expect(said).not.toContain(secret);
  }
});
