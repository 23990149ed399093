/** What a sandbox can be told over HTTP, and that a server without one knows none of it. */
import { describe, expect, it } from 'vitest';
import { policyWith, sandboxRoutes } from '../../../model/index.ts';
import { accounts, openSandboxServer } from './sandbox-server.ts';

describe('The clock of a sandbox', () => {
  it('tells the time, and is advanced for passcodes, waits, transactions and tokens alike', async () => {
    const server = await openSandboxServer();
    const { body } = await server.get('/sandbox/clock');
    const session = await server.open(accounts.fixedCode);
    await server.deliver(session);
    expect((await server.deliver(session)).status).toBe(429);
    const advanced = await server.tell('/sandbox/clock', { advanceSeconds: 30 });
    expect(advanced.body).toEqual({ now: Number(body.now) + 30_000 });
    expect((await server.deliver(session)).status).toBe(200);
    const token = (await server.redeem(session, '12345678')).member('access_token');
    const usage = () => server.app.http.inject({ url: '/usage', headers: { authorization: `Bearer ${token}` } });
    expect((await usage()).statusCode).toBe(200);
    await server.tell('/sandbox/clock', { advanceSeconds: 3600 });
    expect((await usage()).statusCode).toBe(401);
  });

  it.each([
    { advanceSeconds: -1 },
    { advanceSeconds: '5' },
    {},
    { advanceSeconds: 1e12 },
    { advanceSeconds: 1, by: 2 },
  ])('does not move for %j', async (body) => {
    const server = await openSandboxServer();
    const before = (await server.get('/sandbox/clock')).text;
    expect((await server.tell('/sandbox/clock', body)).status).toBe(400);
    expect((await server.get('/sandbox/clock')).text).toBe(before);
  });

  it('gives the outbox its time on the way: what is to be tried again is, however far the clock goes', async () => {
    const server = await openSandboxServer();
    const session = await server.open(accounts.unreachable);
    await server.deliver(session);
    await server.tell('/sandbox/clock', { advanceSeconds: 10 });
    expect(await server.fates(session)).toEqual(['failed']);
  });
});

describe('The messages of a sandbox', () => {
  it('are there when a passcode was sent, with the passcode taken out, and not to be kept', async () => {
    const server = await openSandboxServer();
    const session = await server.open(accounts.heather);
    await server.deliver(session);
    const answer = await server.get('/sandbox/messages?contact=%2B12025550143');
    const [message] = answer.body.messages as { code: string; method: string }[]; // of our own route
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(message).toMatchObject({ method: 'sms', subject: 'Your code for Bright Home Audits' });
    expect((await server.redeem(session, message?.code ?? '')).status).toBe(200);
  });

  it('can be waited for', async () => {
    const server = await openSandboxServer();
    const waiting = server.get('/sandbox/messages?waitSeconds=20');
    const session = await server.open(accounts.heather);
    await server.deliver(session);
    expect((await waiting).body.messages).toHaveLength(1);
  });

  it.each(['waitSeconds=31', 'waitSeconds=-1', 'waitSeconds=long', 'wait=1'])(
    'are not asked for with %s',
    async (query) => {
      const server = await openSandboxServer();
      expect((await server.get(`/sandbox/messages?${query}`)).status).toBe(400);
    },
  );
});

describe('A fixed code', () => {
  it('is sent to a contact until it is taken back', async () => {
    const server = await openSandboxServer();
    const contact = '+12025550143';
    expect((await server.tell('/sandbox/fixed-code', { contact, code: '00000001' })).status).toBe(204);
    const session = await server.open(accounts.heather);
    await server.deliver(session);
    expect((await server.redeem(session, '00000001')).status).toBe(200);
    expect((await server.tell('/sandbox/fixed-code', { contact, code: null })).status).toBe(204);
    const next = await server.open(accounts.heather);
    await server.deliver(next);
    expect((await server.redeem(next, '00000001')).body.error).toBe('invalid_user_code');
  });

  it.each(['1234567', '123456789', '1234567a', ''])(
    'is not %j, which no passcode of the server could be',
    async (code) => {
      const server = await openSandboxServer();
      const answer = await server.tell('/sandbox/fixed-code', { contact: '+12025550143', code });
      expect(answer.status).toBe(400);
      expect(answer.member('message')).toContain('8 characters of the set numeric');
    },
  );

  it('of magic customers is as long as the server wants it, in its characters', async () => {
    const policy = policyWith({ limits: { codeLength: 6 } });
    const server = await openSandboxServer({ policy, codeCharset: 'base20' });
    const session = await server.open(accounts.fixedCode);
    await server.deliver(session);
    expect((await server.redeem(session, 'CDFGHJ')).status).toBe(200);
  });
});

