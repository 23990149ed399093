/** RFC 6750: how an access token is presented, and how a resource server says what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { openServer } from '../support/open-server.ts';
import { granted, usage } from './by-hand.ts';

/** A challenge taken apart by the grammar of RFC 9110 §11.6.1: a scheme, then attributes in quotes. */
function challenge(value: string | undefined): { scheme: string; attributes: Record<string, string> } {
  const [, scheme = '', rest = ''] = /^([A-Za-z]+)(?: (.*))?$/.exec(value ?? '') ?? [];
  const attributes: Record<string, string> = {};
  let left = rest;
  while (left !== '') {
    const [whole = '', name = '', text = ''] = /^([a-z_]+)="([^"\\]*)"(?:, )?/.exec(left) ?? [];
    if (whole === '' || name in attributes) throw new Error(`no challenge: ${value}`);
    attributes[name] = text;
    left = left.slice(whole.length);
  }
  return { scheme, attributes };
}

const tokenOf = async (test: Parameters<typeof granted>[0], scope?: string): Promise<string> =>
  (await granted(test, undefined, scope)).member('access_token');

describe('RFC 6750 §2.1: the Authorization header field', () => {
  it('carries the token after the scheme, whose case does not matter', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      expect((await usage(test, `${scheme} ${token}`)).status, scheme).toBe(200);
    }
  });

  it('carries one token and nothing else', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    for (const value of [
      `Bearer ${token} ${token}`,
      `Bearer ${token},`,
      `Basic ${token}`,
      token,
      'Bearer',
      'Bearer ',
    ]) {
      expect((await usage(test, value)).status, value.slice(0, 12)).toBe(401);
    }
  });
});

describe('RFC 6750 §2.2 and §2.3: bodies and URIs', () => {
  it('a token in the URI is none', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    const answer = await usage(test, undefined, `?access_token=${token}`);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="usage"');
  });

  it('a token in a form body is none, since the resource takes no bodies', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    const answer = await test.inject({
      method: 'POST',
      url: '/usage',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `access_token=${token}`,
    });
    expect(answer.status).toBe(405);
  });
});

describe('RFC 6750 §3: the WWW-Authenticate response header field', () => {
  it('challenges a request without a token, and gives no error code', async () => {
    const test = await openServer();
    const answer = await usage(test);
    expect(answer.status).toBe(401);
    expect(challenge(answer.headers['www-authenticate'])).toEqual({ scheme: 'Bearer', attributes: { realm: 'usage' } });
    expect(answer.text).toBe('');
  });

  it('tells invalid_token from no token, with a description that quotes nothing of the token', async () => {
    const test = await openServer();
    const answer = await usage(test, 'Bearer eyJhbGciOiJub25lIn0.e30.');
    expect(answer.status).toBe(401);
    const { scheme, attributes } = challenge(answer.headers['www-authenticate']);
    expect([scheme, attributes.realm, attributes.error]).toEqual(['Bearer', 'usage', 'invalid_token']);
    expect(attributes.error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/);
    expect(answer.text + answer.headers['www-authenticate']).not.toContain('eyJ');
  });
});

describe('RFC 6750 §3.1: error codes', () => {
  it('invalid_request has status 400: a parameter is repeated or has an unsupported value', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    for (const query of [
      '?resolution=month&resolution=month',
      '?resolution=minute',
      '?resolution=',
      '?resolution[]=month',
    ]) {
      const answer = await usage(test, `Bearer ${token}`, query);
      const expected = query === '?resolution[]=month' ? 200 : 400; // a parameter of another name is ignored
      expect(answer.status, query).toBe(expected);
      if (expected === 400) expect(answer.body.error).toBe('invalid_request');
    }
  });

  it('invalid_token has status 401: expired, revoked, malformed, or for elsewhere', async () => {
    const test = await openServer();
    const token = await tokenOf(test);
    const [header, payload, signature = ''] = token.split('.');
    const forged = `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const [why, value] of [
      ['another signature', forged],
      ['no signature', `${header}.${payload}.`],
      ['no JWT', 'mF_9.B5f-4.1JqM'],
      ['a client assertion', await test.sign()],
    ] as const) {
      const answer = await usage(test, `Bearer ${value}`);
      expect([answer.status, answer.body.error], why).toEqual([401, 'invalid_token']);
    }
    test.clock.advance(3_600_000);
    const late = await usage(test, `Bearer ${token}`);
    expect([late.status, late.body.error]).toEqual([401, 'invalid_token']);
  });

  it('insufficient_scope has status 403, and says which scope would do', async () => {
    const test = await openServer();
    const token = await tokenOf(test, 'usage:summary');
    expect((await usage(test, `Bearer ${token}`, '?resolution=month')).status).toBe(200);
    const answer = await usage(test, `Bearer ${token}`, '?resolution=hour');
    expect([answer.status, answer.body.error]).toEqual([403, 'insufficient_scope']);
    expect(challenge(answer.headers['www-authenticate']).attributes).toMatchObject({
      error: 'insufficient_scope',
      scope: 'usage:read',
    });
    expect((await usage(test, `Bearer ${token}`)).status).toBe(403);
  });
});

it('RFC 6750 §5.2: what a token opens is not kept by caches', async () => {
  const test = await openServer();
  const answer = await usage(test, `Bearer ${await tokenOf(test)}`);
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
});
