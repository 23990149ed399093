// @ts-check
/** A year at a glance: a column for every day, a row for every hour, darker where more was used. */
/** @import { UsageView } from '../view.ts' */
import { element } from './element.js';
import { hourSpanWords, hourWords } from './findings.js';

const dayMilliseconds = 86_400_000;

/** From pale to dark in even steps of lightness, so that the order survives without colour. */
const colours = [
  [250, 246, 232],
  [255, 222, 112],
  [250, 158, 40],
  [214, 74, 32],
  [134, 22, 40],
  [58, 10, 40],
];

const dayFormat = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** @param {UsageView} view */
export function heatMap({ hourly, startsOn }) {
  const days = Math.floor(hourly.length / 24);
  const start = Date.parse(startsOn);
  const top = scaleTop(hourly);
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const mark = element('span', { class: 'map-mark', 'aria-hidden': 'true' });
  mark.hidden = true;
  const readout = element('output', { class: 'map-readout' }, 'Touch the map to read an hour.');
  const field = element(
    'div',
    {
      class: 'map-field',
      tabindex: '0',
      role: 'group',
      'aria-label': 'Map of every hour. Arrow keys read single hours.',
    },
    canvas,
    mark,
  );
  const picked = { day: 0, hour: 0 };
  const pick = () => {
    const value = hourly[picked.day * 24 + picked.hour] ?? 0;
    readout.textContent = `${dayFormat.format(start + picked.day * dayMilliseconds)}, ${hourSpanWords(picked.hour)}: ${value.toFixed(2)} kWh`;
    mark.hidden = false;
    mark.style.left = `${(100 * (picked.day + 0.5)) / days}%`;
    mark.style.top = `${(100 * (picked.hour + 0.5)) / 24}%`;
  };
  const pickAt = (/** @type {PointerEvent} */ event) => {
    const box = field.getBoundingClientRect();
    picked.day = within(((event.clientX - box.left) / box.width) * days, days);
    picked.hour = within(((event.clientY - box.top) / box.height) * 24, 24);
    pick();
  };
  field.addEventListener('pointerdown', pickAt);
  field.addEventListener('pointermove', pickAt);
  field.addEventListener('keydown', (event) => {
    const step = /** @type {Record<string, [number, number]>} */ (arrows)[event.key];
    if (!step) return;
    event.preventDefault();
    picked.day = within(picked.day + step[0], days);
    picked.hour = within(picked.hour + step[1], 24);
    pick();
  });
  const watcher = new ResizeObserver(([entry]) => entry && paint(canvas, hourly, days, top, entry.contentRect));
  watcher.observe(field);
  const figure = element('div', { class: 'map' }, hourLabels(), field, monthLabels(start, days), readout, legend(top));
  return { figure, dispose: () => watcher.disconnect() };
}

/** @satisfies {Record<string, [number, number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {number} position @param {number} size */
const within = (position, size) => Math.max(0, Math.min(size - 1, Math.floor(position)));

/**
 * Where the scale ends: what one hour in two hundred exceeds, rounded up to a half, so that a few extremes do not wash out the rest.
 *
 * @param {readonly number[]} hourly
 */
function scaleTop(hourly) {
  const sorted = [...hourly].sort((a, b) => a - b);
  return Math.max(0.5, Math.ceil((sorted[Math.floor(sorted.length * 0.995)] ?? 0) * 2) / 2);
}

/**
 * Colour of a share of the scale. The root gives small differences in low hours, where most of a year is, more room.
 *
 * @param {number} share 0 to 1 and beyond
 */
function colourOf(share) {
  const position = Math.sqrt(Math.max(0, Math.min(1, share))) * (colours.length - 1);
  const index = Math.min(colours.length - 2, Math.floor(position));
  const part = position - index;
  const channels = [0, 1, 2].map((channel) => {
    const low = colours[index]?.[channel] ?? 0;
    const high = colours[index + 1]?.[channel] ?? 0;
    return Math.round(low + (high - low) * part);
  });
  return `rgb(${channels.join(' ')})`;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {readonly number[]} hourly
 * @param {number} days
 * @param {number} top
 * @param {{ width: number, height: number }} size
 */
function paint(canvas, hourly, days, top, { width, height }) {
  canvas.width = Math.round(width * window.devicePixelRatio);
  canvas.height = Math.round(height * window.devicePixelRatio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  // Cell edges on whole pixels: no seams between neighbours.
  const x = (/** @type {number} */ day) => Math.round((day * canvas.width) / days);
  const y = (/** @type {number} */ hour) => Math.round((hour * canvas.height) / 24);
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      pen.fillStyle = colourOf((hourly[day * 24 + hour] ?? 0) / top);
      pen.fillRect(x(day), y(hour), x(day + 1) - x(day), y(hour + 1) - y(hour));
    }
  }
}

function hourLabels() {
  const labels = [0, 6, 12, 18, 24].map((hour) => {
    const label = element('span', {}, hourWords(hour));
    label.style.top = `${(100 * hour) / 24}%`;
    return label;
  });
  return element('div', { class: 'map-hours', 'aria-hidden': 'true' }, ...labels);
}

/** @param {number} start @param {number} days */
function monthLabels(start, days) {
  const labels = Array.from({ length: days }, (_, day) => ({ day, date: new Date(start + day * dayMilliseconds) }))
    .filter(({ date }) => date.getUTCDate() === 1)
    .map(({ day, date }) => {
      const name = monthFormat.format(date);
      const label = element('span', {}, element('i', {}, name.charAt(0)), name.slice(1));
      label.style.left = `${(100 * day) / days}%`;
      return label;
    });
  return element('div', { class: 'map-months', 'aria-hidden': 'true' }, ...labels);
}

/** @param {number} top */
function legend(top) {
  const steps = 24;
  const swatches = Array.from({ length: steps }, (_, index) => {
    const swatch = element('i');
    // The legend is stretched as the scale is: even steps of colour, values beside them.
    swatch.style.background = colourOf(((index + 0.5) / steps) ** 2);
    return swatch;
  });
  const numbers = [0, 0.25, 0.5, 0.75, 1].map((part) =>
    element('span', {}, part === 1 ? `${top.toFixed(1)} or more` : (top * part ** 2).toFixed(1)),
  );
  return element(
    'div',
    { class: 'map-legend' },
    element('p', {}, 'kWh in an hour'),
    element(
      'div',
      { class: 'map-scale' },
      element('div', { class: 'map-swatches', 'aria-hidden': 'true' }, ...swatches),
      element('div', { class: 'map-numbers' }, ...numbers),
    ),
  );
}
