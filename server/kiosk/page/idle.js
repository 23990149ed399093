// @ts-check
import { countdown } from './countdown.js';

const patienceMilliseconds = 180_000;
const warningSeconds = 30;

/**
 * Clears the kiosk when a customer has walked away: asks after three quiet minutes, and leaves thirty seconds later.
 *
 * @param {() => void} leave
 * @returns {() => void} stops watching
 */
export function watchForIdleness(leave) {
  const dialog = document.querySelector('#idle');
  const number = document.querySelector('#idle-seconds');
  if (!(dialog instanceof HTMLDialogElement) || !number) throw new Error('the page has no dialog for an idle customer');
  let stopCounting = () => {};
  const ask = () => {
    dialog.showModal();
    stopCounting = countdown(warningSeconds, (left) => {
      number.textContent = String(left);
      if (left === 0) leave();
    });
  };
  let timer = window.setTimeout(ask, patienceMilliseconds);
  const stir = () => {
    window.clearTimeout(timer);
    stopCounting();
    if (dialog.open) dialog.close();
    timer = window.setTimeout(ask, patienceMilliseconds);
  };
  const signs = /** @type {const} */ (['pointerdown', 'keydown', 'wheel', 'scroll']);
  for (const sign of signs) document.addEventListener(sign, stir, { passive: true });
  return () => {
    for (const sign of signs) document.removeEventListener(sign, stir);
    window.clearTimeout(timer);
    stopCounting();
    if (dialog.open) dialog.close();
  };
}
