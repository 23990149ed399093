// @ts-check
/** @import { StoppedView } from '../view.ts' */
/** @import { Do, Screen } from './kiosk.js' */
import { element, heading } from './element.js';
import { stopIcon } from './icons.js';
import { stopWords } from './words.js';

/**
 * @param {StoppedView} view
 * @param {Do} act
 * @returns {Screen}
 */
export function stoppedScreen(view, act) {
  const { title, text } = stopWords[view.reason];
  const top = heading(title);
  const again = element('button', { class: 'primary', type: 'button' }, 'Start again');
  again.addEventListener('click', () => act({ path: 'restart', body: {} }));
  const body = element(
    'div',
    { class: 'stopped' },
    stopIcon(view.reason),
    top,
    element('p', { class: 'lead' }, text),
    again,
  );
  return { body, title: top };
}
