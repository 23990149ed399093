/** Elements, without a framework. */

type Value = string | number | boolean | undefined | ((event: Event) => void);

export type Attributes = Readonly<Record<string, Value>>;
export type Child = Node | string | undefined | readonly Child[];

/**
 * An element. Attributes that begin with `on` are listeners; `key` names the element, so that it keeps the focus when its
 * pane is drawn again; true is an attribute without a value, false and undefined are none.
 */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (key === 'key') element.dataset.key = String(value);
    else if (key.startsWith('--')) element.style.setProperty(key, String(value));
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : (child as Node)); // arrays are gone
  }
}

/** Draws a pane again, and gives the focus back to the element that had it. */
export function fill(pane: Element, ...children: readonly Child[]): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && pane.contains(focused) ? focused.dataset.key : undefined;
  const selection = focused instanceof HTMLInputElement && focused.type === 'search' ? focused.selectionStart : null;
  const open = new Set(
    [...pane.querySelectorAll<HTMLDetailsElement>('details[open][data-key]')].map((details) => details.dataset.key),
  );
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  reopen(fragment, open);
  pane.replaceChildren(fragment);
  if (key === undefined) return;
  const again = [...pane.querySelectorAll<HTMLElement>('[data-key]')].find((element) => element.dataset.key === key);
  again?.focus({ preventScroll: true });
  if (selection !== null && again instanceof HTMLInputElement) again.setSelectionRange(selection, selection);
}

/** Opens the details that were open before, and those inside of them. */
function reopen(root: ParentNode, open: ReadonlySet<string | undefined>): void {
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details[data-key]')) {
    if (details.open || !open.has(details.dataset.key)) continue;
    details.open = true;
    details.dispatchEvent(new Event('toggle')); // so that what is made on opening is there now
    reopen(details, open);
  }
}

/** Details whose content is made when they are opened, because most of them never are. */
export function lazyDetails(attributes: Attributes, summary: string, make: () => Child): HTMLDetailsElement {
  let isMade = false;
  const details = el(
    'details',
    {
      ...attributes,
      ontoggle: () => {
        if (isMade || !details.open) return;
        isMade = true;
        append(details, [make()]);
      },
    },
    el('summary', {}, summary),
  );
  return details;
}

/**
 * An element of the page.
 *
 * @throws Error when the page has no such element
 */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element ${id}`);
  return element;
}

/** `pendingTransaction` as people write it. */
export const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
