/** The generated files, as a stranger downloads them: OpenAPI, schemas, machines, test paths, and the list of them. */
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { sendPage } from '../http/pages.ts';

const generated = new URL('../../generated/', import.meta.url);

/** Generated pages are files of their own: all they need is in them, and they may ask for nothing. */
const selfContained =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Download {
  readonly path: string;
  readonly audience: string;
  readonly bytes: number;
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xml: 'application/xml',
  svg: 'image/svg+xml',
};

/** `/downloads/` with an index, and below it every file that the manifest lists, and no other. */
export const downloads: FastifyPluginAsync = async (app) => {
  app.get('/downloads/', async (_request, reply) =>
    sendPage(reply, indexPage(await listed()), 'text/html; charset=utf-8'),
  );
  app.get<{ Params: { '*': string } }>('/downloads/*', async (request, reply) => {
    const wanted = (await listed()).find(({ path }) => path === request.params['*']);
    if (wanted === undefined) return reply.callNotFound();
    const ending = wanted.path.slice(wanted.path.lastIndexOf('.') + 1);
    const content = await readFile(new URL(wanted.path, generated));
    const policy = ending === 'html' ? { 'Content-Security-Policy': selfContained } : {};
    return sendPage(reply, content, contentTypes[ending] ?? 'text/plain; charset=utf-8', policy);
  });
};

async function listed(): Promise<readonly Download[]> {
  const manifest = JSON.parse(await readFile(new URL('manifest.json', generated), 'utf8')) as {
    readonly files: readonly Download[];
  }; // written by our own emitter
  return manifest.files;
}

const indexPage = (files: readonly Download[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>OTP-flow: downloads</title>
<link rel="stylesheet" href="/front-page/front-page.css">
</head>
<body>
<main>
<h1>Downloads</h1>
<p>Everything here is generated from one state machine and held against it.</p>
<table>
<thead><tr><th scope="col">File</th><th scope="col">For</th><th scope="col">Bytes</th></tr></thead>
<tbody>
${files.map(({ path, audience, bytes }) => `<tr><td><a href="${path}">${path}</a></td><td>${audience}</td><td>${bytes}</td></tr>`).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
