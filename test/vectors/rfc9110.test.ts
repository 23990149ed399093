/** RFC 9110: methods, sizes and times. */
import { METHODS } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { seconds } from '../support/fake-clock.ts';
import { openServer } from '../support/open-server.ts';
import { basic } from '../support/test-clients.ts';
import { delivered, identification, redemption, sent, started } from './by-hand.ts';

const posts = ['/otp-authorization', '/otp-delivery', '/token'];
const gets = ['/jwks', '/usage', '/.well-known/oauth-authorization-server'];

/** The head of an answer to a request written by hand, since no client lets one send every method. */
function rawHead(issuer: string, method: string, path: string): Promise<string> {
  const { port } = new URL(issuer);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text.split('\r\n\r\n')[0] ?? ''));
    socket.end(`${method} ${path} HTTP/1.1\r\nHost: utility.example\r\nConnection: close\r\n\r\n`);
  });
}

describe('RFC 9110 §15.5.6: 405 with an Allow header field', () => {
  it('answers every method that HTTP knows and an endpoint does not take', async () => {
    const test = await openServer();
    const issuer = await test.listen();
    for (const method of METHODS) {
      if (method === 'CONNECT') continue; // has no path: it asks for a tunnel
      for (const path of [...posts, ...gets]) {
        const allowed = posts.includes(path) ? 'POST' : 'GET';
        if (method === allowed || (method === 'HEAD' && allowed === 'GET')) continue;
        const head = await rawHead(issuer, method, path);
        expect(head.split('\r\n')[0], `${method} ${path}`).toBe('HTTP/1.1 405 Method Not Allowed');
        expect(head.toLowerCase(), `${method} ${path}`).toContain(`\r\nallow: ${allowed.toLowerCase()}`);
      }
    }
  });

  it('also when the request has a body that cannot be read or is too large', async () => {
    const test = await openServer();
    for (const path of gets) {
      for (const [contentType, payload] of [
        ['garbage', 'a=1'],
        ['text/plain', 'a'.repeat(20_000)],
        ['application/x-www-form-urlencoded', 'a=%'],
      ]) {
        const answer = await test.inject({
          method: 'POST',
          url: path,
          headers: { 'content-type': contentType },
          payload: payload ?? '',
        });
        expect([answer.status, answer.headers.allow], `${path} ${contentType}`).toEqual([405, 'GET']);
      }
    }
    for (const path of posts) {
      const answer = await test.inject({
        method: 'PUT',
        url: path,
        headers: { 'content-type': 'text/plain' },
        payload: 'a'.repeat(20_000),
      });
      expect([answer.status, answer.headers.allow], path).toEqual([405, 'POST']);
    }
  });
});

it('RFC 9110 §9.3.2: HEAD answers as GET does, without a body', async () => {
  const test = await openServer();
  for (const url of gets) {
    const get = await test.inject({ method: 'GET', url });
    const head = await test.inject({ method: 'HEAD', url });
    expect([head.status, head.headers], url).toEqual([get.status, get.headers]);
    expect(head.text).toBe('');
  }
});

describe('RFC 9110 §15.5.14: 413', () => {
  it('answers a body of more than 16 KiB, however it is sent, and nothing is lost', async () => {
    const test = await openServer();
    const { session, code } = await sent(test);
    const fits = { ...redemption(session, 'x'), filler: 'f'.repeat(16_000) };
    expect((await test.post('/token', fits)).status).toBe(400);
    const tooLarge = await test.post('/token', { ...redemption(session, code), filler: 'f'.repeat(16_384) });
    expect([tooLarge.status, tooLarge.body.error]).toEqual([413, 'invalid_request']);
    expect(tooLarge.member('error_description')).toContain('16384');

    const issuer = await test.listen();
    const chunked = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: basic('energy-auditor', 'sandbox-secret'),
      },
      body: new ReadableStream({
        start(controller) {
          for (let part = 0; part < 20; part += 1) controller.enqueue(new TextEncoder().encode('f'.repeat(1024)));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit); // `duplex` is not in the types yet
    expect(chunked.status).toBe(413);
    expect((await test.post('/token', redemption(session, code))).status).toBe(200);
  });
});

describe('RFC 9110 §10.2.3: Retry-After', () => {
  it('says in whole seconds when the request will be answered, and then it is', async () => {
    const test = await openServer();
    const session = await started(test);
    await delivered(test, session);
    test.clock.advance(seconds(12) + 1);
    const soon = await delivered(test, session);
    expect([soon.status, soon.headers['retry-after']]).toEqual([429, '18']);
    test.clock.advance(seconds(18));
    expect((await delivered(test, session)).status).toBe(200);
  });
});

it('RFC 9110 §8.3: parameters of the media type do not matter, and its case does not either', async () => {
  const test = await openServer();
  const { headers } = await test.clients.auditor.credentials();
  const payload = new URLSearchParams(identification).toString();
  for (const contentType of [
    'application/x-www-form-urlencoded;charset=UTF-8',
    'Application/X-WWW-Form-Urlencoded',
    'application/x-www-form-urlencoded ; charset="utf-8"',
  ]) {
    const answer = await test.inject({
      method: 'POST',
      url: '/otp-authorization',
      headers: { ...headers, 'content-type': contentType },
      payload,
    });
    expect(answer.status, contentType).toBe(200);
  }
});
