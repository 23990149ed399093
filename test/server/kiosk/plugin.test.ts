import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kioskPageFiles } from '../../../server/kiosk/page/files.ts';
import { countingRandomness } from './kiosk-parts.ts';
import { address, type RunningKiosk, startKiosk } from './running-kiosk.ts';

let kiosk: RunningKiosk;
beforeEach(async () => {
  kiosk = await startKiosk();
});
afterEach(() => kiosk.close());

const posted = (url: string, payload: string | undefined, headers: Record<string, string> = {}) =>
  kiosk.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });

describe('the page of the kiosk', () => {
  it('is served with everything it loads, each file with its type', async () => {
    expect(kioskPageFiles.length).toBeGreaterThan(10);
    for (const { path, contentType } of kioskPageFiles) {
      const { statusCode, headers, rawPayload } = await kiosk.app.inject(path);
      expect([path, statusCode, headers['content-type']]).toEqual([path, 200, contentType]);
      expect(rawPayload.length).toBeGreaterThan(0);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('runs no script but its own, talks to nobody else, and is shown in no frame', async () => {
    const { headers } = await kiosk.app.inject('/kiosk');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('the session of a browser', () => {
  it('begins with a cookie that is set once', async () => {
    const first = await kiosk.app.inject('/kiosk/view');
    expect(first.headers['set-cookie']).toMatch(/^kiosk-session=[\w-]{43}; Path=\/kiosk; HttpOnly; SameSite=Strict$/);
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const second = await kiosk.app.inject({ url: '/kiosk/view', headers: { cookie } });
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is never one that the browser made up', async () => {
    const { headers } = await kiosk.app.inject({ url: '/kiosk/view', headers: { cookie: 'kiosk-session=made-up' } });
    expect(headers['set-cookie']).toMatch(/^kiosk-session=[\w-]{43};/);
  });

  it('is its own: another browser begins at the beginning', async () => {
    const heather = kiosk.customer();
    await heather.post('address', address);
    expect(await kiosk.customer().view()).toEqual({ screen: 'address' });
    expect(await heather.view()).toMatchObject({ screen: 'method' });
  });

  it('ends with a restart: the next customer gets another one', async () => {
    const heather = kiosk.customer();
    await heather.post('address', address);
    const old = heather.cookie;
    expect(await heather.post('restart')).toEqual({ screen: 'address' });
    expect(heather.cookie).not.toBe(old);
    const stale = await kiosk.app.inject({ url: '/kiosk/view', headers: { cookie: String(old) } });
    expect(stale.json()).toEqual({ screen: 'address' });
    expect(stale.headers['set-cookie']).toBeDefined();
  });

  it('is forgotten after a quarter of an hour without a request', async () => {
    const heather = kiosk.customer();
    await heather.post('address', address);
    kiosk.clock.pass(899);
    expect(await heather.view()).toMatchObject({ screen: 'method' });
    kiosk.clock.pass(900);
    expect(await heather.view()).toEqual({ screen: 'address' });
  });
});

describe('the requests of the page', () => {
  it('are answered so that no cache keeps them', async () => {
    for (const response of [
      await kiosk.app.inject('/kiosk/view'),
      await posted('/kiosk/restart', '{}', { 'content-type': 'application/json' }),
      await posted('/kiosk/restart', 'no JSON', { 'content-type': 'application/json' }),
    ]) {
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.headers['content-type']).toMatch(/^application\/json/);
    }
  });

  it('have to be JSON, which no page of another site can send unasked', async () => {
    const payload = JSON.stringify(address);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
    ]) {
      const { statusCode } = await posted('/kiosk/address', payload, { 'content-type': type });
      expect([type, statusCode]).toEqual([type, 415]);
    }
    for (const deed of ['resend', 'restart', 'address']) {
      expect((await posted(`/kiosk/${deed}`, undefined)).statusCode).toBe(400);
      expect((await kiosk.app.inject({ method: 'GET', url: `/kiosk/${deed}` })).statusCode).toBe(404);
    }
    expect((await kiosk.app.inject({ method: 'OPTIONS', url: '/kiosk/address' })).statusCode).toBe(404);
    expect(kiosk.stub.received).toEqual([]);
    const accepted = await posted('/kiosk/address', payload, { 'content-type': 'application/json; charset=utf-8' });
    expect(accepted.json()).toMatchObject({ screen: 'method' });
  });

  it('have to be of their form and of bounded size, and are refused without an echo', async () => {
    const bad = [
      ['{"streetAddress":"secret street"', 400],
      ['{"streetAddress":"secret street"}', 400],
      ['[]', 400],
      ['"secret street"', 400],
      ['{"__proto__":{"secret street":1},"streetAddress":"a","postalCode":"b"}', 400],
      [JSON.stringify({ streetAddress: 'secret street'.repeat(400), postalCode: '90001' }), 413],
    ] as const;
    for (const [payload, status] of bad) {
      const response = await posted('/kiosk/address', payload, { 'content-type': 'application/json' });
      expect([payload.slice(0, 40), response.statusCode]).toEqual([payload.slice(0, 40), status]);
      expect(response.json()).toEqual({ error: 'The kiosk cannot read this request.' });
      expect(response.headers['set-cookie']).toBeUndefined();
    }
    expect(kiosk.log).toEqual([]);
  });

  it('that fail because of the kiosk itself are answered calmly, and can be made again', async () => {
    await kiosk.close();
    const chance = countingRandomness();
    let isBroken = false;
    kiosk = await startKiosk({
      randomness: {
        bytes(length) {
          if (isBroken) throw new Error('no entropy for secret street');
          return chance.bytes(length);
        },
      },
    });
    const heather = kiosk.customer();
    await heather.view();
    isBroken = true;
    const body = JSON.stringify({ error: 'The kiosk has a problem of its own.' });
    await expect(heather.post('address', address)).rejects.toThrow(`status 500: ${body}`);
    expect(kiosk.log).toEqual(['kiosk.failed {"error":"Error","path":"/kiosk/address"}']);
    isBroken = false;
    expect(await heather.view()).toEqual({ screen: 'address' });
    expect(await heather.post('address', address)).toMatchObject({ screen: 'method' });
  });
});
