/** A sandbox is open unless somebody closes it, and never in production. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandomness } from '../../../server/chance/randomness.ts';
import { silentLog } from '../../../server/operations/operator-log.ts';
import { sandboxParts } from '../../../server/sandbox/parts.ts';
import { readSettings } from '../../../server/settings.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { testKeys } from '../../support/test-server.ts';

const top = fileURLToPath(new URL('../../../', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otp-flow-sandbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function settingsFrom(environment: Readonly<Record<string, string>>) {
  const read = readSettings({ OTP_FLOW_DATA: folder, ...environment });
  if (read.outcome === 'wrong') throw new Error(read.problems.join('\n'));
  return read.settings;
}

const partsWith = async (environment: Readonly<Record<string, string>>) =>
  sandboxParts(settingsFrom(environment), {
    store: createMemoryStore(),
    keys: await testKeys(),
    clock: fakeClock(),
    randomness: systemRandomness,
    log: silentLog,
  });

describe('The sandbox', () => {
  it('is open unless it is closed', () => {
    expect(settingsFrom({}).sandbox).toBe(true);
    expect(settingsFrom({ OTP_FLOW_SANDBOX: 'on' }).sandbox).toBe(true);
    expect(settingsFrom({ OTP_FLOW_SANDBOX: 'off' }).sandbox).toBe(false);
  });

  it.each([
    [{ OTP_FLOW_PRODUCTION: 'on' }, /OTP_FLOW_PRODUCTION=on .* set OTP_FLOW_SANDBOX=off/],
    [{ OTP_FLOW_PRODUCTION: 'on', OTP_FLOW_SANDBOX: 'on' }, /set OTP_FLOW_SANDBOX=off/],
    [{ OTP_FLOW_PRODUCTION: 'true' }, /OTP_FLOW_PRODUCTION has to be on or off/],
    [{ OTP_FLOW_SANDBOX: 'no' }, /OTP_FLOW_SANDBOX has to be on or off/],
  ])('does not open with %j, and the words say what to set', (environment, words) => {
    expect(() => settingsFrom(environment)).toThrow(words);
  });

  it('brings customers, clients, a kiosk, an inbox and a clock; a server without has none of them', async () => {
    const open = await partsWith({});
    expect([open.sandbox, open.kiosk, open.inboxGateway].map((part) => part !== undefined)).toEqual([true, true, true]);
    expect(await open.ports.clients.find('energy-auditor')).toBeDefined();
    const subject = { format: 'account_number', account_number: '4002-118-07' } as const;
    expect(await open.ports.customers.find(subject)).toBeDefined();

    const closed = await partsWith({ OTP_FLOW_SANDBOX: 'off' });
    expect([closed.sandbox, closed.kiosk, closed.inboxGateway]).toEqual([undefined, undefined, undefined]);
    expect(await closed.ports.clients.find('energy-auditor')).toBeUndefined();
    expect(await closed.ports.customers.find(subject)).toBeUndefined();
    expect(closed.ports.fixedCode).toBeUndefined();
    const message = { id: '1', method: 'sms', contact: '+12025550143', subject: '', text: '', locale: 'en' } as const;
    expect(await closed.gateway.hand(message)).toMatchObject({ outcome: 'refused' });
  });

  it('keeps a server in production from starting', async () => {
    const environment = { ...process.env, OTP_FLOW_PRODUCTION: 'on', OTP_FLOW_PORT: '0', OTP_FLOW_DATA: folder };
    const started = promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: top,
      env: environment,
    });
    await expect(started).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('set OTP_FLOW_SANDBOX=off'),
    });
  });
});
