/** A server with a sandbox, in this process and in memory, whose clock only moves when a test says so. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { defaultPolicy, type Policy, sandboxClientSecret } from '../../../model/index.ts';
import { type App, buildApp } from '../../../server/app.ts';
import type { Settings } from '../../../server/authorization-server.ts';
import { openClientDirectory } from '../../../server/clients/client-file.ts';
import { openCustomerDirectory } from '../../../server/customers/customer-directory.ts';
import { createInboxGateway } from '../../../server/delivery/inbox-gateway.ts';
import { silentLog } from '../../../server/operations/operator-log.ts';
import type { Clock } from '../../../server/ports.ts';
import { sandboxClients } from '../../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../../server/sandbox/customers.ts';
import { offsetClock } from '../../../server/sandbox/offset-clock.ts';
import { openSandbox } from '../../../server/sandbox/sandbox.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { sampleUsage } from '../../../server/usage/sample-usage.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { type Answer, type Form, formRequest, injected } from '../../support/form-request.ts';
import { seededRandomness } from '../../support/seeded-randomness.ts';
import { basic } from '../../support/test-clients.ts';
import { testKeys } from '../../support/test-server.ts';

export interface SandboxServer {
  readonly app: App;
  readonly issuer: string;
  readonly clock: Clock;
  /** Posts a form as a client of the sandbox. */
  post(url: string, form: Form, clientId?: string): Promise<Answer>;
  /** Posts JSON to a route of the sandbox. */
  tell(url: string, body: object): Promise<Answer>;
  get(url: string): Promise<Answer>;
  /** Identifies a customer by their account number; hands back the session. */
  open(accountNumber: string, clientId?: string): Promise<string>;
  deliver(session: string): Promise<Answer>;
  redeem(session: string, code: string): Promise<Answer>;
  /** What became of the messages of a transaction, newest first. */
  fates(session: string): Promise<string[]>;
}

export interface SandboxServerOptions {
  readonly policy?: Policy;
  readonly codeCharset?: Settings['codeCharset'];
  /** False for the same server without a sandbox. */
  readonly hasSandbox?: boolean;
}

/** Starts a server for the test that is running. */
export async function openSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const { policy = defaultPolicy, codeCharset = 'numeric', hasSandbox = true } = options;
  const settings: Settings = { issuer: 'https://utility.example', utilityName: 'Oakfield Power', policy, codeCharset };
  const clock = offsetClock(fakeClock());
  const inbox = createInboxGateway({ clock });
  const bare = {
    settings,
    ports: {
      clock,
      randomness: seededRandomness('sandbox'),
      store: createMemoryStore(),
      keys: await testKeys(),
      customers: openCustomerDirectory(sandboxCustomers),
      clients: openClientDirectory(sandboxClients),
      usage: sampleUsage,
      log: silentLog,
      fetch: async (url: string) => new Response((await app.http.inject({ url: new URL(url).pathname })).body),
    },
    gateway: inbox,
  };
  const parts = hasSandbox ? openSandbox({ ...bare, inbox }) : {};
  const app = await buildApp({ ...bare, inboxGateway: inbox, ...parts });
  onTestFinished(async () => {
    await app.http.close();
    await bare.ports.store.close();
  });
  const server: SandboxServer = {
    app,
    issuer: settings.issuer,
    clock,
    post: (url, form, clientId = 'energy-auditor') =>
      injected(
        app.http,
        formRequest(url, form, { headers: { authorization: basic(clientId, sandboxClientSecret) }, parameters: {} }),
      ),
    tell: (url, body) => injected(app.http, { method: 'POST', url, payload: body }),
    get: (url) => injected(app.http, { method: 'GET', url }),
    open: async (accountNumber, clientId) => {
      const subject = JSON.stringify({ format: 'account_number', account_number: accountNumber });
      const answer = await server.post('/otp-authorization', { sub_id: subject, scope: 'usage:read' }, clientId);
      return answer.member('auth_session');
    },
    deliver: (session) => server.post('/otp-delivery', { auth_session: session, delivery_option: 'sms' }),
    redeem: (session, code) =>
      server.post('/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:otp',
        auth_session: session,
        user_code: code,
      }),
    fates: async (session) => {
      await nextTurn(); // the run that the server planned for itself
      const { body } = await server.tell('/sandbox/deliveries', { authSession: session });
      return (body.deliveries as { fate: string }[]).map(({ fate }) => fate); // of our own route
    },
  };
  return server;
}

/** Customers of the sandbox, by what is magic about them. */
export const accounts = {
  heather: '4002-118-07',
  fixedCode: '9000-000-01',
  impatient: '9000-000-02',
  denier: '9000-000-03',
  locked: '9000-000-04',
  sendsUsedUp: '9000-000-05',
  lapsed: '9000-000-06',
  expired: '9000-000-07',
  late: '9000-000-08',
  unreachable: '9000-000-09',
  flooded: '9000-000-10',
} as const;
