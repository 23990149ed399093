/** The README keeps its word: what it tells people to type works, in the order in which it says so. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const top = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFile(join(top, path), 'utf8');
const shellBlocks = (text: string): string[] =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);

describe('The commands of the README', () => {
  let folder: string;
  let server: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'otp-flow-readme-'));
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = spawn('npm', ['start'], {
      cwd: top,
      env: { ...process.env, OTP_FLOW_PORT: String(port), OTP_FLOW_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const { stdout } = server;
    if (stdout === null) throw new Error('npm start has no output');
    await new Promise<void>((resolve, reject) => {
      server.once('exit', () => reject(new Error('npm start ended')));
      stdout.on('data', (text) => String(text).includes('OTP-flow is running') && resolve());
    });
  });
  afterAll(async () => {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM'); // npm and the server that it started
    await rm(folder, { recursive: true, force: true });
  });

  it('begin with two that start everything', async () => {
    expect(shellBlocks(await read('README.md'))[0]).toBe('npm ci\nnpm start\n');
  });

  it('serve the pages that it names', async () => {
    const named = [...(await read('README.md')).matchAll(/<http:\/\/localhost:8628(\/[^>]*)>/g)].map(
      ([, path]) => path,
    );
    expect(named).toEqual(expect.arrayContaining(['/kiosk', '/inbox', '/site/']));
    for (const path of named) expect((await fetch(origin + path)).status, path).toBe(200);
  });

  it('take somebody with a shell from an address to a year of usage', async () => {
    const [, byHand = ''] = shellBlocks(await read('README.md'));
    expect(byHand).toContain('AS=http://localhost:8628');
    const script = byHand.replace('AS=http://localhost:8628', `AS=${origin}`);
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script]);
    const [sent = '', usage = ''] = stdout.trim().split('\n');
    expect(JSON.parse(sent)).toMatchObject({ expires_in: 600, code_length: 8, code_charset: 'numeric' });
    const { resolution, intervals } = JSON.parse(usage) as { resolution: string; intervals: unknown[] }; // of our own server
    expect(resolution).toBe('month');
    expect(intervals.length).toBeGreaterThanOrEqual(12);
  });

  it('are scripts of the package, and CI runs each of them', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }; // npm reads it so
    const ci = await read('.ci/run');
    const named = shellBlocks(await read('README.md'))
      .flatMap((block) => [...block.matchAll(/^npm (?:run )?([a-z]+)/gm)].map(([, name = '']) => name))
      .filter((name) => name !== 'ci' && name !== 'start');
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) {
      expect(Object.keys(scripts)).toContain(name);
      expect(ci).toMatch(new RegExp(`npm (run -s )?${name}\\b`));
    }
  });
});

describe('The links of the README', () => {
  it('lead to files that are there', async () => {
    const text = await read('README.md');
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, path = '']) => path)
      .filter((path) => !/^https?:/.test(path));
    expect(links.length).toBeGreaterThan(5);
    const { access } = await import('node:fs/promises');
    for (const path of links) await expect(access(join(top, path)), path).resolves.toBeUndefined();
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
