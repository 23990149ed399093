/**
 * A figure as boxes, lines and words on a grid of character cells. The same scene is painted as ASCII art and as SVG, so
 * that the two cannot show different things.
 */

export type Shape =
  /** A box around lines of words, `width` cells wide, with its corner at column and row. */
  | {
      readonly kind: 'box';
      readonly column: number;
      readonly row: number;
      readonly width: number;
      readonly words: readonly string[];
    }
  /** A line from one cell to another on the same row or column, with a head at its end when it is an arrow. */
  | {
      readonly kind: 'line';
      readonly from: readonly [column: number, row: number];
      readonly to: readonly [column: number, row: number];
      readonly head: boolean;
    }
  | { readonly kind: 'words'; readonly column: number; readonly row: number; readonly words: string };

export type Scene = readonly Shape[];

/** How many rows a box takes: its words and two edges. */
export const boxHeight = (words: readonly string[]): number => words.length + 2;

/** How far a scene reaches. */
export function extent(scene: Scene): { readonly columns: number; readonly rows: number } {
  const ends = scene.map(endOf);
  return { columns: Math.max(...ends.map(([column]) => column)), rows: Math.max(...ends.map(([, row]) => row)) };
}

function endOf(shape: Shape): readonly [column: number, row: number] {
  switch (shape.kind) {
    case 'box':
      return [shape.column + shape.width, shape.row + boxHeight(shape.words)];
    case 'line':
      return [Math.max(shape.from[0], shape.to[0]) + 1, Math.max(shape.from[1], shape.to[1]) + 1];
    case 'words':
      return [shape.column + shape.words.length, shape.row + 1];
  }
}
