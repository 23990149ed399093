/** Runs every set-up on both documents, and the planted faults; what comes out is the matrix. */
import { join } from 'node:path';
import {
  type Cell,
  type CellFault,
  faultsOf,
  firstFault,
  type GeneratorMatrix,
  type MeasuredSetUp,
  type OpenApiVersion,
  openApiVersions,
  steps,
  type Verdict,
} from '../../spec/emit/generator-matrix.ts';
import { documentFaults, faultyDocument } from './document-faults.ts';
import { lockedVersions } from './installed.ts';
import { play } from './play.ts';
import { type Defect, notRun, type SetUp, setUps } from './set-ups.ts';
import { validators } from './validators.ts';
import { type Job, openWorkshop, type Workshop } from './workshop.ts';

/** The documents as text, and whether the server says that it grants refresh tokens. */
export interface Subject {
  readonly documents: Readonly<Record<OpenApiVersion, string>>;
  readonly withRefresh: boolean;
}

/** How many generators run at a time. */
const lanes = 2;

/**
 * Measures.
 *
 * @param folder where the generators are installed
 * @param chosen set-ups to run
 * @param report is called with the name of each job and what became of it
 */
export async function measure(
  { documents, withRefresh }: Subject,
  folder: string,
  chosen: readonly SetUp[],
  report: (name: string, cell: Cell) => void,
): Promise<GeneratorMatrix> {
  const modules = join(folder, 'node_modules');
  const workshop = await openWorkshop(modules, withRefresh);
  try {
    const sound = chosen.flatMap((setUp) =>
      openApiVersions.map((version) => ({
        setUp,
        version,
        document: documents[version],
        name: jobName(setUp, version),
      })),
    );
    const planted = documentFaults
      .filter(({ setUp }) => chosen.some(({ name }) => name === setUp))
      .map((fault, index) => ({
        fault,
        setUp: named(fault.setUp),
        document: faultyDocument(fault, documents['3.1']),
        name: `fault-${index + 1}-${fault.setUp}`,
      }));
    const cells = await made([...sound, ...planted], workshop, withRefresh, report);
    const cellOf = ({ name }: Job): Cell => cells.get(name) ?? unreached;
    const versions = await lockedVersions();
    const told = (name: string): string => versions.get(name) ?? `${name} of no known version`;
    return {
      setUps: chosen.map(
        (setUp): MeasuredSetUp => ({
          name: setUp.name,
          packages: setUp.packages.map(told),
          defects: (setUp.defects ?? []).map(({ words }) => words),
          documents: eachVersion((version) => cells.get(jobName(setUp, version)) ?? unreached),
        }),
      ),
      validators: await Promise.all(
        validators.map(async (validator) => ({
          name: told(validator.name),
          documents: {
            '3.0': await validator.validate(modules, documents['3.0']),
            '3.1': await validator.validate(modules, documents['3.1']),
          },
        })),
      ),
      notRun,
      plantedFaults: planted.map((job) => {
        const { step, symptom } = firstFault(cellOf(job)) ?? { step: 'nowhere', symptom: 'nothing' };
        return { fault: job.fault.fault, setUp: job.fault.setUp, seenAt: step, symptom };
      }),
    };
  } finally {
    await workshop.close();
  }
}

async function made(
  jobs: readonly Job[],
  workshop: Workshop,
  withRefresh: boolean,
  report: (name: string, cell: Cell) => void,
): Promise<ReadonlyMap<string, Cell>> {
  const generated = new Map<string, Verdict>();
  const waiting = [...jobs];
  const lane = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      generated.set(job.name, await workshop.generate(job));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const compilable = jobs.filter(({ name }) => generated.get(name) === 'ok');
  const compiled = workshop.compile(compilable);
  const cells = new Map<string, Cell>();
  for (const job of jobs) {
    const generate = generated.get(job.name) ?? 'not reached';
    const compile = generate === 'ok' ? (compiled[compilable.indexOf(job)] ?? 'not reached') : 'not reached';
    const played = compile === 'ok' ? await playedWith(job, workshop) : {};
    const absent = withRefresh ? {} : { refresh: 'not in the document' };
    const cell: Cell = { ...unreached, ...absent, generate, compile, ...played };
    cells.set(job.name, cell);
    report(job.name, cell);
  }
  return cells;
}

async function playedWith(job: Job, workshop: Workshop): Promise<Partial<Cell>> {
  try {
    return await play(await workshop.load(job));
  } catch (error) {
    return { identify: `cannot be loaded: ${String(error).split('\n')[0]}` };
  }
}

/** What is not as it is expected to be, one sentence each; an empty list for a run that went well. */
export function surprises({ setUps: measured, validators: asked, plantedFaults }: GeneratorMatrix): string[] {
  const cells = measured.flatMap(({ name, documents }) =>
    openApiVersions.flatMap((version) => {
      const { defects = [] } = named(name);
      const shown = `${name} with ${version}`;
      const faults = faultsOf(documents[version]);
      const shows = (defect: Defect, { step, symptom }: CellFault) =>
        step === defect.at && defect.symptom.test(symptom);
      return [
        ...faults
          .filter((fault) => !defects.some((defect) => shows(defect, fault)))
          .map(({ step, symptom }) => `${shown} fails at ${step}: ${symptom}`),
        ...defects
          .filter((defect) => !faults.some((fault) => shows(defect, fault)))
          .map(({ words }) => `${shown} has this fault no longer, so strike it: ${words}`),
      ];
    }),
  );
  const invalid = asked.flatMap(({ name, documents }) =>
    openApiVersions.flatMap((version) =>
      documents[version] === 'ok' ? [] : [`${name} rejects ${version}: ${documents[version]}`],
    ),
  );
  const unseen = plantedFaults.flatMap(({ fault, setUp, seenAt }) => {
    const wanted = documentFaults.find((one) => one.fault === fault)?.at;
    return seenAt === wanted ? [] : [`planted: ${fault}: ${setUp} stumbled at ${seenAt} and not at ${wanted}`];
  });
  return [...cells, ...invalid, ...unseen];
}

const jobName = (setUp: SetUp, version: OpenApiVersion): string => `${setUp.name}-${version}`;

const eachVersion = <Value>(of: (version: OpenApiVersion) => Value): Record<OpenApiVersion, Value> => ({
  '3.0': of('3.0'),
  '3.1': of('3.1'),
});

function named(name: string): SetUp {
  const found = setUps.find((setUp) => setUp.name === name);
  if (found === undefined) throw new Error(`no set-up is called ${name}`);
  return found;
}

const unreached = Object.fromEntries(steps.map((step) => [step, 'not reached'])) as Cell; // every step is there
