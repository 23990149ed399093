/** `npm start`, as an operator sees it: it starts, serves the story, stops when asked, and goes on where it was. */

import { createHash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeIn } from '../support/conversation.ts';
import { freePort, type ServerProcess, startProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { basic } from '../support/test-clients.ts';

const folder = temporaryFolder();
let port: number;
let issuer: string;
let running: ServerProcess | undefined;

beforeAll(async () => {
  port = await freePort();
  issuer = `http://localhost:${port}`;
});
afterEach(async () => {
  await running?.ended('SIGKILL');
  running = undefined;
});
afterAll(folder.remove);

const start = async (): Promise<ServerProcess> => {
  running = startProcess({ OTP_FLOW_PORT: String(port), OTP_FLOW_DATA: join(folder.path, 'data') });
  await running.printed('OTP-flow is running');
  return running;
};

const post = async (
  path: string,
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(issuer + path, {
    method: 'POST',
    headers: { authorization: basic('energy-auditor', 'sandbox-secret') },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }; // every answer has a JSON object
};

const heather = '{"format":"postal_address","street_address":"12 Sunny Lane","postal_code":"90001"}';

/** The passcode in the newest message of the sandbox's inbox, once it has come. */
async function codeInInbox(): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { messages } = (await (await fetch(`${issuer}/inbox/messages`)).json()) as {
      messages: { method: 'sms'; text: string }[];
    }; // as the inbox serves it
    const code = messages.map(codeIn).find((found) => found !== undefined);
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no message came');
}

const redemption = (auth_session: unknown, user_code: string) => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:otp',
  auth_session: String(auth_session),
  user_code,
});

describe('npm start', { timeout: 60_000 }, () => {
  let session: unknown;
  let code: string;
  let token: unknown;

  it('says what to open, and serves the story up to the passcode', async () => {
    const server = await start();
    for (const page of ['/kiosk', '/inbox', '/site/', '/.well-known/oauth-authorization-server']) {
      expect(server.output()).toContain(issuer + page);
      expect((await fetch(issuer + page)).status, page).toBe(200);
    }
    const opened = await post('/otp-authorization', { sub_id: heather, scope: 'usage:read' });
    session = opened.body.auth_session;
    expect(opened.body.iss).toBe(issuer);
    expect((await post('/otp-delivery', { auth_session: String(session), delivery_option: 'sms' })).status).toBe(200);
    code = await codeInInbox();
    expect((await post('/token', redemption(session, 'wrong-code'))).body.error).toBe('invalid_user_code');
    for (const secret of [code, String(session), 'sandbox-secret', '12025550143']) {
      expect(server.output()).not.toContain(secret);
    }
    expect(await server.ended('SIGTERM')).toBe(0);
    expect(server.complaints()).toBe('');
  });

  it('transaction/durable: after a stop and a start the open transaction goes on, to the usage data', async () => {
    const server = await start();
    expect((await post('/token', redemption(session, 'wrong-code'))).body.error).toBe('invalid_user_code');
    const granted = await post('/token', redemption(session, code));
    expect(granted.status).toBe(200);
    token = granted.body.access_token;
    const usage = await fetch(`${issuer}/usage?resolution=month`, { headers: { authorization: `Bearer ${token}` } });
    expect(usage.status).toBe(200);
    expect(await server.ended('SIGINT')).toBe(0);
  });

  it('transaction/durable: and after the power failed nothing is granted twice, and the token still works', async () => {
    await (await start()).ended('SIGKILL');
    const server = await start();
    expect((await post('/token', redemption(session, code))).body.error).toBe('invalid_grant');
    const usage = await fetch(`${issuer}/usage`, { headers: { authorization: `Bearer ${token}` } });
    expect(usage.status).toBe(200);
    expect(await server.ended('SIGTERM')).toBe(0);
  });

  it('keeps its keys to itself', () => {
    for (const file of ['keys.json', 'kiosk-key.json']) {
      expect(statSync(join(folder.path, 'data', file)).mode & 0o077, file).toBe(0);
    }
    expect(statSync(join(folder.path, 'data')).mode & 0o077).toBe(0);
  });
});

it('npm start without the sandbox: no page for trying things, and no client whose secret everybody knows', {
  timeout: 60_000,
}, async () => {
  running = startProcess({
    OTP_FLOW_PORT: String(port),
    OTP_FLOW_DATA: join(folder.path, 'closed'),
    OTP_FLOW_SANDBOX: 'off',
  });
  await running.printed('OTP-flow is running');
  for (const page of ['/kiosk', '/inbox', '/inbox/messages'])
    expect((await fetch(issuer + page)).status, page).toBe(404);
  expect((await fetch(`${issuer}/.well-known/oauth-authorization-server`)).status).toBe(200);
  const answer = await post('/otp-authorization', { sub_id: heather, scope: 'usage:read' });
  expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  expect(await running.ended('SIGTERM')).toBe(0);
});

