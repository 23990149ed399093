/** One arrow between lanes. */
import { type Arrow, type Lane, lanes } from '../run/arrows.ts';
import { el } from './element.ts';

/** The names of the lanes, above their lines. */
export const laneHeads = (shown: readonly Lane[]): HTMLElement =>
  el(
    'div',
    { class: 'lanes', 'aria-hidden': 'true' },
    ...shown.map((lane) => el('span', { class: `lane-head ${lane}` }, lanes[lane])),
  );

/** An arrow lies between the middles of its lanes; what a party does by itself is a note on its lane. */
export function arrowRow({ from, to, kind, text }: Arrow, shown: readonly Lane[]): HTMLElement {
  const [start, end] = [shown.indexOf(from), shown.indexOf(to)];
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  const direction = start === end ? 'self' : start < end ? 'rightwards' : 'leftwards';
  const isHostile = from === 'adversary' || to === 'adversary';
  return el(
    'div',
    { class: 'arrow-row' },
    el(
      'div',
      {
        class: ['arrow', kind, direction, ...(isHostile ? ['hostile'] : [])].join(' '),
        '--left': left,
        '--span': right - left + 1,
        title: text,
      },
      el('span', { class: 'visually-hidden' }, start === end ? `${lanes[from]}: ` : `${lanes[from]} to ${lanes[to]}: `),
      el('span', { class: 'arrow-text' }, text),
    ),
  );
}
