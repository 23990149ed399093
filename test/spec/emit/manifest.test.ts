import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../spec/emit/artifact.ts';
import { emitManifest, type ManifestEntry, manifestPath } from '../../../spec/emit/manifest.ts';

const artifacts: Artifact[] = [
  { path: 'tea/menu.md', content: '# Thé\n', emitter: 'spec/emit/tea.ts', audience: 'guests', title: 'Green | black' },
  { path: 'cups.json', content: '{}\n', emitter: 'spec/emit/cups.ts', audience: 'the kitchen' },
];

function contentOf(path: string, from = emitManifest(artifacts)): string {
  const found = from.find((artifact) => artifact.path === path);
  if (found === undefined) throw new Error(`nothing emits ${path}`);
  return found.content;
}

// The manifest is written by the function under test; its shape is what the assertions look at.
const entries = (from = emitManifest(artifacts)) =>
  (JSON.parse(contentOf(manifestPath, from)) as { files: ManifestEntry[] }).files;

describe('The manifest', () => {
  it('lists every file but itself, sorted by path', () => {
    expect(entries().map(({ path }) => path)).toEqual(['.gitattributes', 'README.md', 'cups.json', 'tea/menu.md']);
  });

  it('gives size and hash of the bytes, not of the characters', () => {
    expect(entries().find(({ path }) => path === 'tea/menu.md')).toEqual({
      path: 'tea/menu.md',
      emitter: 'spec/emit/tea.ts',
      audience: 'guests',
      sha256: createHash('sha256').update('# Thé\n', 'utf8').digest('hex'),
      bytes: 7,
    });
  });

  it('is the same in whatever order the emitters ran', () => {
    expect(emitManifest([...artifacts].reverse())).toEqual(emitManifest(artifacts));
  });

  it('changes when one byte of one file does', () => {
    const [menu, cups] = artifacts;
    if (menu === undefined || cups === undefined) throw new Error('the sample lost its artifacts');
    const changed = emitManifest([{ ...menu, content: '# Thè\n' }, cups]);
    expect(contentOf(manifestPath, changed)).not.toBe(contentOf(manifestPath));
  });
});

describe('The table for people', () => {
  it('has a row for every file, the three that stand beside it included', () => {
    const rows = contentOf('README.md')
      .split('\n')
      .filter((line) => line.startsWith('| ['));
    expect(rows).toHaveLength(artifacts.length + 3);
    expect(rows).toContain('| [tea/menu.md](tea/menu.md) | Green \\| black | `spec/emit/tea.ts` | guests |');
    expect(rows).toContain('| [cups.json](cups.json) |  | `spec/emit/cups.ts` | the kitchen |');
  });

  it('says how a file is changed', () => {
    expect(contentOf('README.md')).toContain('npm run generate');
  });
});

it('git is told that all files are generated, and never to change their line ends', () => {
  expect(contentOf('.gitattributes')).toContain('* linguist-generated text eol=lf\n');
});
