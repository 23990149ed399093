/** The visualizer by keyboard and by ear. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whySkipped } from './browser.ts';
import { type OpenedPage, openVisualizer, seen, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, key: string): Promise<void> {
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key);
    if (focused === key) return;
  }
  throw new Error(`no number of tabs leads to ${key}`);
}

const announced = (page: Page): Promise<string> =>
  page
    .locator('#announcement')
    .textContent()
    .then((text) => text ?? '');

describe.skipIf(skipped !== undefined)(`by keyboard alone${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  let opened: OpenedPage;
  beforeAll(async () => {
    visualizer = await openVisualizer();
  });
  afterAll(() => visualizer.close());
  beforeEach(async () => {
    opened = await visualizer.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });

  it('a scenario is found, played and stepped back, a limit changed, and a link copied', async () => {
    const { page } = opened;
    await page.keyboard.press('Alt+s');
    await page.keyboard.type('five wrong');
    await tabTo(page, 'scenario lock');
    await page.keyboard.press('Enter');
    expect(await seen(page)).toMatchObject({
      title: 'Five wrong passcodes lock the transaction',
      position: '0 / 12 at 0:00',
    });
    for (let count = 0; count < 10; count += 1) await page.keyboard.press('ArrowRight');
    expect(await seen(page)).toMatchObject({ here: 'The fifth locks the transaction' });
    await page.keyboard.press('ArrowLeft');
    expect(await seen(page)).toMatchObject({
      here: 'The fourth wrong passcode',
      states: { transaction: 'pending.cooling' },
    });

    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await tabTo(page, 'limit wrongCodesPerTransaction');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    expect(await seen(page)).toMatchObject({ states: { transaction: 'locked' } });

    await tabTo(page, 'copy link');
    await page.keyboard.press('Enter');
    await page.locator('#toast.shown').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain('limits=wrongCodesPerTransaction.2');
  });

  it('a step is taken, and the focus stays where it was', async () => {
    const { page } = opened;
    await tabTo(page, 'send identification');
    await page.keyboard.press('Enter');
    expect(await seen(page)).toMatchObject({ states: { transaction: 'identified' } });
    expect(await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key)).toBe(
      'send identification',
    );
    await page.keyboard.press('Alt+n');
    expect((await seen(page)).position).toContain('at 15:00');
  });

  it('machines are walked through with the arrows of their tabs, and read as tables', async () => {
    const { page } = opened;
    await tabTo(page, 'tab transaction');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role="tab"][aria-selected="true"] .machine-name').textContent()).toBe('quota');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const head = await page.locator('.transition-table thead').first().locator('th').allTextContents();
    expect(head).toEqual(['Event', 'Guard', 'Goes to', 'Answer and actions', 'Sentence']);
    expect(await page.locator('.table-state').textContent()).toContain('The transaction is in state absent');
    await tabTo(page, 'transition absent code.submitted 0');
    await page.keyboard.press('Enter');
    expect((await seen(page)).sentences[0]).toBe('access-token-request/session-known');
  });

  it('every step is announced with its answer and what changed', async () => {
    const { page } = opened;
    for (let count = 0; count < 7; count += 1) await page.keyboard.press('ArrowRight');
    expect(await announced(page)).toBe(
      'Step 7 of 10: The customer mistypes the passcode. Answer: 400 invalid_user_code. A wrong passcode, or one that must not count: it is counted, and the resource owner may try again. Changed: quota wrongCodes from 0 to 1; account wrongCodes from 0 to 1; transaction wrongCodes from 0 to 1; resource owner from informed to done.',
    );
  });

  it('help opens, says the keys, and closes', async () => {
    const { page } = opened;
    await tabTo(page, 'help');
    await page.keyboard.press('Enter');
    expect(await page.locator('#help').textContent()).toContain('advance to the next deadline');
    await page.keyboard.press('Escape');
    expect(await page.locator('#help').isVisible()).toBe(false);
  });
});
