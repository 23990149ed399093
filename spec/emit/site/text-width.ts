/**
 * How wide a text is, without a browser: figures are laid out when they are generated. The widths are those of Helvetica,
 * which Arial and Liberation Sans share, so that boxes fit their text wherever one of the three is there.
 */

/** Widths of the characters from space to tilde, in thousandths of the font size. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;

/** A character that is not in the table counts as wide. */
const unknownWidth = 900;
/** Bold letters are a little wider, and browsers round. */
const boldFactor = 1.08;
const slack = 1.03;

export interface Font {
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a line of text, in pixels. */
export function textWidth(text: string, { size, bold = false }: Font): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths[character.charCodeAt(0) - 32] ?? unknownWidth;
  return (thousandths / 1000) * size * (bold ? boldFactor : 1) * slack;
}

/** The text in lines, none wider than a limit unless a single word is; broken at spaces. */
export function wrapped(text: string, limit: number, font: Font): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, font) > limit) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
