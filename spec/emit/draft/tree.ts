/**
 * The Internet-Draft as one tree. Prose and splices become this, and Markdown, RFCXML and HTML are made of this, so that
 * the three cannot say different things.
 */
import type { CitedId } from '../../draft/references.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** Set as code. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  /** A keyword of BCP 14. */
  | { readonly kind: 'keyword'; readonly text: string }
  /** A pointer to a section, figure or table of this document. */
  | { readonly kind: 'pointer'; readonly anchor: string }
  /** A pointer to a requirement, shown by its id. */
  | { readonly kind: 'requirement'; readonly id: string }
  | { readonly kind: 'citation'; readonly id: CitedId; readonly section?: string };

export type Inlines = readonly Inline[];

export interface Definition {
  readonly term: Inlines;
  /** Where pointers to the entry lead. */
  readonly anchor?: string;
  /** The requirement that the entry states. */
  readonly requirement?: string;
  readonly description: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly content: Inlines }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inlines[] }
  | { readonly kind: 'definitions'; readonly items: readonly Definition[] }
  /** Text to be kept as it is: `type` is its language, `name` the file it would be extracted to. */
  | { readonly kind: 'source'; readonly type: string; readonly name: string; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly anchor: string;
      readonly title: string;
      readonly ascii: string;
      readonly svg: string;
      /** What the figure says, for whoever does not see it. */
      readonly alternative: string;
    }
  | {
      readonly kind: 'table';
      readonly anchor: string;
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Inlines[])[];
    };

export interface Section {
  readonly anchor: string;
  readonly title: string;
  /** False for acknowledgements and the like. */
  readonly numbered: boolean;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Draft {
  readonly abstract: readonly Block[];
  readonly middle: readonly Section[];
  readonly back: readonly Section[];
  /** What is cited, in the order of the reference table. */
  readonly cited: readonly CitedId[];
}

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const code = (value: string): Inline => ({ kind: 'code', text: value });
export const pointer = (anchor: string): Inline => ({ kind: 'pointer', anchor });
export const paragraph = (...content: Inlines): Block => ({ kind: 'paragraph', content });

/** Every section below a list of sections, in order, outer ones first. */
export const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)]);

/** Every block of a draft, in order; those inside of definitions too. */
export function allBlocks({ abstract, middle, back }: Draft): Block[] {
  const inside = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) =>
      block.kind === 'definitions'
        ? [block, ...block.items.flatMap(({ description }) => inside(description))]
        : [block],
    );
  return inside([...abstract, ...allSections([...middle, ...back]).flatMap(({ blocks }) => blocks)]);
}

/** Every inline of a block, those inside of definitions excepted: they are blocks of their own. */
export function inlinesOf(block: Block): Inline[] {
  switch (block.kind) {
    case 'paragraph':
      return [...block.content];
    case 'list':
      return block.items.flat();
    case 'definitions':
      return block.items.flatMap(({ term }) => term);
    case 'table':
      return block.rows.flat(2);
    case 'source':
    case 'figure':
      return [];
  }
}

/** Whether the entries of a list begin on a line below their terms: those that are pointed to have long ones. */
export const startsLine = (items: readonly Definition[]): boolean => items.some(({ anchor }) => anchor !== undefined);
