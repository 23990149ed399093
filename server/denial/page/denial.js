// @ts-check
// The token stands in the fragment of the link, which browsers send to nobody; it travels in a body only.
const heading = /** @type {HTMLElement} */ (document.getElementById('heading'));
const words = /** @type {HTMLElement} */ (document.getElementById('words'));
const button = /** @type {HTMLButtonElement} */ (document.getElementById('deny'));
const status = /** @type {HTMLElement} */ (document.getElementById('status'));
const otherLanguage = /** @type {HTMLAnchorElement} */ (document.getElementById('other-language'));
// what the page says is in the page, in its language
const { thanks = '', stopped = '', failed = '' } = /** @type {HTMLElement} */ (document.querySelector('main')).dataset;
otherLanguage.hash = location.hash;

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
    heading.textContent = thanks;
    otherLanguage.hidden = true;
    words.textContent = stopped;
    history.replaceState(null, '', location.pathname);
    heading.focus();
  } catch {
    button.disabled = false;
    status.textContent = failed;
  }
});
