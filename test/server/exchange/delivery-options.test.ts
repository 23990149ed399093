/** The policies for delivery options that show hints: made-up ones that nobody can tell from true ones, and true ones for a few. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientMetadata, policyWith } from '../../../model/index.ts';
import type { CustomerRecord } from '../../../server/customers/customer-directory.ts';
import { openKeyRing } from '../../../server/keys/key-ring.ts';
import { sandboxClients } from '../../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../../server/sandbox/customers.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { converse, messages, type Subject, subjects } from '../../support/conversation.ts';
import { openServer } from '../../support/open-server.ts';
import { recordingStore } from '../../support/recording-store.ts';
import { freePort, startProcess } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { basic, secretClient } from '../../support/test-clients.ts';
import { type TestServer, testKeys } from '../../support/test-server.ts';

interface Option {
  readonly id: string;
  readonly method: string;
  readonly hint?: string;
}

const vetted = secretClient('vetted-auditor');
const decoys = { deliveryOptions: 'decoy' } as const;

const offered = async (test: TestServer, subject: Subject, client = test.clients.auditor): Promise<Option[]> =>
  (await converse(test, client).identify(subject)).body.delivery_options as Option[]; // validated by the server on its way out

const phoneHint = (options: readonly Option[]): string => options.find(({ method }) => method === 'sms')?.hint ?? '';

const [heather] = sandboxCustomers as readonly [CustomerRecord, ...CustomerRecord[]]; // the sandbox has customers

/** A customer like Heather but for their number, who can be named by it too. */
const withNumbers = (contacts: CustomerRecord['contacts']): CustomerRecord => ({ ...heather, contacts });

