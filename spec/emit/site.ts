/**
 * The site: the visualizer, the table of sentences, and the index of everything. Each page is one file that asks for
 * nothing else, so that it works from a folder as well as from a server.
 */
import { type RequirementId, requirements } from '../../model/index.ts';
import type { Artifact } from './artifact.ts';
import { draftPath } from './draft/index.ts';
import type { Recording } from './recording.ts';
import { bundlePlainStyle } from './site/bundle.ts';
import { indexPage } from './site/index-page.ts';
import { emitLinkGuide } from './site/link-guide.ts';
import { requirementsPage } from './site/requirements-page.ts';
import { type SentenceLinks, visualizerPage } from './site/visualizer-page.ts';
import type { Trace } from './trace/trace.ts';

/**
 * Files for `generated/site/`.
 *
 * @param recordings what the scenarios of the visualizer show
 * @param others every other artifact but the manifest and what stands beside it: the index lists them, and sentences are
 *   linked to the draft when it is among them
 */
export async function emitSite(recordings: readonly Recording[], others: readonly Artifact[]): Promise<Artifact[]> {
  const links = sentenceLinks(others);
  const style = await bundlePlainStyle();
  const pages: Artifact[] = [
    {
      path: 'site/visualizer.html',
      content: await visualizerPage(recordings, tracesIn(others), links),
      emitter: 'spec/emit/site/visualizer-page.ts',
      audience: 'reviewers, in a browser, without a network',
      title: 'State machines, messages, sentences and attacks on one page',
    },
    {
      path: 'site/requirements.html',
      content: requirementsPage(style, links),
      emitter: 'spec/emit/site/requirements-page.ts',
      audience: 'authors and reviewers',
      title: 'Every sentence with what keeps it',
    },
    ...emitLinkGuide(),
  ];
  const index: Artifact = {
    path: 'site/index.html',
    content: indexPage([...others, ...pages], style),
    emitter: 'spec/emit/site/index-page.ts',
    audience: 'implementers',
    title: 'All downloads with their checksums',
  };
  return [...pages, index];
}

/** The traces among the artifacts; the index and the schemas beside them are none. */
const tracesIn = (artifacts: readonly Artifact[]): Trace[] =>
  artifacts
    .filter(({ path }) => /^traces\/(?!index\.)[^.]+\.json$/.test(path))
    .map(({ content }) => JSON.parse(content) as Trace); // written by our own emitter, to a schema of its own

/** Where the draft says each sentence, as seen from the site; nothing when there is no draft. */
function sentenceLinks(others: readonly Artifact[]): SentenceLinks {
  const draft = draftPath('html');
  if (!others.some(({ path }) => path === draft)) return {};
  const ids = Object.keys(requirements) as RequirementId[]; // own keys
  return Object.fromEntries(ids.map((id) => [id, `../${draft}#${id}`])); // the reading copy has anchors by id
}
