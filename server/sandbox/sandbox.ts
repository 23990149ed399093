/**
 * The sandbox: everything that makes a server easy to try out and unfit for production, in one place. A server that was
 * not given one knows no magic customer and has none of its routes.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type ExchangeName,
  headers,
  type OtpAuthorizationResponse,
  parameters,
  type SubjectIdentifier,
  sandboxCustomerRows,
} from '../../model/index.ts';
import type { AuthorizationServer, Ports } from '../authorization-server.ts';
import type { InboxGateway } from '../delivery/inbox-gateway.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { DeliveryGateway } from '../ports.ts';
import { busyClients } from './busy-clients.ts';
import { accountIdOf } from './customers.ts';
import { type Deliveries, storeWithDeliveries } from './deliveries.ts';
import { type Faults, plannedFaults } from './faults.ts';
import { faultyGateway } from './faulty-gateway.ts';
import { faultyStore } from './faulty-store.ts';
import { type FixedCodes, fixedCodes } from './fixed-codes.ts';
import type { OffsetClock } from './offset-clock.ts';
import { lockTransaction, prepareMagic } from './preparation.ts';
import { sandboxApi } from './routes.ts';

export interface Sandbox {
  readonly clock: OffsetClock;
  readonly inbox: InboxGateway;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly fixedCodes: FixedCodes;
}

/** What a sandbox is put around. */
export interface SandboxGround {
  readonly settings: AuthorizationServer['settings'];
  readonly ports: Omit<Ports, 'clock'> & { readonly clock: OffsetClock };
  /** Where messages go. */
  readonly gateway: DeliveryGateway;
  /** Where those go that stay in the house. */
  readonly inbox: InboxGateway;
}

/** Puts a sandbox around ports and gateway; what it hands back takes their place. */
export function openSandbox({ settings, ports, gateway, inbox }: SandboxGround): {
  readonly sandbox: Sandbox;
  readonly ports: Ports;
  readonly gateway: DeliveryGateway;
} {
  const { clock, clients, keys } = ports;
  const faults = plannedFaults();
  const codes = fixedCodes(settings);
  const { store, deliveries } = storeWithDeliveries(ports.store, keys, clock);
  return {
    sandbox: { clock, inbox, faults, deliveries, fixedCodes: codes },
    ports: {
      ...ports,
      store: faultyStore(store, faults),
      clients: busyClients(clients, { store, clock, policy: settings.policy }),
      fixedCode: codes.find,
    },
    gateway: faultyGateway(gateway, faults, clock),
  };
}

/** The exchanges that faults befall: those that change something. */
const faultyExchanges: readonly unknown[] = ['identification', 'delivery', 'redemption'] satisfies ExchangeName[];

/** Adds the routes of the sandbox, and its doings around the exchanges. Has to come before the routes of the protocol. */
export async function installSandbox(
  http: FastifyInstance,
  sandbox: Sandbox,
  server: AuthorizationServer,
  outbox: Pick<Outbox, 'run'>,
): Promise<void> {
  const losing = new WeakSet<FastifyRequest>();
  http.addHook('onRequest', async (request, reply) => {
    if (!faultyExchanges.includes(request.routeOptions.config.exchange)) return;
    const fault = sandbox.faults.take('server');
    if (fault === 'losesAnswer') losing.add(request);
    if (fault === 'fails') return reply.code(500).header(headers.cacheControl.name, 'no-store').send();
  });
  http.addHook('onSend', async (request, reply, payload) => {
    const isOpened = request.routeOptions.config.exchange === 'identification' && reply.statusCode === 200;
    if (isOpened) await prepareOpened(server, sandbox, request, String(payload));
    if (!losing.has(request)) return payload;
    // as a proxy in between would answer
    reply.code(502).removeHeader(headers.contentType.name);
    return '';
  });
  await http.register(sandboxApi, { sandbox, server, outbox });
}

const magicByAccount = new Map(sandboxCustomerRows.map((customer) => [accountIdOf(customer), customer.magic]));

async function prepareOpened(
  server: AuthorizationServer,
  { faults }: Sandbox,
  { form }: FastifyRequest,
  answer: string,
): Promise<void> {
  if (form?.outcome !== 'decoded') return;
  const { auth_session: session } = JSON.parse(answer) as OtpAuthorizationResponse; // of this server
  const subject = JSON.parse(form.parameters.get(parameters.subId.name) ?? '') as SubjectIdentifier; // admitted
  const transactionKey = server.ports.keys.keyedHash('session', session);
  const customer = await server.ports.customers.find(subject);
  const magic = customer === undefined ? undefined : magicByAccount.get(customer.accountId);
  if (magic !== undefined) await prepareMagic(server, transactionKey, magic);
  if (faults.take('transaction') === 'locks') await lockTransaction(server, transactionKey);
}
