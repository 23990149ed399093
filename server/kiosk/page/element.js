// @ts-check

/**
 * An HTML element. Text becomes text nodes, so nothing that arrives over the network can turn into markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * An SVG element.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | number>>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function drawing(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * The heading of a screen. It takes the focus when the screen appears, so that a screen reader starts there.
 *
 * @param {string} text
 */
export const heading = (text) => element('h1', { tabindex: '-1' }, text);

/**
 * The box that says what went wrong, aloud too; hidden when nothing did.
 *
 * @param {string | undefined} words
 */
export function problemBox(words) {
  const box = element('p', { class: 'problem', id: 'problem', role: 'alert' }, words ?? '');
  box.hidden = words === undefined;
  return box;
}
