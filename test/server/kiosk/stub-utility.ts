/** A utility on loopback that answers as it is told, so that the kiosk can be shown every answer there is. */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { type EndpointName, endpoints, mediaTypes } from '../../../model/vocabulary/index.ts';
import { hourlyUsage } from './hourly-usage.ts';

export type ScriptedEndpoint = Extract<
  EndpointName,
  'metadata' | 'otpAuthorization' | 'otpDelivery' | 'token' | 'usage'
>;

/** What differs from the usual answer. */
export interface Answer {
  readonly status?: number;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  /** Members that replace those of the usual body, or take them away. */
  readonly change?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Waits for this first. */
  readonly after?: Promise<unknown>;
  /** Not at all: the connection is dropped, or left open. Or in part: the fields come, and the body never ends. */
  readonly comes?: 'hang up' | 'never' | 'in part';
}

export interface ReceivedRequest {
  readonly endpoint: ScriptedEndpoint;
  readonly form: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface StubUtility {
  readonly issuer: string;
  readonly usageUrl: string;
  readonly received: readonly ReceivedRequest[];
  /** How often an endpoint was asked. */
  count(endpoint: ScriptedEndpoint): number;
  /** The next answers of an endpoint; after them it answers as usual. */
  script(endpoint: ScriptedEndpoint, ...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

export const authSession = 'stub-session-0123456789abcdef';
export const accessToken = 'stub.access.token';
export const passcode = '04915672';

const usual = (issuer: string): Record<ScriptedEndpoint, object> => ({
  metadata: {
    issuer,
    [endpoints.otpAuthorization.name]: `${issuer}/start`,
    [endpoints.otpDelivery.name]: `${issuer}/send`,
    [endpoints.token.name]: `${issuer}/redeem`,
  },
  otpAuthorization: {
    auth_session: authSession,
    expires_in: 900,
    delivery_options: [
      { id: 'first', method: 'sms' },
      { id: 'second', method: 'email', hint: 'h•••@example.com' },
    ],
    iss: issuer,
  },
  otpDelivery: {
    expires_in: 600,
    interval: 30,
    code_length: 8,
    code_charset: 'numeric',
    binding_message: 'amber otter',
  },
  token: { access_token: accessToken, token_type: 'Bearer', expires_in: 3600, scope: 'usage:read' },
  usage: { resolution: 'hour', intervals: hourlyUsage },
});

const paths: Record<ScriptedEndpoint, { readonly method: 'GET' | 'POST'; readonly path: string }> = {
  metadata: { method: 'GET', path: endpoints.metadata.path },
  otpAuthorization: { method: 'POST', path: '/start' },
  otpDelivery: { method: 'POST', path: '/send' },
  token: { method: 'POST', path: '/redeem' },
  usage: { method: 'GET', path: '/my/usage' },
};

/** Starts a stub on a free port of the loopback address. */
export async function startStubUtility(): Promise<StubUtility> {
  const app = Fastify({ forceCloseConnections: true });
  const received: ReceivedRequest[] = [];
  const scripts = new Map<ScriptedEndpoint, Answer[]>();
  app.addContentTypeParser(mediaTypes.form, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  let issuer = '';

  for (const [endpoint, { method, path }] of Object.entries(paths) as [ScriptedEndpoint, (typeof paths)['token']][]) {
    app.route({
      method,
      url: path,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const form = Object.fromEntries(new URLSearchParams(String(request.body ?? '')).entries());
        received.push({ endpoint, form, query: request.query, headers: request.headers });
        const { status = 200, body, change, headers = {}, after, comes } = scripts.get(endpoint)?.shift() ?? {};
        await after;
        if (comes === 'never') return reply.hijack();
        if (comes === 'hang up') {
          reply.hijack();
          request.raw.socket.destroy();
          return reply;
        }
        if (comes === 'in part') {
          reply.hijack();
          reply.raw.writeHead(status, { 'content-type': mediaTypes.json }).write('{');
          return reply;
        }
        reply.code(status).headers(headers);
        return reply.send(body ?? { ...usual(issuer)[endpoint], ...change });
      },
    });
  }
  await app.listen({ host: '127.0.0.1', port: 0 });
  issuer = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`; // it listens on a port
  return {
    issuer,
    usageUrl: `${issuer}/my/usage`,
    received,
    count: (endpoint) => received.filter((request) => request.endpoint === endpoint).length,
    script: (endpoint, ...answers) => scripts.set(endpoint, [...(scripts.get(endpoint) ?? []), ...answers]),
    close: () => app.close(),
  };
}

/** An error response. */
export const refusal = (error: string, headers: Readonly<Record<string, string>> = {}, status = 400): Answer => ({
  status,
  body: { error, error_description: 'words for developers' },
  headers,
});
