/**
 * What stands beside the generated files and says what they are: a manifest for programs, a table for people, and the
 * attributes that make git treat them as generated.
 */
import { createHash } from 'node:crypto';
import { type Artifact, canonicalJson } from './artifact.ts';

const emitter = 'spec/emit/manifest.ts';

export const manifestPath = 'manifest.json';

/** One line of the manifest. */
export interface ManifestEntry {
  readonly path: string;
  readonly emitter: string;
  readonly audience: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The files that describe a set of artifacts. The manifest lists everything but itself, sorted by path.
 *
 * @param artifacts all others; what is returned has to be written beside them
 */
export function emitManifest(artifacts: readonly Artifact[]): Artifact[] {
  const manifest = { path: manifestPath, emitter, audience: 'programs that fetch or verify these files' };
  const attributes: Artifact = {
    path: '.gitattributes',
    content: `# Written by ${emitter}\n* linguist-generated text eol=lf\n`,
    emitter,
    audience: 'git, and reviewers of changes',
    title: 'Marks all files here as generated',
  };
  const readme = { path: 'README.md', emitter, audience: 'people', title: 'This table' };
  const table = [...artifacts, attributes, readme, { ...manifest, title: 'Sizes and hashes of all files' }];
  const readmeArtifact: Artifact = { ...readme, content: readmeText(table) };
  const files = [...artifacts, attributes, readmeArtifact].sort(byPath).map(entry);
  return [attributes, readmeArtifact, { ...manifest, content: canonicalJson({ files }) }];
}

function entry({ path, emitter, audience, content }: Artifact): ManifestEntry {
  const bytes = Buffer.from(content);
  return { path, emitter, audience, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

function readmeText(rows: readonly Omit<Artifact, 'content'>[]): string {
  const lines = [...rows]
    .sort(byPath)
    .map(
      ({ path, title, emitter, audience }) =>
        `| ${[`[${path}](${path})`, title ?? '', `\`${emitter}\``, audience].map(cell).join(' | ')} |`,
    );
  return `# Generated files

Every file here is written from the model by an emitter and never by hand. To change one, change the model or the
emitter and run \`npm run generate\`; \`npm run check\` fails when a file differs from what its emitter would write.

| file | what it is | emitted by | used by |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
