import { type StaticFile, staticFile } from '../../http/static-file.ts';

const assets = ['code-in-text.js', 'inbox.css', 'inbox.js', 'inbox.svg', 'message-card.css', 'message-card.js'];

/** The sandbox inbox's page and everything it loads. */
export const inboxPageFiles: readonly StaticFile[] = [
  staticFile('/inbox', new URL('inbox.html', import.meta.url)),
  ...assets.map((name) => staticFile(`/inbox/${name}`, new URL(name, import.meta.url))),
];
