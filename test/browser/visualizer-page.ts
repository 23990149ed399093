/** The visualizer in a browser, as a reviewer opens it: one file, no network. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Artifact } from '../../spec/emit/artifact.ts';
import { emitSite } from '../../spec/emit/site.ts';
import { recordings } from '../spec/visualizer/recorded.ts';
import { openBrowser } from './browser.ts';

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page must not do: say errors, or ask for anything but itself. */
  readonly faults: readonly string[];
}

export interface Visualizer {
  readonly url: string;
  /** Opens the page in a profile of its own, offline; `fragment` with its `#`. */
  open(fragment?: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** Emits the page into a folder of its own and starts a browser. */
export async function openVisualizer(): Promise<Visualizer> {
  const folder = await mkdtemp(join(tmpdir(), 'visualizer-'));
  const file = join(folder, 'visualizer.html');
  const [page] = await emitSite(recordings, await foundTraces());
  await writeFile(file, page?.content ?? '');
  const browser: Browser = await openBrowser();
  const url = pathToFileURL(file).href;
  return {
    url,
    open: async (fragment = '', options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      await context.setOffline(true);
      const opened = await context.newPage();
      const faults: string[] = [];
      opened.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      opened.on('pageerror', (error) => faults.push(error.message));
      opened.on('request', (request) => {
        if (request.url().split('#')[0] !== url && !request.url().startsWith('data:'))
          faults.push(`asked ${request.url()}`);
      });
      await opened.goto(url + fragment);
      return { page: opened, context, faults };
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

const traces = new URL('../../generated/traces/', import.meta.url);

/** What the model checker found, as it stands among the generated files. */
async function foundTraces(): Promise<Artifact[]> {
  const names = (await readdir(traces)).sort();
  const read = names.map(async (name) => ({
    path: `traces/${name}`,
    content: await readFile(new URL(name, traces), 'utf8'),
    emitter: 'spec/emit/traces.ts',
    audience: 'the visualizer',
  }));
  return Promise.all(read);
}

/** What is selected in each pane, as a reader sees it. */
export interface Seen {
  readonly title: string;
  readonly position: string;
  readonly states: Readonly<Record<string, string>>;
  readonly here: string;
  readonly request: string;
  readonly response: string;
  readonly sentences: readonly string[];
}

/** Reads the panes. */
export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';
    const tabs = [...document.querySelectorAll('.machine-tab')].map(
      (tab) =>
        [
          tab.querySelector('.machine-name')?.textContent ?? '',
          tab.querySelector('.machine-state')?.textContent ?? '',
        ] as const,
    );
    return {
      title: text('#run-title'),
      position: text('.position output'),
      states: Object.fromEntries(tabs),
      here: text('.step.here .step-words'),
      request: text('#message-body .wire'),
      response: text('#message-body .response'),
      sentences: [...document.querySelectorAll('#sentence-body .id')].map((id) => id.textContent ?? ''),
    };
  });

/** An element that keeps its name over all drawings. */
export const byKey = (page: Page, key: string) => page.locator(`[data-key="${key}"]`);
