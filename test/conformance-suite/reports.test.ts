/** What a run hands back: verdicts that name everything, nothing secret anywhere, and exit codes that can be relied on. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { configProblems, sandboxConfig } from '../conformance/config.ts';
import { generatedJson, requirements } from '../conformance/facts.ts';
import type { Report, Verdict } from '../conformance/options.ts';
import { CodeNotObtained } from '../conformance/otp/source.ts';
import { NotTestable } from '../conformance/problem.ts';
import { terminalReport } from '../conformance/report/terminal.ts';
import { writeReports } from '../conformance/report/write.ts';
import { runConformance } from '../conformance/run.ts';
import { type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

describe('The report on a server that is wrong', () => {
  let server: ServerUnderTest;
  let report: Report;
  let folder: string;
  /** Everything that was secret on the wire during the run. */
  const secrets = new Set<string>();
  const files = new Map<string, string>();

  beforeAll(async () => {
    server = await startServerUnderTest({
      off: ['newestCodeOnly', 'singleUse', 'denialRevokes', 'refreshReuseRevokes'],
    });
    const listening: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      const text = await answer.clone().text();
      for (const [, secret] of text.matchAll(/"(?:auth_session|access_token|code)":"([^"]+)"/g))
        if (secret) secrets.add(secret);
      for (const [name, value] of new URLSearchParams(String(init?.body ?? ''))) {
        if (['user_code', 'auth_session', 'client_assertion'].includes(name) && value.length > 20) secrets.add(value);
      }
      return answer;
    };
    report = await runConformance({
      issuer: server.issuer,
      only: ['requirements', 'tokens', 'races'],
      fetch: listening,
    });
    folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    await writeReports(report, folder);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (/report|junit|traces\//.test(name) && /\.\w+$/.test(name))
        files.set(name, readFileSync(join(folder, name), 'utf8'));
    }
    files.set('terminal', terminalReport(report));
  }, 240_000);
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const failures = (): readonly Verdict[] => report.verdicts.filter(({ status }) => status === 'failed');

  it('names the sentence, the section, what was expected and received, and how to see it again', () => {
    expect(report.exitCode).toBe(1);
    const found = failures().find(({ caseId }) => caseId === 'requirements/newest-code-only');
    expect(found?.requirements[0]).toEqual({
      id: 'transaction/newest-code-only',
      sentence: requirements.get('transaction/newest-code-only')?.text,
      section: expect.stringMatching(/^Section \d+\.\d+$/),
    });
    expect([found?.expected, found?.received]).toEqual(['400 invalid_user_code', '200']);
    expect(found?.curl).toMatch(/^curl .*auth_session='"\$AUTH_SESSION"'&user_code='"\$USER_CODE"/);
    const link = found?.visualizer?.split('#failed=')[1] ?? '';
    expect(JSON.parse(decodeURIComponent(link))).toMatchObject({
      steps: [
        { input: 'identify' },
        { input: 'deliver' },
        { untilSeconds: 30 },
        { input: 'deliver' },
        { input: 'redeemEarlier' },
      ],
      divergesAt: 4,
      requirement: 'transaction/newest-code-only',
    });
    for (const one of failures()) expect(one.trace?.steps.length, one.caseId).toBeGreaterThan(0);
  });

  it('links to the visualizer only with steps that it can play, refreshes and questions about tokens among them', () => {
    const fits = new Ajv2020({ strict: false }).compile(generatedJson<object>('site/failed-check.schema.json'));
    const checks = failures().flatMap(({ caseId, visualizer }) =>
      visualizer === undefined
        ? []
        : [[caseId, JSON.parse(decodeURIComponent(visualizer.split('#failed=')[1] ?? ''))] as const],
    );
    expect(checks.length).toBeGreaterThan(3);
    for (const [caseId, check] of checks) expect([caseId, fits(check), fits.errors]).toEqual([caseId, true, null]);
    expect(checks.find(([caseId]) => caseId === 'tokens/introspection/reused')?.[1].steps.slice(3)).toEqual([
      { request: 'refresh', facts: { client: 'same', refreshToken: 'newest', scope: 'within' } },
      { request: 'refresh', facts: { client: 'same', refreshToken: 'stale', scope: 'within' } },
      { request: 'introspection', facts: { token: 'good' } },
    ]);
  });

  it('is written for people, for continuous integration and for programs, with the visualizer beside it', () => {
    expect([...files.keys()]).toEqual(expect.arrayContaining(['report.html', 'report.json', 'junit.xml', 'terminal']));
    expect(files.size).toBeGreaterThan(4 + 3);
    expect(JSON.parse(files.get('report.json') ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
    expect(files.get('junit.xml')).toContain(`failures="${failures().length}"`);
    expect(files.get('junit.xml')).toContain('<property name="profile introspection" value="failed"/>');
    expect(files.get('report.html')).toContain('<dt>Profile refresh</dt>');
    expect(files.get('report.html')).toContain('The server does not conform');
    expect(files.get('report.html')).not.toMatch(/(src|href)="https?:/);
    expect(readdirSync(folder)).toContain('visualizer.html');
  });

  it('has no code, handle, token or credential in any form', () => {
    expect(secrets.size).toBeGreaterThan(100);
    const { secret = '' } = sandboxConfig().client;
    for (const [name, content] of files) {
      for (const value of [...secrets, secret, Buffer.from(`energy-auditor:${secret}`).toString('base64')]) {
        expect(content.includes(value), `${value} in ${name}`).toBe(false);
      }
      expect(content).not.toMatch(/eyJ[\w-]{10,}\./);
    }
  });
});

describe('A run', () => {
  async function runOn(options: Partial<Parameters<typeof runConformance>[0]>, given = {}): Promise<Report> {
    const server = await startServerUnderTest();
    onTestFinished(() => server.close());
    return runConformance({ issuer: server.issuer, ...options }, given);
  }
  const silent = {
    kind: 'inbox',
    isVaried: true,
    hasText: true,
    seesNothing: true,
    mark: async () => '',
    obtain: async () => {
      throw new CodeNotObtained('nothing came');
    },
    close: async () => {},
  } as const;

  it('ends with 2 and blames nobody when codes cannot be obtained', async () => {
    const report = await runOn({ only: ['requirements/story', 'requirements/locale-unknown'] }, { source: silent });
    expect(report.verdicts.map(({ status }) => status).sort()).toEqual(['could-not-test', 'passed']);
    expect(report.verdicts.find(({ status }) => status === 'could-not-test')?.reason).toBe(
      'could not obtain the code: nothing came',
    );
    expect([report.exitCode, report.summary.profiles.core]).toEqual([2, 'could not test']);
  });

  it('fails when a case is asked for that does not exist', async () => {
    const report = await runOn({ only: ['requirements/no-such-case', 'requirements/locale-unknown'] });
    expect(report.exitCode).toBe(1);
    expect(report.verdicts[0]).toMatchObject({ caseId: 'requirements/no-such-case', status: 'failed' });
  });

  it('fails when an expected deviation is over, or is of a case that does not exist', async () => {
    const expectedDeviations = [
      { caseId: 'requirements/locale-unknown', reason: 'we are working on it' },
      { caseId: 'requirements/no-such-case', reason: 'a slip of the pen' },
    ];
    const report = await runOn({ only: ['requirements/locale-unknown'], expectedDeviations });
    expect(report.verdicts.map(({ caseId, status }) => [caseId, status])).toEqual([
      ['requirements/no-such-case', 'failed'],
      ['requirements/locale-unknown', 'failed'],
    ]);
  });

  it('passes with a deviation that is expected, and says so', async () => {
    const server = await startServerUnderTest({ off: ['singleUse'] });
    onTestFinished(() => server.close());
    const report = await runConformance({
      issuer: server.issuer,
      only: ['requirements/code-once'],
      expectedDeviations: [{ caseId: 'requirements/code-once', reason: 'we are working on it' }],
    });
    expect(report.exitCode).toBe(0);
    expect(report.verdicts[0]?.reason).toMatch(/^deviates as expected \(we are working on it\)/);
  });

  it('skips with a reason what would take too long a wait', async () => {
    const report = await runOn({ only: ['requirements/code-expiry'], clock: 'off', longestWaitSeconds: 1 });
    expect(report.verdicts[0]).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('takes a wait of 601 s'),
    });
  });

  it('really waits where there is no clock', async () => {
    const server = await startServerUnderTest({ limits: { resendIntervalSeconds: 10 } });
    onTestFinished(() => server.close());
    // the clock of the server stands still, so a wait of the suite changes nothing there, and it is seen to have waited
    const startedAt = performance.now();
    const report = await runConformance({
      issuer: server.issuer,
      only: ['requirements/newest-code-only'],
      clock: 'off',
    });
    expect(performance.now() - startedAt).toBeGreaterThan(9_900);
    expect(report.verdicts[0]).toMatchObject({ status: 'failed', received: '429 slow_down' });
  });

  it('plays the same order for the same seed, and another one for another', async () => {
    const order = async (seed: number) =>
      (
        await runOn({ only: ['http/metadata/', 'http/keys/', 'requirements/sub-id-*'], order: 'shuffled', seed })
      ).verdicts.map(({ caseId }) => caseId);
    const [first, again, other] = [await order(1), await order(1), await order(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect([...other].sort()).toEqual([...first].sort());
  });

  it('does not start where there is no metadata', async () => {
    await expect(runConformance({ issuer: 'http://127.0.0.1:9' })).rejects.toThrow(NotTestable);
  });
});

describe('The configuration', () => {
  it('of the sandbox can be used', () => expect(configProblems(sandboxConfig())).toEqual([]));

  it('is refused with a sentence about what is wrong', () => {
    expect(configProblems({ ...sandboxConfig(), costumers: [] })).toEqual([
      'the configuration must NOT have additional properties: costumers',
    ]);
    const { client: _client, ...rest } = sandboxConfig();
    expect(configProblems(rest)).toEqual(["the configuration must have required property 'client'"]);
  });
});
