/** The reference server with its sandbox, listening, for the suite to be tried on: as it is, or with a fault. */
import type { AddressInfo } from 'node:net';
import {
  type AnyMitigation,
  type Limits,
  type OpenDeliveryOptionPolicy,
  type Policy,
  policyWith,
} from '../../model/index.ts';
import { buildApp } from '../../server/app.ts';
import type { Settings } from '../../server/authorization-server.ts';
import { openClientDirectory } from '../../server/clients/client-file.ts';
import { openCustomerDirectory } from '../../server/customers/customer-directory.ts';
import { createInboxGateway } from '../../server/delivery/inbox-gateway.ts';
import { silentLog } from '../../server/operations/operator-log.ts';
import type { Store } from '../../server/ports.ts';
import { sandboxClients } from '../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../server/sandbox/customers.ts';
import { offsetClock } from '../../server/sandbox/offset-clock.ts';
import { openSandbox } from '../../server/sandbox/sandbox.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { sampleUsage } from '../../server/usage/sample-usage.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { seededRandomness } from '../support/seeded-randomness.ts';
import { testKeys } from '../support/test-server.ts';

export interface ServerUnderTest {
  readonly issuer: string;
  close(): Promise<void>;
}

export interface ServerUnderTestOptions {
  readonly limits?: Partial<Limits>;
  /** Mitigations that the machines of the server do not enforce. */
  readonly off?: readonly AnyMitigation[];
  /** What a client that is not vetted is offered. */
  readonly deliveryOptions?: OpenDeliveryOptionPolicy;
  /** In memory unless set; closed with the server. */
  readonly store?: Store;
}

/** Starts it on a free port. Its clock moves only when the suite advances it, so that no load can come between two limits. */
export async function startServerUnderTest(options: ServerUnderTestOptions = {}): Promise<ServerUnderTest> {
  const { limits = {}, off = [], store = createMemoryStore(), deliveryOptions = 'generic' } = options;
  const policy: Policy = policyWith({ limits, off });
  let issuer = '';
  const settings: Settings = {
    // read anew each time, since the port is known only when the server listens
    get issuer() {
      return issuer;
    },
    utilityName: 'Oakfield Power',
    policy,
    codeCharset: 'numeric',
    deliveryOptions,
  };
  const clock = offsetClock(fakeClock());
  const inbox = createInboxGateway({ clock });
  const bare = {
    settings,
    ports: {
      clock,
      randomness: seededRandomness('conformance'),
      store,
      keys: await testKeys(),
      customers: openCustomerDirectory(sandboxCustomers),
      clients: openClientDirectory(sandboxClients),
      usage: sampleUsage,
      log: silentLog,
      fetch: async (url: string) => new Response((await http.inject({ url: new URL(url).pathname })).body),
    },
    gateway: inbox,
  };
  const { http, outbox } = await buildApp({ ...bare, inboxGateway: inbox, ...openSandbox({ ...bare, inbox }) });
  await http.listen({ host: '127.0.0.1', port: 0 });
  issuer = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`; // it listens on a port
  return {
    issuer,
    async close() {
      await http.close();
      await outbox.run();
      await inbox.close();
      await store.close();
    },
  };
}