describe('Made-up hints', () => {
  const shape = [
    { id: 'sms', method: 'sms', hint: expect.stringMatching(/^\*{3}\d\d$/) },
    { id: 'voice', method: 'voice', hint: expect.stringMatching(/^\*{3}\d\d$/) },
    { id: 'email', method: 'email' },
  ];

  it.each(Object.keys(subjects) as (keyof typeof subjects)[])(
    'otp-authorization-response/hints-alike: %s is offered the same options, with hints of the same form',
    async (name) => {
      const options = await offered(await openServer(decoys), subjects[name]);
      expect(options).toEqual(shape);
      expect(options[0]?.hint).toBe(options[1]?.hint);
    },
  );

  it('otp-authorization-response/hints-alike: a throttled customer is hinted at as before', async () => {
    const test = await openServer({ ...decoys, policy: policyWith({ limits: { sendsPerAccount: 1 } }) });
    const before = await offered(test, subjects.heather);
    await converse(test).sent();
    expect(await offered(test, subjects.heather)).toEqual(before);
    expect(phoneHint(before)).toBe('***43');
  });

  it('otp-authorization-response/hints-alike: with the same key they are the same, whatever else is another', async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const hints = [];
    for (const seed of ['one', 'other']) {
      const keys = await openKeyRing(join(folder.path, 'keys.json'));
      hints.push(phoneHint(await offered(await openServer({ ...decoys, keys, seed }), subjects.unknown)));
    }
    expect(hints[0]).toBe(hints[1]);
    // of seven keys one at least makes other digits, unless there is no key in it
    const others = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(async (seed) =>
        phoneHint(await offered(await openServer({ ...decoys, keys: await testKeys(seed) }), subjects.unknown)),
      ),
    );
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it('otp-authorization-response/hints-alike: they are the same in one process after the other', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const port = await freePort();
    const settings = {
      OTP_FLOW_PORT: String(port),
      OTP_FLOW_DATA: folder.path,
      OTP_FLOW_DELIVERY_OPTIONS: 'decoy',
    };
    const seen: unknown[] = [];
    for (let life = 0; life < 2; life += 1) {
      const running = startProcess(settings);
      onTestFinished(async () => void (await running.ended('SIGKILL')));
      await running.printed('OTP-flow is running');
      const response = await fetch(`http://localhost:${port}/otp-authorization`, {
        method: 'POST',
        headers: { authorization: basic('energy-auditor', 'sandbox-secret') },
        body: new URLSearchParams({ sub_id: JSON.stringify(subjects.unknown), scope: 'usage:read' }),
      });
      seen.push(((await response.json()) as { delivery_options: unknown }).delivery_options);
      await running.ended('SIGTERM');
    }
    expect(seen[0]).toEqual(shape);
    expect(seen[1]).toEqual(seen[0]);
  });

  const spellings: Readonly<Record<string, readonly [Subject, Subject]>> = {
    'an address': [
      { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001' },
      { format: 'postal_address', street_address: '12, SUNNY lane', postal_code: '90 001', locality: 'Oakfield' },
    ],
    'an address with a wrong town': [
      { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001' },
      { format: 'postal_address', street_address: '12 Sunny Lane', postal_code: '90001', locality: 'Elsewhere' },
    ],
    'an account number': [
      { format: 'account_number', account_number: '4002-118-07' },
      { format: 'account_number', account_number: '400211807' },
    ],
    'an e-mail address': [
      { format: 'email', email: 'heather@example.com' },
      { format: 'email', email: 'Heather@Example.com' },
    ],
  };

  it.each(Object.keys(spellings))(
    'otp-authorization-response/hints-alike: %s in another spelling has the same hint, of a customer and of nobody',
    async (name) => {
      const pair = spellings[name] ?? [];
      const elsewhere = pair.map((subject) => JSON.parse(JSON.stringify(subject).replace(/12|4002|eather/gi, '77')));
      const test = await openServer(decoys);
      const [known, knownAgain] = await Promise.all(pair.map((subject) => offered(test, subject)));
      const [unknown, unknownAgain] = await Promise.all(elsewhere.map((subject) => offered(test, subject)));
      expect(known).toEqual(knownAgain);
      expect(phoneHint(known ?? [])).toBe('***43');
      expect(unknown).toEqual(unknownAgain);
    },
  );

  it('otp-authorization-response/hints-alike: a telephone number in the request is hinted at, on file or not', async () => {
    const test = await openServer({
      ...decoys,
      customers: [withNumbers({ sms: '+12025550143', voice: '+12025550188' })],
    });
    for (const phone_number of ['+12025550143', '+12025550188', '+12025550199']) {
      const options = await offered(test, { format: 'phone_number', phone_number });
      expect(options.flatMap(({ hint }) => hint ?? [])).toEqual(
        Array.from({ length: 2 }, () => `***${phone_number.slice(-2)}`),
      );
    }
  });

  it('otp-authorization-response/hints-alike: a second number does not show, and nothing is sent to it', async () => {
    const test = await openServer({
      ...decoys,
      customers: [withNumbers({ sms: '+12025550143', voice: '+12025550188' })],
    });
    const talk = converse(test);
    const session = await talk.open();
    expect((await offered(test, subjects.heather)).map(({ hint }) => hint)).toEqual(['***43', '***43', undefined]);
    expect((await talk.deliver(session, 'voice')).status).toBe(200);
    expect(await messages(test)).toEqual([]);
    test.clock.advance(30_000);
    expect((await talk.deliver(session, 'sms')).status).toBe(200);
    expect((await messages(test)).map(({ contact }) => contact)).toEqual(['+12025550143']);
  });

  it('otp-authorization-response/uniform: a made-up option is answered for like any other, and nothing is sent', async () => {
    const test = await openServer(decoys);
    const talk = converse(test);
    const answers = [];
    for (const subject of [subjects.heather, subjects.unknown, subjects.omar]) {
      const { status, body } = await talk.deliver(await talk.open(subject));
      answers.push({ status, ...body, binding_message: 'two words' });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await messages(test)).toHaveLength(1);
  });

  it('transaction/hashed-at-rest: no hint is in the store', async () => {
    const store = recordingStore(createMemoryStore());
    await offered(await openServer({ ...decoys, store }), subjects.heather);
    expect(store.commits.length).toBeGreaterThan(0);
    expect(JSON.stringify(store.commits)).not.toContain('***');
  });
});

/** Digits that follow from a seed, as a numbering plan hands numbers out. */
const numberOf = (index: number): string =>
  `+1202${String(createHash('sha256').update(`number ${index}`).digest().readUIntBE(0, 6) % 10_000_000).padStart(7, '0')}`;

/** How far counts are from even, and how far two rows of counts are from each other: 99 degrees of freedom each. */
const fromEven = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};
const apart = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, count, index) => {
    const both = count + (other[index] ?? 0);
    return both === 0 ? sum : sum + (count - (other[index] ?? 0)) ** 2 / both;
  }, 0);

