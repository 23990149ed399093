/**
 * `npm run conformance:sources`: starts the server as `npm start` does, with the limits of the state suite, and runs the
 * command-line tool on it with each of the five OTP sources. Exists because what is installed is the tool, and not a function.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ConformanceConfig } from '../conformance/config.ts';
import { metadataUrlOf } from '../conformance/discovery.ts';
import { generatedJson } from '../conformance/facts.ts';
import { byMail, preparedSource, type SourceKind, sourceKinds } from './sources.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const [port, mailPort] = [18_628, 18_625];
const issuer = `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const base = generatedJson<ConformanceConfig>('conformance/state-suite.config.json');

const node = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: top,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'inherit', 'inherit'],
  });

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));

async function startedServer(environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const server = spawn(
    process.execPath,
    ['--env-file=generated/conformance/state-suite.env', '--import', 'tsx', 'server/main.ts'],
    {
      cwd: top,
      env: {
        ...process.env,
        OTP_FLOW_PORT: String(port),
        OTP_FLOW_DATA: mkdtempSync(join(folder, 'data-')),
        ...environment,
      },
      stdio: 'ignore',
    },
  );
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const answer = await fetch(metadataUrlOf(issuer)).catch(() => undefined);
    if (answer?.ok) return server;
    await sleep(500);
  }
  server.kill();
  throw new Error('the server did not start');
}

/** Types what stands in the inbox whenever the tool asks; the question is on its standard error, so this one only looks. */
async function typing(tool: ChildProcess): Promise<void> {
  const seen = new Set<string>();
  while (tool.exitCode === null) {
    const answer = await fetch(`${issuer}/sandbox/messages`).catch(() => undefined);
    const { messages } = ((await answer?.json()) ?? { messages: [] }) as {
      messages: { id: string; code: string | null }[];
    }; // of our own sandbox
    for (const { id, code } of [...messages].reverse()) {
      if (!seen.has(id) && code !== null) tool.stdin?.write(`${code}\n`);
      seen.add(id);
    }
    await sleep(20);
  }
}

/** Everything once; for what is slow, what differs from one source to the other. */
const parts: Readonly<Record<SourceKind, readonly string[]>> = {
  inbox: ['requirements', 'http', 'indistinguishability', 'races', 'tokens', 'states/limit-*'],
  command: [
    'requirements/story',
    'requirements/message-*',
    'requirements/newest-code-only',
    'requirements/denial-ends',
  ],
  smtp: ['requirements', 'tokens'],
  fixed: ['requirements', 'tokens'],
  prompt: ['requirements/story', 'requirements/wrong-code-then-right', 'requirements/newest-code-only'],
};

let worst = 0;
for (const kind of sourceKinds) {
  const server = await startedServer(kind === 'smtp' ? { OTP_FLOW_SMTP_URL: `smtp://127.0.0.1:${mailPort}` } : {});
  try {
    const config =
      kind === 'smtp'
        ? { ...base, ...byMail, otp: { source: 'smtp', port: mailPort } }
        : kind === 'prompt'
          ? { ...base, otp: { source: 'prompt' } }
          : (await preparedSource(kind, issuer, base)).config;
    const file = join(folder, `${kind}.json`);
    writeFileSync(file, JSON.stringify(config));
    const part = parts[kind].flatMap((name) => ['--only', name]);
    const tool = node(['test/conformance/cli.ts', '--issuer', issuer, '--config', file, '--quiet', ...part]);
    if (kind === 'prompt') void typing(tool);
    const status = await ended(tool);
    console.log(`== ${kind} ended with ${status}`);
    worst = Math.max(worst, status);
  } finally {
    server.kill();
    await ended(server);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = worst;
