/** The generated files, as a stranger downloads them: OpenAPI, schemas, machines, test paths, and the list of them. */
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { sendPage } from '../http/pages.ts';

const generated = new URL('../../generated/', import.meta.url);

interface Manifest {
  readonly files: readonly { readonly path: string; readonly audience: string; readonly bytes: number }[];
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  yaml: 'application/yaml',
  md: 'text/markdown; charset=utf-8',
  mmd: 'text/plain; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
};

/** `/downloads/` with an index, and one route for each file that the manifest lists. */
export const downloads: FastifyPluginAsync = async (app) => {
  const manifest = JSON.parse(await readFile(new URL('manifest.json', generated), 'utf8')) as Manifest; // written by our own emitter
  app.get('/downloads/', async (_request, reply) => sendPage(reply, indexPage(manifest), 'text/html; charset=utf-8'));
  for (const { path } of manifest.files) {
    const ending = path.slice(path.lastIndexOf('.') + 1);
    app.get(`/downloads/${path}`, async (_request, reply) =>
      sendPage(reply, await readFile(new URL(path, generated)), contentTypes[ending] ?? 'text/plain; charset=utf-8'),
    );
  }
};

const indexPage = ({ files }: Manifest): string => `<!doctype html>
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
