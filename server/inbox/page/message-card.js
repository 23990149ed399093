// @ts-check
/** @import { DeliveryMethod } from '../../../model/vocabulary/index.ts' */
/** @import { InboxMessage } from './messages.ts' */
import { codeInText } from './code-in-text.js';

/** What each method's messages are called, and whether they show a subject. @type {Readonly<Record<DeliveryMethod, { readonly name: string, readonly hasSubject: boolean }>>} */
const kinds = {
  sms: { name: 'Text message', hasSubject: false },
  voice: { name: 'Phone call', hasSubject: false },
  email: { name: 'Email', hasSubject: true },
  postal: { name: 'Letter', hasSubject: true },
};

const timeFormat = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit' });

/** @param {InboxMessage} message */
export const kindOf = ({ method }) => kinds[method].name;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/**
 * A message as its receiver would see it: a bubble, a call's transcript, or a mail.
 *
 * @param {InboxMessage} message
 * @param {(id: string) => Promise<boolean>} deny tells the utility; false when it could not be told
 */
export function messageCard(message, deny) {
  const kind = kindOf(message);
  const time = element('time', '', timeFormat.format(new Date(message.receivedAt)));
  time.dateTime = message.receivedAt;
  const about = element('p', 'about', element('b', '', kind), ` to ${message.contact}`, time);
  const found = codeInText(message.text);
  const text = element('div', 'text', ...highlighted(message.text, found?.shown));
  const letter = element('div', 'letter', text);
  if (kinds[message.method].hasSubject) letter.prepend(element('h3', 'subject', message.subject));

  const actions = element('div', 'actions');
  if (found) actions.append(copyButton(found.code));
  const card = element('li', 'message', about, letter, actions);
  card.dataset.method = message.method;
  card.dataset.message = message.id;
  if (message.mayDeny) actions.append(denyButton(message, actions, deny));
  return card;
}

/** @param {string} code */
function copyButton(code) {
  const button = element('button', 'copy', 'Copy code');
  button.type = 'button';
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    button.textContent = isCopied ? 'Copied' : 'Copying is not allowed here';
    window.setTimeout(() => {
      button.textContent = 'Copy code';
    }, 2000);
  });
  return button;
}

/**
 * @param {InboxMessage} message
 * @param {HTMLElement} actions
 * @param {(id: string) => Promise<boolean>} deny
 */
function denyButton(message, actions, deny) {
  const button = element('button', 'deny', 'This was not me');
  button.type = 'button';
  button.addEventListener('click', async () => {
    button.disabled = true;
    const isTold = await deny(message.id);
    if (isTold) return showDenied(actions);
    button.disabled = false;
    button.textContent = 'The utility did not hear you. Try again';
  });
  return button;
}

/**
 * Puts what was done in the place of the buttons.
 *
 * @param {HTMLElement} actions
 */
function showDenied(actions) {
  const words = element('p', 'denied', 'You told the utility this was not you.');
  words.tabIndex = -1;
  actions.replaceChildren(words);
  words.focus();
}

/**
 * The text with its passcode set off.
 *
 * @param {string} text
 * @param {string | undefined} shown
 */
function highlighted(text, shown) {
  const at = shown === undefined ? -1 : text.indexOf(shown);
  if (shown === undefined || at === -1) return [text];
  return [text.slice(0, at), element('mark', '', shown), text.slice(at + shown.length)];
}
