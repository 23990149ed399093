/** A scene as ASCII art. Boxes hide lines, and words hide both. */
import { extent, type Scene, type Shape } from './scene.ts';

/** Lines separated by `\n`, none with a blank at its end. */
export function asciiOf(scene: Scene): string {
  const { columns, rows } = extent(scene);
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
  const put = (column: number, row: number, mark: string): void => {
    const line = cells[row];
    if (line !== undefined) line[column] = mark;
  };
  const write = (column: number, row: number, words: string): void => {
    for (const [index, mark] of [...words].entries()) put(column + index, row, mark);
  };
  for (const kind of ['line', 'box', 'words'] as const) {
    for (const shape of scene) if (shape.kind === kind) paint(shape, put, write);
  }
  return cells.map((line) => line.join('').trimEnd()).join('\n');
}

type Put = (column: number, row: number, mark: string) => void;

function paint(shape: Shape, put: Put, write: Put): void {
  switch (shape.kind) {
    case 'words':
      write(shape.column, shape.row, shape.words);
      break;
    case 'line':
      paintLine(shape.from, shape.to, shape.head, put);
      break;
    case 'box': {
      const { column, row, width, words } = shape;
      const edge = `+${'-'.repeat(width - 2)}+`;
      write(column, row, edge);
      for (const [index, line] of words.entries()) {
        write(column, row + 1 + index, `|${centred(line, width - 2)}|`);
      }
      write(column, row + 1 + words.length, edge);
    }
  }
}

function paintLine(from: readonly [number, number], to: readonly [number, number], head: boolean, put: Put): void {
  const [fromColumn, fromRow] = from;
  const [toColumn, toRow] = to;
  const upright = fromColumn === toColumn;
  const length = Math.abs(upright ? toRow - fromRow : toColumn - fromColumn);
  const step = Math.sign(upright ? toRow - fromRow : toColumn - fromColumn);
  for (let index = 0; index <= length; index += 1) {
    put(fromColumn + (upright ? 0 : step * index), fromRow + (upright ? step * index : 0), upright ? '|' : '-');
  }
  if (head) put(toColumn, toRow, upright ? (step > 0 ? 'v' : '^') : step > 0 ? '>' : '<');
}

/** Words in the middle of a width, with blanks around. */
export function centred(words: string, width: number): string {
  const before = Math.floor((width - words.length) / 2);
  return `${' '.repeat(before)}${words}${' '.repeat(width - words.length - before)}`;
}
