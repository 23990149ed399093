/** The only moving part of the report: buttons that copy a command. */
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const command = button.closest('.again')?.querySelector('pre')?.textContent ?? '';
    await navigator.clipboard.writeText(command);
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  });
}
