/**
 * The draft's Markdown, read again from its text: what a lint looks at is what an author could have typed. Nothing here
 * knows how the text came about.
 */

/** A block of code. */
export interface CodeBlock {
  readonly type: string;
  readonly name: string;
  readonly text: string;
  /** The line of its first line of text. */
  readonly line: number;
}

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Anchor of the section in which it stands; empty before the first. */
  readonly section: string;
}

export interface Heading {
  readonly title: string;
  readonly anchor: string;
  readonly line: number;
}

export interface DraftDocument {
  /** Path, for findings. */
  readonly file: string;
  readonly blocks: readonly CodeBlock[];
  readonly headings: readonly Heading[];
  /** Lines that are neither head, nor code, nor figure. */
  readonly prose: readonly Line[];
  /** Whatever a pointer can lead to. */
  readonly anchors: ReadonlySet<string>;
  /** Entries of the head, each with its kind. */
  readonly references: readonly { readonly anchor: string; readonly kind: string; readonly line: number }[];
  readonly figures: readonly { readonly text: string; readonly line: number }[];
}

type Mode = 'head' | 'prose' | 'code' | 'figure';

/** Reads a draft in kramdown-rfc Markdown. */
export function readDocument(file: string, text: string): DraftDocument {
  const blocks: { type: string; name: string; text: string; line: number }[] = [];
  const headings: Heading[] = [];
  const prose: Line[] = [];
  const anchors = new Set<string>();
  const references: { anchor: string; kind: string; line: number }[] = [];
  const figures: { text: string; line: number }[] = [];
  let mode: Mode = 'head';
  let kind = '';
  let section = '';
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    if (mode === 'head') {
      kind = /^(normative|informative):$/.exec(content)?.[1] ?? (/^\S/.test(content) ? '' : kind);
      const entry = /^ {2}([A-Za-z][\w.-]*):$/.exec(content)?.[1];
      if (kind !== '' && entry !== undefined) references.push({ anchor: entry, kind, line });
      if (content.startsWith('--- abstract')) mode = 'prose';
      continue;
    }
    const last = blocks.at(-1);
    if (mode === 'code') {
      if (content === '~~~') mode = 'prose';
      else if (last !== undefined) last.text += last.text === '' && last.line === line ? content : `\n${content}`;
      continue;
    }
    if (mode === 'figure') {
      figures.push({ text: content, line });
      if (content.includes('</figure>')) mode = 'prose';
      continue;
    }
    const fence = /^~~~ ?(\S*)$/.exec(content);
    const figure = /^<figure anchor="([^"]+)"/.exec(content);
    const heading = /^(#+) (.+?)(?: \{#([\w-]+)[^}]*\})?$/.exec(content);
    for (const [, anchor = ''] of content.matchAll(/\{:? ?#([\w-]+)/g)) anchors.add(anchor);
    if (fence !== null) {
      mode = 'code';
      blocks.push({ type: fence[1] ?? '', name: '', text: '', line: line + 1 });
    } else if (figure !== null) {
      mode = 'figure';
      anchors.add(figure[1] ?? '');
      figures.push({ text: content, line });
    } else if (content.startsWith('{: sourcecode-name=')) {
      if (last !== undefined) last.name = /"([^"]*)"/.exec(content)?.[1] ?? '';
    } else if (heading !== null) {
      section = heading[3] ?? '';
      headings.push({ title: heading[2] ?? '', anchor: section, line });
    } else prose.push({ text: content, line, section });
  }
  return { file, blocks, headings, prose, anchors, references, figures };
}
