/** The program and the style of the page, each as one text: bundled from their sources by esbuild, the same everywhere. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = new URL('../../visualizer/', import.meta.url);

/** Style sheets, in the order in which they stand in the page. */
const sheets = [
  'tokens',
  'controls',
  'layout',
  'player',
  'chart',
  'chart-pane',
  'sequence',
  'facts',
  'told',
  'side',
  'print',
];

export interface Bundle {
  readonly script: string;
  readonly style: string;
  /** Of the charts alone, for pictures that leave the page. */
  readonly chartStyle: string;
  /** What stands in the body before the program runs. */
  readonly skeleton: string;
}

/**
 * Bundles the page. No source map and no comments, so that nothing in it says where it was made.
 *
 * @throws Error when a source does not compile
 */
export async function bundlePage(): Promise<Bundle> {
  const read = (name: string): Promise<string> => readFile(new URL(name, source), 'utf8');
  const style = await Promise.all(sheets.map((name) => read(`style/${name}.css`)));
  return {
    script: await bundledScript(),
    style: await minifiedStyle(style.join('\n')),
    chartStyle: await minifiedStyle(await read('style/chart.css')),
    skeleton: (await read('page.html')).trim(),
  };
}

/** Style for the plain pages of the site. */
export async function bundlePlainStyle(): Promise<string> {
  const read = (name: string): Promise<string> => readFile(new URL(`style/${name}.css`, source), 'utf8');
  return minifiedStyle((await Promise.all(['tokens', 'plain-page'].map(read))).join('\n'));
}

async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/main.ts', source))],
    absWorkingDir: fileURLToPath(source),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    // XState asks where it runs; a page has no process.
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'silent',
  });
  return textOf(outputFiles);
}

async function minifiedStyle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'css' },
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return textOf(outputFiles);
}

const textOf = ([file]: readonly { readonly text: string }[]): string => (file?.text ?? '').trim();
