/** Sizes of letters, lines and boxes in a chart, and how much room its text takes. */
import type { ChartEntry, ChartLevel } from './chart-model.ts';
import { type Font, textWidth, wrapped } from './text-width.ts';

interface Measures {
  readonly name: Font;
  readonly event: Font;
  readonly words: Font;
  readonly lineHeight: number;
  readonly headHeight: number;
}

/** An overview is looked at whole and so shrunk; its letters are larger. The style sheet has the same sizes. */
export const measures = {
  overview: {
    name: { size: 17, bold: true },
    event: { size: 14, bold: true },
    words: { size: 14 },
    lineHeight: 17,
    headHeight: 32,
  },
  detail: {
    name: { size: 13, bold: true },
    event: { size: 11, bold: true },
    words: { size: 11 },
    lineHeight: 14,
    headHeight: 28,
  },
} as const satisfies Record<ChartLevel, Measures>;

/** Between the edge of a box and its text. */
export const inset = 10;
/** Between two entries. */
export const gap = 4;
/** Widest line inside a state, and beside an arrow. */
export const textLimit = { inside: 280, label: 230 };

/** The lines of entries, one entry below the other, from the top of a box. */
export function stacked(entries: readonly ChartEntry[], level: ChartLevel, limit: number) {
  const { lineHeight, event, words } = measures[level];
  let width = 0;
  let y = 0;
  const rows = entries.map((entry) => {
    const lines = linesOf(entry, limit, words);
    const row = { entry, lines, y, height: lines.length * lineHeight };
    width = Math.max(width, ...lines.map((line, index) => textWidth(line, index === 0 ? event : words)));
    y += row.height + gap;
    return row;
  });
  return { rows, width, height: Math.max(0, y - gap) };
}

/** The event stands on a line of its own. */
function linesOf({ event, words, onlyWithout }: ChartEntry, limit: number, font: Font): string[] {
  const condition = onlyWithout.length === 0 ? '' : `(only without ${onlyWithout.join(' or ')})`;
  const text = [words, condition].filter((part) => part !== '').join(' ');
  return text === '' ? [event] : [event, ...wrapped(text, limit, font)];
}
