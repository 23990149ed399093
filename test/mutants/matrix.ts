/** The kill matrix out of the results, and what is not as it should be. */
import type { KillMatrix, MeasuredMutant } from '../../spec/emit/kill-matrix.ts';
import type { MutantResult } from './run.ts';
import { survivors } from './survivors.ts';
import { mutants } from './table.ts';

/** What has to be found at least, of all mutants. */
export const leastShare = 0.95;

/** The matrix of these results. */
export function matrixOf(results: readonly MutantResult[], caseCount: number): KillMatrix {
  const rows = results.map(({ id, kills, said = '' }): MeasuredMutant => {
    const mutant = mutants.find((one) => one.id === id);
    if (mutant === undefined) throw new Error(`there is no mutant ${id}`);
    const { wrong, requirements } = mutant;
    const cases = kills.map(({ caseId }) => caseId);
    return { id, wrong, requirements, cases, ...(cases.length > 0 ? {} : { reason: survivors[id] ?? said }) };
  });
  const about = new Map(results.flatMap(({ kills }) => kills.map((one) => [one.caseId, one.requirements] as const)));
  const isByName = ({ requirements, cases }: MeasuredMutant): boolean =>
    cases.some((name) => about.get(name)?.some((id) => requirements.includes(id)));
  return {
    counts: {
      cases: caseCount,
      mutants: rows.length,
      killed: rows.filter(({ cases }) => cases.length > 0).length,
      killedByName: rows.filter(isByName).length,
    },
    mutants: rows,
    cases: Object.fromEntries([...about].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** One sentence for each thing that is wrong with a matrix; none when it stands. */
export function problemsIn({ counts, mutants: rows }: KillMatrix): string[] {
  const unexplained = rows.filter(({ id, cases }) => cases.length === 0 && survivors[id] === undefined);
  const found = rows.filter(({ id, cases }) => cases.length > 0 && survivors[id] !== undefined);
  return [
    ...unexplained.map(({ id, reason }) => `${id} was not found, and nobody says why: ${reason}`),
    ...found.map(({ id }) => `${id} was found, and is listed among those that are not`),
    ...(counts.killed < leastShare * counts.mutants && counts.mutants > 20
      ? [`fewer than ${leastShare * 100} % were found: ${counts.killed} of ${counts.mutants}`]
      : []),
  ];
}
