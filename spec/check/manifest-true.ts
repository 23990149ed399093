/** The manifest tells the truth: each file it lists is there with that size and digest, and each file is listed. */
import { createHash } from 'node:crypto';
import { type ManifestEntry, manifestPath } from '../emit/manifest.ts';
import { type Difference, differences } from './differences.ts';
import type { Finding } from './finding.ts';

const file = `generated/${manifestPath}`;
const fix = 'npm run generate';

/** A list cannot hold its own digest. */
const unlisted: ReadonlySet<string> = new Set([manifestPath]);

/** Findings for the generated files, by path. */
export function manifestTrue(files: ReadonlyMap<string, string>): Finding[] {
  const manifest = JSON.parse(files.get(manifestPath) ?? '{"files":[]}') as {
    readonly files: readonly ManifestEntry[];
  }; // written by our own emitter
  const expected = Object.fromEntries(
    [...files]
      .filter(([path]) => !unlisted.has(path))
      .map(([path, content]) => [
        path,
        { sha256: createHash('sha256').update(content).digest('hex'), bytes: Buffer.byteLength(content) },
      ]),
  );
  const listed = manifest.files.filter(({ path }) => !unlisted.has(path));
  const actual = Object.fromEntries(listed.map(({ path, sha256, bytes }) => [path, { sha256, bytes }]));
  return differences(expected, actual, '#/files').map(
    (difference: Difference): Finding => ({
      rule: 'manifest/untrue',
      file,
      element: difference.pointer,
      expected: difference.expected,
      actual: difference.actual,
      fix,
    }),
  );
}
