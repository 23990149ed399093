/** What axe finds in the visualizer: nothing serious, in light and dark, wide and narrow. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whySkipped } from './browser.ts';
import { byKey, openVisualizer, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const views = {
  'the beginning': async () => {},
  'a step of the story': async (page: Page) => {
    for (let count = 0; count < 7; count += 1) await page.keyboard.press('ArrowRight');
  },
  'an attack beside its prevention, in detail': async (page: Page) => {
    await byKey(page, 'scenario without-resend-keeps-count').click();
    await byKey(page, 'promises').click();
    await byKey(page, 'display detail').click();
    await page.locator('[data-key="why"] summary').click();
  },
  'the table and the rules': async (page: Page) => {
    await byKey(page, 'display table').click();
    await byKey(page, 'library rules').click();
    await byKey(page, 'mitigation singleUse').click();
  },
  'all machines and all sentences': async (page: Page) => {
    await byKey(page, 'tab all').click();
    await byKey(page, 'library sentences').click();
    await byKey(page, 'cite transaction/wrong-code-lock').click();
  },
  'what can happen, opened': async (page: Page) => {
    await byKey(page, 'scenario kiosk-story').click();
    for (const key of ['facts redemption', 'other requests', 'by hand', 'idle timers'])
      await page.locator(`[data-key="${key}"] > summary`).first().click();
  },
  'a told trace at its end': async (page: Page) => {
    await byKey(page, 'scenario trace-otp-client-compare-issuer').click();
    await page.locator('[data-key="adversary"] > summary').click();
  },
  help: async (page: Page) => byKey(page, 'help').click(),
} as const;

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

describe.skipIf(skipped !== undefined)(`accessibility${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  let axe: string;
  beforeAll(async () => {
    visualizer = await openVisualizer();
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });
  afterAll(() => visualizer.close());

  const violations = async (page: Page): Promise<string[]> => {
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate(async () => {
      const { axe: engine } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }; // put there by the line above
      return (await engine.run()).violations;
    });
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
      );
  };

  const cases = Object.keys(views).flatMap((view) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      (Object.keys(sizes) as (keyof typeof sizes)[]).map((size) => [view as keyof typeof views, scheme, size] as const),
    ),
  );
  it.each(cases)('axe finds nothing serious in %s, %s, %s', async (view, colorScheme, size) => {
    const { page, context } = await visualizer.open('', { colorScheme, viewport: sizes[size], bypassCSP: true });
    await views[view](page);
    await page.waitForTimeout(50);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('a picture without a name would be found', async () => {
    const { page, context } = await visualizer.open('', { bypassCSP: true });
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    expect(await violations(page)).toEqual([expect.stringContaining('image-alt')]);
    await context.close();
  });
});
