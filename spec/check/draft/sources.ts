/**
 * The prose of the draft: every anchor stands for something and stands where it may, everything of the model that a
 * reader needs is there, and no fact of the protocol was typed by hand.
 */
import { requirements } from '../../../model/index.ts';
import { references } from '../../draft/references.ts';
import { buildDraft } from '../../emit/draft/build-draft.ts';
import { type Chapter, readChapters } from '../../emit/draft/chapter.ts';
import { numbering } from '../../emit/draft/numbering.ts';
import { type AnchorUse, checklistTerms } from '../../emit/draft/splice.ts';
import type { Evidence } from '../../emit/draft/splice-context.ts';
import { allBlocks, type Draft, inlinesOf } from '../../emit/draft/tree.ts';
import { compareFindings, type Finding } from '../finding.ts';
import { typedFacts } from './typed-facts.ts';
import { wireNames } from './wire-names.ts';

/** Anchors that define something, and so may stand once. */
const definitions: ReadonlySet<string> = new Set([
  'req',
  'example',
  'message',
  'table',
  'figure',
  'iana',
  'vectors',
  'boilerplate',
  'step',
  'trace',
  ...Object.keys(checklistTerms),
]);

/** Findings for the chapters, each with file and line; what stands in `spec/draft` unless others are given. */
export function draftSources(evidence: Evidence, chapters: readonly Chapter[] = readChapters()): Finding[] {
  const { draft, uses } = buildDraft(evidence, chapters);
  return [
    ...unknown(uses),
    ...doubled(uses),
    ...unused(uses, draft, evidence),
    ...pointers(uses, draft),
    ...chapters.flatMap(typedFacts),
  ].sort(compareFindings);
}

const place = ({ line, kind, argument }: AnchorUse): string => `line ${line}: {{${[kind, argument].join(' ').trim()}}}`;

const unknown = (uses: readonly AnchorUse[]): Finding[] =>
  uses
    .filter(({ known }) => !known)
    .map((use) => ({
      rule: 'draft/anchor-unknown',
      file: use.file,
      element: place(use),
      expected: 'an anchor that names something of the model or of the recordings',
      actual: 'nothing has this name',
      fix: 'name something that exists; names are those of the tables in model/, not those of the wire',
    }));

function doubled(uses: readonly AnchorUse[]): Finding[] {
  const seen = new Map<string, AnchorUse>();
  return uses.flatMap((use) => {
    if (!definitions.has(use.kind)) return [];
    const key = `${use.kind} ${use.argument}`;
    const first = seen.get(key);
    seen.set(key, first ?? use);
    if (first === undefined) return [];
    return [
      {
        rule: 'draft/anchor-doubled',
        file: use.file,
        element: place(use),
        expected: 'once in the whole draft',
        actual: `it stands in ${first.file}, line ${first.line}, already`,
        fix: 'take one of them out; to point to a requirement write {{see …}}',
      },
    ];
  });
}

/** What the model has and the draft does not show. */
function unused(uses: readonly AnchorUse[], draft: Draft, { recordings, traces }: Evidence): Finding[] {
  const used = (kind: string) => new Set(uses.flatMap((use) => (use.kind === kind ? [use.argument] : [])));
  const shown = new Set(
    allBlocks(draft).flatMap((block) =>
      inlinesOf(block).flatMap((inline) => (inline.kind === 'code' ? [inline.text] : [])),
    ),
  );
  const scenarios = new Set(uses.flatMap(({ kind, argument }) => (kind === 'example' ? [argument.split('/')[0]] : [])));
  const missing = (what: string, names: readonly string[], where: ReadonlySet<string | undefined>, fix: string) =>
    names
      .filter((name) => !where.has(name))
      .map((name) => ({
        rule: 'draft/unused',
        file: 'spec/draft',
        element: `${what} ${name}`,
        expected: 'used in the draft',
        actual: 'nowhere',
        fix,
      }));
  return [
    ...missing('requirement', Object.keys(requirements), used('req'), 'state it with {{req …}} where it belongs'),
    ...missing('name', wireNames(), shown, 'describe it where it belongs'),
    ...missing(
      'scenario',
      recordings.map(({ scenario }) => scenario),
      scenarios,
      'show a step of it with {{example …}}',
    ),
    ...missing(
      'trace',
      traces.map(({ id }) => id),
      used('trace'),
      'tell it with {{trace …}} under the attack or in the appendix',
    ),
    ...missing('reference', Object.keys(references), new Set(draft.cited), 'cite it, or take it out of references.ts'),
    ...Object.entries(checklistTerms).flatMap(([kind, titles]) =>
      missing(kind, Object.keys(titles), used(kind), `add an entry that begins with {{${kind} …}}`),
    ),
  ];
}

/** Pointers to sections, tables and figures that do not exist. */
function pointers(uses: readonly AnchorUse[], draft: Draft): Finding[] {
  const known = numbering(draft);
  const prefixes: Readonly<Record<string, string>> = { section: '', 'table-ref': 'tab-', 'figure-ref': 'fig-' };
  return uses
    .filter(({ kind, argument }) => kind in prefixes && !known.has(`${prefixes[kind]}${argument}`))
    .map((use) => ({
      rule: 'draft/pointer',
      file: use.file,
      element: place(use),
      expected: 'a section, table or figure of the draft',
      actual: 'there is none of this name',
      fix: 'correct the name, or add what it points to',
    }));
}
