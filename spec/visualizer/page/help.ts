/** What the page is for and how it is used, in a dialog. */
import { byId, el, fill } from './element.ts';
import { keyWords } from './keyboard.ts';

/** Fills the dialog; the returned function opens it. */
export function help(): () => void {
  const dialog = byId('help') as HTMLDialogElement; // so it is in the page
  fill(
    dialog,
    el('h2', { id: 'help-title' }, 'How to look around'),
    el(
      'p',
      {},
      'The page runs the state machines of OTP-flow themselves. Four panes show one step: the chart where the machines are, the sequence who said what, the message what was on the wire, the sentence which rule it was.',
    ),
    el(
      'ul',
      {},
      el('li', {}, 'Choose a scenario, and walk through it with the arrow keys.'),
      el(
        'li',
        {},
        'Click an arrow of the chart, a row of the sequence or the id of a sentence: the other panes follow.',
      ),
      el('li', {}, '“What can happen now” takes any step, also a wrong one; what lay ahead is kept as another run.'),
      el('li', {}, '“Rules” changes limits and switches sentences off; the run is played again.'),
      el(
        'li',
        {},
        'What the model checker found is told, not run: its worlds have more in them than these machines. Each such step says so.',
      ),
      el('li', {}, 'The address bar holds the whole run. A link made for other machines says so.'),
    ),
    el('h3', {}, 'Keys'),
    el(
      'dl',
      { class: 'keys' },
      ...keyWords.map(([key, words]) => el('div', {}, el('dt', {}, key), el('dd', {}, words))),
    ),
    el('form', { method: 'dialog' }, el('button', { class: 'primary', autofocus: true }, 'Close')),
  );
  return () => dialog.showModal();
}
