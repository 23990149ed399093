/** Somebody between client and server who changes answers on their way. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request as it came in. */
export interface Sent {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Names in lower case with values, as often as they were sent. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface TamperingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Passes requests on to a server, and its answers back through `change`. Listens on the loopback interface.
 *
 * @param saw is told of every request before it goes on
 */
export async function openTamperingProxy(
  target: string,
  change: (answer: Passing, path: string) => void,
  saw: (request: Sent) => void = () => {},
): Promise<TamperingProxy> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const body = await bodyOf(request);
    saw({ method: request.method ?? 'GET', path, headers: headersOf(request), body: body.toString() });
    const answer = await passedOn(target + path, request, body);
    change(answer, path);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ofTheConnection = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding was set
  return Buffer.concat(chunks);
}

function headersOf({ rawHeaders }: IncomingMessage): Sent['headers'] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
}

async function passedOn(url: string, request: IncomingMessage, body: Buffer): Promise<Passing> {
  const { method = 'GET' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!ofTheConnection.has(name)) headers.set(name, String(value));
  }
  const response = await fetch(url, {
    method,
    headers,
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  const kept = [...response.headers].filter(([name]) => !ofTheConnection.has(name));
  return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
}
