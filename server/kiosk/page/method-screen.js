// @ts-check
/** @import { MethodView } from '../view.ts' */
/** @import { Do, Screen } from './kiosk.js' */
import { element, heading, problemBox } from './element.js';
import { methodIcon } from './icons.js';
import { problemWords, reachWords } from './words.js';

/**
 * @param {MethodView} view
 * @param {Do} act
 * @returns {Screen}
 */
export function methodScreen(view, act) {
  const title = heading('How should your utility reach you?');
  const choices = view.options.map(({ id, method, label }) => {
    const choice = element(
      'button',
      { class: 'choice', type: 'button' },
      methodIcon(method),
      element('span', { class: 'choice-label' }, label),
      element('span', { class: 'choice-reach' }, reachWords(method)),
    );
    choice.addEventListener('click', () => act({ path: 'method', body: { option: id } }));
    return choice;
  });
  return {
    body: element(
      'div',
      { class: 'method' },
      title,
      element('p', { class: 'lead' }, 'It sends a code and says what the code is for. You type the code here.'),
      problemBox(problemWords(view.problem)),
      element('div', { class: 'choices' }, ...choices),
      element(
        'p',
        { class: 'aside' },
        'It goes to the phone or email on your utility account, never to one typed here.',
      ),
    ),
    title,
    field: choices[0],
  };
}
