/**
 * The generated paths, taken by the reference server: in this process, and over HTTP. What makes an event happen and what
 * tells that the server is in a state is written out for each of them; the compiler sees that none is missing.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Context, policyWith } from '../../model/index.ts';
import type { CustomerRecord } from '../../server/customers/customer-directory.ts';
import { denyByContact } from '../../server/denial/deny.ts';
import { situationOf } from '../../server/exchange/situation.ts';
import type { PathStep, TestPath, TestPaths } from '../../spec/emit/test-paths.ts';
import { type Form, formRequest } from '../support/form-request.ts';
import { type Assertions, type Executors, type Answer as PathAnswer, runPath } from '../support/path-runner.ts';
import { postWith, prover } from '../support/proofs.ts';
import type { TestClient } from '../support/test-clients.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const suite = JSON.parse(
  readFileSync(new URL('../../generated/tests/transaction-paths.json', import.meta.url), 'utf8'),
) as TestPaths; // of our own emitter; its schema is checked elsewhere
const policy = policyWith({ limits: suite.policy.limits });
const { resendIntervalSeconds, emailCodeLifeSeconds, transactionLifeSeconds } = policy.limits;

/** One customer for each path, so that the budgets of one do not get in the way of another. */
const customers = suite.paths.map(
  (_, index): CustomerRecord => ({
    accountId: `account-${index}`,
    accountNumber: `4000-${index}`,
    meterNumber: `E-${index}`,
    address: { street_address: `${index} Path Lane` },
    contacts: { email: `owner-${index}@example.com` },
  }),
);

type Post = (
  server: TestServer,
  url: string,
  form: Form,
  client: TestClient,
  dpop?: string,
) => Promise<{ status: number; body: Readonly<Record<string, unknown>> }>;

const ways: Readonly<Record<string, Post>> = {
  'in this process': async (server, url, form, client, dpop) => {
    const { status, body } = await (dpop === undefined
      ? server.post(url, form, client)
      : postWith(server, url, form, dpop, client));
    return { status, body };
  },
  'over HTTP': async (server, url, form, client, dpop) => {
    const { headers, payload } = formRequest(url, form, await client.credentials());
    const response = await fetch(server.issuer + url, {
      method: 'POST',
      headers: { ...(headers as Record<string, string>), ...(dpop === undefined ? {} : { dpop }) },
      body: String(payload),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  },
};

describe.each(Object.entries(ways))('Every generated path is taken %s', (_way, post) => {
  let server: TestServer;
  let compared = 0;
  beforeAll(async () => {
    server = await startTestServer({ policy, customers });
    await server.listen();
  });
  afterAll(async () => {
    await server.close();
    expect(compared).toBeGreaterThan(suite.paths.length);
  });

  it.each(suite.paths.map((path, index) => [path.title, path, index] as const))('%s', async (_title, path, index) => {
    const { answers } = await runPath(path, ...stage(server, post, path, index));
    compared += answers;
  });
});

/** What it takes to make the events of one path happen, and to look at the transaction. */
function stage(server: TestServer, post: Post, _path: TestPath, index: number): [Executors, Assertions] {
  const { auditor, other } = server.clients;
  const contact = `owner-${index}@example.com`;
  const subject = JSON.stringify({ format: 'account_number', account_number: `4000-${index}` });
  let session = 'a-handle-that-was-never-given-out';
  let startedAt = 0;
  let sentAt = 0;
  const codes: string[] = [];

  const start = async () => post(server, '/otp-authorization', { sub_id: subject, scope: 'usage:read' }, auditor);
  /** Transactions of these paths begin without a key, so that any key is another one. */
  const deliver = async (handle: string, option: string, sender = 'same') =>
    post(
      server,
      '/otp-delivery',
      { auth_session: handle, delivery_option: option },
      sender === 'other' ? other : auditor,
      sender === 'otherKey' ? await (await prover(server)).proof('/otp-delivery') : undefined,
    );
  const redeem = async (handle: string, code: string, sender = 'same') =>
    post(
      server,
      '/token',
      { grant_type: 'urn:ietf:params:oauth:grant-type:otp', auth_session: handle, user_code: code },
      sender === 'other' ? other : auditor,
      sender === 'otherKey' ? await (await prover(server)).proof('/token') : undefined,
    );
  const answered = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }): PathAnswer => ({
    status,
    ...(body.error === undefined ? {} : { error: String(body.error) }),
  });
  const mailTo = () => server.inbox.list().filter((message) => message.contact === contact);
  const codeIn = (text = '') => /\n {4}(\d+)\n/.exec(text)?.[1] ?? '';

  /** Other transactions on the same account use its budget up. */
  const exhaustSends = async () => {
    for (let count = 0; count < policy.limits.sendsPerAccount; count += 1) {
      await deliver(String((await start()).body.auth_session), 'email');
    }
    await server.outbox.run();
  };
  const exhaustGuesses = async () => {
    for (let count = 0; count < policy.limits.wrongCodesPerAccount; count += 2) {
      const handle = String((await start()).body.auth_session);
      await deliver(handle, 'email');
      await redeem(handle, 'wrong');
      await redeem(handle, 'wrong');
    }
    await server.outbox.run();
  };
  const codeFor = (step: PathStep): string => {
    if (step.event.code === 'newest') return codes.at(-1) ?? 'none';
    if (step.event.code === 'stale') return codes.at(-2) ?? codes.at(-1) ?? 'none';
    return 'wrong';
  };
  const until = (at: number) => server.clock.advance(Math.max(0, at - server.clock.now()));

  const executors: Executors = {
    'identification.received': async () => {
      startedAt = server.clock.now();
      const answer = await start();
      session = String(answer.body.auth_session);
      return answered(answer);
    },
    'delivery.requested': async ({ event }) => {
      if (event.account === 'exhausted') await exhaustSends();
      const option = event.option === 'unoffered' ? 'pigeon' : event.contact === 'none' ? 'sms' : 'email';
      const before = mailTo().length;
      const answer = await deliver(session, option, event.client);
      await server.outbox.run();
      if (answer.status === 200) sentAt = server.clock.now();
      if (mailTo().length > before) codes.push(codeIn(mailTo()[0]?.text));
      return answered(answer);
    },
    'code.submitted': async (step) => {
      if (step.event.account === 'exhausted') await exhaustGuesses();
      return answered(await redeem(session, codeFor(step), step.event.client));
    },
    'denial.received': async () => {
      await denyByContact(server.server, contact);
      return undefined;
    },
    'interval.elapsed': async () => {
      until(sentAt + resendIntervalSeconds * 1000);
      return undefined;
    },
    'code.expired': async () => {
      until(sentAt + emailCodeLifeSeconds * 1000);
      return undefined;
    },
    'transaction.expired': async () => {
      until(startedAt + transactionLifeSeconds * 1000);
      return undefined;
    },
  };

  const is = (state: string) => async (context: Context) => {
    const transactionKey = server.server.ports.keys.keyedHash('session', session);
    const { parties } = await situationOf(server.server, { transactionKey });
    expect(parties.transaction).toEqual({ value: state, context });
  };
  const assertions: Assertions = {
    absent: is('absent'),
    identified: is('identified'),
    'pending.cooling': is('pending.cooling'),
    'pending.resendable': is('pending.resendable'),
    lapsed: is('lapsed'),
    locked: is('locked'),
    denied: is('denied'),
    expired: is('expired'),
    spent: is('spent'),
    revoked: is('revoked'),
  };
  return [executors, assertions];
}
