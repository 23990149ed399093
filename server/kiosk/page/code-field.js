// @ts-check
import { element } from './element.js';

/**
 * One input that looks like a row of boxes. A single field, so that pasting, filling in from a message, and screen readers
 * work as in any other.
 *
 * @param {{ length: number, numeric: boolean, describedBy: string }} shape
 */
export function codeField({ length, numeric, describedBy }) {
  const cells = Array.from({ length }, (_, index) =>
    element('span', { class: index > 0 && index === length / 2 ? 'cell after-gap' : 'cell' }),
  );
  const input = element('input', {
    id: 'code',
    type: 'text',
    inputmode: numeric ? 'numeric' : 'text',
    autocomplete: 'one-time-code',
    autocapitalize: 'characters',
    spellcheck: 'false',
    'aria-describedby': describedBy,
  });
  const row = element('div', { class: 'cells', 'aria-hidden': 'true' }, ...cells);
  const field = element('div', { class: 'code-field' }, row, input);

  const show = () => {
    input.value = readCode(input.value, length, numeric);
    const typed = input.value;
    cells.forEach((cell, index) => {
      cell.textContent = typed[index] ?? '';
      cell.classList.toggle('next', index === Math.min(typed.length, length - 1));
    });
  };
  const caretToEnd = () => input.setSelectionRange(input.value.length, input.value.length);
  input.addEventListener('input', show);
  for (const moment of ['focus', 'click', 'keyup']) input.addEventListener(moment, caretToEnd);
  show();

  return {
    field,
    input,
    value: () => input.value,
    /** @param {string} value */
    set: (value) => {
      input.value = value;
      show();
    },
  };
}

/**
 * The passcode in what was typed or pasted: a run of the right length if a whole message was pasted, else all that can belong to one.
 *
 * @param {string} text
 * @param {number} length
 * @param {boolean} numeric
 */
function readCode(text, length, numeric) {
  const joined = text.replace(/(?<=\w)[ -](?=\w)/g, '');
  const run = joined.match(numeric ? /\d+/g : /[A-Z0-9]+/gi)?.find((found) => found.length === length);
  return (run ?? text.replace(numeric ? /\D/g : /[^A-Z0-9]/gi, '')).toUpperCase().slice(0, length);
}
