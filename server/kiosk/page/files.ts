import { type StaticFile, staticFile } from '../../http/static-file.ts';

const assets = [
  'address-screen.css',
  'address-screen.js',
  'back-end.js',
  'code-field.js',
  'code-screen.css',
  'code-screen.js',
  'connection.js',
  'countdown.js',
  'element.js',
  'findings.js',
  'heat-map.js',
  'icons.js',
  'idle.js',
  'keypad.js',
  'kiosk.css',
  'kiosk.js',
  'lamps.svg',
  'mark.svg',
  'method-screen.css',
  'method-screen.js',
  'monthly-bars.js',
  'stopped-screen.css',
  'stopped-screen.js',
  'store.css',
  'usage-screen.css',
  'usage-screen.js',
  'words.js',
];

/** The kiosk's page and everything it loads. */
export const kioskPageFiles: readonly StaticFile[] = [
  staticFile('/kiosk', new URL('kiosk.html', import.meta.url)),
  ...assets.map((name) => staticFile(`/kiosk/${name}`, new URL(name, import.meta.url))),
];
