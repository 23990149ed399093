/** Writes what the emitters return, and deletes what none of them returns any more. The only place that writes files. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '../check/generated-files.ts';
import type { Artifact } from './artifact.ts';
import { manifestPath } from './manifest.ts';

/** Paths that changed, relative to the folder and sorted. A second run with the same artifacts changes nothing. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Makes a folder hold exactly these artifacts. Files that already have the right content are not touched.
 *
 * @throws Error, before anything is written, for two artifacts with one path, a path that leaves the folder, a carriage
 *   return, or a folder with other files in it and no manifest, which somebody may have named by mistake
 */
export async function writeArtifacts(artifacts: readonly Artifact[], folder: string): Promise<WriteReport> {
  refuseBadArtifacts(artifacts);
  const wanted = new Set(artifacts.map(({ path }) => path));
  const present = await listFiles(folder);
  const deleted = present.filter((path) => !wanted.has(path));
  if (deleted.length > 0 && !present.includes(manifestPath)) {
    throw new Error(`${folder} has files that no emitter wrote and no ${manifestPath}; nothing was touched`);
  }
  const written = await writeChanged(artifacts, folder, present);
  for (const path of deleted) {
    await rm(join(folder, path));
    await removeEmptyFolders(folder, dirname(path));
  }
  return { written, deleted };
}

/** Writes artifacts beside what is there already; says which changed. For the first half of a generation. */
export async function addArtifacts(artifacts: readonly Artifact[], folder: string): Promise<readonly string[]> {
  refuseBadArtifacts(artifacts);
  return writeChanged(artifacts, folder, await listFiles(folder));
}

async function writeChanged(
  artifacts: readonly Artifact[],
  folder: string,
  present: readonly string[],
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { path, content } of [...artifacts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const target = join(folder, path);
    if (present.includes(path) && (await readFile(target)).equals(Buffer.from(content))) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    written.push(path);
  }
  return written;
}

function refuseBadArtifacts(artifacts: readonly Artifact[]): void {
  const seen = new Map<string, string>();
  for (const { path, content, emitter } of artifacts) {
    const other = seen.get(path);
    if (other !== undefined) throw new Error(`${path} is emitted twice, by ${other} and ${emitter}`);
    seen.set(path, emitter);
    const parts = path.split('/');
    if (path.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) {
      throw new Error(`${emitter} emits a path that leaves the folder or is not plain: ${path}`);
    }
    if (content.includes('\r')) throw new Error(`${emitter} emits a carriage return in ${path}; lines end in LF only`);
  }
}

/** Walks up from a folder whose file was deleted, as long as it finds nothing. */
async function removeEmptyFolders(root: string, path: string): Promise<void> {
  if (path === '.' || (await readdir(join(root, path))).length > 0) return;
  await rmdir(join(root, path));
  await removeEmptyFolders(root, dirname(path));
}
