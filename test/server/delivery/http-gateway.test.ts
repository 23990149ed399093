import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHttpGateway } from '../../../server/delivery/http-gateway.ts';
import { verifyWebhookSignature } from '../../../server/delivery/webhook-signature.ts';
import { outgoingMessage, secretsOfMessage } from './outgoing-message.ts';

const secret = 'shared with the provider';
const clock = { now: () => 1_795_596_664_000 };

describe('the HTTP gateway', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const server = createServer((request, response) => answer(request, response));
  let url: string;

  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`; // it listens on a port
  });
  afterEach(async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const open = (timeoutSeconds = 5) => openHttpGateway({ url, secret, clock, timeoutSeconds });

  it('posts the message as JSON, signed so that the provider can verify it', async () => {
    const received: { request: IncomingMessage; body: string }[] = [];
    answer = async (request, response) => {
      received.push({ request, body: await text(request) });
      response.writeHead(202).end('{"queued":true}');
    };
    expect(await open().hand(outgoingMessage({ method: 'voice' }))).toEqual({ outcome: 'accepted' });
    expect(received).toHaveLength(1);
    const [{ request, body } = { request: undefined, body: '' }] = received;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/messages',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(body)).toEqual({
      id: 'message-1',
      to: '+12025550143',
      method: 'voice',
      text: outgoingMessage().text,
      locale: 'en',
    });
    const header = request?.headers['webhook-signature'];
    const signature = { secret, header: String(header), body, nowAt: clock.now() + 5000, maxAgeSeconds: 5 };
    expect(verifyWebhookSignature(signature)).toEqual({ outcome: 'valid' });
  });

  it('is refused by any answer that is not 2xx, and follows no redirect', async () => {
    for (const status of [302, 307, 400, 404, 429, 500, 503]) {
      let requests = 0;
      answer = (request, response) => {
        requests += 1;
        request.resume();
        response.writeHead(status, { location: '/elsewhere' }).end('unknown number +12025550143, code 04915672');
      };
      expect(await open().hand(outgoingMessage())).toEqual({ outcome: 'refused', reason: `it answered ${status}` });
      expect(requests).toBe(1);
    }
  });

  it('is refused when no answer comes in time', async () => {
    answer = (_request, response) => void setTimeout(() => response.end(), 1000).unref();
    const result = await open(0.05).hand(outgoingMessage());
    expect(result).toEqual({ outcome: 'refused', reason: 'it did not answer within 0.05 s' });
  });

  it('is refused when nobody listens, or when the connection breaks', async () => {
    answer = (request) => void request.socket.destroy();
    const broken = await open().hand(outgoingMessage());
    expect(broken).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/^it could not be reached/) });
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    const down = await open().hand(outgoingMessage());
    expect(down).toEqual({ outcome: 'refused', reason: 'it could not be reached (ECONNREFUSED)' });
    for (const leak of secretsOfMessage) expect(JSON.stringify([broken, down])).not.toContain(leak);
  });

  it('cannot be opened without a secret or with a URL of another kind', () => {
    expect(() => openHttpGateway({ url, secret: '', clock })).toThrow(TypeError);
    expect(() => openHttpGateway({ url: 'ftp://provider.example', secret, clock })).toThrow(TypeError);
    expect(() => openHttpGateway({ url: 'nowhere', secret, clock })).toThrow(TypeError);
  });
});
