/** The whole document as a tree: prose, splices, and the references that they cite. */
import { type CitedId, references } from '../../draft/references.ts';
import { type Chapter, readChapters } from './chapter.ts';
import { type AnchorUse, spliceChapters } from './splice.ts';
import type { Evidence } from './splice-context.ts';
import { allBlocks, type Draft, inlinesOf } from './tree.ts';

export interface Built {
  readonly draft: Draft;
  readonly uses: readonly AnchorUse[];
}

/**
 * Builds the draft. Pure: the same chapters and evidence give the same tree.
 *
 * @param chapters the prose; what stands in `spec/draft` unless others are given
 */
export function buildDraft(evidence: Evidence, chapters: readonly Chapter[] = readChapters()): Built {
  const middle = chapters.filter(({ file }) => !isBack(file));
  const { sections, uses } = spliceChapters(middle, evidence, chapters);
  const [abstract, ...rest] = sections;
  const back = spliceChapters(
    chapters.filter(({ file }) => isBack(file)),
    evidence,
    chapters,
  );
  const uncited: Draft = { abstract: abstract?.blocks ?? [], middle: rest, back: back.sections, cited: [] };
  return { draft: { ...uncited, cited: citedIn(uncited) }, uses: [...uses, ...back.uses] };
}

/** Chapters from 90 on are appendices. */
const isBack = (file: string): boolean => /\/9[0-9]-[^/]*$/.test(file);

/** What a draft cites, in the order of the reference table. */
function citedIn(draft: Draft): CitedId[] {
  const cited = new Set(
    allBlocks(draft).flatMap((block) =>
      inlinesOf(block).flatMap((inline) => (inline.kind === 'citation' ? [inline.id] : [])),
    ),
  );
  return (Object.keys(references) as CitedId[]).filter((id) => cited.has(id)); // own keys
}
