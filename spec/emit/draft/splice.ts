/** Puts the model's facts into the prose: every anchor becomes what it stands for, and every use is written down. */
import { type RequirementId, requirements } from '../../../model/index.ts';
import { type AttackId, attacks, privacyQuestions, threats } from '../../draft/checklists.ts';
import { type BlockSpliceName, blockSplices } from './block-splices.ts';
import { type Chapter, type Placed, type ProseBlock, type ProseSection, parseChapter } from './chapter.ts';
import { type InlineSpliceName, inlineSplices } from './inline-splices.ts';
import type { Evidence, SpliceContext } from './splice-context.ts';
import { type Block, type Definition, type Inline, type Section, text } from './tree.ts';
import { split } from './words.ts';

/** An anchor in the prose. */
export interface AnchorUse {
  /** Its first word: `req`, `limit`. */
  readonly kind: string;
  /** The rest, with single blanks. */
  readonly argument: string;
  readonly file: string;
  readonly line: number;
  /** Whether it stands for something; an anchor that does not is shown as it was written. */
  readonly known: boolean;
}

export interface Spliced {
  /** Chapters in order, abstract first. */
  readonly sections: readonly Section[];
  readonly uses: readonly AnchorUse[];
}

/** Entries of the reviewers' checklists: anchors that are the term of a definition. */
export const checklistTerms = { attack: attacks, threat: threats, privacy: privacyQuestions } as const;

const anchorPattern = /\{\{[^{}]+\}\}/g;

/**
 * Splices chapters. Nothing is thrown for an anchor that stands for nothing; its use says so.
 *
 * @param about all chapters, when others say what answers each attack and where things stand
 */
export function spliceChapters(
  chapters: readonly Chapter[],
  evidence: Evidence,
  about: readonly Chapter[] = chapters,
): Spliced {
  const prose = chapters.flatMap(parseChapter);
  const uses: AnchorUse[] = [];
  const sources = about.flatMap(parseChapter);
  const context: SpliceContext = {
    ...evidence,
    statedIn: placesOf('req', sources),
    answeredBy: citedByAttacks(sources),
    toldIn: placesOf('trace', sources),
  };
  const flat = prose.map((section) => ({
    level: section.level,
    section: { ...section, blocks: joined(section.blocks.flatMap((block) => spliced(block, section.file))) },
  }));
  return { sections: nested(flat), uses };

  function spliced(block: ProseBlock, file: string): Block[] {
    switch (block.kind) {
      case 'paragraph':
        return [{ kind: 'paragraph', content: inlines(block.content, file) }];
      case 'list':
        return [{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => inlines(item, file)) }];
      case 'definitions':
        return [{ kind: 'definitions', items: block.items.map((item) => definition(item, file)) }];
      case 'table': {
        const { title, head } = block;
        const rows = block.rows.map((row) => row.map((cell) => inlines(cell, file)));
        return [{ kind: 'table', anchor: `tab-${block.anchor}`, title, head, rows }];
      }
      case 'splice': {
        const { kind, args } = wordsOf(block.anchor.text);
        const made = Object.hasOwn(blockSplices, kind)
          ? blockSplices[kind as BlockSpliceName](args, context) // an own key
          : inlineOnly(kind, args);
        note(kind, args, file, block.anchor.line, made !== undefined);
        return [...(made ?? [{ kind: 'paragraph', content: [text(`{{${block.anchor.text}}}`)] }])];
      }
    }
  }

  function definition(
    { term, paragraphs }: { readonly term: Placed; readonly paragraphs: readonly Placed[] },
    file: string,
  ): Definition {
    const description = paragraphs.map((one): Block => ({ kind: 'paragraph', content: inlines(one, file) }));
    const { kind, args } = wordsOf(/^\{\{(.+)\}\}$/.exec(term.text)?.[1] ?? '');
    if (!Object.hasOwn(checklistTerms, kind)) return { term: inlines(term, file), description };
    const titles: Readonly<Record<string, string>> = checklistTerms[kind as keyof typeof checklistTerms]; // an own key
    const [id = ''] = args;
    const title = Object.hasOwn(titles, id) ? titles[id] : undefined;
    note(kind, args, file, term.line, title !== undefined);
    return { term: [text(title ?? term.text)], anchor: `${kind}-${id}`, description };
  }

  function inlines({ text: value, line }: Placed, file: string): Inline[] {
    let at = line;
    return split(value, anchorPattern, (anchor) => anchor).flatMap((part): Inline[] => {
      const start = at;
      at += part.split('\n').length - 1;
      if (!/^\{\{.*\}\}$/.test(part)) return emphasised(part);
      const { kind, args } = wordsOf(part.slice(2, -2));
      const made = Object.hasOwn(inlineSplices, kind)
        ? inlineSplices[kind as InlineSpliceName](args) // an own key
        : undefined;
      note(kind, args, file, start, made !== undefined);
      return [...(made ?? [text(part)])];
    });
  }

  function note(kind: string, args: readonly string[], file: string, line: number, known: boolean): void {
    uses.push({ kind, argument: args.join(' '), file, line, known });
  }
}

