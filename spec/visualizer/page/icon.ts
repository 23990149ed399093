/** Small pictures on buttons, drawn here because not every font has their characters. */

const shapes = {
  first: 'M4 3v10M13 3 6 8l7 5z',
  back: 'M11 3 5 8l6 5z',
  forward: 'M5 3l6 5-6 5z',
  last: 'M12 3v10M3 3l7 5-7 5z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.5V8l2.5 2',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
} as const;

export type IconName = keyof typeof shapes;

const filled: readonly IconName[] = ['first', 'back', 'forward', 'last'];
const namespace = 'http://www.w3.org/2000/svg';

/** A picture that says nothing by itself: its button has a label. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  const attributes = {
    viewBox: '0 0 16 16',
    width: '14',
    height: '14',
    class: `icon${filled.includes(name) ? ' filled' : ''}`,
    'aria-hidden': 'true',
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
