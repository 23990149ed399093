/**
 * Reads the prose: a small part of Markdown, and anchors in double braces. What is written here is words; whatever is a
 * fact of the protocol comes in by an anchor. Line numbers are kept, so that every complaint has a place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A chapter as it stands on disk. */
export interface Chapter {
  /** Path from the top of the repository. */
  readonly file: string;
  readonly text: string;
}

/** Text with the line on which it begins. */
export interface Placed {
  readonly text: string;
  readonly line: number;
}

export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly content: Placed }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Placed[] }
  | {
      readonly kind: 'definitions';
      readonly items: readonly { readonly term: Placed; readonly paragraphs: readonly Placed[] }[];
    }
  | {
      readonly kind: 'table';
      readonly anchor: string;
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Placed[])[];
    }
  /** An anchor that stands alone, without its braces. */
  | { readonly kind: 'splice'; readonly anchor: Placed };

export interface ProseSection {
  readonly title: string;
  readonly anchor: string;
  readonly numbered: boolean;
  readonly level: number;
  readonly file: string;
  readonly line: number;
  readonly blocks: readonly ProseBlock[];
}

const folder = new URL('../../draft/', import.meta.url);

/** The chapters, in the order of their numbers. */
export function readChapters(): Chapter[] {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ file: `spec/draft/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/**
 * The sections of a chapter, flat, each with its level.
 *
 * @throws Error for text before the first heading, a heading without an anchor, and a construct that is not known
 */
export function parseChapter({ file, text }: Chapter): ProseSection[] {
  const sections: { -readonly [Key in keyof ProseSection]: ProseSection[Key] }[] = [];
  for (const { lines, line } of groups(text)) {
    const heading = /^(#+) (.+) \{#([a-z0-9-]+)( \.unnumbered)?\}$/.exec(lines[0] ?? '');
    if (heading !== null) {
      const [, marks = '', title = '', anchor = '', unnumbered] = heading;
      sections.push({
        title,
        anchor,
        numbered: unnumbered === undefined,
        level: marks.length,
        file,
        line,
        blocks: [],
      });
      continue;
    }
    const current = sections.at(-1);
    if (current === undefined || lines[0]?.startsWith('#')) {
      throw new Error(`${file}:${line}: a heading with an anchor is expected, as in "# Title {#anchor}"`);
    }
    current.blocks = joined(current.blocks, blocksOf(lines, line));
  }
  return sections;
}

interface Group {
  readonly lines: readonly string[];
  /** Number of the first line, from 1. */
  readonly line: number;
}

/**
 * Runs of lines without an empty line between them; a definition takes the indented paragraphs after it along, and a
 * caption its table.
 */
function groups(text: string): Group[] {
  const found: { lines: string[]; line: number }[] = [];
  let open = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') open = found.at(-1)?.lines.at(-1)?.startsWith('Table: ') ?? false;
    else if (open || (line.startsWith('  ') && found.at(-1)?.lines.some((one) => one.startsWith(': ')))) {
      const last = found.at(-1);
      if (!open) last?.lines.push('');
      last?.lines.push(line);
      open = true;
    } else {
      found.push({ lines: [line], line: index + 1 });
      open = true;
    }
  }
  return found;
}

function blocksOf(lines: readonly string[], line: number): ProseBlock[] {
  const [first = ''] = lines;
  if (lines.every((one) => /^\{\{[^{}]+\}\}$/.test(one))) {
    return lines.map((one, index) => ({
      kind: 'splice',
      anchor: { text: one.slice(2, -2), line: line + index },
    }));
  }
  if (/^([*-] |[0-9]+\. )/.test(first)) {
    return [{ kind: 'list', ordered: /^[0-9]/.test(first), items: itemsOf(lines, line) }];
  }
  if (lines.some((one) => one.startsWith(': '))) return [definitionOf(lines, line)];
  if (first.startsWith('Table: ') || first.startsWith('|')) return [tableOf(lines, line)];
  return [{ kind: 'paragraph', content: { text: lines.join('\n'), line } }];
}

function itemsOf(lines: readonly string[], line: number): Placed[] {
  const items: { text: string; line: number }[] = [];
  for (const [index, one] of lines.entries()) {
    const item = /^(?:[*-] |[0-9]+\. )(.*)$/.exec(one)?.[1];
    const last = items.at(-1);
    if (item !== undefined) items.push({ text: item, line: line + index });
    else if (last !== undefined) last.text += `\n${one.trim()}`;
  }
  return items;
}

function definitionOf(lines: readonly string[], line: number): ProseBlock {
  const start = lines.findIndex((one) => one.startsWith(': '));
  const paragraphs: { text: string; line: number }[] = [];
  let fresh = true;
  for (const [index, one] of lines.entries()) {
    if (index < start) continue;
    const last = paragraphs.at(-1);
    if (one === '') fresh = true;
    else if (fresh || last === undefined) {
      paragraphs.push({ text: one.replace(/^: /, '').trim(), line: line + index });
      fresh = false;
    } else last.text += `\n${one.trim()}`;
  }
  const term = { text: lines.slice(0, start).join('\n'), line };
  return { kind: 'definitions', items: [{ term, paragraphs }] };
}

function tableOf(lines: readonly string[], line: number): ProseBlock {
  const [caption = '', head = '', dashes = '', ...rows] = lines;
  const [, title = '', anchor = ''] = /^Table: (.+) \{#([a-z0-9-]+)\}$/.exec(caption) ?? [];
  if (anchor === '' || !/^[| -]+$/.test(dashes)) {
    throw new Error(`line ${line}: a table needs a caption, a head and a line of dashes: ${caption}`);
  }
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  return {
    kind: 'table',
    anchor,
    title,
    head: cells(head),
    rows: rows.map((row, index) => cells(row).map((text) => ({ text, line: line + 3 + index }))),
  };
}

/** Neighbouring definitions are one list. */
function joined(blocks: readonly ProseBlock[], more: readonly ProseBlock[]): ProseBlock[] {
  const [next] = more;
  const last = blocks.at(-1);
  if (last?.kind !== 'definitions' || next?.kind !== 'definitions') return [...blocks, ...more];
  return [...blocks.slice(0, -1), { kind: 'definitions', items: [...last.items, ...next.items] }];
}
