/** Keys are rotated on a server that runs: `npm run rotate-keys`, then SIGHUP, and nothing stops in between. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, type ServerProcess, startProcess } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { until } from '../../support/until.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));

interface Running {
  readonly server: ServerProcess;
  readonly dataFolder: string;
  /** The identifiers of the keys that it publishes. */
  published(): Promise<string[]>;
}

async function running(): Promise<Running> {
  const folder = temporaryFolder();
  const port = await freePort();
  const server = startProcess({ OTP_FLOW_PORT: String(port), OTP_FLOW_DATA: folder.path });
  onTestFinished(async () => {
    await server.ended('SIGKILL');
    folder.remove();
  });
  await server.printed('OTP-flow is running');
  return {
    server,
    dataFolder: folder.path,
    published: async () => {
      const { keys } = (await (await fetch(`http://localhost:${port}/jwks`)).json()) as { keys: { kid: string }[] }; // RFC 7517 §5
      return keys.map(({ kid }) => kid);
    },
  };
}

const rotated = (dataFolder: string): Promise<{ readonly stdout: string }> =>
  promisify(execFile)('npm', ['run', '-s', 'rotate-keys', '--', '2'], {
    cwd: top,
    env: { ...process.env, OTP_FLOW_DATA: dataFolder },
  });

describe('A server that runs', { timeout: 60_000 }, () => {
  it('publishes the next signing key once it is told that the file has changed, and keeps the one before', async () => {
    const { server, dataFolder, published } = await running();
    const before = await published();
    expect(before).toHaveLength(1);
    const { stdout } = await rotated(dataFolder);
    expect(stdout).toContain('Send SIGHUP');
    expect(await published()).toEqual(before);
    server.tell('SIGHUP');
    await until(async () => (await published()).length === 2);
    const after = await published();
    expect(after).toHaveLength(2);
    expect(after).toContain(before[0]);
    expect(server.output()).toContain('keys.reloaded');
  });

  it('goes on with the keys it has when the file cannot be read, and says so', async () => {
    const { server, dataFolder, published } = await running();
    const before = await published();
    writeFileSync(join(dataFolder, 'keys.json'), '{"what": "is this"}');
    server.tell('SIGHUP');
    const said = (): boolean => `${server.output()}${server.complaints()}`.includes('keys.not-reloaded');
    await until(said);
    expect(said()).toBe(true);
    expect(await published()).toEqual(before);
  });
});
