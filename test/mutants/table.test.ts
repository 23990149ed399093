/** The table of mutants is as it should be, and the kill matrix is of this table. Whether they are found is measured. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RequirementId, requirements } from '../../model/index.ts';
import type { KillMatrix } from '../../spec/emit/kill-matrix.ts';
import { matrixOf, problemsIn } from './matrix.ts';
import { examine } from './run.ts';
import { survivors } from './survivors.ts';
import { mutants } from './table.ts';

const matrix = JSON.parse(
  readFileSync(new URL('../../generated/tests/kill-matrix.json', import.meta.url), 'utf8'),
) as KillMatrix; // written by `npm run mutants`

describe('The table of mutants', () => {
  it('has sixty servers at least, each with an id of its own and requirements that it breaks', () => {
    expect(mutants.length).toBeGreaterThan(60);
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    for (const { id, requirements: broken, wrong } of mutants) {
      expect(broken.length, id).toBeGreaterThan(0);
      for (const one of broken) expect(requirements[one as RequirementId], `${id}: ${one}`).toBeDefined();
      expect(wrong, id).not.toMatch(/\.$/);
    }
  });

  it('has mutants of every kind', () => {
    const kinds = [
      'limit',
      'guard',
      'machine',
      'answer',
      'request',
      'token',
      'grant',
      'status',
      'message',
      'leak',
      'race',
      'time',
    ];
    expect(new Set(mutants.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('lists no survivor that does not exist', () => {
    const ids = new Set(mutants.map(({ id }) => id));
    for (const id of Object.keys(survivors)) expect(ids, id).toContain(id);
  });
});

describe('The kill matrix', () => {
  it('is of these mutants, and says why the rest was not found', () => {
    expect(matrix.mutants.map(({ id }) => id).sort()).toEqual(mutants.map(({ id }) => id).sort());
    expect(problemsIn(matrix)).toEqual([]);
    expect(matrix.counts.killed).toBeGreaterThanOrEqual(0.95 * matrix.counts.mutants);
  });

  it('is found wanting with a survivor that nobody explains, and with a reason for one that was found', () => {
    const [known = ''] = Object.keys(survivors);
    const results = mutants.map(({ id }) => ({ id, kills: [{ caseId: 'http/a', requirements: [] }] }));
    const unexplained = results.map((one, place) => (place === 1 ? { ...one, kills: [] } : one));
    expect(problemsIn(matrixOf(unexplained, 1))).toContainEqual(expect.stringContaining('nobody says why'));
    expect(problemsIn(matrixOf(results, 1))).toContainEqual(expect.stringContaining(`${known} was found`));
    expect(
      problemsIn(
        matrixOf(
          mutants.map(({ id }) => ({ id, kills: [] })),
          1,
        ),
      ),
    ).toContainEqual(expect.stringContaining('fewer than 95 %'));
  });
});

describe('A mutant is examined', () => {
  const cases = [
    {
      caseId: 'requirements/client-binding',
      requirements: ['transaction/client-binding'],
      suite: 'requirements',
      seconds: 0,
    },
    {
      caseId: 'http/redemption/grantTypeMissing',
      requirements: ['access-token-request/grant-type'],
      suite: 'http',
      seconds: 0,
    },
  ];
  const mutant = (id: string) => {
    const found = mutants.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no mutant ${id}`);
    return found;
  };

  it('and found by a case about what it breaks', { timeout: 60_000 }, async () => {
    const result = await examine(mutant('guard/no-client-binding'), cases);
    expect(result.kills.map(({ caseId }) => caseId)).toEqual(['requirements/client-binding']);
  });

  it('and found by another case where there is none', { timeout: 60_000 }, async () => {
    const blind = cases.map((one) => ({ ...one, requirements: [] }));
    const result = await examine(mutant('request/grant-type-guessed'), blind);
    expect(result.kills.map(({ caseId }) => caseId)).toEqual(['http/redemption/grantTypeMissing']);
  });
});
