/** An untested MUST fails, by name and with what to do about it. */
import { describe, expect, it } from 'vitest';
import { requirements } from '../../../model/index.ts';
import { readGenerated } from '../../../spec/check/check.ts';
import { coverageFindings } from '../../../spec/check/requirements-tested.ts';
import { type CoverageSources, coverageOf, sourcesIn } from '../../../spec/coverage/coverage.ts';
import { forPeople } from '../../../spec/coverage/for-people.ts';
import { rowText } from '../../../spec/coverage/text.ts';
import { readTestPrograms, titledTests } from '../../../spec/coverage/titles.ts';
import { generatedFolder, top } from '../../../spec/emit/pipeline.ts';

const sources = sourcesIn(await readGenerated(generatedFolder), await readTestPrograms(top));
const found = (changes: Partial<CoverageSources>) => coverageFindings({ ...sources, ...changes });
const rowOf = (id: string, changes: Partial<CoverageSources> = {}) => {
  const row = coverageOf({ ...sources, ...changes }).find((one) => one.id === id);
  if (row === undefined) throw new Error(`there is no requirement ${id}`);
  return row;
};

/** The tests but those that carry an id. */
const without = (id: string) => sources.tests.filter(({ ids }) => !ids.includes(id));

it('Every MUST of the model is tested', () => {
  expect(coverageFindings(sources)).toEqual([]);
  expect(coverageOf(sources)).toHaveLength(Object.keys(requirements).length);
});

it('What is left to people are requirements, each with a reason', () => {
  for (const [id, reason] of Object.entries(forPeople)) {
    expect(Object.keys(requirements)).toContain(id);
    expect(reason.length).toBeGreaterThan(40);
  }
});

describe('A requirement', () => {
  it('is seen to fail when a case about it failed on a server that breaks it', () => {
    const row = rowOf('transaction/send-limit');
    expect(row).toMatchObject({ verdict: 'seen to fail', properties: ['sendsBounded'] });
    expect(row.cases.length).toBeGreaterThan(0);
    expect(row.traces).toEqual(['traces/transaction-send-limit.json']);
    const text = rowText(row);
    expect(text).toMatch(/^transaction\/send-limit {2}\(MUST, authorization server\): seen to fail\n/);
    for (const part of ['kept by', 'argued for by', 'seen to fail', 'asserted by', 'paths']) {
      expect(text).toContain(`\n    ${part}`);
    }
  });

  it('is only asserted when no such server was started, or when none of its cases failed', () => {
    expect(rowOf('transaction/send-limit', { killMatrix: undefined }).verdict).toBe('asserted');
    expect(rowOf('transaction/hashed-at-rest').verdict).toBe('asserted');
  });

  it('is not tested by a case that is about something else', () => {
    const { killMatrix } = sources;
    if (killMatrix === undefined) throw new Error('there is no kill matrix');
    const elsewhere = Object.fromEntries(Object.keys(killMatrix.cases).map((name) => [name, ['request/method']]));
    const changes = { killMatrix: { ...killMatrix, cases: elsewhere } };
    expect(rowOf('request/empty-is-absent', changes)).toMatchObject({ verdict: 'untested', cases: [] });
  });

  it('is not tested by the paths along the model alone', () => {
    const changes = { killMatrix: undefined, tests: [] };
    const row = rowOf('transaction/send-limit', changes);
    expect(row.paths).toBeGreaterThan(0);
    expect(row.verdict).toBe('untested');
  });

  it('is not tested by a test of the tools', () => {
    const program = new Map([
      ['test/spec/a.test.ts', "it('transaction/hashed-at-rest: stands in the draft', () => {});"],
    ]);
    expect(rowOf('transaction/hashed-at-rest', { tests: titledTests(program) }).verdict).toBe('untested');
  });
});

describe('A planted fault is named', () => {
  it('a MUST whose test is gone', () => {
    expect(found({ tests: without('transaction/hashed-at-rest') })).toEqual([
      expect.objectContaining({
        rule: 'coverage/untested',
        file: 'model/requirements/transaction.ts',
        element: 'transaction/hashed-at-rest',
        fix: expect.stringContaining('begins with "transaction/hashed-at-rest:"'),
      }),
    ]);
  });

  it('a MUST of clients whose test is gone, with where clients are tested', () => {
    expect(found({ tests: without('otp-client/stop-when-over') })).toEqual([
      expect.objectContaining({ element: 'otp-client/stop-when-over', fix: expect.stringContaining('hostile server') }),
    ]);
  });

  it('a MUST whose servers were all missed', () => {
    const { killMatrix } = sources;
    if (killMatrix === undefined) throw new Error('there is no kill matrix');
    const mutants = killMatrix.mutants.map((one) => ({ ...one, cases: [] }));
    expect(found({ killMatrix: { ...killMatrix, mutants } })).toContainEqual(
      expect.objectContaining({
        element: 'request/empty-is-absent',
        actual: expect.stringMatching(/^\d+ servers that break it, none of them found$/),
      }),
    );
  });

  it('a new MUST that nobody tests, and no SHOULD', () => {
    const { 'transaction/durable': should, 'transaction/send-limit': must } = requirements;
    const more = { ...requirements, 'transaction/new': must, 'transaction/newer': should };
    expect(found({ requirements: more }).map(({ element }) => element)).toEqual(['transaction/new']);
  });

  it('a title about a requirement that is called otherwise now', () => {
    const tests = [
      ...sources.tests,
      { file: 'test/a.test.ts', title: 'transaction/gone: x', ids: ['transaction/gone'] },
    ];
    expect(found({ tests })).toEqual([
      expect.objectContaining({ rule: 'coverage/unknown-id', file: 'test/a.test.ts', actual: 'transaction/gone' }),
    ]);
  });

  it('a requirement that is left to people and does not exist', () => {
    expect(found({ forPeople: { ...forPeople, 'transaction/gone': 'x' } })).toEqual([
      expect.objectContaining({ rule: 'coverage/stale', element: 'transaction/gone' }),
    ]);
  });
});
