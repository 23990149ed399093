/**
 * Files under `generated/` that no emitter can derive, because they say what came out when something was run: they are
 * measured by a command of their own, kept by `npm run generate`, and found stale by `npm run check`.
 *
 * To add one: a row in `measurements`, and a command that ends with `saveMeasured` (in `pipeline.ts`).
 */
import { createHash } from 'node:crypto';
import { type Artifact, canonicalJson } from './artifact.ts';
import { generatorMeasurement } from './generator-page.ts';
import { killMatrix } from './kill-matrix.ts';

/** One measured file: JSON whose first member, `measuredOn`, says on what it was measured. */
export interface Measurement extends Omit<Artifact, 'content'> {
  /** What measures it again, for example `npm run generators`. */
  readonly command: string;
  /**
   * What was measured, out of the generated files by path: when this text changes, the measurement is stale. Whatever
   * cannot change the result is better left out, for each change costs a run of the command.
   */
  subject(files: ReadonlyMap<string, string>): string;
  /** Pages and tables that are made of the measured file alone; they are emitted like everything else. */
  pages?(content: string): Artifact[];
}

/** Every measured file. */
export const measurements: readonly Measurement[] = [generatorMeasurement, killMatrix];

/** SHA-256 of what is measured, in hexadecimal. */
export const subjectDigest = (measurement: Measurement, files: ReadonlyMap<string, string>): string =>
  createHash('sha256').update(measurement.subject(files)).digest('hex');

/**
 * A measured file as an artifact, with the digest of what was measured.
 *
 * @param results members beside `measuredOn`; nothing that differs from run to run, such as a duration
 */
export function measuredArtifact(
  measurement: Measurement,
  files: ReadonlyMap<string, string>,
  results: Readonly<Record<string, unknown>>,
): Artifact {
  const content = canonicalJson({ measuredOn: subjectDigest(measurement, files), ...results });
  return artifactOf(measurement, content);
}

/** The measured files that are there, as they stand, with the pages made of them. One that is missing is left out. */
export function keptArtifacts(
  files: ReadonlyMap<string, string>,
  list: readonly Measurement[] = measurements,
): Artifact[] {
  return list.flatMap((measurement) => {
    const content = files.get(measurement.path);
    if (content === undefined) return [];
    return [artifactOf(measurement, content), ...(measurement.pages?.(content) ?? [])];
  });
}

const artifactOf = ({ path, emitter, audience, title }: Measurement, content: string): Artifact => ({
  path,
  content,
  emitter,
  audience,
  ...(title === undefined ? {} : { title }),
});
