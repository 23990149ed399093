/** The index of everything that can be downloaded, with sizes and checksums. */
import { createHash } from 'node:crypto';
import type { Artifact } from '../artifact.ts';
import { escapeXml } from './escape.ts';
import { plainPage } from './plain-page.ts';

/** What a running server offers beside the files; shown by the server only, because a folder has none of it. */
const servedOnly = `<p class="cards" id="served" hidden><a class="card" href="api/"><b>HTTP interface</b><span>The OpenAPI document, to try out on this server</span></a><a class="card" href="otp-flow.zip"><b>otp-flow.zip</b><span>All files below in one archive</span></a></p>
<script>document.getElementById('served').hidden = location.protocol === 'file:'</script>`;

interface Shelf {
  readonly title: string;
  readonly words: string;
  readonly holds: (path: string) => boolean;
}

const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);

/** In the order in which implementers want them; a file stands on the first shelf that holds it. */
const shelves: readonly Shelf[] = [
  { title: 'The draft', words: 'The Internet-Draft, to read and to submit.', holds: below('draft') },
  {
    title: 'Visualizer and pages',
    words: 'Each is one file that works without a network.',
    holds: below('site'),
  },
  { title: 'OpenAPI', words: 'The HTTP interface, for generators of clients and servers.', holds: below('openapi') },
  { title: 'JSON Schemas', words: 'One for each message.', holds: below('schemas') },
  { title: 'Test suites and vectors', words: 'Language-neutral, for a suite of your own.', holds: below('tests') },
  { title: 'Traces', words: 'What the model checker found without one of the sentences.', holds: below('traces') },
  { title: 'State machines', words: 'As XState configurations, as graphs, and as figures.', holds: below('machines') },
  { title: 'Recordings', words: 'Exchanges as the reference server really answered them.', holds: below('recordings') },
  { title: 'Everything else', words: 'Vocabulary, requirements, metadata, routes.', holds: () => true },
];

/**
 * `site/index.html`.
 *
 * @param artifacts all files but the index itself
 * @param style of plain pages
 */
export function indexPage(artifacts: readonly Artifact[], style: string): string {
  const left = new Set(artifacts.filter(({ path }) => path !== 'site/index.html').sort(byPath));
  const sections = shelves.flatMap(({ title, words, holds }) => {
    const held = [...left].filter(({ path }) => holds(path));
    for (const artifact of held) left.delete(artifact);
    return held.length === 0 ? [] : [section(title, words, held)];
  });
  const main = `<p class="cards"><a class="card" href="visualizer.html"><b>Visualizer</b><span>State machines, messages, sentences and attacks on one page</span></a><a class="card" href="requirements.html"><b>Sentences</b><span>Every requirement, with what keeps it</span></a></p>
${servedOnly}
${sections.join('\n')}`;
  return plainPage({
    title: 'Downloads',
    lead: `${artifacts.length} files, all generated from one state machine and held against it. Each checksum is the SHA-256 of the file; manifest.json has them for programs.`,
    main,
    style,
    path: 'index.html',
  });
}

function section(title: string, words: string, artifacts: readonly Artifact[]): string {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="soft">${words}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col" class="number">Bytes</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${artifacts.map(row).join('\n')}
</tbody>
</table></div>
</section>`;
}

function row({ path, title = '', audience, content }: Artifact): string {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `<tr><th scope="row"><a href="${href(path)}">${escapeXml(path)}</a></th><td>${escapeXml(title)}<span class="soft">for ${escapeXml(audience)}</span></td><td class="number">${grouped(bytes.length)}</td><td><code title="${sha256}">${sha256}</code></td></tr>`;
}

/** From the folder of the site to a file of any folder. */
const href = (path: string): string => escapeXml(path.startsWith('site/') ? path.slice('site/'.length) : `../${path}`);

/** `12 345`, with a space that does not break. */
const grouped = (bytes: number): string => String(bytes).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

const byPath = (one: Artifact, other: Artifact): number => (one.path < other.path ? -1 : 1);
