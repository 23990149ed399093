import { type StaticFile, staticFile } from '../http/static-file.ts';

/** The front page and what it loads. */
export const frontPageFiles: readonly StaticFile[] = [
  staticFile('/', new URL('front-page.html', import.meta.url)),
  ...['front-page.css', 'heather.svg'].map((name) => staticFile(`/front-page/${name}`, new URL(name, import.meta.url))),
];
