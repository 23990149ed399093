// @ts-check
/** @import { CodeView } from '../view.ts' */
/** @import { Do, Screen } from './kiosk.js' */
import { codeField } from './code-field.js';
import { countdown, timeWords } from './countdown.js';
import { element, heading, problemBox } from './element.js';
import { keypad } from './keypad.js';
import { kioskName, problemWords, sentWords } from './words.js';

/**
 * @param {CodeView} view
 * @param {Do} act
 * @returns {Screen}
 */
export function codeScreen(view, act) {
  const title = heading('Type the code you were sent');
  const problem = problemBox(problemWords(view.problem));
  const code = codeField({ length: view.codeLength, numeric: view.numeric, describedBy: 'phrase-hint problem' });
  const { waits, dispose } = timers(view, act, problem);

  const form = element(
    'form',
    { class: 'entry', novalidate: '' },
    element('label', { for: code.input.id }, `Your code, ${view.codeLength} ${view.numeric ? 'digits' : 'letters'}`),
    code.field,
    problem,
  );
  if (view.numeric) {
    form.append(
      keypad({
        type: (digit) => code.set(code.value() + digit),
        erase: () => code.set(code.value().slice(0, -1)),
        clear: () => code.set(''),
      }),
    );
  }
  form.append(element('button', { class: 'primary', type: 'submit' }, 'Show my electricity use'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (code.value().length === view.codeLength) return act({ path: 'code', body: { code: code.value() } });
    problem.textContent = problemWords({ code: 'codeForm' }) ?? '';
    problem.hidden = false;
    code.input.focus();
  });
  const body = element(
    'div',
    { class: 'code' },
    element('div', { class: 'check' }, title, ...explanation(view)),
    form,
    waits,
  );
  const typeAnywhere = typesInto(code.input);
  document.addEventListener('keydown', typeAnywhere);
  return {
    body,
    title,
    field: code.input,
    dispose: () => {
      document.removeEventListener('keydown', typeAnywhere);
      dispose();
    },
  };
}

/** @param {CodeView} view */
function explanation({ method, methodLabel, bindingMessage }) {
  return [
    element(
      'p',
      { class: 'lead' },
      `If the address is one your utility knows, ${sentWords(method, methodLabel)} is on its way.`,
    ),
    element(
      'div',
      { class: 'tag' },
      element('p', { class: 'tag-label' }, 'Check that the message shows the same words'),
      element('p', { class: 'tag-words' }, bindingMessage),
    ),
    element(
      'p',
      { class: 'aside', id: 'phrase-hint' },
      `Other words, or another name than ${kioskName}? Then the code is not for this kiosk. Do not type it.`,
    ),
  ];
}

/**
 * How long the passcode lives, and the button for another one.
 *
 * @param {CodeView} view
 * @param {Do} act
 * @param {HTMLElement} problem
 */
function timers(view, act, problem) {
  const left = element('b');
  const bar = element('span', { class: 'life-left' });
  const words = element('p', {}, 'The code works for ', left);
  const life = element(
    'div',
    { class: 'life' },
    words,
    element('div', { class: 'life-bar', 'aria-hidden': 'true' }, bar),
  );
  const button = element('button', { class: 'secondary', type: 'button' });
  const waits = element('div', { class: 'waits' }, life, button);
  button.addEventListener('click', () => act({ path: 'resend', body: {} }));

  const stopLife = countdown(view.expiresInSeconds, (seconds) => {
    left.textContent = timeWords(seconds);
    bar.style.width = `${(100 * seconds) / Math.max(1, view.expiresInSeconds)}%`;
    life.classList.toggle('is-short', seconds <= 60);
    if (seconds > 0) return;
    words.textContent = 'The code has run out';
    button.classList.add('is-due');
    if (!problem.hidden) return;
    problem.textContent = problemWords({ code: 'lapsedCode' }) ?? '';
    problem.hidden = false;
  });
  if (!view.mayResend) {
    button.replaceWith(element('p', { class: 'aside' }, 'This was the last code that can be sent this time.'));
    return { waits, dispose: stopLife };
  }
  const stopWait = countdown(view.resendInSeconds, (seconds) => {
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? `Send a new code in ${timeWords(seconds)}` : 'Send a new code';
  });
  return {
    waits,
    dispose: () => {
      stopLife();
      stopWait();
    },
  };
}

/**
 * Lets digits reach the field wherever the focus is.
 *
 * @param {HTMLInputElement} input
 * @returns {(event: KeyboardEvent) => void}
 */
const typesInto = (input) => (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isPlain && /^[0-9]$/.test(event.key) && document.activeElement !== input) input.focus();
};
