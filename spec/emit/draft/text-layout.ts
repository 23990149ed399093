/** Lines of plain text: words put side by side up to a width, and words that are wider than it cut where it hurts least. */

/** Columns of a line, as the series of RFCs has them. */
export const textColumns = 72;

/** Where a name may be cut: after these. */
const joints = /[/_.:,=&?-]/;

/**
 * Text in lines of at most a width.
 *
 * @param first what the first line begins with, and `rest` all others
 */
export function wrapped(value: string, width: number, first = '', rest = ' '.repeat(first.length)): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const room = () => width - line.length - (empty ? 0 : 1);
  const add = (word: string) => {
    line += (empty ? '' : ' ') + word;
    empty = false;
  };
  const turn = () => {
    lines.push(line);
    line = rest;
    empty = true;
  };
  for (const word of value.split(/\s+/).filter((one) => one !== '')) {
    let left = word;
    if (left.length > room() && !empty) turn();
    while (left.length > room()) {
      const piece = cut(left, room());
      add(piece);
      turn();
      left = left.slice(piece.length);
    }
    add(left);
  }
  return [...lines, line].map((one) => one.trimEnd());
}

/** What of a text stays in one piece: words, or their parts up to each joint. */
export const piecesOf = (value: string): string[] =>
  value.split(/\s+/).flatMap((word) => word.split(/(?<=[/_.:,=&?-])/));

/** The longest beginning of a word that fits and ends at a joint; as much as fits where there is none. */
function cut(word: string, width: number): string {
  for (let end = width; end > 1; end -= 1) {
    if (joints.test(word[end - 1] ?? '')) return word.slice(0, end);
  }
  return word.slice(0, Math.max(1, width));
}

/** A line in the middle of the page. */
export const centred = (value: string, width = textColumns): string =>
  ' '.repeat(Math.max(0, Math.floor((width - value.length) / 2))) + value;
