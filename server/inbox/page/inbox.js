// @ts-check
/** Looks for messages every second, and adds those that it has not shown. */
/** @import { DeliveryMethod } from '../../../model/vocabulary/index.ts' */
/** @import { InboxMessage, InboxMessages } from './messages.ts' */
import { kindOf, messageCard } from './message-card.js';

const status = find('#status');
const spoken = find('#spoken');
/** @type {Readonly<Record<DeliveryMethod, HTMLElement>>} */
const lists = { sms: find('#phone'), voice: find('#phone'), email: find('#mail'), postal: find('#mail') };

/** What is on the page, by id. @type {Map<string, { readonly message: InboxMessage, readonly card: HTMLElement }>} */
const shown = new Map();

/** Messages denied from this page keep saying so. @type {Set<string>} */
const denied = new Set();

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** @returns {Promise<InboxMessages | undefined>} */
async function fetchMessages() {
  try {
    const response = await fetch('/inbox/messages', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} id @returns {Promise<boolean>} */
async function deny(id) {
  try {
    const response = await fetch(`/inbox/messages/${encodeURIComponent(id)}/denial`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (response.ok) denied.add(id);
    return response.ok;
  } catch {
    return false;
  }
}

/** @param {readonly InboxMessage[]} messages newest first */
function show(messages) {
  const present = new Set(messages.map(({ id }) => id));
  for (const [id, { card }] of shown) {
    if (present.has(id)) continue;
    card.remove();
    shown.delete(id);
  }
  const isFirstLook = !status.classList.contains('is-live');
  // From the oldest on, each to the top of its list: the newest ends up first.
  for (const message of [...messages].reverse()) {
    const known = shown.get(message.id);
    if (known && (known.message.mayDeny === message.mayDeny || denied.has(message.id))) continue;
    const card = messageCard(message, deny);
    if (known) known.card.replaceWith(card);
    else {
      lists[message.method].prepend(card);
      card.classList.toggle('is-new', !isFirstLook);
      if (!isFirstLook) spoken.textContent = `${kindOf(message)} to ${message.contact}`;
    }
    shown.set(message.id, { message, card });
  }
}

async function look() {
  const answer = document.hidden ? undefined : await fetchMessages();
  if (answer) {
    show(answer.messages);
    status.classList.add('is-live');
  }
  if (!document.hidden) say(answer ? 'Live: new messages appear by themselves' : 'No connection. Trying again');
  status.classList.toggle('is-lost', !answer && !document.hidden);
  window.setTimeout(look, 1000);
}

/** Only a change is worth announcing. @param {string} words */
function say(words) {
  const place = status.firstElementChild ?? status;
  if (place.textContent !== words) place.textContent = words;
}

look();
