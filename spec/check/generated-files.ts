/** Holds the files under `generated/` against what the emitters would write now: byte for byte, no more, no fewer. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Artifact } from '../emit/artifact.ts';
import { compareFindings, type Finding } from './finding.ts';

const fix = 'npm run generate';

/**
 * Findings for files that were changed, are missing, or belong to no emitter. A folder that does not exist counts as
 * empty.
 *
 * @param expected every artifact, the manifest included
 * @param folder the folder that holds the generated files
 */
export async function compareGenerated(expected: readonly Artifact[], folder: string): Promise<Finding[]> {
  const present = new Set(await listFiles(folder));
  const wanted = new Map(expected.map((artifact) => [artifact.path, artifact]));
  const shown = (path: string) => `${basename(folder)}/${path}`;
  const findings: Finding[] = [];
  for (const artifact of wanted.values()) {
    if (!present.has(artifact.path)) {
      findings.push({
        rule: 'generated/missing',
        file: shown(artifact.path),
        element: 'the file',
        expected: `written by ${artifact.emitter}`,
        actual: 'not there',
        fix,
      });
      continue;
    }
    const difference = firstDifference(artifact.content, await readFile(join(folder, artifact.path)));
    if (difference === undefined) continue;
    findings.push({ rule: 'generated/changed', file: shown(artifact.path), ...difference, fix });
  }
  for (const path of present) {
    if (wanted.has(path)) continue;
    findings.push({
      rule: 'generated/orphaned',
      file: shown(path),
      element: 'the file',
      expected: 'an emitter that writes it',
      actual: 'no emitter does',
      fix,
    });
  }
  return findings.sort(compareFindings);
}

/** Paths of all files below a folder, with `/` between folders, sorted. Empty for a folder that does not exist. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

type Difference = Pick<Finding, 'element' | 'expected' | 'actual'>;

function firstDifference(content: string, bytes: Buffer): Difference | undefined {
  if (Buffer.from(content).equals(bytes)) return undefined;
  const expected = content.split('\n');
  const actual = bytes.toString('utf8').split('\n');
  const index = expected.findIndex((line, position) => line !== actual[position]);
  const line = index === -1 ? expected.length : index;
  const [left, right] = [expected[line], actual[line]];
  const column = firstColumn(left ?? '', right ?? '');
  return { element: `line ${line + 1}`, expected: excerpt(left, column), actual: excerpt(right, column) };
}

function firstColumn(left: string, right: string): number {
  let column = 0;
  while (column < left.length && left[column] === right[column]) column += 1;
  return column;
}

const before = 40;
const shownCharacters = 100;

/** The part of a line around a column, as a JSON string so that blanks and control characters show. */
function excerpt(line: string | undefined, column: number): string {
  if (line === undefined) return 'end of file';
  const start = line.length > shownCharacters ? Math.max(0, column - before) : 0;
  const part = JSON.stringify(line.slice(start, start + shownCharacters));
  return `${start > 0 ? '…' : ''}${part}${line.length > start + shownCharacters ? '…' : ''}`;
}
