/** The site as a server offers it, in a real browser: it asks nothing of the outside, and its pages lead to each other. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { faultsOf, openBrowser, whySkipped } from './browser.ts';

const skipped = whySkipped();

describe.skipIf(skipped !== undefined)(`the site${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let browser: Browser;
  let server: TestServer;
  let origin: string;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    browser = await openBrowser();
    server = await startTestServer();
    origin = await server.listen();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    faults = faultsOf(page, origin);
  });
  afterEach(async () => {
    expect(faults, 'errors in the console, or requests to elsewhere').toEqual([]);
    await page.context().close();
  });

  it('has an index from which everything is one link away', async () => {
    await page.goto(`${origin}/site/`);
    for (const name of ['Visualizer', 'Sentences', 'HTTP interface', 'otp-flow.zip']) {
      expect(await page.locator('.card b', { hasText: name }).isVisible(), name).toBe(true);
    }
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
  });

  it('draws the HTTP interface, to be tried out on this very server', async () => {
    await page.goto(`${origin}/site/api/`);
    await page.locator('.opblock').first().waitFor();
    expect(await page.locator('.opblock-summary-path').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('otp-delivery'), expect.stringContaining('token')]),
    );
    expect(await page.locator('.servers select').inputValue()).toBe(origin);
    await page.locator('.opblock', { hasText: 'well-known' }).locator('.opblock-summary').click();
    await page.locator('.execute').first().click();
    await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
  });

  it('leads from a sentence of the draft to where it is at work, and back', async () => {
    await page.goto(`${origin}/downloads/draft/draft-otpflow-oauth-otp-grant-00.html`);
    await page.getByRole('link', { name: 'See transaction/wrong-code-lock in the visualizer' }).click();
    await page.waitForURL('**/visualizer.html#**');
    expect(await page.locator('.step.here .step-words').textContent()).toBe('The fifth locks the transaction');
    await page.locator('#sentence-body a', { hasText: 'draft' }).first().click();
    await page.waitForURL('**/draft-*.html#transaction/wrong-code-lock');
    expect(await page.locator('dt:target').textContent()).toContain('transaction/wrong-code-lock');
  });
});
