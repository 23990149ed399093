/** The generated files, as a stranger downloads them: OpenAPI, schemas, machines, test paths, and the list of them. */
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { sendPage } from '../http/pages.ts';

/** Where the generated files stand. */
export const generated = new URL('../../generated/', import.meta.url);

/** Generated pages are files of their own: all they need is in them, and they may ask for nothing. */
const selfContained =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const manifestPath = 'manifest.json';

interface Download {
  readonly path: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml',
  svg: 'image/svg+xml',
};

/** Below `/downloads/` the manifest and every file that it lists, and no other. The index is one of them. */
export const downloads: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { '*': string } }>('/downloads/*', async (request, reply) => {
    const wanted = (await listed()).find(({ path }) => path === request.params['*']);
    if (wanted === undefined) return reply.callNotFound();
    const ending = wanted.path.slice(wanted.path.lastIndexOf('.') + 1);
    const content = await readFile(new URL(wanted.path, generated));
    const policy = ending === 'html' ? { 'Content-Security-Policy': selfContained } : {};
    return sendPage(reply, content, contentTypes[ending] ?? 'text/plain; charset=utf-8', policy);
  });
};

/** The files that the manifest lists, and the manifest. */
export async function listed(): Promise<readonly Download[]> {
  const manifest = JSON.parse(await readFile(new URL(manifestPath, generated), 'utf8')) as {
    readonly files: readonly Download[];
  }; // written by our own emitter
  return [...manifest.files, { path: manifestPath }];
}
