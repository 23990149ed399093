// @ts-check
/** The page's one loop: tell the back end what the customer did, draw the view that comes back. */
/** @import { KioskView } from '../view.ts' */
/** @import { Deed } from './back-end.js' */
import { addressScreen, forgetAddress } from './address-screen.js';
import { ask } from './back-end.js';
import { codeScreen } from './code-screen.js';
import { showLostConnection } from './connection.js';
import { watchForIdleness } from './idle.js';
import { methodScreen } from './method-screen.js';
import { stoppedScreen } from './stopped-screen.js';
import { usageScreen } from './usage-screen.js';

/**
 * A screen as drawn: what is in it, the heading that is read first, the control that is used first, and what to do when it goes.
 *
 * @typedef {{ body: HTMLElement, title: HTMLElement, field?: HTMLElement | undefined, dispose?: () => void }} Screen
 *
 * @typedef {(deed: Deed) => void} Do
 */

const panel = find('#screen');
const tape = find('#tape');
const startOver = find('#start-over');

/** @type {Readonly<Record<KioskView['screen'], number>>} */
const stepOf = { address: 1, method: 2, code: 3, usage: 4, stopped: 0 };

/** @type {KioskView['screen'] | undefined} */
let shownScreen;
let dispose = () => {};
let isAsking = false;

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** @param {Deed} deed */
async function act(deed) {
  if (isAsking) return;
  isAsking = true;
  panel.setAttribute('aria-busy', 'true');
  const view = await ask(deed).catch(() => undefined);
  isAsking = false;
  panel.setAttribute('aria-busy', 'false');
  if (view) show(view);
  else showLostConnection(() => act(deed));
}

/** @param {KioskView} view */
function show(view) {
  dispose();
  const screen = draw(view);
  dispose = () => screen.dispose?.();
  panel.replaceChildren(screen.body);
  panel.dataset.screen = view.screen;
  const isSame = view.screen === shownScreen;
  shownScreen = view.screen;
  if (view.screen !== 'address') forgetAddress();
  startOver.hidden = view.screen === 'address' || view.screen === 'stopped';
  startOver.textContent = view.screen === 'usage' ? 'Finish and clear' : 'Start over';
  markStep(stepOf[view.screen]);
  if (isSame && screen.field) return screen.field.focus();
  window.scrollTo(0, 0);
  screen.title.focus();
}

/** @param {KioskView} view @returns {Screen} */
function draw(view) {
  switch (view.screen) {
    case 'address':
      return addressScreen(view, act);
    case 'method':
      return methodScreen(view, act);
    case 'code':
      return codeScreen(view, act);
    case 'usage':
      return leavesWhenIdle(usageScreen(view));
    case 'stopped':
      return leavesWhenIdle(stoppedScreen(view, act));
  }
}

/** @param {Screen} screen @returns {Screen} */
function leavesWhenIdle(screen) {
  const stop = watchForIdleness(() => {
    // Also when the back end does not answer, nobody else may read on.
    screen.body.remove();
    act({ path: 'restart', body: {} });
  });
  return {
    ...screen,
    dispose: () => {
      stop();
      screen.dispose?.();
    },
  };
}

/** @param {number} step */
function markStep(step) {
  tape.dataset.step = String(step);
  Array.from(tape.children).forEach((item, index) => {
    if (index + 1 === step) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    item.classList.toggle('is-done', index + 1 < step);
  });
}

startOver.addEventListener('click', () => act({ path: 'restart', body: {} }));
act({ path: 'view' });
