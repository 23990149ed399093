/** No false alarm: the reference server passes, whatever the codes come from, whatever keeps its state, in any order. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import type { ConformanceConfig } from '../conformance/config.ts';
import { generatedJson } from '../conformance/facts.ts';
import type { Report } from '../conformance/options.ts';
import { runConformance } from '../conformance/run.ts';
import { type ServerUnderTestOptions, startServerUnderTest } from './server-under-test.ts';
import { preparedMail, preparedSource, sourceKinds } from './sources.ts';

const suiteConfig = generatedJson<ConformanceConfig>('conformance/state-suite.config.json');
const limits = suiteConfig.limits as NonNullable<ServerUnderTestOptions['limits']>; // the emitter writes all of them

const problemsOf = ({ verdicts }: Report): string[] =>
  verdicts
    .filter(({ status }) => status === 'failed' || status === 'could-not-test')
    .map(({ caseId, reason, expected, received }) => `${caseId}: ${reason}; ${expected}; ${received}`);

async function started(options: ServerUnderTestOptions = {}) {
  const server = await startServerUnderTest(options);
  onTestFinished(() => server.close());
  return server;
}

function libsqlStore() {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openLibsqlStore(join(folder, 'store.sqlite'));
}

describe('The reference server passes the suite', () => {
  it.each(sourceKinds)('with codes from the source %s', { timeout: 240_000 }, async (kind) => {
    const mail = kind === 'smtp' ? await preparedMail(suiteConfig) : undefined;
    const server = await started({ limits, ...(mail === undefined ? {} : { smtpPort: mail.source.port }) });
    const { config, source } =
      mail ?? (kind === 'smtp' ? never() : await preparedSource(kind, server.issuer, suiteConfig));
    if (source !== undefined) onTestFinished(() => source.close());
    const options = {
      issuer: server.issuer,
      config,
      order: 'shuffled',
      seed: 7,
      stateTests: kind === 'command' ? 5 : 40,
    } as const; // a command starts a process twice for each code
    const report = await runConformance(options, source === undefined ? {} : { source });
    expect(problemsOf(report)).toEqual([]);
    expect(report.exitCode).toBe(0);
    expect(report.otpSource).toBe(kind);
    // what a source cannot do is said, and is little
    const skipped = report.verdicts.filter(({ status }) => status === 'skipped');
    for (const { reason } of skipped) expect(reason).toBeTruthy();
    expect(report.summary.passed).toBeGreaterThan(kind === 'fixed' ? 140 : 160);
  });

  const orders = Number(process.env.CONFORMANCE_ORDERS ?? 2);
  const seeds = Array.from({ length: orders }, (_, place) => place + 1);

  it.each([
    ['memory', () => ({})],
    ['libsql', () => ({ store: libsqlStore() })],
  ] as const)('in seeded orders, with the store %s', { timeout: 60_000 + orders * 60_000 }, async (_name, parts) => {
    const server = await started({ limits, ...parts() });
    for (const seed of seeds) {
      const report = await runConformance({
        issuer: server.issuer,
        config: suiteConfig,
        order: 'shuffled',
        seed,
        stateTests: 30,
      });
      expect(problemsOf(report), `seed ${seed}`).toEqual([]);
      expect(report.exitCode, `seed ${seed}`).toBe(0);
    }
  });

  it('under the recommended limits, and skips nothing but the state suite and what is named here with its reason', {
    timeout: 120_000,
  }, async () => {
    const server = await started();
    const report = await runConformance({ issuer: server.issuer });
    expect(problemsOf(report)).toEqual([]);
    const skipped = report.verdicts.filter(({ status, suite }) => status === 'skipped' && suite !== 'states');
    const times: Record<string, number> = {};
    for (const { suite, reason } of skipped) times[`${suite}: ${reason}`] = (times[`${suite}: ${reason}`] ?? 0) + 1;
    expect(times).toEqual({
      'http: takes something that the server depends on to be unavailable': 3, // of which no request is the cause
      'http: this suite does not play the refresh yet': 5,
      'http: this suite does not play the revocation yet': 9,
      'http: this suite does not play the introspection yet': 10,
      'races: takes 600 requests at once': 1,
    });
    expect(report.verdicts.some(({ status, suite }) => status === 'skipped' && suite === 'states')).toBe(true);
  });
});

function never(): never {
  throw new Error('mail is prepared before the server');
}
