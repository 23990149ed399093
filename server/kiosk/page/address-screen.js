// @ts-check
/** @import { AddressView } from '../view.ts' */
/** @import { Do, Screen } from './kiosk.js' */
import { element, heading, problemBox } from './element.js';
import { problemWords } from './words.js';

/** What was typed, kept while the customer corrects it and forgotten with the next screen. */
const typed = { streetAddress: '', postalCode: '' };

const steps = [
  'Tell us where you live.',
  'Your utility sends you a code, to the phone or email it already has.',
  'Type the code here and see your year.',
];

/**
 * @param {AddressView} view
 * @param {Do} act
 * @returns {Screen}
 */
export function addressScreen(view, act) {
  if (!view.problem) forgetAddress();
  const title = heading('See where your electricity goes. Free.');
  const problem = problemBox(problemWords(view.problem));
  const street = element('input', { id: 'street', maxlength: '200', autocomplete: 'off', autocapitalize: 'words' });
  const postal = element('input', { id: 'postal', maxlength: '20', autocomplete: 'off', inputmode: 'numeric' });
  for (const input of [street, postal]) {
    input.setAttribute('aria-describedby', problem.id);
    input.required = true;
  }
  street.value = typed.streetAddress;
  postal.value = typed.postalCode;

  const form = element(
    'form',
    { novalidate: '' },
    element('div', { class: 'field' }, element('label', { for: street.id }, 'Street address'), street),
    element('div', { class: 'field zip' }, element('label', { for: postal.id }, 'ZIP code'), postal),
    problem,
    element('button', { class: 'primary', type: 'submit' }, 'Continue'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed.streetAddress = street.value.trim();
    typed.postalCode = postal.value.trim();
    const missing = [street, postal].find((input) => input.value.trim() === '');
    if (!missing) return act({ path: 'address', body: { ...typed } });
    problem.textContent = missing === street ? 'Please type your street address.' : 'Please type your ZIP code.';
    problem.hidden = false;
    missing.focus();
  });

  const side = element(
    'aside',
    { class: 'how', 'aria-label': 'How it works' },
    element('img', { class: 'lamps', src: '/kiosk/lamps.svg', alt: '' }),
    element('ol', {}, ...steps.map((step) => element('li', {}, step))),
  );
  const lead = element(
    'p',
    { class: 'lead' },
    'Type the address of your home. You need no account and no password, and your utility asks you before it shares anything.',
  );
  return {
    body: element('div', { class: 'address' }, element('div', { class: 'ask' }, title, lead, form), side),
    title,
    field: street,
  };
}

/** Empties the address fields, for the next customer. */
export function forgetAddress() {
  typed.streetAddress = '';
  typed.postalCode = '';
}
