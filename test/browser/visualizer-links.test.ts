/** Links of the visualizer: opened elsewhere they show the same, and never pretend. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { machinesDigest } from '../../spec/emit/site/digest.ts';
import { traceFragment } from '../../spec/emit/trace/link.ts';
import { findingOf } from '../../spec/emit/trace/told.ts';
import { check, staged } from '../../spec/verify/check/property-check.ts';
import { told } from '../../spec/verify/check/told-trace.ts';
import { settingOf, worldRow } from '../../spec/verify/check/verification.ts';
import { failedCheckFragment } from '../../spec/visualizer/failure/failed-check.ts';
import { linkText } from '../../spec/visualizer/run/link.ts';
import { settingWith } from '../../spec/visualizer/run/setting.ts';
import { scenarioNamed, scenarios } from '../spec/visualizer/recorded.ts';
import { whySkipped } from './browser.ts';
import { byKey, type OpenedPage, openVisualizer, seen, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

describe.skipIf(skipped !== undefined)(`links of the visualizer${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  const open: OpenedPage[] = [];
  const fresh = async (fragment = ''): Promise<OpenedPage> => {
    const opened = await visualizer.open(fragment);
    open.push(opened);
    return opened;
  };
  beforeAll(async () => {
    visualizer = await openVisualizer();
  });
  afterAll(() => visualizer.close());
  afterEach(async () => {
    for (const { faults, context } of open.splice(0)) {
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  it('show the same state, context and messages in a fresh profile', async () => {
    const { page } = await fresh();
    await byKey(page, 'scenario without-resend-keeps-count').click();
    await byKey(page, 'step 9').click();
    const other = await fresh(new URL(page.url()).hash);
    expect(await seen(other.page)).toEqual(await seen(page));
    expect(await other.page.locator('#sequence-body').textContent()).toBe(
      await page.locator('#sequence-body').textContent(),
    );
    expect(await other.page.locator('#notices').isVisible()).toBe(false);
  });

  it('carry limits and mitigations along', async () => {
    const { page } = await fresh();
    await byKey(page, 'scenario lock').click();
    await byKey(page, 'library rules').click();
    await byKey(page, 'limit wrongCodesPerTransaction').fill('2');
    await byKey(page, 'limit wrongCodesPerTransaction').press('Enter');
    await byKey(page, 'mitigation newestCodeOnly').click();
    const other = await fresh(new URL(page.url()).hash);
    expect(await seen(other.page)).toEqual(await seen(page));
    await byKey(other.page, 'library rules').click();
    expect(await byKey(other.page, 'mitigation newestCodeOnly').getAttribute('aria-checked')).toBe('false');
  });

  it('are no longer than 2,000 characters, address included', async () => {
    const { page } = await fresh();
    const all = page.locator('.scenario:not(.error)');
    const count = await all.count();
    expect(count).toBeGreaterThan(scenarios.length);
    for (let place = 0; place < count; place += 1) {
      await all.nth(place).click();
      expect(page.url().length, page.url()).toBeLessThanOrEqual(2_000);
    }
  });

  it('made for other machines say so and go as far as they can', async () => {
    const { steps, setting } = scenarioNamed('lock');
    const fragment = `#${linkText({ steps, setting, at: steps.length }, 'f'.repeat(64))};payment;redemption`;
    const { page } = await fresh(fragment);
    const notices = await page.locator('#notices').textContent();
    expect(notices).toContain('made for other machines (ffffffffffff)');
    expect(notices).toContain('Step 13, "payment", is not known here');
    expect(await seen(page)).toMatchObject({ states: { transaction: 'locked' }, position: '12 / 12 at 0:00' });
    await byKey(page, 'dismiss').click();
    expect(await page.locator('#notices').isVisible()).toBe(false);
  });

  it('of a failed check open at the step that diverges, expected beside received', async () => {
    const { steps } = scenarioNamed('lock');
    const received = { at: 9, words: '400 invalid_user_code' };
    const fragment = `#${linkText({ steps, setting: settingWith(), at: 10, received }, machinesDigest())}`;
    const { page } = await fresh(fragment);
    const pair = await page.locator('#step-body .pair dd').allTextContents();
    expect(pair).toEqual(['400 invalid_grant', '400 invalid_user_code']);
    expect(await page.locator('#notices').isVisible()).toBe(false);
  });

  it('of a suite, told in the words of the suite, are played and keep what they say when they are sent on', async () => {
    const { page } = await fresh(
      failedCheckFragment({
        machines: machinesDigest(),
        title: 'The lock closes at its limit',
        limits: { wrongCodesPerTransaction: 3 },
        steps: [{ input: 'identify' }, { input: 'deliver' }, { input: 'redeemWrong', times: 3 }, { input: 'deliver' }],
        divergesAt: 5,
        expected: '400 invalid_grant',
        received: '400 invalid_user_code',
        requirement: 'transaction/wrong-code-lock',
      }),
    );
    const told = await seen(page);
    expect(told).toMatchObject({
      title: 'The lock closes at its limit',
      position: '5 / 6 at 0:00',
      states: { transaction: 'locked' },
    });
    expect(told.sentences[0]).toBe('transaction/wrong-code-lock');
    expect(await page.locator('#step-body .pair dd').allTextContents()).toEqual([
      '400 invalid_grant',
      '400 invalid_user_code',
    ]);
    const other = await fresh(new URL(page.url()).hash);
    expect(await seen(other.page)).toEqual(told);
  });

  it('of a property that a verification found broken open where it breaks, and can be sent on', async () => {
    const row = worldRow('guessing');
    // a checker that was handed a machine without the lock, as somebody might write it
    const stage = staged(row, settingOf(row, 'transactionLock'));
    const { counterexample = [] } = check(stage, 'wrongCodesBounded');
    const finding = findingOf({
      property: 'wrongCodesBounded',
      world: 'guessing',
      states: 1,
      transitions: 1,
      counterexample: told(stage, counterexample),
    });
    if (finding === undefined) throw new Error('without the lock the wrong codes are not bounded');
    expect(traceFragment(finding).length).toBeLessThan(2_000);
    const { page } = await fresh(traceFragment(finding));
    expect(await page.locator('#notices').textContent()).toContain('This trace came with the link');
    expect(await seen(page)).toMatchObject({
      title: 'A property that does not hold: wrongCodesBounded',
      position: expect.stringMatching(/^3 \/ 3/),
    });
    // the machines of the page have the lock: expected beside received
    const step = await page.locator('#step-body').textContent();
    expect(step).toContain('the answer: told codeWrong; here grantInvalid');
    const other = await fresh(new URL(page.url()).hash);
    expect(await seen(other.page)).toEqual(await seen(page));
    const { page: spoilt } = await fresh('#trace=AAAA');
    expect(await spoilt.locator('#notices').textContent()).toContain('a trace in it that cannot be read');
  });

  it('typed into the address of an open page are followed, and what was open is kept', async () => {
    const { page } = await fresh();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `m=${machinesDigest().slice(0, 12)}&s=identification;delivery~contact=none`,
    );
    await page.locator('.position output', { hasText: '2 / 2' }).waitFor();
    expect(await seen(page)).toMatchObject({ states: { transaction: 'pending.cooling' } });
    expect(await byKey(page, 'runs').locator('option').count()).toBe(2);
  });

  it('to a sentence open where it is first seen at work', async () => {
    const { page } = await fresh('#sentence=transaction/wrong-code-lock');
    expect(await seen(page)).toMatchObject({
      title: 'Five wrong passcodes lock the transaction',
      here: 'The fifth locks the transaction',
      sentences: ['transaction/wrong-code-lock'],
    });
    const { page: other } = await fresh('#sentence=transaction/kindness');
    expect(await seen(other)).toMatchObject({ position: '0 / 10 at 0:00' });
  });

  it('that are no links are ignored', async () => {
    const { page } = await fresh('#anything&else=%E0%A4%A');
    expect(await seen(page)).toMatchObject({ position: '0 / 10 at 0:00' });
  });
});
