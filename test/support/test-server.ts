/**
 * The reference server in this process: a clock that stands still, randomness from a seed, and everything else as it is
 * in production. Nothing listens until a test asks for it.
 */
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { defaultPolicy, type Policy } from '../../model/index.ts';
import { buildApp } from '../../server/app.ts';
import type { AuthorizationServer, Ports, Settings } from '../../server/authorization-server.ts';
import { openClientDirectory } from '../../server/clients/client-file.ts';
import { type CustomerRecord, openCustomerDirectory } from '../../server/customers/customer-directory.ts';
import { createInboxGateway, type InboxGateway } from '../../server/delivery/inbox-gateway.ts';
import type { Outbox } from '../../server/delivery/outbox.ts';
import { newKeyMaterial } from '../../server/keys/key-material.ts';
import { createKeyRing } from '../../server/keys/key-ring.ts';
import { lineLog } from '../../server/operations/operator-log.ts';
import type { ClientRegistration, DeliveryGateway, KeyRing, Store, UsageRecords } from '../../server/ports.ts';
import { sandboxClients } from '../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../server/sandbox/customers.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { sampleUsage } from '../../server/usage/sample-usage.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type Answer, type Form, formRequest, injected } from './form-request.ts';
import { seededRandomness } from './seeded-randomness.ts';
import {
  type AssertionChanges,
  secretClient,
  signAssertion,
  signingClient,
  type TestClient,
  testRegistrations,
} from './test-clients.ts';

export interface TestServerOptions {
  readonly policy?: Policy;
  readonly customers?: readonly CustomerRecord[];
  /** Instead of the clients of the sandbox and of the tests. */
  readonly clients?: readonly ClientRegistration[];
  /** Where messages go; the inbox unless set. */
  readonly gateway?: DeliveryGateway;
  /** In memory unless set. A store that was handed in is closed with the server all the same. */
  readonly store?: Store;
  readonly keys?: KeyRing;
  readonly usage?: UsageRecords;
  readonly clock?: FakeClock;
  readonly seed?: string;
  readonly codeCharset?: Settings['codeCharset'];
  readonly deliveryOptions?: Settings['deliveryOptions'];
  readonly deliveryMethods?: Settings['deliveryMethods'];
  /** `https://utility.example` until the server listens. */
  readonly issuer?: string;
  readonly webhookSecret?: string;
  /** How the usage resource fetches keys; from the server itself, without a network, unless set. */
  readonly fetch?: Ports['fetch'];
}

export interface TestServer {
  /** Changes once, when the server begins to listen. */
  readonly issuer: string;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly inbox: InboxGateway;
  /** Its run comes after those that the server has planned for this turn, so that none is left for later. */
  readonly outbox: Outbox;
  readonly server: AuthorizationServer;
  readonly http: FastifyInstance;
  /** What the operator has read so far. */
  readonly log: readonly string[];
  readonly clients: {
    readonly auditor: TestClient;
    readonly other: TestClient;
    /** May read months only. */
    readonly monthly: TestClient;
    /** Registered for other grants only. */
    readonly billing: TestClient;
    readonly signing: TestClient;
  };
  inject(options: InjectOptions): Promise<Answer>;
  /** Posts a form as a client, with fresh credentials. */
  post(url: string, form: Form, client?: TestClient): Promise<Answer>;
  /** An assertion of the signing client. */
  sign(changes?: AssertionChanges): Promise<string>;
  /** Listens on a free port of the loopback interface, which becomes the issuer. */
  listen(): Promise<string>;
  /** Closes the store and the gateway too; a second call does nothing. */
  close(): Promise<void>;
}

/** Keys that follow from a seed, so that a server can be opened again with the same ones. */
export const testKeys = (seed = 'keys'): Promise<KeyRing> => createKeyRing(newKeyMaterial(seededRandomness(seed)));

/** Starts a server. Close it after the test. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = options.clock ?? fakeClock();
  const inbox = createInboxGateway({ clock });
  const gateway = options.gateway ?? inbox;
  const store = options.store ?? createMemoryStore();
  const log: string[] = [];
  let closed = false;
  let issuer = options.issuer ?? 'https://utility.example';
  const settings: Settings = {
    // read anew each time, since the port is known only when the server listens
    get issuer() {
      return issuer;
    },
    utilityName: 'Oakfield Power',
    policy: options.policy ?? defaultPolicy,
    codeCharset: options.codeCharset ?? 'numeric',
    ...(options.deliveryOptions === undefined ? {} : { deliveryOptions: options.deliveryOptions }),
    ...(options.deliveryMethods === undefined ? {} : { deliveryMethods: options.deliveryMethods }),
  };
  const { http, server, outbox } = await buildApp({
    settings,
    ports: {
      clock,
      randomness: seededRandomness(options.seed ?? 'server'),
      store,
      keys: options.keys ?? (await testKeys()),
      customers: openCustomerDirectory(options.customers ?? sandboxCustomers),
      clients: openClientDirectory(options.clients ?? [...sandboxClients, ...(await testRegistrations())]),
      usage: options.usage ?? sampleUsage,
      log: lineLog(clock, (line) => log.push(line)),
      fetch: options.fetch ?? (async (url) => new Response((await http.inject({ url: new URL(url).pathname })).body)),
    },
    gateway,
    ...(options.webhookSecret === undefined ? {} : { webhookSecret: options.webhookSecret }),
  });
  const auditor = secretClient('energy-auditor');
  return {
    get issuer() {
      return issuer;
    },
    clock,
    store,
    inbox,
    outbox: {
      run: async () => {
        await nextTurn();
        return outbox.run();
      },
    },
    server,
    http,
    log,
    clients: {
      auditor,
      other: secretClient('other-auditor'),
      monthly: secretClient('monthly-auditor'),
      billing: secretClient('billing-partner'),
      signing: signingClient(() => issuer, clock),
    },
    inject: (request) => injected(http, request),
    post: async (url, form, client = auditor) => injected(http, formRequest(url, form, await client.credentials())),
    sign: (changes) => signAssertion(issuer, clock, changes),
    async listen() {
      await http.listen({ host: '127.0.0.1', port: 0 });
      issuer = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`; // it listens on a port
      return issuer;
    },
    async close() {
      if (closed) return;
      closed = true;
      await http.close();
      await outbox.run();
      await gateway.close();
      await store.close();
    },
  };
}
