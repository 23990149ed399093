/** The server as a process on a disk that is full, and one that is asked to stop in the middle of its work. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { subjects } from '../support/conversation.ts';
import { freePort, startProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { basic } from '../support/test-clients.ts';
import { until } from '../support/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const _sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const authorization = basic('energy-auditor', 'sandbox-secret');
const identification = new URLSearchParams({
  sub_id: JSON.stringify(subjects.heather),
  scope: 'usage:read',
}).toString();

async function post(url: string, form: Record<string, string> | string) {
  const response = await fetch(url, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>, // every answer in JSON is an object
  };
}

/** Whether this machine lets a process mount a small disk of its own. */
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** A server whose data folder is a disk of its own, of so many megabytes. */
async function onSmallDisk(folder: string, settings: Readonly<Record<string, string>>, megabytes: number) {
  const command = `mount -t tmpfs -o size=${megabytes}m tmpfs "$OTP_FLOW_DATA" && exec "$NODE" --import tsx server/main.ts`;
  const child: ChildProcess = spawn('unshare', ['-rm', 'sh', '-c', command], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE: process.execPath, OTP_FLOW_DATA: folder, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  await until(() => printed.includes('OTP-flow is running'));
  // the disk is seen by this process alone, and by whoever looks through its eyes
  return { disk: join(`/proc/${child.pid}/root`, folder), child, printed: () => printed };
}

describe('A disk that is full', () => {
  it.skipIf(!mayMount)(
    `is told to clients and to the operator, and nothing is lost by it${mayMount ? '' : ' (skipped: no disk can be mounted here)'}`,
    { timeout: 120_000 },
    async () => {
      const folder = temporaryFolder();
      onTestFinished(folder.remove);
      const [port, operationsPort] = [await freePort(), await freePort()];
      const data = join(folder.path, 'data');
      mkdirSync(data);
      const settings = { OTP_FLOW_PORT: String(port), OTP_FLOW_OPERATIONS_PORT: String(operationsPort) };
      const { disk, printed } = await onSmallDisk(data, settings, 2);
      const url = `http://localhost:${port}`;
      const readiness = async () => (await fetch(`http://localhost:${operationsPort}/health/ready`)).status;
      expect(await readiness()).toBe(200);
      const opened = await post(`${url}/otp-authorization`, identification);
      expect(opened.status).toBe(200);
      const session = String(opened.body.auth_session);

      const filler = join(disk, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(4_000_000))).toThrow(/ENOSPC/);
      // what is left of the last page of the disk may hold a few more commits
      await until(async () => (await post(`${url}/otp-authorization`, identification)).status === 503);
      const refused = await post(`${url}/otp-delivery`, { auth_session: session, delivery_option: 'sms' });
      expect(refused).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
      await until(async () => (await readiness()) === 503);
      expect(printed()).toContain('dependency.failed');
      // what needs no store is served all the same
      expect((await fetch(`${url}/.well-known/oauth-authorization-server`)).status).toBe(200);

      rmSync(filler);
      await until(async () => (await readiness()) === 200);
      expect((await post(`${url}/otp-delivery`, { auth_session: session, delivery_option: 'sms' })).status).toBe(200);
      let code = '';
      await until(async () => {
        const { messages } = (await (await fetch(`${url}/sandbox/messages`)).json()) as {
          messages: { code: string }[];
        }; // of the sandbox
        code = messages[0]?.code ?? '';
        return code !== '';
      });
      const granted = await post(`${url}/token`, {
        grant_type: 'urn:ietf:params:oauth:grant-type:otp',
        auth_session: session,
        user_code: code,
      });
      expect(granted.status).toBe(200);
    },
  );
});

/** A request that the server has begun to read, and half of whose body is still to come. */
async function halfSent(port: number) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
  });
  socket.write(
    [
      'POST /otp-authorization HTTP/1.1',
      'Host: localhost',
      `Authorization: ${authorization}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${identification.length}`,
      'Connection: close',
      'Expect: 100-continue',
      '',
      '',
    ].join('\r\n'),
  );
  await until(() => answer.includes('100 Continue'));
  answer = '';
  socket.write(identification.slice(0, 20));
  return {
    finish: async () => {
      const ended = once(socket, 'close');
      socket.write(identification.slice(20));
      await ended;
      return answer;
    },
  };
}

describe('A server that is asked to stop', () => {
  it('answers what it has begun, takes nothing new, and says meanwhile that it stops', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const [port, operationsPort] = [await freePort(), await freePort()];
    const running = startProcess({
      OTP_FLOW_PORT: String(port),
      OTP_FLOW_HOST: '127.0.0.1',
      OTP_FLOW_ISSUER: `http://127.0.0.1:${port}`,
      OTP_FLOW_OPERATIONS_PORT: String(operationsPort),
      OTP_FLOW_DATA: folder.path,
    });
    onTestFinished(async () => void (await running.ended('SIGKILL')));
    await running.printed('OTP-flow is running');
    const begun = await Promise.all(Array.from({ length: 8 }, () => halfSent(port)));
    const end = running.ended('SIGTERM');
    await until(async () => (await fetch(`http://127.0.0.1:${operationsPort}/health/ready`)).status === 503);
    await expect(fetch(`http://127.0.0.1:${port}/.well-known/oauth-authorization-server`)).rejects.toThrow();
    const answers = await Promise.all(begun.map(({ finish }) => finish()));
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).toContain('"auth_session":"');
    }
    expect(await end).toBe(0);
  });

  it('hands over the message that waits, or keeps it for its next life', { timeout: 90_000 }, async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const posted: string[] = [];
    let answer = 503;
    const provider = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        if (answer === 204) posted.push(body);
        response.writeHead(answer).end();
      });
    });
    provider.listen(0, '127.0.0.1');
    await once(provider, 'listening');
    onTestFinished(() => void provider.close());
    const port = await freePort();
    const settings = {
      OTP_FLOW_PORT: String(port),
      OTP_FLOW_DATA: folder.path,
      OTP_FLOW_GATEWAY_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`, // it listens on a port
      OTP_FLOW_GATEWAY_SECRET: 'shared',
    };
    const url = `http://localhost:${port}`;
    const sent = async (): Promise<void> => {
      const { body } = await post(`${url}/otp-authorization`, identification);
      const form = { auth_session: String(body.auth_session), delivery_option: 'sms' };
      expect((await post(`${url}/otp-delivery`, form)).status).toBe(200);
    };
    const first = startProcess(settings);
    onTestFinished(async () => void (await first.ended('SIGKILL')));
    await first.printed('OTP-flow is running');
    await sent();
    expect(await first.ended('SIGTERM')).toBe(0);
    expect(posted).toEqual([]);

    answer = 204;
    const second = startProcess(settings);
    onTestFinished(async () => void (await second.ended('SIGKILL')));
    await second.printed('OTP-flow is running');
    await until(() => posted.length === 1);
    await sent();
    // the one that was written just before is handed over before the end
    expect(await second.ended('SIGTERM')).toBe(0);
    expect(posted).toHaveLength(2);
    expect(new Set(posted.map((body) => (JSON.parse(body) as { id: string }).id)).size).toBe(2);
  });
});
