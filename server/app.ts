/** Puts the application together: protocol, pages, denials, kiosk and inbox on one port. Listens to nothing by itself. */
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { headers, outcomes } from '../model/index.ts';
import { type AuthorizationServer, authorizationServer, type Ports, type Settings } from './authorization-server.ts';
import type { InboxGateway } from './delivery/inbox-gateway.ts';
import { createOutbox, type Outbox } from './delivery/outbox.ts';
import { denials } from './denial/plugin.ts';
import { Unavailable } from './dependencies.ts';
import { downloads } from './front-page/downloads.ts';
import { frontPageFiles } from './front-page/files.ts';
import { sitePages } from './front-page/site.ts';
import { servePages } from './http/pages.ts';
import { protocol } from './http/protocol-plugin.ts';
import { inbox } from './inbox/plugin.ts';
import { type KioskOptions, kiosk } from './kiosk/plugin.ts';
import type { DeliveryGateway } from './ports.ts';
import { installSandbox, type Sandbox } from './sandbox/sandbox.ts';

export interface AppParts {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly gateway: DeliveryGateway;
  /** Shared with the gateway that posts replies of resource owners. */
  readonly webhookSecret?: string;
  /** The sandbox's page of messages; absent where messages leave the house. */
  readonly inboxGateway?: InboxGateway;
  /** The demonstration client; absent in a server that only serves others. */
  readonly kiosk?: KioskOptions;
  /** What makes the server easy to try; absent in production. */
  readonly sandbox?: Sandbox;
  /**
   * Between a commit that left a message waiting and work on it, in real time; none when absent, for tests with a clock of
   * their own. Measured: without a pause the answer leaves a millisecond later when there is a message to hand over, and
   * so tells whom the server knows.
   */
  readonly pauseMilliseconds?: number;
  /** Whoever measures answers; called before there are routes. */
  readonly time?: (http: FastifyInstance) => void;
}

export interface App {
  readonly http: FastifyInstance;
  readonly server: AuthorizationServer;
  readonly outbox: Outbox;
}

/** The application, ready to listen or to be injected with requests. */
export async function buildApp(parts: AppParts): Promise<App> {
  const http = Fastify({
    // The framework logs nothing: requests carry secrets. What operators read goes through the log port.
    logger: false,
    bodyLimit: parts.settings.policy.limits.requestBytes,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  });
  parts.time?.(http);
  let run: () => void = () => {};
  const { pauseMilliseconds } = parts;
  let isPlanned = false;
  const planned = (): void => {
    isPlanned = false;
    run();
  };
  const server = authorizationServer(parts.settings, parts.ports, () => {
    if (isPlanned) return; // whoever waits by then is handed over too
    isPlanned = true;
    if (pauseMilliseconds === undefined) setImmediate(planned);
    else setTimeout(planned, pauseMilliseconds);
  });
  const outbox = createOutbox(server, parts.gateway);
  run = () => void outbox.run().catch((error) => parts.ports.log.note('outbox.failed', { detail: String(error) }));
  http.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).type('text/plain').send('There is nothing here.\n'),
  );
  http.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const isRequestFault = error.statusCode !== undefined && error.statusCode < 500;
    const isUnavailable = error instanceof Unavailable;
    if (isUnavailable) reply.header(headers.retryAfter.name, '1');
    // what a fault says of itself is for the operator only
    if (!isRequestFault) parts.ports.log.note('request.failed', { reason: error.name, detail: error.message });
    const words = isRequestFault ? 'This request cannot be read.\n' : 'Something is wrong here, and not with you.\n';
    return reply
      .code(isRequestFault ? (error.statusCode ?? 400) : isUnavailable ? outcomes.unavailable.status : 500)
      .type('text/plain')
      .send(words);
  });
  if (parts.sandbox !== undefined) await installSandbox(http, parts.sandbox, server, outbox);
  await http.register(protocol, { server });
  await http.register(denials, {
    server,
    ...(parts.webhookSecret === undefined ? {} : { webhookSecret: parts.webhookSecret }),
  });
  await http.register(async (pages) => servePages(pages, frontPageFiles));
  await http.register(downloads);
  await http.register(sitePages);
  if (parts.inboxGateway !== undefined) await http.register(inbox, { server, gateway: parts.inboxGateway });
  if (parts.kiosk !== undefined) await http.register(kiosk, parts.kiosk);
  return { http, server, outbox };
}
