// @ts-check
/** @import { MonthlyUse } from '../view.ts' */
import { drawing, element } from './element.js';

/**
 * A bar for every month, with its value, and the same numbers as a table for those who cannot see bars.
 *
 * @param {readonly MonthlyUse[]} monthly
 */
export function monthlyBars(monthly) {
  const chart = drawing('svg', { class: 'bars', 'aria-hidden': 'true' });
  const frame = element('div', { class: 'bars-frame' });
  frame.append(chart);
  const watcher = new ResizeObserver(([entry]) => entry && draw(chart, monthly, entry.contentRect));
  watcher.observe(frame);
  const rows = monthly.map(({ label, kilowattHours }) =>
    element('tr', {}, element('th', { scope: 'row' }, label), element('td', {}, `${Math.round(kilowattHours)} kWh`)),
  );
  const table = element('table', { class: 'only-spoken' }, element('caption', {}, 'Use by month'), ...rows);
  return { figure: element('div', {}, frame, table), dispose: () => watcher.disconnect() };
}

/**
 * @param {SVGSVGElement} chart
 * @param {readonly MonthlyUse[]} monthly
 * @param {{ width: number, height: number }} size
 */
function draw(chart, monthly, { width, height }) {
  const slot = width / Math.max(1, monthly.length);
  const textSize = Math.max(9, Math.min(slot * 0.34, 20));
  const floor = height - textSize * 2.7;
  const tallest = Math.max(1, ...monthly.map(({ kilowattHours }) => kilowattHours));
  chart.setAttribute('viewBox', `0 0 ${width} ${height}`);
  chart.setAttribute('font-size', String(textSize));
  const bars = monthly.flatMap(({ label, kilowattHours }, index) => {
    const barHeight = Math.max(2, (kilowattHours / tallest) * (floor - textSize * 1.8));
    const middle = slot * (index + 0.5);
    const [month = '', year = ''] = label.split(' ');
    const isYearTold = index === 0 || !monthly[index - 1]?.label.endsWith(year);
    const bar = drawing('rect', {
      class: barClass(monthly, index, tallest),
      x: middle - slot * 0.36,
      y: floor - barHeight,
      width: slot * 0.72,
      height: barHeight,
      rx: Math.min(6, slot * 0.12),
    });
    const value = drawing(
      'text',
      { class: 'bar-value', x: middle, y: floor - barHeight - textSize * 0.45 },
      numberWords(kilowattHours, slot),
    );
    const name = drawing('text', { class: 'bar-month', x: middle, y: floor + textSize * 1.3 }, month);
    const when = drawing('text', { class: 'bar-year', x: middle, y: floor + textSize * 2.4 }, isYearTold ? year : '');
    return [bar, value, name, when];
  });
  chart.replaceChildren(drawing('line', { class: 'floor', x1: 0, x2: width, y1: floor, y2: floor }), ...bars);
}

/**
 * Whether a month is a part of one, the largest, or neither.
 *
 * @param {readonly MonthlyUse[]} monthly
 * @param {number} index
 * @param {number} tallest
 */
function barClass(monthly, index, tallest) {
  if (hasPartialMonths(monthly) && (index === 0 || index === monthly.length - 1)) return 'bar is-partial';
  return monthly[index]?.kilowattHours === tallest ? 'bar is-tallest' : 'bar';
}

/** A year that touches thirteen months begins and ends within one. @param {readonly MonthlyUse[]} monthly */
export const hasPartialMonths = (monthly) => monthly.length === 13;

/** Leaves out the comma where there is no room for it. @param {number} value @param {number} room */
const numberWords = (value, room) => Math.round(value).toLocaleString('en-US', { useGrouping: room > 44 });
