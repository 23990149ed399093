/** The vectors are what their schemas say, and the schemas let nothing else through that a reader would stumble over. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compileSchemas, type ValidatorPair } from '../../../spec/check/validators.ts';
import { emitCompleteSuite } from '../../../spec/emit/complete-suite.ts';
import { completeSuiteSchema } from '../../../spec/emit/complete-suite-schema.ts';
import { emitExchangeCases } from '../../../spec/emit/exchange-cases.ts';
import { exchangeCasesSchema } from '../../../spec/emit/exchange-cases-schema.ts';
import { emitVectorsPage } from '../../../spec/emit/vectors-page.ts';

type Json = Record<string, unknown>;
const written = (content: string | undefined): Json => JSON.parse(content ?? '') as Json; // by our own emitters
const suite = written(emitCompleteSuite()[0]?.content);
const cases = written(emitExchangeCases()[0]?.content) as { cases: Json[] };
const [firstCase = {}] = cases.cases;

describe('The schemas of the vectors', () => {
  let validators: ValidatorPair;
  beforeAll(async () => {
    validators = await compileSchemas([completeSuiteSchema(), exchangeCasesSchema()]);
  });
  const verdict = ({ $id }: { readonly $id: string }, instance: unknown): string =>
    validators.validateWithBoth($id, instance).outcome;

  it('describe the files as they are', { timeout: 120_000 }, () => {
    expect(verdict(exchangeCasesSchema(), cases)).toBe('valid');
    expect(verdict(completeSuiteSchema(), suite)).toBe('valid');
  });

  const few = { ...suite, tests: [[[0], [0]]] };

  it.each([
    ['a test without answers', { ...few, tests: [[[0]]] }],
    ['an input that is no place', { ...few, tests: [[['identify'], [0]]] }],
    ['no tests', { ...few, tests: [] }],
    ['no policy', { ...few, policy: {} }],
    [
      'a step of nothing',
      { ...few, limits: [{ limit: 'codeLength', value: 8, cases: [{ steps: [{}], expected: ['200'] }] }] },
    ],
    ['an input nobody knows', { ...few, inputs: [{ name: 'poll', kind: 'wait', words: 'Polls.' }] }],
  ])('let no other suite through: %s', (_title, instance) => {
    expect(verdict(completeSuiteSchema(), few)).toBe('valid');
    expect(verdict(completeSuiteSchema(), instance)).toBe('invalid');
  });

  it.each([
    ['no request', { ...firstCase, requests: [] }],
    ['a status that is none', { ...firstCase, status: 42 }],
    ['an error nobody knows', { ...firstCase, error: 'authorization_pending' }],
    [
      'a request to somewhere else',
      { ...firstCase, requests: [{ title: 'x', method: 'GET', path: 'https://a.example' }] },
    ],
    ['a member nobody knows', { ...firstCase, comment: 'hello' }],
  ])('let no other case through: %s', (_title, instance) => {
    expect(verdict(exchangeCasesSchema(), { cases: [instance] })).toBe('invalid');
  });
});

describe('The page of the vectors', () => {
  it('names every file and every input', () => {
    const page = emitVectorsPage()[0]?.content ?? '';
    for (const name of ['complete-suite', 'exchange-cases', 'transaction-paths', 'test-paths.schema']) {
      expect(page).toContain(`\`${name}.json\``);
    }
    for (const { name } of suite.inputs as { name: string }[]) expect(page).toContain(`| \`${name}\` |`);
  });
});
