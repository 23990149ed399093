/** A choice among a few values. */
import { el } from './element.ts';

/** A labelled select; its listener gets the value that was chosen. */
export function choice(
  label: string,
  options: readonly string[],
  value: string,
  onChosen: (value: string) => void,
  key: string,
): HTMLElement {
  const select = el(
    'select',
    {
      key,
      onchange: () => onChosen(select.value),
    },
    ...options.map((option) => el('option', { value: option, selected: option === value }, option)),
  );
  return el('label', { class: 'choice' }, el('span', {}, label), select);
}
