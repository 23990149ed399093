/** Serves files of pages as they are, with headers that leave a page nothing to load from elsewhere. */
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { StaticFile } from './static-file.ts';

/** Nothing from elsewhere, nothing inline, in no frame; what scripts fetch stays on this origin. */
export const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
} as const;

/** Registers a route for each file. */
export function servePages(app: FastifyInstance, files: readonly StaticFile[]): void {
  for (const { path, file, contentType } of files) {
    app.get(path, async (_request, reply) => sendPage(reply, await readFile(file), contentType));
  }
}

/** Sends the content of a page's file, with header fields of its own where it needs them. */
export const sendPage = (
  reply: FastifyReply,
  content: Buffer | string,
  contentType: string,
  own: Readonly<Record<string, string>> = {},
): FastifyReply =>
  reply
    .headers({ ...pageHeaders, ...own })
    .header('Content-Type', contentType)
    .send(content);