/** What one in a thousand even distributions exceeds. */
const critical = 148.23;

describe('The distribution of hints', () => {
  const size = 3_000;
  const addressOf = (street: string, index: number) =>
    ({ format: 'postal_address', street_address: `${index} ${street}`, postal_code: '90001' }) as const;

  /** A directory with an index, since the one for pilots reads all of its records each time. */
  const indexed = new Map<string, CustomerRecord>(
    Array.from({ length: size }, (_unused, index) => {
      const contacts = { sms: numberOf(index), voice: numberOf(index) };
      return [`${index}knownstreet`, { ...heather, accountId: `account-${index}`, contacts }] as const;
    }),
  );

  async function counts(street: string): Promise<number[]> {
    const test = await openServer({ ...decoys, policy: policyWith({ limits: { startsPerClient: 1_000_000 } }) });
    Object.assign(test.server.ports.customers, {
      find: async ({ street_address = '' }: Subject) => indexed.get(street_address.toLowerCase().replaceAll(' ', '')),
    });
    const found = Array.from({ length: 100 }, () => 0);
    for (let index = 0; index < size; index += 1) {
      const digits = Number(phoneHint(await offered(test, addressOf(street, index))).slice(-2));
      found[digits] = (found[digits] ?? 0) + 1;
    }
    return found;
  }

  it('otp-authorization-response/hints-alike: made-up digits are spread like those of true numbers', {
    timeout: 60_000,
  }, async () => {
    const [known, unknown] = [await counts('Known Street'), await counts('Nowhere Street')];
    expect(fromEven(unknown)).toBeLessThan(critical);
    expect(apart(known, unknown)).toBeLessThan(critical);
  });

  it('would show if made-up digits avoided one in ten', () => {
    const even = Array.from({ length: 100 }, () => 30);
    const uneven = even.map((count, index) => (index % 10 === 0 ? 0 : Math.round((count * 10) / 9)));
    expect(fromEven(uneven)).toBeGreaterThan(critical);
    expect(apart(even, uneven)).toBeGreaterThan(critical);
  });
});

describe('True hints', () => {
  it('otp-authorization-response/vetted-hints: a client that is registered for them is shown what is on file', async () => {
    const test = await openServer();
    expect(await offered(test, subjects.heather, vetted)).toEqual([
      { id: 'sms', method: 'sms', hint: '***43' },
      { id: 'voice', method: 'voice', hint: '***43' },
      { id: 'email', method: 'email', hint: 'h***@example.com' },
    ]);
    expect(await offered(test, subjects.omar, vetted)).toEqual([
      { id: 'email', method: 'email', hint: 'o***@example.com' },
    ]);
  });

  it('otp-delivery-request/offered-option: such a client can choose what was offered and nothing else', async () => {
    const test = await openServer();
    const talk = converse(test, vetted);
    const session = await talk.open(subjects.omar);
    expect((await talk.deliver(session, 'sms')).status).toBe(400);
    expect((await talk.deliver(session, 'email')).status).toBe(200);
    expect((await messages(test)).map(({ contact }) => contact)).toEqual(['omar@example.com']);
  });

  it('otp-authorization-response/vetted-hints: for somebody unknown it is offered what everybody is, without hints', async () => {
    const test = await openServer(decoys);
    const options = await offered(test, subjects.unknown, vetted);
    expect(options.map(({ id, hint }) => [id, hint])).toEqual([
      ['sms', undefined],
      ['voice', undefined],
      ['email', undefined],
    ]);
  });

  it('otp-authorization-response/vetted-hints: no other client is shown any, whatever it asks for', async () => {
    const test = await openServer();
    const { name } = clientMetadata.otpDeliveryHints;
    for (const client of [test.clients.auditor, test.clients.signing]) {
      const { text } = await converse(test, client).identify(subjects.heather, { [name]: 'true', maySeeHints: 'true' });
      expect(text).not.toContain('hint');
    }
  });

  it('client-registration/delivery-hints: a client sees none unless its registration says so', () => {
    expect(sandboxClients.filter(({ maySeeHints }) => maySeeHints === true).map(({ clientId }) => clientId)).toEqual([
      'vetted-auditor',
    ]);
  });
});
