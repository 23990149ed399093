// @ts-check
/** @import { UsageView } from '../view.ts' */
/** @import { Screen } from './kiosk.js' */
import { element, heading } from './element.js';
import { findings } from './findings.js';
import { heatMap } from './heat-map.js';
import { hasPartialMonths, monthlyBars } from './monthly-bars.js';

/**
 * @param {UsageView} view
 * @returns {Screen}
 */
export function usageScreen(view) {
  const title = heading('Your year in electricity');
  const bars = monthlyBars(view.monthly);
  const map = heatMap(view);
  const total = element(
    'p',
    { class: 'total' },
    element('b', {}, Math.round(view.totalKilowattHours).toLocaleString('en-US')),
    ' kWh in twelve months',
  );
  const cards = findings(view).map(({ title: name, figure, words, tip }) =>
    element(
      'li',
      {},
      element('h3', {}, name),
      element('p', { class: 'figure' }, figure),
      element('p', {}, words),
      element('p', { class: 'tip' }, tip),
    ),
  );
  const body = element(
    'div',
    { class: 'usage' },
    element('div', { class: 'usage-top' }, title, total),
    element('ul', { class: 'findings', 'aria-label': 'Three findings' }, ...cards),
    element(
      'section',
      {},
      element('h2', {}, 'Month by month, in kWh'),
      bars.figure,
      ...(hasPartialMonths(view.monthly) ? [element('p', { class: 'aside' }, 'The pale months are not whole.')] : []),
    ),
    element('section', {}, element('h2', {}, 'Every hour of the year'), map.figure),
  );
  return {
    body,
    title,
    dispose: () => {
      bars.dispose();
      map.dispose();
    },
  };
}