describe('Magic customers', () => {
  it('have their past under every policy', async () => {
    const policy = policyWith({ limits: { sendsPerTransaction: 5, wrongCodesPerTransaction: 2 } });
    const server = await openSandboxServer({ policy });
    expect((await server.deliver(await server.open(accounts.sendsUsedUp))).body.error).toBe('delivery_limit_exceeded');
    expect((await server.redeem(await server.open(accounts.locked), '1')).body.error).toBe('invalid_grant');
  });

  it('are as good as new each time, however often they were named', async () => {
    const server = await openSandboxServer();
    for (let count = 0; count < 15; count += 1) {
      const session = await server.open(accounts.fixedCode);
      await server.deliver(session);
      expect((await server.redeem(session, '12345678')).status).toBe(200);
    }
  });

  it('that are not reached look like any other to the client', async () => {
    const server = await openSandboxServer();
    const shapes = [];
    for (const account of [accounts.fixedCode, accounts.late, accounts.unreachable, accounts.flooded]) {
      const { status, body } = await server.deliver(await server.open(account));
      shapes.push({ status, ...body, binding_message: '' });
    }
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
  });
});

describe('Faults of a sandbox', () => {
  it('let a message fail as often as was asked, and no more', async () => {
    const server = await openSandboxServer();
    await server.tell('/sandbox/faults', { delivery: 'fails', times: 3 });
    const session = await server.open(accounts.heather);
    await server.deliver(session);
    await server.tell('/sandbox/clock', { advanceSeconds: 30 });
    expect(await server.fates(session)).toEqual(['failed']);
    await server.deliver(session);
    expect(await server.fates(session)).toEqual(['delivered', 'failed']);
  });

  it('let a message come late, although the gateway took it', async () => {
    const server = await openSandboxServer();
    await server.tell('/sandbox/faults', { delivery: 'slow' });
    const session = await server.open(accounts.heather);
    await server.deliver(session);
    expect(await server.fates(session)).toEqual(['delivered']);
    expect((await server.get('/sandbox/messages')).body.messages).toEqual([]);
    await server.tell('/sandbox/clock', { advanceSeconds: 20 });
    expect((await server.get('/sandbox/messages')).body.messages).toHaveLength(1);
  });

  it('let a request fail before anything has happened', async () => {
    const server = await openSandboxServer();
    const session = await server.open(accounts.fixedCode);
    await server.tell('/sandbox/faults', { server: 'fails', times: 2 });
    for (const _ of [1, 2]) {
      const failed = await server.deliver(session);
      expect([failed.status, failed.text, failed.headers['cache-control']]).toEqual([500, '', 'no-store']);
    }
    expect(await server.fates(session)).toEqual([]);
    expect((await server.deliver(session)).status).toBe(200);
  });

  it('let an answer get lost after everything has happened', async () => {
    const server = await openSandboxServer();
    const session = await server.open(accounts.fixedCode);
    await server.deliver(session);
    await server.tell('/sandbox/faults', { server: 'losesAnswer' });
    const lost = await server.redeem(session, '12345678');
    expect([lost.status, lost.text]).toEqual([502, '']);
    expect((await server.redeem(session, '12345678')).body.error).toBe('invalid_grant');
  });

  it('lock a transaction, and leave the next one alone', async () => {
    const server = await openSandboxServer();
    await server.tell('/sandbox/faults', { transaction: 'locks' });
    expect((await server.deliver(await server.open(accounts.heather))).body.error).toBe('invalid_session');
    expect((await server.deliver(await server.open(accounts.heather))).status).toBe(200);
  });

  it('can be taken back', async () => {
    const server = await openSandboxServer();
    await server.tell('/sandbox/faults', { server: 'fails', transaction: 'locks', times: 5 });
    await server.tell('/sandbox/faults', { server: 'ok', transaction: 'ok' });
    expect((await server.deliver(await server.open(accounts.heather))).status).toBe(200);
  });

  it.each([{}, { delivery: 'explodes' }, { deliverys: 'fails' }, { server: 'fails', times: 0.5 }])(
    'are not planned for %j',
    async (body) => {
      const server = await openSandboxServer();
      expect((await server.tell('/sandbox/faults', body)).status).toBe(400);
      expect((await server.deliver(await server.open(accounts.heather))).status).toBe(200);
    },
  );
});

describe('Without a sandbox', () => {
  it.each(
    Object.values(sandboxRoutes).flatMap(({ path, calls }) => calls.map(({ method }) => [method, path] as const)),
  )('there is nothing at %s %s', async (method, path) => {
    const server = await openSandboxServer({ hasSandbox: false });
    const answer = method === 'GET' ? await server.get(path) : await server.tell(path, { advanceSeconds: 1 });
    expect(answer.status).toBe(404);
    const withSandbox = await openSandboxServer();
    const known = method === 'GET' ? await withSandbox.get(path) : await withSandbox.tell(path, {});
    expect(known.status).not.toBe(404);
  });

  it('magic customers are customers like any other', async () => {
    const server = await openSandboxServer({ hasSandbox: false });
    const { fixedCode: _, ...others } = accounts;
    for (const account of Object.values(others)) {
      const session = await server.open(account);
      expect((await server.deliver(session)).status).toBe(200);
      expect((await server.redeem(session, '12345678')).body.error).toBe('invalid_user_code');
    }
  });

  it('the busy client is not busy, and the fixed code is not fixed', async () => {
    const server = await openSandboxServer({ hasSandbox: false });
    const session = await server.open(accounts.fixedCode, 'busy-auditor');
    expect(session).not.toBe('');
    const own = await server.open(accounts.fixedCode);
    await server.deliver(own);
    expect((await server.redeem(own, '12345678')).body.error).toBe('invalid_user_code');
  });
});
