/** Keys: arrows walk through the run, and within a row of tabs through the tabs. */
import type { Actions } from './actions.ts';
import { byId } from './element.ts';
import type { Scene } from './scene.ts';

/** What the help says about keys. */
export const keyWords: readonly (readonly [string, string])[] = [
  ['→', 'step forward'],
  ['←', 'step back'],
  ['Home, End', 'to the beginning, to the end of the run'],
  ['Alt + N', 'advance to the next deadline'],
  ['Alt + S', 'search the scenarios'],
  ['Alt + 1 … 6', 'to a pane: library, what can happen, chart, sequence, step, message'],
  ['Tab, Enter, Space', 'everything else; in rows of tabs the arrows'],
];

const panes = ['library-body', 'next-body', 'chart-body', 'sequence-body', 'step-body', 'message-body'] as const;

export function listenToKeys(actions: Actions, scene: () => Scene, search: () => void): void {
  // After a click on a tab the arrows are for the run; after a key they are for the tabs.
  addEventListener('click', ({ target, detail }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role="tab"]') : null;
    if (detail > 0) tab?.blur();
  });
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (alternative(event, actions, search)) event.preventDefault();
      return;
    }
    const { target } = event;
    if (target instanceof HTMLElement && target.closest('[role="tablist"]') !== null && walkTabs(event, target)) return;
    if (target instanceof HTMLElement && needsKeys(target)) return;
    const walks: Readonly<Record<string, () => void>> = {
      ArrowRight: actions.forward,
      ArrowLeft: actions.back,
      Home: () => actions.go(0),
      End: () => actions.go(scene().run.steps.length),
    };
    const walk = walks[event.key];
    if (walk === undefined || event.shiftKey) return;
    event.preventDefault();
    walk();
  });
}

function alternative(event: KeyboardEvent, actions: Actions, search: () => void): boolean {
  if (event.code === 'KeyN') actions.advance();
  else if (event.code === 'KeyS') search();
  else {
    const pane = panes[Number(/^Digit(\d)$/.exec(event.code)?.[1] ?? 0) - 1];
    if (pane === undefined) return false;
    byId(pane).focus();
  }
  return true;
}

/** Fields, and panes that are scrolled with the same keys. */
const needsKeys = (target: HTMLElement): boolean =>
  target.closest('input, select, textarea, dialog') !== null ||
  (target.id === 'chart-body' && target.scrollWidth > target.clientWidth);

function walkTabs(event: KeyboardEvent, target: HTMLElement): boolean {
  const tabs = [...(target.closest('[role="tablist"]')?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  const at = tabs.indexOf(target);
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: tabs.length - 1,
  };
  const next = moves[event.key];
  if (next === undefined || at === -1) return false;
  event.preventDefault();
  const tab = tabs[(next + tabs.length) % tabs.length];
  tab?.focus();
  tab?.click();
  return true;
}