function inlineOnly(kind: string, args: readonly string[]): Block[] | undefined {
  if (!Object.hasOwn(inlineSplices, kind)) return undefined;
  const made = inlineSplices[kind as InlineSpliceName](args); // an own key
  return made === undefined ? undefined : [{ kind: 'paragraph', content: made }];
}

function wordsOf(anchor: string): { readonly kind: string; readonly args: readonly string[] } {
  const [kind = '', ...args] = anchor.split(/ +/);
  return { kind, args };
}

const emphasised = (value: string): Inline[] =>
  split<Inline>(value, /\*[^*\n]+\*/g, (match) => ({ kind: 'emphasis', text: match.slice(1, -1) })).map((part) =>
    typeof part === 'string' ? text(part) : part,
  );

/** Neighbouring requirements are one list. */
function joined(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last?.kind !== 'definitions' || block.kind !== 'definitions') found.push(block);
    else found[found.length - 1] = { kind: 'definitions', items: [...last.items, ...block.items] };
  }
  return found;
}

interface Levelled {
  readonly level: number;
  readonly section: Omit<Section, 'sections'>;
}

/** Sections with what is below them. */
function nested(flat: readonly Levelled[]): Section[] {
  const found: Section[] = [];
  for (let index = 0; index < flat.length; ) {
    const entry = flat[index];
    if (entry === undefined) break;
    let end = index + 1;
    while ((flat[end]?.level ?? 0) > entry.level) end += 1;
    const { title, anchor, numbered, blocks } = entry.section;
    found.push({ title, anchor, numbered, blocks, sections: nested(flat.slice(index + 1, end)) });
    index = end;
  }
  return found;
}

/** The section in which each anchor of a kind stands alone, by its first argument. */
const placesOf = (wanted: 'req' | 'trace', prose: readonly ProseSection[]): Map<string, string> =>
  new Map(
    prose.flatMap(({ anchor, blocks }) =>
      blocks.flatMap((block) => {
        const { kind, args } = wordsOf(block.kind === 'splice' ? block.anchor.text : '');
        return kind === wanted ? [[args[0] ?? '', anchor] as const] : [];
      }),
    ),
  );

/** The requirements that each attack's entry cites. */
function citedByAttacks(prose: readonly ProseSection[]): Map<AttackId, RequirementId[]> {
  const entries = prose.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'definitions' ? block.items : [])),
  );
  const found = new Map<AttackId, RequirementId[]>();
  for (const { term, paragraphs } of entries) {
    const id = /^\{\{attack ([a-z-]+)\}\}$/.exec(term.text)?.[1];
    if (id === undefined || !Object.hasOwn(attacks, id)) continue;
    const cited = paragraphs.flatMap((one) =>
      [...one.text.matchAll(/\{\{see ([a-z/-]+)\}\}/g)].map((match) => match[1] ?? ''),
    );
    const known = cited.filter((name) => Object.hasOwn(requirements, name)) as RequirementId[]; // own keys
    found.set(id as AttackId, [...new Set(known)]); // an own key
  }
  return found;
}
