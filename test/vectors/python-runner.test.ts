/**
 * The vectors are usable elsewhere: a runner in another language, with nothing but its standard library, plays them on the
 * reference server. Where there is no python3 the tests are skipped, and say so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type LimitName, policyWith } from '../../model/index.ts';
import { limitVariable } from '../../server/settings.ts';
import { exampleLines } from '../../spec/emit/vectors-page.ts';
import { type ListeningSandbox, type ListeningSandboxOptions, listeningSandbox } from '../support/listening-sandbox.ts';
import { openTamperingProxy, type Passing, type TamperingProxy } from '../support/tampering-proxy.ts';

const runner = fileURLToPath(new URL('run.py', import.meta.url));
const file = (name: string): string => fileURLToPath(new URL(`../../generated/tests/${name}.json`, import.meta.url));
const limitsOf = (name: string): Partial<Record<LimitName, number>> =>
  JSON.parse(readFileSync(file(name), 'utf8')).policy.limits; // of our own emitter
const hasPython = spawnSync('python3', ['--version']).status === 0;
const withPython = hasPython ? '' : ' (skipped: there is no python3 here)';

/** Of the complete suite each N-th test is played, so that it takes seconds; all of it takes minutes: `EVERY=1`. */
const every = process.env.EVERY ?? (process.env.CI === undefined ? '40' : '8');

let open: (ListeningSandbox | TamperingProxy)[] = [];
afterEach(async () => {
  for (const one of open.reverse()) await one.close();
  open = [];
});

async function started(options: ListeningSandboxOptions = {}): Promise<string> {
  const server = await listeningSandbox(options);
  open.push(server);
  return server.issuer;
}

/** The same server behind somebody who changes its answers. */
async function tampered(change: (answer: Passing, path: string) => void): Promise<string> {
  const proxy = await openTamperingProxy(await started(), change);
  open.push(proxy);
  return proxy.url;
}

interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** What the runner says and how it ends. */
const run = (...parameters: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn('python3', [runner, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (status) => resolve({ status, output }));
  });

const play = (name: string, issuer: string, part = '1'): Promise<Run> => run('play', file(name), issuer, part);

describe('The runner in Python', () => {
  const source = readFileSync(runner, 'utf8');

  it(`has ${exampleLines} lines, as the page says`, () => {
    expect(source.split('\n').length - 1).toBe(exampleLines);
  });

  it('imports the standard library only', () => {
    const imported = [...source.matchAll(/^(?:import|from) (.+?)(?: import .*)?$/gm)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(imported.sort()).toEqual(['base64', 'http.client', 'json', 're', 'sys', 'time', 'urllib.parse']);
  });
});

describe.skipIf(!hasPython)(`The runner in Python passes on the reference server${withPython}`, () => {
  it('every exchange case', { timeout: 120_000 }, async () => {
    const { status, output } = await play('exchange-cases', await started());
    expect(output).toMatch(/^\d{2,} passed, 0 failed, 0 skipped\n$/);
    expect(status).toBe(0);
  });

  it('every path of the transaction', { timeout: 300_000 }, async () => {
    const limits = limitsOf('transaction-paths');
    const { status, output } = await play('transaction-paths', await started({ policy: policyWith({ limits }) }));
    expect(output).toMatch(/^[34]\d\d passed, 0 failed, 0 skipped\n$/);
    expect(status).toBe(0);
  });

  it('the complete suite, with five named exceptions', { timeout: 900_000 }, async () => {
    const policy = policyWith({ limits: limitsOf('complete-suite') });
    const { status, output } = await play('complete-suite', await started({ policy }), every);
    expect(output.split('\n')).toEqual([
      'skipped: postalCodeLifeSeconds the reference server sends no letters',
      expect.stringMatching(/^skipped: grantLifeSeconds the tester does not refresh/),
      'skipped: assertionLifeSeconds the standard library cannot sign',
      expect.stringMatching(/^skipped: proofLifeSeconds the tester signs no proofs/),
      expect.stringMatching(/^skipped: nonceLifeSeconds the tester signs no proofs/),
      expect.stringMatching(/^\d+ passed, 0 failed, 5 skipped$/),
      '',
    ]);
    expect(status).toBe(0);
  });

  it('and says how npm start has to be set', async () => {
    const { output } = await run('settings', file('complete-suite'));
    const limits = Object.entries(limitsOf('complete-suite')) as [LimitName, number][]; // limits of the policy
    expect(output.trim().split(' ')).toEqual(limits.map(([name, value]) => `OTP_FLOW_${limitVariable(name)}=${value}`));
  });
});

describe.skipIf(!hasPython)(`The runner in Python finds a wrong server out${withPython}`, () => {
  it.each([
    ['that allows one wrong passcode more', 'wrongCodesPerTransaction', 4],
    ['whose passcodes live a second too long', 'emailCodeLifeSeconds', 301],
  ] as const)('one %s, by the complete suite', { timeout: 120_000 }, async (_title, limit, value) => {
    const policy = policyWith({ limits: { ...limitsOf('complete-suite'), [limit]: value } });
    const { status, output } = await play('complete-suite', await started({ policy }), '1000');
    expect(output).toContain(`failed: ${limit}`);
    expect(status).toBe(1);
  });

  it('one that sends a passcode too often, by the paths', { timeout: 120_000 }, async () => {
    const policy = policyWith({ limits: { ...limitsOf('transaction-paths'), sendsPerTransaction: 3 } });
    const { status, output } = await play('transaction-paths', await started({ policy }), '5');
    expect(output).toMatch(/failed: [\s\S]*expected .*delivery_limit_exceeded/);
    expect(status).toBe(1);
  });

  it.each([
    [
      'that answers with another status',
      'redemption/grantTypeUnsupported',
      (answer: Passing) => {
        if (answer.body.includes('unsupported_grant_type')) answer.status = 401;
      },
    ],
    [
      'that leaves a header field out',
      'usage/tokenMissing',
      ({ headers }: Passing) => {
        delete headers['www-authenticate'];
      },
    ],
  ])('one %s, by the exchange cases', { timeout: 120_000 }, async (_title, id, change) => {
    const issuer = await tampered(change);
    const { status, output } = await play('exchange-cases', issuer);
    expect(output).toContain(`failed: ${id}\n`);
    expect(status).toBe(1);
  });

  it('and does not pass where there is nothing to test', async () => {
    expect((await play('exchange-cases', 'http://127.0.0.1:9')).status).not.toBe(0);
  });
});
