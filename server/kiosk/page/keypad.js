// @ts-check
import { element } from './element.js';
import { eraseIcon } from './icons.js';

/**
 * A number pad for a screen that has no keyboard.
 *
 * @param {{ type: (digit: string) => void, erase: () => void, clear: () => void }} on
 */
export function keypad(on) {
  /**
   * @param {string | Node} face
   * @param {() => void} press
   * @param {Record<string, string>} [attributes]
   */
  const key = (face, press, attributes = {}) => {
    const button = element('button', { type: 'button', ...attributes }, face);
    // Leaves the focus in the field, for those who type on both.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', press);
    return button;
  };
  return element(
    'div',
    { class: 'keypad', role: 'group', 'aria-label': 'Number pad' },
    ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => key(digit, () => on.type(digit))),
    key('Clear', on.clear, { class: 'word' }),
    key('0', () => on.type('0')),
    key(eraseIcon(), on.erase, { 'aria-label': 'Delete the last digit' }),
  );
}
