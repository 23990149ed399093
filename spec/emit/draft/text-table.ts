/** Tables drawn with dashes and bars, as wide as the page at most. */
import { centred, piecesOf, wrapped } from './text-layout.ts';

/**
 * A table in lines.
 *
 * @param width of all of it, frame included
 */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columnWidths([head, ...rows], width - (3 * head.length + 1));
  const rule = (mark: string) => `+${widths.map((one) => mark.repeat(one + 2)).join('+')}+`;
  const body = rows.flatMap((row) => [...rowLines(row, widths), rule('-')]);
  return [rule('='), ...rowLines(head, widths), rule('='), ...body];
}

/** The line below a table or a figure. */
export const captionLines = (caption: string, indent: number, width: number): string[] =>
  wrapped(caption, width - indent).map((line) => ' '.repeat(indent) + centred(line, width - indent));

function rowLines(row: readonly string[], widths: readonly number[]): string[] {
  const cells = row.map((cell, index) => wrapped(cell, widths[index] ?? 1));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, index) => (lines[line] ?? '').padEnd(widths[index] ?? 1));
    return `| ${parts.join(' | ')} |`;
  });
}

/**
 * Widths for the columns, of what there is: what each needs if that is enough; otherwise no word is cut where it has no
 * joint, words stay whole while there is room, and what is left goes to the columns that have most to say.
 */
export function columnWidths(rows: readonly (readonly string[])[], available: number): number[] {
  const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? ''));
  const natural = columns.map((cells) => longest(cells));
  if (sum(natural) <= available) return natural;
  const words = columns.map((cells) => longest(cells.flatMap((cell) => cell.split(/\s+/))));
  const pieces = columns.map((cells) => longest(cells.flatMap(piecesOf)));
  const floor = sum(pieces) <= available ? pieces : pieces.map(() => 1);
  const capped = (cap: number) => words.map((word, index) => Math.max(floor[index] ?? 1, Math.min(word, cap)));
  let cap = Math.max(...words);
  while (cap > 1 && sum(capped(cap)) > available) cap -= 1;
  const widths = capped(cap);
  const text = columns.map((cells) => sum(cells.map((cell) => cell.length)));
  for (let left = available - sum(widths); left > 0; left -= 1) {
    const needy = widths
      .map((width, index) => ({ index, lines: width < (natural[index] ?? 0) ? (text[index] ?? 0) / width : 0 }))
      .reduce((most, one) => (one.lines > most.lines ? one : most));
    widths[needy.index] = (widths[needy.index] ?? 0) + 1;
  }
  return widths;
}

const longest = (values: readonly string[]): number => Math.max(1, ...values.map((value) => value.length));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