describe('npm start in production', { timeout: 60_000 }, () => {
  const secretSha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex');
  const write = (name: string, content: unknown): string => {
    const file = join(folder.path, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const client = (secret: string) => ({
    clientId: 'energy-auditor',
    displayName: 'Energy Auditor',
    authentication: { method: 'clientSecretBasic', secretSha256: secretSha256(secret) },
    scopes: ['usageRead'],
    mayUseOtp: true,
  });
  const customer = {
    accountId: 'account-1',
    accountNumber: '1',
    meterNumber: '2',
    address: { street_address: '12 Sunny Lane', postal_code: '90001' },
    contacts: { sms: '+12025550143' },
  };
  const settingsFile = (clients: unknown, operationsPort: number): string =>
    write(
      'production.env',
      [
        `OTP_FLOW_PORT=${port}`,
        'OTP_FLOW_PRODUCTION=on',
        'OTP_FLOW_SANDBOX=off',
        'OTP_FLOW_ISSUER=https://utility.example',
        `OTP_FLOW_DATA=${join(folder.path, 'production')}`,
        `OTP_FLOW_CLIENTS=${write('production-clients.json', clients)}`,
        `OTP_FLOW_CUSTOMERS=${write('production-customers.json', [customer])}`,
        'OTP_FLOW_SMTP_URL=smtps://127.0.0.1:1',
        `OTP_FLOW_OPERATIONS_PORT=${operationsPort}`,
      ].join('\n'),
    );

  it('takes its settings from a file, serves its clients, and tells its operator what happens', async () => {
    const operationsPort = await freePort();
    running = startProcess({ OTP_FLOW_SETTINGS: settingsFile([client('sandbox-secret-no-more')], operationsPort) });
    await running.printed('OTP-flow is running');
    const response = await fetch(`${issuer}/otp-authorization`, {
      method: 'POST',
      headers: { authorization: basic('energy-auditor', 'sandbox-secret-no-more') },
      body: new URLSearchParams({ sub_id: heather, scope: 'usage:read' }),
    });
    expect([response.status, ((await response.json()) as { iss: string }).iss]).toEqual([
      200,
      'https://utility.example',
    ]);
    const operator = `http://localhost:${operationsPort}`;
    for (const path of ['/health/live', '/health/ready']) expect((await fetch(operator + path)).status, path).toBe(200);
    const metrics = await (await fetch(`${operator}/metrics`)).text();
    expect(metrics).toContain('otp_flow_answers_total{exchange="identification",outcome="sessionIssued"} 1');
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expect((await fetch(issuer + path)).status, path).toBe(404);
    expect(await running.ended('SIGTERM')).toBe(0);
  });

  it('does not start with a client whose secret is that of the sandbox, and names the client', async () => {
    running = startProcess({ OTP_FLOW_SETTINGS: settingsFile([client('sandbox-secret')], 0) });
    expect(await running.ended()).toBe(1);
    expect(running.complaints()).toContain('Client energy-auditor has the secret of the sandbox');
  });

  it('does not start when the file of its settings cannot be read, and names the file', async () => {
    running = startProcess({ OTP_FLOW_SETTINGS: join(folder.path, 'nowhere.env') });
    expect(await running.ended()).toBe(1);
    expect(running.complaints()).toContain('nowhere.env, which cannot be read');
  });
});

describe('npm start with something wrong', { timeout: 60_000 }, () => {
  const endOf = async (settings: Record<string, string>): Promise<string> => {
    running = startProcess({ OTP_FLOW_DATA: join(folder.path, 'other'), ...settings });
    expect(await running.ended()).toBe(1);
    expect(running.complaints()).not.toMatch(/^\s+at /m);
    return running.complaints();
  };

  it('in its settings: ends with status 1, and says all of it in words', async () => {
    const words = await endOf({ OTP_FLOW_PORT: 'x', OTP_FLOW_LIMIT_CODE_LENGTH: '4' });
    expect(words).toContain('The settings cannot be used:');
    expect(words).toContain('- OTP_FLOW_PORT has to be a port number');
    expect(words).toContain(
      '- OTP_FLOW_LIMIT_CODE_LENGTH is 4; it has to be a whole number of characters from 6 to 16',
    );
  });

  it('in its client file: names the file and the client', async () => {
    const file = join(folder.path, 'clients.json');
    writeFileSync(file, '[{"clientId":"a","displayName":""}]');
    expect(await endOf({ OTP_FLOW_CLIENTS: file })).toContain('Client 1 (a) needs displayName');
  });

  it('because its port is taken: says so', async () => {
    const taken = createServer().listen(0, 'localhost');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address() as { port: number }; // it listens on a port
    const words = await endOf({ OTP_FLOW_PORT: String(address.port) });
    taken.close();
    expect(words).toContain(`EADDRINUSE`);
  });

  it('because its keys are broken: names the file and quotes nothing of it', async () => {
    const data = temporaryFolder();
    writeFileSync(join(data.path, 'keys.json'), '{"hashSecret":"hush-hush"}');
    const words = await endOf({ OTP_FLOW_DATA: data.path });
    data.remove();
    expect(words).toContain('keys.json is broken');
    expect(words).not.toContain('hush-hush');
  });
});
