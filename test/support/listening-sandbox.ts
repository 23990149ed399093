/**
 * The reference server with its sandbox, in this process and in memory, on a port of its own, with the clock of the wall
 * and the chores of `npm start`: what somebody in another process needs to test it from outside.
 */
import type { AddressInfo } from 'node:net';
import { defaultPolicy, type Policy } from '../../model/index.ts';
import { type App, type AppParts, buildApp } from '../../server/app.ts';
import type { Settings } from '../../server/authorization-server.ts';
import { systemClock } from '../../server/chance/clock.ts';
import { systemRandomness } from '../../server/chance/randomness.ts';
import { openClientDirectory } from '../../server/clients/client-file.ts';
import { openCustomerDirectory } from '../../server/customers/customer-directory.ts';
import { createInboxGateway, type InboxGateway } from '../../server/delivery/inbox-gateway.ts';
import { silentLog } from '../../server/operations/operator-log.ts';
import type { ClientRegistration, DeliveryGateway, KeyRing, Store } from '../../server/ports.ts';
import { sandboxClients } from '../../server/sandbox/clients.ts';
import { sandboxCustomers } from '../../server/sandbox/customers.ts';
import { offsetClock } from '../../server/sandbox/offset-clock.ts';
import { openSandbox } from '../../server/sandbox/sandbox.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { sampleUsage } from '../../server/usage/sample-usage.ts';
import { testKeys } from './test-server.ts';

export interface ListeningSandboxOptions {
  readonly policy?: Policy;
  /** In memory unless set; closed with the server. */
  readonly store?: Store;
  readonly keys?: KeyRing;
  /** Where messages go, given the inbox where they go unless set. */
  readonly gateway?: (inbox: InboxGateway) => DeliveryGateway;
  /** Beside those of the sandbox. */
  readonly clients?: readonly ClientRegistration[];
  /** Changes what the application is made of, before it is put together. */
  readonly parts?: (parts: AppParts) => AppParts;
  /** Opens a door to the application; by listening itself unless set. */
  readonly door?: (app: App) => Promise<Door>;
}

/** Where an application is reached. */
export interface Door {
  readonly issuer: string;
  close(): Promise<void>;
}

export interface ListeningSandbox {
  readonly issuer: string;
  readonly app: App;
  close(): Promise<void>;
}

/** Starts a server on a free port of the loopback interface. Close it after the test. */
export async function listeningSandbox(options: ListeningSandboxOptions = {}): Promise<ListeningSandbox> {
  const clock = offsetClock(systemClock);
  const inbox = createInboxGateway({ clock });
  const door: { current?: Door } = {};
  const settings: Settings = {
    // read anew each time, since the port is known only when the door is open
    get issuer() {
      return door.current?.issuer ?? 'https://utility.example';
    },
    utilityName: 'Oakfield Power',
    policy: options.policy ?? defaultPolicy,
    codeCharset: 'numeric',
  };
  const store = options.store ?? createMemoryStore();
  const ground = {
    settings,
    ports: {
      clock,
      store,
      randomness: systemRandomness,
      keys: options.keys ?? (await testKeys()),
      customers: openCustomerDirectory(sandboxCustomers),
      clients: openClientDirectory([...sandboxClients, ...(options.clients ?? [])]),
      usage: sampleUsage,
      log: silentLog,
    },
    gateway: options.gateway?.(inbox) ?? inbox,
    inbox,
  };
  const parts: AppParts = { settings, inboxGateway: inbox, ...openSandbox(ground) };
  const app = await buildApp(options.parts?.(parts) ?? parts);
  const opened = await (options.door ?? listening)(app);
  door.current = opened;
  const chores = setInterval(() => {
    void app.outbox.run().catch(() => {}); // tried again a second later
    void store.purge(clock.now()).catch(() => {});
  }, 1_000);
  return {
    issuer: opened.issuer,
    app,
    close: async () => {
      clearInterval(chores);
      await opened.close();
      await app.outbox.run();
      await store.close();
    },
  };
}

/** The application listens itself. */
async function listening({ http }: App): Promise<Door> {
  await http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = http.server.address() as AddressInfo; // it listens on a port
  return { issuer: `http://127.0.0.1:${port}`, close: async () => http.close() };
}
