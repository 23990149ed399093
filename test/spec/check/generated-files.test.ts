import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareGenerated, listFiles } from '../../../spec/check/generated-files.ts';
import type { Artifact } from '../../../spec/emit/artifact.ts';

let parent: string;
let folder: string;

const artifact = (path: string, content: string): Artifact => ({
  path,
  content,
  emitter: 'spec/emit/tea.ts',
  audience: 'guests',
});
const artifacts = [artifact('menu.md', '# Tea\n\nGreen.\n'), artifact('pots/one.json', '{\n  "minutes": 4\n}\n')];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'generated-files-'));
  folder = join(parent, 'generated');
  await mkdir(join(folder, 'pots'), { recursive: true });
  for (const { path, content } of artifacts) await writeFile(join(folder, path), content);
});

afterEach(() => rm(parent, { recursive: true }));

it('Files that are what their emitters write give no finding', async () => {
  expect(await compareGenerated(artifacts, folder)).toEqual([]);
});

it('A file that was changed by hand is found, with the first line that differs', async () => {
  await writeFile(join(folder, 'menu.md'), '# Tea\n\nBlack.\n');
  expect(await compareGenerated(artifacts, folder)).toEqual([
    {
      rule: 'generated/changed',
      file: 'generated/menu.md',
      element: 'line 3',
      expected: '"Green."',
      actual: '"Black."',
      fix: 'npm run generate',
    },
  ]);
});

it.each([
  ['a line that was added at the end', '# Tea\n\nGreen.\nBlack.\n', 'line 4', '""', '"Black."'],
  ['a missing newline at the end', '# Tea\n\nGreen.', 'line 4', '""', 'end of file'],
  ['lines ended by CR and LF', '# Tea\r\n\r\nGreen.\r\n', 'line 1', '"# Tea"', '"# Tea\\r"'],
  ['a byte order mark', '\uFEFF# Tea\n\nGreen.\n', 'line 1', '"# Tea"', '"\uFEFF# Tea"'],
  ['more text after the last newline', '# Tea\n\nGreen.\n\n', 'line 5', 'end of file', '""'],
])('So is %s', async (_title, content, element, expected, actual) => {
  await writeFile(join(folder, 'menu.md'), content);
  expect(await compareGenerated(artifacts, folder)).toEqual([
    expect.objectContaining({ rule: 'generated/changed', element, expected, actual }),
  ]);
});

it('Of a long line only the part around the difference is shown', async () => {
  const line = (word: string) => `${'a'.repeat(500)}${word}${'b'.repeat(500)}`;
  await writeFile(join(folder, 'menu.md'), line('green'));
  const [finding] = await compareGenerated([artifact('menu.md', line('black')), ...artifacts.slice(1)], folder);
  expect(finding?.expected).toMatch(/^…"a{40}black.*"…$/);
  expect(finding?.actual).toMatch(/^…"a{40}green.*"…$/);
});

it('A file that is missing is found, with the emitter that writes it', async () => {
  await rm(join(folder, 'pots/one.json'));
  expect(await compareGenerated(artifacts, folder)).toEqual([
    expect.objectContaining({
      rule: 'generated/missing',
      file: 'generated/pots/one.json',
      expected: 'written by spec/emit/tea.ts',
      fix: 'npm run generate',
    }),
  ]);
});

it('A file that no emitter writes is found, hidden ones included', async () => {
  await writeFile(join(folder, 'pots/.two.json'), '{}');
  expect(await compareGenerated(artifacts, folder)).toEqual([
    expect.objectContaining({ rule: 'generated/orphaned', file: 'generated/pots/.two.json', fix: 'npm run generate' }),
  ]);
});

it('A folder that does not exist lacks everything', async () => {
  const findings = await compareGenerated(artifacts, join(parent, 'nowhere'));
  expect(findings.map(({ rule }) => rule)).toEqual(['generated/missing', 'generated/missing']);
  expect(await listFiles(join(parent, 'nowhere'))).toEqual([]);
});
