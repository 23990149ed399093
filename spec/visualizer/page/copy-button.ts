/** Copies text, also on pages from a file, where the clipboard may be out of reach. */
import { el } from './element.ts';

/** Copies; says whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = el('textarea', { class: 'visually-hidden', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}

/** A button that copies and says so. */
export function copyButton(label: string, text: string): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'copy', key: label, onclick: () => void copyText(text).then(say) },
    label,
  );
  const say = (isCopied: boolean): void => {
    button.textContent = isCopied ? 'Copied' : 'Could not be copied';
    setTimeout(() => {
      button.textContent = label;
    }, 1600);
  };
  return button;
}
