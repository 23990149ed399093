import { type StaticFile, staticFile } from '../../front-page/static-file.ts';

const assets = [
  'address-screen.js',
  'back-end.js',
  'code-field.js',
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
  'method-screen.js',
  'monthly-bars.js',
  'screens.css',
  'stopped-screen.js',
  'usage-screen.js',
  'usage.css',
  'words.js',
];

/** The kiosk's page and everything it loads. */
export const kioskPageFiles: readonly StaticFile[] = [
  staticFile('/kiosk', new URL('kiosk.html', import.meta.url)),
  ...assets.map((name) => staticFile(`/kiosk/${name}`, new URL(name, import.meta.url))),
];
