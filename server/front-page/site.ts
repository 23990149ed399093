/**
 * What a server adds to the generated site: short addresses, everything in one archive, and the HTTP interface to try out
 * with Swagger UI, served from the installed package.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyPluginAsync } from 'fastify';
import { sendPage, servePages } from '../http/pages.ts';
import { type StaticFile, staticFile } from '../http/static-file.ts';
import { archive } from './archive.ts';
import { generated, listed } from './downloads.ts';

/** Where the site stands: among the downloads, so that its links to the other files are the same as in a folder. */
const site = '/downloads/site';
const api = `${site}/api`;

/** `/site/…`, `…/otp-flow.zip` and `…/api/`. */
export const sitePages: FastifyPluginAsync = async (app) => {
  for (const path of ['/site', '/site/', '/downloads/', `${site}/`]) {
    app.get(path, async (_request, reply) => reply.redirect(`${site}/index.html`));
  }
  app.get<{ Params: { '*': string } }>('/site/*', async (request, reply) => {
    const path = request.params['*'];
    if (!/^[\w.-]+(?:\/[\w.-]*)*$/.test(path) || path.includes('..')) return reply.callNotFound();
    return reply.redirect(`${site}/${path}`);
  });
  app.get(`${site}/otp-flow.zip`, async (_request, reply) => sendPage(reply, await wholeArchive(), 'application/zip'));
  app.get(api, async (_request, reply) => reply.redirect(`${api}/`));
  servePages(app, apiFiles());
};

/** Everything that the manifest lists, and the manifest. */
async function wholeArchive(): Promise<Buffer> {
  const paths = (await listed()).map(({ path }) => path).sort();
  const files = paths.map(async (path) => ({
    path: `otp-flow/${path}`,
    content: await readFile(new URL(path, generated)),
  }));
  return archive(await Promise.all(files));
}

/** The page, and what it loads; without it where Swagger UI is not installed, which only a development needs. */
function apiFiles(): StaticFile[] {
  const folder = swaggerFolder();
  if (folder === undefined) return [];
  const own = (path: string, name: string): StaticFile => staticFile(`${api}/${path}`, new URL(name, import.meta.url));
  return [
    own('', 'api-page.html'),
    own('api-page.js', 'api-page.js'),
    own('api-page.css', 'api-page.css'),
    ...['swagger-ui.css', 'swagger-ui-bundle.js'].map((name) => staticFile(`${api}/${name}`, new URL(name, folder))),
  ];
}

function swaggerFolder(): URL | undefined {
  try {
    const { resolve } = createRequire(import.meta.url);
    return new URL('./', `file://${resolve('swagger-ui-dist/package.json')}`);
  } catch {
    return undefined;
  }
}
