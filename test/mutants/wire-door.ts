/**
 * A door in front of an application, at which requests and answers can be changed: what a server sends that was written
 * by somebody else. Without changes it is as if the application listened itself.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InjectOptions } from 'fastify';
import type { App } from '../../server/app.ts';
import type { Door } from '../support/listening-sandbox.ts';

export interface WireRequest {
  method: string;
  /** Path and query. */
  url: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: Buffer;
}

export interface WireAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

export interface Wire {
  /** Changes a request before the application sees it. */
  request?(request: WireRequest): void | Promise<void>;
  /** Changes an answer before the client sees it; the request is as the client sent it. */
  answer?(answer: WireAnswer, request: WireRequest): void | Promise<void>;
}

/** Listens on the loopback interface in place of an application. */
export const wireDoor =
  (wire: Wire) =>
  async ({ http }: App): Promise<Door> => {
    await http.ready();
    const server = createServer((incoming, outgoing) => {
      void (async () => {
        const asked = await requestOf(incoming);
        const request = { ...asked, headers: { ...asked.headers } };
        await wire.request?.(request);
        const { method, url, headers, body } = request;
        const options = { method: method as InjectOptions['method'], url, headers }; // any method that HTTP knows
        const injected = await http.inject({
          ...options,
          ...(body.length > 0 ? { payload: body } : {}),
        } as InjectOptions);
        const answer: WireAnswer = {
          status: injected.statusCode,
          headers: Object.fromEntries(Object.entries(injected.headers).map(([name, value]) => [name, String(value)])),
          body: injected.body,
        };
        await wire.answer?.(answer, asked);
        for (const name of ['connection', 'content-length', 'transfer-encoding']) delete answer.headers[name];
        outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      })().catch(() => outgoing.writeHead(500).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // it listens on a port
    return {
      issuer: `http://127.0.0.1:${port}`,
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
        await http.close();
      },
    };
  };

async function requestOf(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding was set
  const { method = 'GET', url = '/' } = incoming;
  const { host: _, connection: _c, 'transfer-encoding': _t, ...headers } = incoming.headers;
  return {
    method,
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks),
  };
}
