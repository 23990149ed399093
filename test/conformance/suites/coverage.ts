/** The suite about itself: whether every requirement is in a case, or named as one that nobody can see. */
import type { Case } from '../case.ts';
import { requirements } from '../facts.ts';
import { same } from '../problem.ts';
import { unseen } from './unseen.ts';

/** Requirements of servers that are neither in a case nor named as unseen, and names that are no requirements. */
export function uncovered(cases: readonly Case[]): {
  readonly forgotten: readonly string[];
  readonly stale: readonly string[];
} {
  const inCases = new Set(cases.flatMap((one) => one.requirements));
  const must = [...requirements.values()].filter(({ actor, level }) => actor !== 'client' && level.startsWith('MUST'));
  return {
    forgotten: must.map(({ id }) => id).filter((id) => !inCases.has(id) && unseen[id] === undefined),
    stale: Object.keys(unseen).filter((id) => !requirements.has(id) || inCases.has(id)),
  };
}

export const coverageCase = (cases: readonly Case[]): Case => ({
  id: 'requirements/all-accounted-for',
  suite: 'requirements',
  title: 'Every requirement of a server is in a case, or named as one that cannot be seen from outside',
  requirements: [],
  play: async () => {
    const { forgotten, stale } = uncovered(cases);
    same('no requirement is forgotten', forgotten, []);
    same('no requirement is called unseen that is seen, or that does not exist', stale, []);
  },
});
