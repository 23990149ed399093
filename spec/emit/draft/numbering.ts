/** Numbers of sections, tables and figures, as a renderer would count them. */
import { allSections, type Block, type Draft, type Section } from './tree.ts';

export interface Numbered {
  /** `5.2`, `A.1`; absent for a section that is not counted. */
  readonly number?: string;
  /** `Section 5.2`, `Appendix A.1`, `Table 3`, or the title where there is no number. */
  readonly name: string;
}

/** By anchor: what a pointer to it says. */
export function numbering(draft: Draft): ReadonlyMap<string, Numbered> {
  const found = new Map<string, Numbered>();
  count(draft.middle, (place) => String(place + 1), 'Section', found);
  // The references stand between the last section and the first appendix.
  count(draft.back, (place) => String.fromCharCode(65 + place), 'Appendix', found);
  const blocks = allSections([...draft.middle, ...draft.back]).flatMap((section) => section.blocks);
  name(blocks, 'table', 'Table', found);
  name(blocks, 'figure', 'Figure', found);
  return found;
}

function count(
  sections: readonly Section[],
  numberAt: (place: number) => string,
  word: string,
  found: Map<string, Numbered>,
): void {
  let place = 0;
  for (const { anchor, title, numbered, sections: below } of sections) {
    if (!numbered) {
      found.set(anchor, { name: title });
      continue;
    }
    const number = numberAt(place);
    place += 1;
    found.set(anchor, { number, name: `${word} ${number}` });
    count(below, (inner) => `${number}.${inner + 1}`, word, found);
  }
}

function name(blocks: readonly Block[], kind: 'table' | 'figure', word: string, found: Map<string, Numbered>): void {
  for (const [index, block] of blocks.filter((one) => one.kind === kind).entries()) {
    if (block.kind === 'table' || block.kind === 'figure') {
      found.set(block.anchor, { number: String(index + 1), name: `${word} ${index + 1}` });
    }
  }
}
