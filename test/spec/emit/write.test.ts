import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareGenerated, listFiles } from '../../../spec/check/generated-files.ts';
import type { Artifact } from '../../../spec/emit/artifact.ts';
import { emitManifest } from '../../../spec/emit/manifest.ts';
import { writeArtifacts } from '../../../spec/emit/write.ts';

let parent: string;
let folder: string;

const artifact = (path: string, content = `${path}\n`): Artifact => ({
  path,
  content,
  emitter: 'spec/emit/tea.ts',
  audience: 'guests',
});
const withManifest = (...artifacts: Artifact[]) => [...artifacts, ...emitManifest(artifacts)];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'write-'));
  folder = join(parent, 'generated');
});

afterEach(() => rm(parent, { recursive: true }));

describe('Writing artifacts', () => {
  it('makes the folder hold exactly them', async () => {
    const artifacts = withManifest(artifact('menu.md'), artifact('pots/green/one.json'));
    const { written, deleted } = await writeArtifacts(artifacts, folder);
    expect(written).toEqual(artifacts.map(({ path }) => path).sort());
    expect(deleted).toEqual([]);
    expect(await compareGenerated(artifacts, folder)).toEqual([]);
  });

  it('a second time touches no file', async () => {
    const artifacts = withManifest(artifact('menu.md'), artifact('pots/one.json'));
    await writeArtifacts(artifacts, folder);
    const before = await stat(join(folder, 'menu.md'));
    expect(await writeArtifacts([...artifacts].reverse(), folder)).toEqual({ written: [], deleted: [] });
    expect((await stat(join(folder, 'menu.md'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('repairs what was changed, and deletes what is emitted no longer, with the folders that this empties', async () => {
    await writeArtifacts(withManifest(artifact('menu.md'), artifact('pots/green/one.json')), folder);
    await writeFile(join(folder, 'menu.md'), 'by hand\n');
    const now = withManifest(artifact('menu.md'));
    const { written, deleted } = await writeArtifacts(now, folder);
    expect(written).toContain('menu.md');
    expect(deleted).toEqual(['pots/green/one.json']);
    expect(await compareGenerated(now, folder)).toEqual([]);
    await expect(stat(join(folder, 'pots'))).rejects.toThrow('ENOENT');
  });
});

describe('Writing artifacts refuses, before it touches anything,', () => {
  it.each([
    ['one path twice', [artifact('menu.md'), artifact('menu.md', 'other\n')], 'emitted twice'],
    ['a path out of the folder', [artifact('../menu.md')], 'leaves the folder'],
    ['an absolute path', [artifact('/menu.md')], 'leaves the folder'],
    ['a path with backslashes', [artifact('pots\\one.json')], 'leaves the folder'],
    ['a carriage return', [artifact('menu.md', 'tea\r\n')], 'carriage return'],
  ])('%s', async (_title, artifacts, message) => {
    await expect(writeArtifacts([artifact('first.md'), ...artifacts], folder)).rejects.toThrow(message);
    expect(await listFiles(parent)).toEqual([]);
  });

  it('a folder that somebody else filled', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.md'), 'mine\n');
    await expect(writeArtifacts(withManifest(artifact('menu.md')), folder)).rejects.toThrow('nothing was touched');
    expect(await readFile(join(folder, 'thesis.md'), 'utf8')).toBe('mine\n');
    expect(await listFiles(folder)).toEqual(['thesis.md']);
  });
});
