/** How the chart is shown: level, size, and whether it follows the steps. */
import type { Actions } from './actions.ts';
import type { ChartView } from './chart-view.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';
import type { Scene } from './scene.ts';
import type { Display } from './state.ts';

const displays: Readonly<Record<Display, string>> = {
  overview: 'Overview',
  detail: 'Guards and actions',
  table: 'Table',
};

export function chartTools({ state }: Scene, { show, followSteps }: Actions, { zoom }: ChartView): HTMLElement[] {
  const isAll = state.machine === 'all';
  const display = (name: Display): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(state.display === name && !isAll),
        key: `display ${name}`,
        onclick: () => show(isAll ? 'transaction' : state.machine, name),
      },
      displays[name],
    );
  const size = (by: 'in' | 'out' | 'fit', face: Node | string, label: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'square',
        'aria-label': label,
        title: label,
        key: `zoom ${by}`,
        onclick: () => zoom(by),
      },
      face,
    );
  const follow = el(
    'button',
    {
      type: 'button',
      'aria-pressed': String(state.isFollowing),
      title: 'Show the machine that each step is about',
      key: 'follow',
      onclick: followSteps,
    },
    'Follow steps',
  );
  const group = (label: string, ...buttons: readonly HTMLElement[]): HTMLElement =>
    el('div', { class: 'segments', role: 'group', 'aria-label': label }, ...buttons);
  const names = Object.keys(displays) as Display[]; // own keys
  return [
    group('Which machine is shown', follow),
    group('How the machine is shown', ...names.map(display)),
    ...(isAll || state.display === 'table'
      ? []
      : [
          group(
            'Size of the chart',
            size('out', icon('minus'), 'Smaller'),
            size('fit', 'Fit', 'Fit the chart into its pane'),
            size('in', icon('plus'), 'Larger'),
          ),
        ]),
  ];
}
