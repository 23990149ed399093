/** Traces as files: what a person reads is there, in a format that programs can rely on. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allMitigations, requirements } from '../../../model/index.ts';
import { readGenerated } from '../../../spec/check/check.ts';
import { tracesValid } from '../../../spec/check/traces-valid.ts';
import { generatedFolder } from '../../../spec/emit/pipeline.ts';
import { traceIdOf, tracesOf } from '../../../spec/emit/trace/told.ts';
import type { Trace } from '../../../spec/emit/trace/trace.ts';
import { emitTraces } from '../../../spec/emit/traces.ts';
import { residualRisks } from '../../../spec/verify/check/residual.ts';
import type { Verification } from '../../../spec/verify/check/verification.ts';
import { recordings } from '../visualizer/recorded.ts';

let files: ReadonlyMap<string, string>;
let traces: readonly Trace[];

beforeAll(async () => {
  files = await readGenerated(generatedFolder);
  traces = [...files]
    .filter(([path]) => path.startsWith('traces/') && !/index\.json$|\.schema\.json$/.test(path))
    .map(([, content]) => JSON.parse(content) as Trace);
});

const trace = (id: string): Trace => JSON.parse(readFileSync(`${generatedFolder}traces/${id}.json`, 'utf8')) as Trace; // emitted as such
const formOf = (one: Trace, number: number): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(one.steps[number - 1]?.messages?.request.body));

describe('The traces', () => {
  it('fit their schema, are listed, and carry messages of the protocol', async () => {
    expect(await tracesValid(files)).toEqual([]);
  });

  it('are one for each mitigation and one for each residual risk', () => {
    const names = traces.map((one) =>
      one.kind === 'mitigation' ? one.mitigation.name : one.kind === 'risk' ? one.risk.name : one.kind,
    );
    expect(names.sort()).toEqual([...Object.keys(allMitigations), ...Object.keys(residualRisks)].sort());
  });

  it('argue for requirements that exist, and have the name of theirs', () => {
    for (const one of traces) {
      for (const id of one.requirements) expect(Object.keys(requirements)).toContain(id);
      if (one.kind === 'mitigation') expect(one.id.startsWith(one.mitigation.requirement.replace('/', '-'))).toBe(true);
      else expect(one.id).toBe(one.kind === 'risk' ? one.risk.name : 'no finding stands in a file');
    }
  });

  it('end with a harm that no other trace ends with, told as a sentence', () => {
    const harms = traces.map(({ harm }) => harm);
    expect(new Set(harms).size).toBe(harms.length);
    for (const harm of harms) expect(harm).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('need R capabilities in every residual risk, so that nobody takes it for a hole in the protocol', () => {
    for (const one of traces.filter(({ kind }) => kind === 'risk')) {
      expect(
        one.adversary.some(({ id }) => id.startsWith('R')),
        one.id,
      ).toBe(true);
    }
  });
});

describe('The messages of a trace', () => {
  it('carry one handle through a transaction, and the stranger comes with a client of its own', () => {
    const one = trace('transaction-client-binding');
    const session = JSON.parse(one.steps[1]?.messages?.response.body ?? '').auth_session as string;
    expect(formOf(one, 3).auth_session).toBe(session);
    expect(one.steps[2]?.messages?.request.headers.Authorization).toMatch(/^Basic /);
    expect(formOf(one, 2)).toMatchObject({ client_id: 'lighting-aisle-kiosk' });
  });

  it('bring the passcode that the step says: an older one, that of another transaction, and guesses that differ', () => {
    const older = trace('transaction-newest-code-only');
    expect(older.steps.at(-1)?.notes[0]).toBe('The passcode in the request was replaced by a newer one.');
    const guesses = trace('transaction-wrong-code-lock').steps.flatMap(({ number, exchange }) =>
      exchange === 'redemption' ? [formOf(trace('transaction-wrong-code-lock'), number).user_code] : [],
    );
    expect(guesses).toHaveLength(2);
    expect(new Set(guesses).size).toBe(2);
  });

  it('show an assertion twice when it is replayed, and none when somebody only claims to be the kiosk', () => {
    const replayed = trace('request-assertion-once');
    const assertions = replayed.steps.flatMap(({ number }) => formOf(replayed, number).client_assertion ?? []);
    expect(assertions.at(-1)).toBe(assertions.at(-2));
    const claimed = formOf(trace('request-client-authenticated'), 7);
    expect(claimed.client_id).toBe('lighting-aisle-kiosk');
    expect(claimed.client_assertion).toBeUndefined();
  });

  it('give each grant a token of its own, and use it', () => {
    const tokens = trace('transaction-single-grant').steps.flatMap(({ outcome, messages }) =>
      outcome === 'tokenIssued' ? [JSON.parse(messages?.response.body ?? '').access_token as string] : [],
    );
    expect(new Set(tokens).size).toBe(2);
    const used = trace('transaction-denial-revokes');
    const granted = JSON.parse(used.steps[2]?.messages?.response.body ?? '').access_token as string;
    expect(used.steps.at(-1)?.messages?.request.headers.Authorization).toBe(`Bearer ${granted}`);
    expect(trace('usage-request-token-required').steps[0]?.messages?.request.headers.Authorization).toBeUndefined();
  });
});

describe('What is wrong with a trace is found', () => {
  const spoilt = (path: string, change: (value: Record<string, unknown>) => unknown): ReadonlyMap<string, string> =>
    new Map(
      [...files].map(([name, content]) => [
        name,
        name === path ? JSON.stringify(change(JSON.parse(content))) : content,
      ]),
    );
  const path = 'traces/transaction-single-grant.json';

  it.each<[string, (value: Record<string, unknown>) => unknown]>([
    ['no harm', ({ harm: _harm, ...rest }) => rest],
    ['a requirement that nobody wrote', (value) => ({ ...value, requirements: ['transaction/nonsense'] })],
    ['no step', (value) => ({ ...value, steps: [] })],
    ['a member that the format does not have', (value) => ({ ...value, comment: 'hello' })],
  ])('%s', async (_what, change) => {
    expect(await tracesValid(spoilt(path, change))).not.toEqual([]);
  });

  it('a message that is none of the protocol', async () => {
    const files = spoilt(path, (value) => JSON.parse(JSON.stringify(value).replace('"status":200', '"status":418')));
    expect(await tracesValid(files)).toEqual([expect.objectContaining({ rule: 'recordings/status' })]);
  });

  it('a trace that the index does not list', async () => {
    const rest = new Map([...files].filter(([name]) => name !== path));
    expect(await tracesValid(rest)).toEqual([expect.objectContaining({ rule: 'traces/index' })]);
  });
});

describe('Traces are made', () => {
  const empty: Verification = { properties: [], necessity: [], residual: [] };

  it('of nothing when nothing was found, and then only the formats are written', () => {
    expect(tracesOf(empty, [])).toEqual([]);
    expect(emitTraces([], empty).map(({ path }) => path)).toEqual([
      'traces/index.json',
      'traces/trace.schema.json',
      'traces/index.schema.json',
    ]);
  });

  it('with the name of the requirement, and of the mitigation where the name is taken', () => {
    const row = { requirement: 'a/b', title: '', harm: '', world: 'guessing', property: 'sendsBounded' } as const;
    const verdicts = (['newestCodeOnly', 'ownCodeOnly'] as const).map((mitigation) => ({
      ...row,
      mitigation,
    })) as never[];
    expect(verdicts.map((verdict) => traceIdOf(verdict, verdicts))).toEqual(['a-b', 'a-b-own-code-only']);
  });

  it('never with a message that no recording has: that is an error', () => {
    const asked = {
      actor: 'stranger',
      says: '',
      exchange: 'delivery',
      outcome: 'codeSent',
      changes: [],
      server: [],
      parties: [],
    } as const;
    const risk = { risk: 'relay-phishing', capability: 'R1', world: 'page', property: 'tokenIsMeant' } as const;
    const residual = [{ ...risk, title: '', harm: '', answer: '', attack: { steps: [asked], adversary: [] } }];
    expect(() => tracesOf({ ...empty, residual }, [])).toThrow('no recording shows delivery answered with codeSent');
    expect(() => tracesOf({ ...empty, residual }, recordings)).not.toThrow();
  });
});
