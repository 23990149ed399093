import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emitCompleteSuite } from '../../../spec/emit/complete-suite.ts';

interface File {
  readonly faultDomain: readonly string[];
  readonly policy: { readonly limits: Readonly<Record<string, number>> };
  readonly counts: Readonly<Record<string, number>>;
  readonly digest: string;
  readonly inputs: readonly { readonly name: string; readonly words: string; readonly endpoint?: string }[];
  readonly outputs: readonly string[];
  readonly limits: readonly {
    readonly limit: string;
    readonly value: number;
    readonly unseen?: string;
    readonly cases?: readonly {
      readonly steps: readonly { readonly input?: string; readonly times?: number; readonly countsHandovers?: true }[];
      readonly expected: readonly string[];
    }[];
  }[];
  readonly tests: readonly (readonly [readonly number[], readonly number[]])[];
}

describe('The file of the complete suite', () => {
  const [artifact] = emitCompleteSuite();
  const content = artifact?.content ?? '';
  const file = JSON.parse(content) as File; // written by the emitter under test

  it('is the same each time, of less than 3 MB, with a schema beside it', () => {
    expect(emitCompleteSuite()).toEqual([artifact, expect.anything()]);
    expect(emitCompleteSuite().map(({ path }) => path)).toEqual([
      'tests/complete-suite.json',
      'tests/complete-suite.schema.json',
    ]);
    expect(content.length).toBeLessThan(3_000_000);
    expect(content.endsWith('}\n')).toBe(true);
  });

  it('pairs every input of a test with an answer, both by number', () => {
    expect(file.tests).toHaveLength(file.counts.tests ?? 0);
    for (const [inputs, answers] of file.tests) {
      expect(answers).toHaveLength(inputs.length);
      expect(inputs.every((input) => file.inputs[input] !== undefined)).toBe(true);
      expect(answers.every((answer) => file.outputs[answer] !== undefined)).toBe(true);
    }
    expect(file.tests.reduce((steps, [inputs]) => steps + inputs.length, 0)).toBe(file.counts.steps);
  });

  it('gives every input and every answer of its lists, and starts no test in two ways', () => {
    expect(new Set(file.tests.flatMap(([inputs]) => inputs)).size).toBe(file.inputs.length);
    expect(new Set(file.tests.flatMap(([, answers]) => answers)).size).toBe(file.outputs.length);
    expect(new Set(file.tests.map(([inputs]) => inputs.join())).size).toBe(file.tests.length);
  });

  it('answers the same beginning the same way in every test', () => {
    const known = new Map<string, number>();
    for (const [inputs, answers] of file.tests) {
      for (const [place, answer] of answers.entries()) {
        const beginning = inputs.slice(0, place + 1).join();
        expect(known.get(beginning) ?? answer).toBe(answer);
        known.set(beginning, answer);
      }
    }
  });

  it('has a digest that its reader can compute', () => {
    const named = [file.inputs.map(({ name }) => name), file.outputs, file.tests];
    expect(createHash('sha256').update(JSON.stringify(named)).digest('hex')).toBe(file.digest);
  });

  it('says in words what it is complete for, and what each input is', () => {
    expect(file.faultDomain.join(' ')).toContain(`no more than ${file.counts.states} states`);
    for (const { words } of file.inputs) expect(words).toMatch(/^[A-Z].*\.$/);
  });

  it('has an observation for each input of a case, and the value of each limit', () => {
    for (const { limit, value, cases = [], unseen } of file.limits) {
      expect(value).toBe(file.policy.limits[limit]);
      expect(cases.length > 0).toBe(unseen === undefined);
      for (const { steps, expected } of cases) {
        const observed = steps.map(({ input, times = 1, countsHandovers }) =>
          input === undefined ? (countsHandovers === true ? 1 : 0) : times,
        );
        expect(expected).toHaveLength(observed.reduce((sum, count) => sum + count, 0));
      }
    }
  });
});
