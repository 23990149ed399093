/** Bodies of messages, made readable without changing what they say. */
import { el } from './element.ts';

/** The parameters of a form, one below the other; a body that is no plain form as it is. */
export function formMembers(body: string): HTMLElement {
  const pairs = [...new URLSearchParams(body)];
  const isPlain = new URLSearchParams(pairs).toString() === body;
  if (!isPlain) return el('pre', { class: 'body' }, body);
  return el(
    'dl',
    { class: 'members', title: 'The form, decoded' },
    ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}

/** JSON with line breaks; names, texts and numbers apart. */
export function jsonText(body: string): (HTMLElement | string)[] {
  const text = JSON.stringify(JSON.parse(body), null, 2);
  const parts: (HTMLElement | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?/g)) {
    parts.push(text.slice(last, match.index));
    const kind = match[1] !== undefined ? 'json-name' : match[0].startsWith('"') ? 'json-text' : 'json-number';
    parts.push(el('span', { class: kind }, match[0]));
    last = match.index + match[0].length;
  }
  return [...parts, text.slice(last)];
}
