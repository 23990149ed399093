import { beforeAll, describe, expect, it } from 'vitest';
import { type Inspection, inspect } from '../../../spec/packet/inspection.ts';
import { evidenceWords, isRefuted } from '../../../spec/packet/statement.ts';
import { statements } from '../../../spec/packet/statements.ts';
import { evidence } from '../draft/drafts.ts';

let inspection: Inspection;

beforeAll(async () => {
  inspection = await inspect(evidence);
});

describe('The reviewer packet', () => {
  it('answers each question, with a check, with the model, or for a human', () => {
    const all = statements(inspection);
    expect(all.length).toBeGreaterThan(12);
    for (const statement of all) {
      expect(statement.answer.length).toBeGreaterThan(20);
      expect(evidenceWords(statement)).toMatch(/^(?:Checked now by `|Follows from |For a human: )/);
    }
    expect(all.filter(({ evidence }) => evidence.kind === 'human').length).toBeGreaterThan(3);
  });

  it('says nothing that a check speaks against', () => expect(statements(inspection).filter(isRefuted)).toEqual([]));

  it.each(['lint P1', 'lint I1, I2', 'idnits --offline, submission mode'])('is refuted by a finding of %s', (rule) => {
    const finding = { rule: 'planted', file: 'x', element: 'y', expected: 'a', actual: 'b', fix: 'c' };
    const refuted = statements(new Map([...inspection, [rule, [finding]]])).filter(isRefuted);
    expect(refuted.length).toBeGreaterThan(0);
    expect(refuted.map(evidenceWords).join()).toContain('1 findings');
  });

  it('runs every rule of the lint for some answer', () => {
    const named = statements(inspection).flatMap(({ evidence }) => (evidence.kind === 'checks' ? evidence.rules : []));
    expect([...inspection.keys()].filter((rule) => !named.includes(rule))).toEqual([]);
  });

  it('cannot name a rule that was not run', () => {
    expect(() => statements(new Map())).toThrow(/not run/);
  });
});
