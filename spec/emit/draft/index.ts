/** The Internet-Draft's files: Markdown for authors, RFCXML for submission, HTML and text for reading, and where it states what. */
import { front } from '../../draft/front.ts';
import type { Artifact } from '../artifact.ts';
import { buildDraft } from './build-draft.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderText } from './render-text.ts';
import { renderXml } from './render-xml.ts';
import { requirementSections } from './requirement-sections.ts';
import type { Evidence } from './splice-context.ts';

/** Path of a form of the draft below `generated/`. */
export const draftPath = (extension: 'html' | 'md' | 'txt' | 'xml'): string => `draft/${front.docName}.${extension}`;

/**
 * `draft/…`, in four forms of one tree, and where that states what. Pure: the same evidence gives the same bytes. Anchors that stand for nothing
 * are shown as they were written; the check of the sources reports them.
 */
export function emitDraft(evidence: Evidence): Artifact[] {
  const { draft } = buildDraft(evidence);
  return [
    {
      path: draftPath('md'),
      content: renderMarkdown(draft),
      emitter: 'spec/emit/draft/render-markdown.ts',
      audience: 'authors, in an i-d-template repository or with kramdown-rfc',
      title: 'The Internet-Draft as kramdown-rfc Markdown',
    },
    {
      path: draftPath('xml'),
      content: renderXml(draft),
      emitter: 'spec/emit/draft/render-xml.ts',
      audience: 'the submission tool, and renderers of RFCXML',
      title: 'The Internet-Draft as RFCXML 3',
    },
    {
      path: draftPath('html'),
      content: renderHtml(draft),
      emitter: 'spec/emit/draft/render-html.ts',
      audience: 'readers and reviewers',
      title: 'The Internet-Draft as a reading copy',
    },
    {
      path: draftPath('txt'),
      content: renderText(draft),
      emitter: 'spec/emit/draft/render-text.ts',
      audience: 'readers at a terminal and on a mailing list',
      title: 'The Internet-Draft as plain text',
    },
    {
      path: 'draft/requirement-sections.json',
      content: requirementSections(draft),
      emitter: 'spec/emit/draft/requirement-sections.ts',
      audience: 'programs that point into the draft, such as the conformance suite',
      title: 'The section of the draft that states each requirement',
    },
  ];
}
