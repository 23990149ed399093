/**
 * Long lines in the way of RFC 8792, with a single backslash: what is folded can be unfolded again, byte for byte.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8792#section-7
 */

/** The longest line of an example or figure in an Internet-Draft. */
export const lineWidth = 69;

/** What the first line of a folded text says. */
export const foldingNotice = "NOTE: '\\' line wrapping per RFC 8792";

/**
 * Text with no line longer than the width. Form parameters each begin a line. Text that needs no folding stays as it is.
 *
 * @throws Error for a line that cannot be folded, because a blank stands wherever a fold could be
 */
export function fold(value: string, isFormLine: (line: string) => boolean = () => false): string {
  const lines = value.split('\n');
  const folded = lines.map((line) => (isFormLine(line) ? foldForm(line) : foldLine(line)));
  if (folded.every((parts) => parts.length === 1)) return value;
  return [
    foldingNotice,
    '',
    ...folded.flatMap((parts) => parts.map((part, index) => withMark(part, index, parts))),
  ].join('\n');
}

/** The text before it was folded; a text without the notice was not. */
export function unfold(value: string): string {
  const [first, second, ...rest] = value.split('\n');
  if (first !== foldingNotice || second !== '') return value;
  return rest.join('\n').replace(/\\\n */g, '');
}

const withMark = (part: string, index: number, parts: readonly string[]): string =>
  `${index === 0 ? '' : ' '}${part}${index === parts.length - 1 ? '' : '\\'}`;

/** Room for a piece at the beginning of a line, in front of a backslash; and behind the blank of a continuation. */
const firstRoom = lineWidth - 1;
const nextRoom = lineWidth - 2;

const foldForm = (line: string): string[] => (line.length <= lineWidth ? [line] : parametersOf(line));

const parametersOf = (line: string): string[] =>
  line.split(/(?=&)/).flatMap((parameter, index) => pieces(parameter, index === 0 ? firstRoom : nextRoom));

const foldLine = (line: string): string[] => (line.length <= lineWidth ? [line] : pieces(line, firstRoom));

function pieces(line: string, first: number): string[] {
  const found: string[] = [];
  let left = line;
  for (let room = first; left.length > room; room = nextRoom) {
    const blank = left.lastIndexOf(' ', room - 1) + 1;
    let end = blank > room / 2 ? blank : room; // after a blank rather than in the middle of a word
    // A continuation loses the blanks it begins with, so none may begin with one.
    while (end > 0 && left[end] === ' ') end -= 1;
    if (end === 0) throw new Error(`cannot be folded: ${line}`);
    found.push(left.slice(0, end));
    left = left.slice(end);
  }
  return [...found, left];
}
