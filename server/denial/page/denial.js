// @ts-check
// The token stands in the fragment of the link, which browsers send to nobody; it travels in a body only.
const heading = /** @type {HTMLElement} */ (document.getElementById('heading'));
const words = /** @type {HTMLElement} */ (document.getElementById('words'));
const button = /** @type {HTMLButtonElement} */ (document.getElementById('deny'));
const status = /** @type {HTMLElement} */ (document.getElementById('status'));

button.addEventListener('click', async () => {
  button.disabled = true;
  try {
    const response = await fetch('/denial', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ denialToken: location.hash.slice(1) }),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    button.hidden = true;
    heading.textContent = 'Thank you';
    words.textContent = 'The request has been stopped. You do not have to do anything else.';
    history.replaceState(null, '', location.pathname);
    heading.focus();
  } catch {
    button.disabled = false;
    status.textContent = 'That did not work. Please try again.';
  }
});
