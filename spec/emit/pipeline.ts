/**
 * The order in which `generated/` comes about: first what follows from the model alone, then recordings of the reference
 * server, whose routes are part of the first, then the documents that show them, then the site that links to all of
 * these, and at last the list of everything. What the model checker finds takes longest and needs nothing but the model,
 * so it is made at the same time.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sourcesIn } from '../coverage/coverage.ts';
import { readTestPrograms, type TestPrograms } from '../coverage/titles.ts';
import type { Verification } from '../verify/check/verification.ts';
import type { Artifact } from './artifact.ts';
import { emitCoverage } from './coverage.ts';
import { emitManifest } from './manifest.ts';
import { keptArtifacts, measurements } from './measured.ts';
import { emitFromModel } from './model-artifacts.ts';
import { emitPromela } from './promela.ts';
import { emitProofs } from './proof-artifacts.ts';
import { splicedReadme } from './readme.ts';
import { emitFromRecordings } from './recorded-artifacts.ts';
import type { Recording } from './recording.ts';
import { emitSite } from './site.ts';
import { tracesOf } from './trace/told.ts';
import { addArtifacts, type WriteReport, writeArtifacts } from './write.ts';

/** Top of the repository. */
export const top = fileURLToPath(new URL('../../', import.meta.url));

/** Where outputs stand. */
export const generatedFolder = fileURLToPath(new URL('../../generated/', import.meta.url));

/** The README, whose facts are spliced in. */
export const readmeFile = fileURLToPath(new URL('../../README.md', import.meta.url));

const recorder = 'server/recorder/record.ts';
const prover = 'spec/verify/prover.ts';

/** Writes all of `generated/`. */
export async function generate(): Promise<WriteReport> {
  const proving = prove();
  const fromModel = emitFromModel();
  const early = await addArtifacts(fromModel, generatedFolder); // the recorder runs the server, which imports its routes from here
  const recording = record();
  const promela = emitPromela(); // takes as long as the proofs, so it is made while the two other processes work
  const [recordings, verification] = await Promise.all([recording, proving]);
  const measured = await readMeasured(generatedFolder);
  const tests = await readTestPrograms(top);
  const artifacts = await allArtifacts({ fromModel, promela, recordings, verification, measured, tests });
  const report = await writeArtifacts(artifacts, generatedFolder);
  const readme = await readFile(readmeFile, 'utf8');
  await writeFile(readmeFile, splicedReadme(readme, measured)); // the one authored file with parts that are facts
  return { ...report, written: [...new Set([...early, ...report.written])].sort() };
}

/** What all files are made of. */
export interface Sources {
  readonly fromModel: readonly Artifact[];
  /** What another checker is handed; with the proofs, it takes by far the longest. */
  readonly promela: readonly Artifact[];
  readonly recordings: readonly Recording[];
  readonly verification: Verification;
  /** The measured files as they stand. */
  readonly measured: ReadonlyMap<string, string>;
  /** The programs of the tests, whose titles say which requirements they assert. */
  readonly tests: TestPrograms;
}

/** All files. */
export async function allArtifacts(sources: Sources): Promise<Artifact[]> {
  const { fromModel, promela, recordings, verification, measured, tests } = sources;
  const documents = [
    ...fromModel,
    ...promela,
    ...emitFromRecordings(recordings, tracesOf(verification, recordings)),
    ...emitProofs(recordings, verification),
    ...keptArtifacts(measured),
    ...coverageArtifacts(fromModel, measured, tests),
  ];
  const all = [...documents, ...(await emitSite(recordings, documents))];
  return [...all, ...emitManifest(all)];
}

/** Coverage, which needs neither the proofs nor the recordings. */
export const coverageArtifacts = (
  fromModel: readonly Artifact[],
  measured: ReadonlyMap<string, string>,
  tests: TestPrograms,
): Artifact[] =>
  emitCoverage(
    sourcesIn(new Map([...fromModel.map(({ path, content }) => [path, content] as const), ...measured]), tests),
  );

/** The measured files that are there, by path below a folder. */
export async function readMeasured(folder: string): Promise<ReadonlyMap<string, string>> {
  const read = await Promise.all(
    measurements.map(async ({ path }) => {
      const content = await readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return content === undefined ? [] : [[path, content] as const];
    }),
  );
  return new Map(read.flat());
}

/** Puts a measured file into `generated/`, and brings its pages and the manifest up to date. */
export async function saveMeasured(measured: Artifact): Promise<WriteReport> {
  await addArtifacts([measured], generatedFolder);
  return generate();
}

/**
 * Plays the scenarios on the reference server, in a process of its own: nothing here may import the server.
 *
 * @throws Error with what the recorder said, when a scenario did not go as it should
 */
export async function record(): Promise<Recording[]> {
  return JSON.parse(await printedBy(recorder)) as Recording[]; // printed by our own recorder
}

/**
 * Verifies the model, in a process of its own because it keeps one busy for seconds.
 *
 * @throws Error with what the model checker said, when it could not finish
 */
export async function prove(): Promise<Verification> {
  return JSON.parse(await printedBy(prover)) as Verification; // printed by our own prover
}

async function printedBy(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    cwd: top,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
