/**
 * Runs the conformance suite against mutant servers, to see which of its cases find which mistake. First come all cases
 * about the requirements that the mutant breaks; when none of them fails, the others, until one does.
 */
import type { Progress, Report, Verdict } from '../conformance/options.ts';
import { NotTestable } from '../conformance/problem.ts';
import { runConformance } from '../conformance/run.ts';
import { examination, examinedServer } from './examined-server.ts';
import type { Mutant, Plant } from './mutant.ts';

/** A case that failed on a mutant and passes on the right server. */
export interface Kill {
  readonly caseId: string;
  readonly requirements: readonly string[];
}

export interface MutantResult {
  readonly id: string;
  /** In the order of the cases; the first one only, where no case about a broken requirement failed. */
  readonly kills: readonly Kill[];
  /** For a survivor: what the suite said. */
  readonly said?: string;
}

/** What is known about a case from its run on the right server. */
export interface CaseKnown extends Kill {
  readonly suite: string;
  readonly seconds: number;
}

/** How many tests of the state suite are tried on a mutant that nothing else has found, and on the right server. */
export const stateTests = 400;

const isStateTest = (id: string): boolean => id.startsWith('states/tests-');

/** Which cases pass on the right server, from the quickest to the slowest. @throws Error when one fails there */
export async function baseline(): Promise<CaseKnown[]> {
  const { verdicts } = await examined({}, { stateTests });
  const failed = verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
  if (failed.length > 0) throw new Error(`a false alarm on the right server: ${failed.map(told).join('; ')}`);
  return verdicts
    .filter(({ status }) => status === 'passed')
    .map((verdict) => ({ ...killOf(verdict), suite: verdict.suite, seconds: verdict.seconds }))
    .sort((one, other) => one.seconds - other.seconds);
}

/** Plays the suite on a mutant until it is found. */
export async function examine(mutant: Mutant, cases: readonly CaseKnown[]): Promise<MutantResult> {
  const { id, plant, requirements } = mutant;
  const about = cases.filter((one) => !isStateTest(one.caseId) && breaks(one, requirements));
  const others = cases.filter((one) => !about.includes(one) && !isStateTest(one.caseId));
  const said: Verdict[] = [];
  try {
    if (about.length > 0) {
      const { verdicts } = await examined(plant, { only: idsOf(about) });
      said.push(...verdicts);
      const kills = killsIn(verdicts);
      if (kills.length > 0) return { id, kills };
    }
    for (const only of [idsOf(others), ['states/tests-*']]) {
      const kill = await firstKill(plant, { only, stateTests });
      if (kill !== undefined) return { id, kills: [kill] };
    }
  } catch (error) {
    if (error instanceof NotTestable) return { id, kills: [], said: `could not be tested: ${error.message}` };
    throw error;
  }
  const helpless = said.filter(({ status }) => status === 'could-not-test');
  return { id, kills: [], said: helpless.length > 0 ? `could not be tested: ${told(helpless[0])}` : 'every case passed' };
}

const breaks = ({ requirements }: Kill, broken: readonly string[]): boolean =>
  requirements.some((id) => broken.includes(id));

const idsOf = (cases: readonly Kill[]): string[] => cases.map(({ caseId }) => caseId);

const killOf = ({ caseId, requirements }: Verdict): Kill => ({
  caseId,
  requirements: requirements.map(({ id }) => id),
});

const killsIn = (verdicts: readonly Verdict[]): Kill[] =>
  verdicts.filter(({ status }) => status === 'failed').map(killOf);

const told = (verdict: Verdict | undefined): string =>
  [verdict?.caseId, verdict?.status, verdict?.reason, verdict?.expected, verdict?.received]
    .filter((part) => part !== undefined)
    .join(' ');

interface Part {
  readonly only?: readonly string[];
  readonly stateTests?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Plays a part of the suite on a server of its own. */
async function examined(plant: Plant, part: Part): Promise<Report> {
  const server = await examinedServer(plant);
  try {
    return await runConformance({ ...(await examination(server.issuer)), ...part });
  } finally {
    await server.close();
  }
}

/** Plays until a case fails. */
async function firstKill(plant: Plant, part: Part): Promise<Kill | undefined> {
  class Found extends Error {
    readonly kill: Kill;
    constructor(kill: Kill) {
      super('found');
      this.kill = kill;
    }
  }
  try {
    await examined(plant, {
      ...part,
      onProgress: ({ verdict }) => {
        if (verdict.status === 'failed') throw new Found(killOf(verdict));
      },
    });
  } catch (error) {
    if (error instanceof Found) return error.kill;
    throw error;
  }
  return undefined;
}
