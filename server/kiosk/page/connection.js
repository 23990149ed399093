// @ts-check

/**
 * Tells the customer calmly that the back end did not answer, over the screen as they left it.
 *
 * @param {() => void} retry called when the customer asks to try again
 */
export function showLostConnection(retry) {
  const dialog = document.querySelector('#lost');
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('the page has no dialog for a lost connection');
  const button = dialog.querySelector('button');
  if (button) button.onclick = () => dialog.close();
  // However it is closed, also by the Escape key: the customer is never left on a screen whose last press went nowhere.
  dialog.onclose = retry;
  if (!dialog.open) dialog.showModal();
}
