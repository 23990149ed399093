/** A real Chromium for the tests that need eyes. Where there is none they are skipped and say so; CI has to have one. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where Chromium is on this machine; undefined where there is none. */
export const chromiumPath = candidates.find((path) => path !== '' && existsSync(path));

/**
 * Why browser tests are skipped here, as the end of a title; undefined when they run.
 *
 * @throws Error in CI, where a browser has to be there
 */
export function whySkipped(): string | undefined {
  if (chromiumPath !== undefined) return undefined;
  if (process.env.CI === 'true') throw new Error('CI has to install Chromium; see .ci/run');
  return 'no Chromium on this machine; set CHROMIUM to its path';
}

/** Starts Chromium with nothing of its own on the network. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Collects what a page must not do: say errors, or ask anything of another place than its own. */
export function faultsOf(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`asked ${url}`);
  });
  return faults;
}
