/** A placed chart as SVG: shapes with classes for the style sheet, and the names of what they stand for as data. */

import type { Box, Place, PlacedArrow, PlacedChart, PlacedEntry, PlacedState } from './chart-layout.ts';
import { inset, measures } from './chart-measures.ts';
import type { ChartLevel } from './chart-model.ts';
import { escapeXml } from './escape.ts';
import { type Font, textWidth } from './text-width.ts';

/** SVG text. Pure: the same chart gives the same bytes. */
export function svgOf({ chart, width, height, states, arrows, starts }: PlacedChart): string {
  const id = `arrow-${chart.machine}-${chart.level}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" data-machine="${chart.machine}" data-level="${chart.level}">`,
    `<defs><marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow-head" d="M0 .5 7.5 4 0 7.5z"/></marker></defs>`,
    ...states.map((state) => stateSvg(state, chart.level)),
    ...starts.map(
      ({ dot, points }) =>
        `<g class="start"><circle cx="${n(dot.x)}" cy="${n(dot.y)}" r="5"/><path d="${pathOf(points)}" marker-end="url(#${id})"/></g>`,
    ),
    ...arrows.map((arrow) => lineSvg(arrow, id)),
    ...arrows.map((arrow) => labelSvg(arrow, chart.level)),
    '</svg>',
  ].join('');
}

function stateSvg({ state, box, entries }: PlacedState, level: ChartLevel): string {
  const { headHeight, name } = measures[level];
  const kind = ['state', ...(state.children.length > 0 ? ['outer'] : []), ...(state.isFinal ? ['final'] : [])].join(
    ' ',
  );
  const { x, y, width, height } = box;
  const lines = entries.length === 0 ? '' : `<path class="rule" d="M${n(x)} ${n(y + headHeight)}h${n(width)}"/>`;
  const double = state.isFinal ? rect({ x: x + 3, y: y + 3, width: width - 6, height: height - 6 }, 6, 'inner') : '';
  return [
    `<g class="${kind}" data-state="${state.id}">`,
    rect(box, 9, 'box'),
    double,
    `<text class="name" x="${n(x + width / 2)}" y="${n(y + (headHeight + name.size) / 2 - 1)}">${escapeXml(state.name)}</text>`,
    lines,
    ...entries.map((entry) => entrySvg(entry, level)),
    '</g>',
  ].join('');
}

const dataOf = (ids: readonly string[]): string => `data-transitions="${escapeXml(ids.join('|'))}"`;

function lineSvg({ arrow, points }: PlacedArrow, marker: string): string {
  const ids = arrow.entries.flatMap(({ transitions }) => transitions);
  const off = arrow.entries.every(({ onlyWithout }) => onlyWithout.length > 0) ? ' off' : '';
  return `<path class="line${off}" ${dataOf(ids)} d="${pathOf(points)}" marker-end="url(#${marker})"/>`;
}

function labelSvg({ arrow, label, entries }: PlacedArrow, level: ChartLevel): string {
  const ids = arrow.entries.flatMap(({ transitions }) => transitions);
  return `<g class="label" ${dataOf(ids)}>${rect(label, 5, 'plate')}${entries.map((entry) => entrySvg(entry, level)).join('')}</g>`;
}

function entrySvg({ entry, lines, box }: PlacedEntry, level: ChartLevel): string {
  const { lineHeight, event, words } = measures[level];
  const kind = entry.onlyWithout.length > 0 ? 'entry off' : entry.event === 'ignored:' ? 'entry ignored' : 'entry';
  const texts = lines.map(
    (line, index) =>
      `<text class="${index === 0 ? 'event' : 'words'}" x="${n(box.x)}" y="${n(box.y + lineHeight * index + event.size)}"${fitted(line, index === 0 ? event : words)}>${escapeXml(line)}</text>`,
  );
  const back = rect(
    { x: box.x - inset / 2, y: box.y - 1, width: box.width + inset, height: box.height + 2 },
    4,
    'back',
  );
  return `<g class="${kind}" ${dataOf(entry.transitions)}>${back}${texts.join('')}</g>`;
}

/** Keeps a line to the room that it was given, also in a font with wider letters than those it was measured in. */
const fitted = (line: string, font: Font): string =>
  ` textLength="${n(textWidth(line, font))}" lengthAdjust="spacingAndGlyphs"`;

const rect = ({ x, y, width, height }: Box, radius: number, kind: string): string =>
  `<rect class="${kind}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}"/>`;

const corner = 6;

/** A line through points, its corners rounded. */
function pathOf(points: readonly Place[]): string {
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${at(point)}`;
    if (after === undefined) return `L${at(point)}`;
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`;
  });
  return parts.join('');
}

/** A point a corner's length away, or half way when the other point is near. */
function towards(from: Place, to: Place): Place {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const part = distance === 0 ? 0 : Math.min(corner, distance / 2) / distance;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const at = ({ x, y }: Place): string => `${n(x)} ${n(y)}`;

/** One decimal is a tenth of a pixel. */
const n = (value: number): string => String(Math.round(value * 10) / 10);
