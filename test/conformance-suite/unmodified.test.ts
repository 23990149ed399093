/** No false alarm: the reference server passes, whatever the codes come from, whatever keeps its state, in any order. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Report } from '../conformance/options.ts';
import { runConformance } from '../conformance/run.ts';
import { storeKinds } from '../support/store-kinds.ts';
import { emptyStore } from '../support/stores.ts';
import { playedInOrder } from './orders.ts';
import { type ServerUnderTestOptions, startServerUnderTest } from './server-under-test.ts';
import { type SourceKind, sourceKinds } from './sources.ts';

const problemsOf = ({ verdicts }: Report): string[] =>
  verdicts
    .filter(({ status }) => status === 'failed' || status === 'could-not-test')
    .map(({ caseId, reason, expected, received }) => `${caseId}: ${reason}; ${expected}; ${received}`);

async function started(options: ServerUnderTestOptions = {}) {
  const server = await startServerUnderTest(options);
  onTestFinished(() => server.close());
  return server;
}

/** What is played of the suite is less where a source cannot do everything, or is too slow for it. */
const fewestPassed: Readonly<Partial<Record<SourceKind, number>>> = { fixed: 240, command: 50 };

describe('The reference server passes the suite', () => {
  it.each(sourceKinds.map((source, place) => [source, storeKinds[place % storeKinds.length] ?? 'memory'] as const))(
    'with codes from the source %s and the store %s, in a random order',
    { timeout: 600_000 },
    async (source, store) => {
      // a command starts a process twice for each code: the whole takes minutes, and is played by `npm run orders`
      const part = source === 'command' ? { only: ['requirements'] } : {};
      const { report } = await playedInOrder({ seed: 7, source, store, stateTests: 40 }, emptyStore, part);
      expect(problemsOf(report)).toEqual([]);
      expect(report.exitCode).toBe(0);
      expect(report.otpSource).toBe(source);
      // what a source cannot do is said, and is little
      const skipped = report.verdicts.filter(({ status }) => status === 'skipped');
      for (const { reason } of skipped) expect(reason).toBeTruthy();
      expect(report.summary.passed).toBeGreaterThan(fewestPassed[source] ?? 260);
    },
  );

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
      'requirements: the server shows no hints to such a client': 1,
    });
    expect(report.verdicts.some(({ status, suite }) => status === 'skipped' && suite === 'states')).toBe(true);
    expect(report.summary.profiles).toEqual({
      core: 'passed',
      refresh: 'passed',
      revocation: 'passed',
      introspection: 'passed',
      dpop: 'passed',
      hints: 'passed',
    });
  });

  it('and without what a server need not offer, which is skipped and said', { timeout: 120_000 }, async () => {
    const server = await started();
    const optional = ['revocation_endpoint', 'introspection_endpoint', 'dpop_signing_alg_values_supported'];
    const send: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).includes('/.well-known/') || answer.status !== 200) return answer;
      const metadata = (await answer.json()) as { grant_types_supported: string[] }; // of our own server
      const less = Object.fromEntries(Object.entries(metadata).filter(([name]) => !optional.includes(name)));
      const grants = metadata.grant_types_supported.filter((grant) => grant !== 'refresh_token');
      return Response.json({ ...less, grant_types_supported: grants }, { headers: answer.headers });
    };
    const only = ['http', 'tokens', 'races/refresh*'];
    const report = await runConformance({ issuer: server.issuer, only, fetch: send });
    expect(problemsOf(report)).toEqual([]);
    expect(report.exitCode).toBe(0);
    const { profiles } = report.summary;
    expect(profiles.core).toBe('passed');
    for (const name of ['refresh', 'revocation', 'introspection', 'dpop', 'hints'] as const)
      expect([name, profiles[name]]).toEqual([name, 'not offered']);
    const played = report.verdicts.filter(({ profile, status }) => profile !== 'core' && status !== 'skipped');
    expect(played.map(({ caseId }) => caseId)).toEqual([]);
    const reasons = report.verdicts.filter(({ profile }) => profile !== 'core').map(({ reason }) => reason);
    for (const reason of reasons) expect(reason).toMatch(/^the server does not offer it: /);
  });
});
