/**
 * Each requirement with what keeps it, what argues for it and what tests it. A requirement counts as tested when a case
 * of the conformance suite was seen to fail on a server that breaks it, or a test has its id in the title. Paths along
 * the model do not count: a server that runs the model takes them whatever the model says.
 */
import {
  allMitigations,
  livenessProperties,
  type RequirementId,
  type RequirementRow,
  requirements,
  worldProperties,
} from '../../model/index.ts';
import { type KillMatrix, killMatrix } from '../emit/kill-matrix.ts';
import { type Attachments, attachmentsOf } from '../emit/requirement-attachments.ts';
import type { TestPaths } from '../emit/test-paths.ts';
import { traceIdOf } from '../emit/trace/told.ts';
import { necessity } from '../verify/check/necessity.ts';
import { forPeople } from './for-people.ts';
import { type TestPrograms, type TitledTest, titledTests } from './titles.ts';

/** How sure one can be that somebody would notice if a requirement were not kept. */
export type CoverageVerdict =
  /** A server that breaks it was found by a case about it. */
  | 'seen to fail'
  /** A test asserts it. */
  | 'asserted'
  /** Nothing but a person can see it. */
  | 'for a person'
  | 'untested';

export interface CoverageRow extends RequirementRow {
  readonly id: string;
  readonly verdict: CoverageVerdict;
  readonly keptBy: Omit<Attachments, 'mitigations'>;
  /** What argues for it: the properties that stand for it, and the traces of what happens without it. */
  readonly properties: readonly string[];
  readonly traces: readonly string[];
  /** Mutant servers that break it, and how many of them a case about it found. */
  readonly mutants: { readonly planted: number; readonly found: number };
  /** Cases of the conformance suite that failed on one of them. */
  readonly cases: readonly string[];
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  /** Test paths whose last step shows it, for runners in any language. */
  readonly paths: number;
  /** What is left to a person. */
  readonly forPeople?: string;
}

/** What is known of tests, and the parts of the model that a check may spoil to see whether it notices. */
export interface CoverageSources {
  /** What the mutant servers showed; undefined when it was never measured. */
  readonly killMatrix: KillMatrix | undefined;
  readonly tests: readonly TitledTest[];
  readonly paths: Pick<TestPaths, 'paths'>;
  readonly requirements?: Readonly<Record<string, RequirementRow>>;
  readonly forPeople?: Readonly<Record<string, string>>;
}

/** Tests of the tools say nothing about a server or a client. */
const isAboutTools = ({ file }: TitledTest): boolean => file.startsWith('test/spec/');

/** Every requirement, in the order of the model. */
export function coverageOf(sources: CoverageSources): CoverageRow[] {
  const paths = sources.paths.paths.flatMap((path) => path.requirements);
  return Object.entries(sources.requirements ?? requirements).map(([id, row]) => {
    const { mitigations: switches, ...keptBy } = attachmentsOf(id);
    const fails = failuresOf(id, sources.killMatrix);
    const tests = sources.tests
      .filter((test) => test.ids.includes(id) && !isAboutTools(test))
      .map(({ file, title }) => ({ file, title }));
    const person = (sources.forPeople ?? (forPeople as Readonly<Record<string, string>>))[id]; // widened to ask for any id
    return {
      id,
      ...row,
      verdict: verdictOn(fails.cases.length, tests.length, person),
      keptBy,
      properties: propertiesFor(id),
      traces: tracesFor(id),
      ...fails,
      tests,
      paths: paths.filter((shown) => shown === id).length,
      ...(person === undefined ? {} : { forPeople: person }),
    };
  });
}

function verdictOn(cases: number, tests: number, person: string | undefined): CoverageVerdict {
  if (cases > 0) return 'seen to fail';
  if (tests > 0) return 'asserted';
  return person === undefined ? 'untested' : 'for a person';
}

function failuresOf(id: string, matrix: KillMatrix | undefined): Pick<CoverageRow, 'mutants' | 'cases'> {
  const breaking = (matrix?.mutants ?? []).filter(({ requirements: broken }) => broken.includes(id));
  const about = breaking.map(({ cases }) => cases.filter((name) => matrix?.cases[name]?.includes(id)));
  return {
    mutants: { planted: breaking.length, found: about.filter((cases) => cases.length > 0).length },
    cases: [...new Set(about.flat())].sort(),
  };
}

const propertiesFor = (id: string): string[] =>
  Object.entries({ ...worldProperties, ...livenessProperties }).flatMap(([name, property]) =>
    property.requirements.some((one) => one === id) ? [name] : [],
  );

/** Files below `generated/`, for each mitigation that carries the requirement out. */
function tracesFor(id: string): string[] {
  const all = (Object.keys(necessity) as (keyof typeof allMitigations)[]).map((mitigation) => ({
    mitigation,
    requirement: allMitigations[mitigation].requirement as RequirementId, // the rows name them
  }));
  return all.filter(({ requirement }) => requirement === id).map((one) => `traces/${traceIdOf(one, all)}.json`);
}

/** The generated files that coverage reads. */
const read = { kills: killMatrix.path, paths: 'tests/transaction-paths.json' } as const;

/** The sources out of generated files, by path, and test programs. A file that is not there says nothing. */
export function sourcesIn(files: ReadonlyMap<string, string>, programs: TestPrograms): CoverageSources {
  const kills = files.get(read.kills);
  return {
    killMatrix: kills === undefined ? undefined : (JSON.parse(kills) as KillMatrix), // written by our own runs
    paths: JSON.parse(files.get(read.paths) ?? '{"paths":[]}') as TestPaths, // written by our own emitter
    tests: titledTests(programs),
  };
}
