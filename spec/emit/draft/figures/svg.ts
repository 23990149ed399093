/**
 * A scene as SVG within the profile of RFC 7996: black and white, no style, no markers, no scripts; arrowheads are
 * shapes of their own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7996
 */
import { escapeXml } from '../xml-text.ts';
import { boxHeight, extent, type Scene, type Shape } from './scene.ts';

const cellWidth = 8;
const cellHeight = 16;

/** One `svg` element, without a declaration in front of it. */
export function svgOf(scene: Scene, title: string): string {
  const { columns, rows } = extent(scene);
  const size = `0 0 ${(columns + 1) * cellWidth} ${(rows + 1) * cellHeight}`;
  const order = ['line', 'box', 'words'] as const;
  const shapes = order.flatMap((kind) => scene.filter((shape) => shape.kind === kind).flatMap(drawn));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" viewBox="${size}">`,
    `<title>${escapeXml(title)}</title>`,
    ...shapes,
    '</svg>',
  ].join('\n');
}

/** The middle of a cell. */
const x = (column: number): number => (column + 1) * cellWidth;
const y = (row: number): number => (row + 1) * cellHeight;

function drawn(shape: Shape): string[] {
  switch (shape.kind) {
    case 'words':
      return [words(shape.column, shape.row, shape.words)];
    case 'line':
      return line(shape.from, shape.to, shape.head);
    case 'box': {
      const { column, row, width, words } = shape;
      const height = (boxHeight(words) - 1) * cellHeight;
      const across = (width - 1) * cellWidth;
      return [
        `<rect x="${x(column)}" y="${y(row)}" width="${across}" height="${height}" fill="white" stroke="black"/>`,
        ...words.flatMap((one, index) =>
          one === '' ? [] : [label(x(column) + across / 2, y(row + 1 + index), one, 'middle', false)],
        ),
      ];
    }
  }
}

/** Words from a column on. Blanks in front move them, because SVG drops blanks. */
function words(column: number, row: number, value: string): string {
  const said = value.trim();
  return label(x(column + value.indexOf(said)) - cellWidth / 2, y(row), said, 'start', true);
}

/** Words; on a white ground where a line may run below them. */
function label(left: number, middle: number, value: string, anchor: 'start' | 'middle', ground: boolean): string {
  const ink = `<text x="${left}" y="${middle + 4}" font-family="monospace" font-size="13" text-anchor="${anchor}" fill="black">${escapeXml(value)}</text>`;
  if (!ground) return ink;
  const width = value.length * cellWidth;
  return `<rect x="${left}" y="${middle - cellHeight / 2}" width="${width}" height="${cellHeight}" fill="white" stroke="none"/>\n${ink}`;
}

function line(from: readonly [number, number], to: readonly [number, number], head: boolean): string[] {
  const [x1, y1, x2, y2] = [x(from[0]), y(from[1]), x(to[0]), y(to[1])];
  const stroke = `<path d="M ${x1} ${y1} L ${x2} ${y2}" fill="none" stroke="black"/>`;
  if (!head) return [stroke];
  const [ahead, aside] = y1 === y2 ? [Math.sign(x2 - x1), 0] : [0, Math.sign(y2 - y1)];
  const back: readonly [number, number] = [x2 - 8 * ahead, y2 - 8 * aside];
  const wing = (side: number) => `${back[0] + side * 4 * aside} ${back[1] + side * 4 * ahead}`;
  return [stroke, `<path d="M ${x2} ${y2} L ${wing(1)} L ${wing(-1)} Z" fill="black" stroke="black"/>`];
}
