/** The bar at the top: link, exports, theme, help. */
import { shortDigest } from '../run/link.ts';
import { say } from './announce.ts';
import { copyText } from './copy-button.ts';
import { byId, el, fill } from './element.ts';
import { download, type ExportName, exported, exportNames } from './exports.ts';
import { addressOf } from './location.ts';
import type { Scene } from './scene.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Draws the bar once; `scene` is asked for when a button is pressed. */
export function topBar(scene: () => Scene, openHelp: () => void): void {
  let theme: Theme = 'auto';
  const themeButton = el('button', {
    type: 'button',
    key: 'theme',
    onclick: () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
      if (theme === 'auto') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      themeButton.textContent = `Theme: ${theme}`;
    },
  });
  themeButton.textContent = `Theme: ${theme}`;
  fill(
    byId('top-tools'),
    el('button', { type: 'button', class: 'primary', key: 'copy link', onclick: () => copyLink(scene()) }, 'Copy link'),
    exportMenu(scene),
    themeButton,
    el('button', { type: 'button', key: 'help', 'aria-haspopup': 'dialog', onclick: openHelp }, 'Help'),
  );
  byId('digest').textContent = `machines ${shortDigest(scene().library.data.digest)}`;
}

function copyLink(scene: Scene): void {
  void copyText(addressOf(scene)).then((isCopied) => say(isCopied ? 'Link copied' : 'The link is in the address bar'));
}

function exportMenu(scene: () => Scene): HTMLElement {
  const menu = el(
    'details',
    { class: 'menu', key: 'export' },
    el('summary', {}, 'Export'),
    el(
      'div',
      { class: 'menu-items' },
      ...(Object.keys(exportNames) as ExportName[]).map(
        (
          name, // own keys
        ) =>
          el(
            'button',
            {
              type: 'button',
              key: `export ${name}`,
              onclick: () => {
                download(exported(name, scene()));
                menu.open = false;
              },
            },
            exportNames[name],
          ),
      ),
      el('button', { type: 'button', key: 'print', onclick: () => print() }, 'Print'),
    ),
  );
  return menu;
}
