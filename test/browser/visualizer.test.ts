/** The visualizer as a new reviewer uses it: from a file, with the network off. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whySkipped } from './browser.ts';
import { byKey, type OpenedPage, openVisualizer, seen, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

describe.skipIf(skipped !== undefined)(`the visualizer${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  let opened: OpenedPage;
  beforeAll(async () => {
    visualizer = await openVisualizer();
  });
  afterAll(() => visualizer.close());
  beforeEach(async () => {
    opened = await visualizer.open();
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });
  const steps = async (count: number, key = 'ArrowRight'): Promise<void> => {
    for (let index = 0; index < count; index += 1) await opened.page.keyboard.press(key);
  };
  const choose = (name: string): Promise<void> => byKey(opened.page, `scenario ${name}`).click();

  it('shows the transaction and the kiosk story, and tells it step by step', async () => {
    const { page } = opened;
    expect(await seen(page)).toMatchObject({
      position: '0 / 10 at 0:00',
      states: { transaction: 'absent', client: 'idle' },
    });
    expect(await page.locator('#chart-body svg[data-machine="transaction"] .lit').getAttribute('data-state')).toBe(
      'absent',
    );
    await steps(7);
    const told = await seen(page);
    expect(told.here).toBe('The customer mistypes the passcode');
    expect(told.states).toMatchObject({ transaction: 'pending.cooling', client: 'waiting', channel: 'delivered' });
    expect(told.request).toContain('POST /token');
    expect(told.response).toContain('invalid_user_code');
    expect(told.sentences[0]).toBe('transaction/wrong-code-counted');
    await steps(3);
    expect(await seen(page)).toMatchObject({
      here: 'The kiosk fetches monthly usage',
      states: { transaction: 'spent', client: 'authorized' },
    });
  });

  it('tells what happens after five wrong passcodes, and which sentence says so', async () => {
    await choose('lock');
    await byKey(opened.page, 'step 9').click();
    const told = await seen(opened.page);
    expect(told).toMatchObject({ here: 'The fifth locks the transaction', states: { transaction: 'locked' } });
    expect(told.response).toContain('invalid_grant');
    expect(told.sentences[0]).toBe('transaction/wrong-code-lock');
  });

  it('shows the attack that the resend rule prevents beside the same attempt with the rule', async () => {
    const { page } = opened;
    await byKey(page, 'search').fill('resend');
    await choose('without-resend-keeps-count');
    expect(await page.locator('#run-without').textContent()).toContain('transaction/resend-keeps-count');
    expect(await page.locator('.side-head h3').allTextContents()).toEqual([
      'Without resendKeepsCount',
      'With every MUST on, and a careful customer',
    ]);
    expect(await page.locator('.step.here .side-arrows').first().textContent()).toContain(
      '200 The access token is granted',
    );
    expect(await page.locator('.step.here .side-arrows').last().textContent()).toContain('400 invalid_grant');
    await byKey(page, 'promises').click();
    const told = await seen(page);
    expect(told.position).toBe('6 / 12 at 0:30');
    expect(told.sentences[0]).toBe('transaction/resend-keeps-count');
    expect(await page.locator('#step-body').textContent()).toContain('The count of wrong passcodes never falls');
  });

  it('runs what the model checker found, beside the same attempt with every MUST on', async () => {
    const { page } = opened;
    await byKey(page, 'search').fill('compare-issuer');
    await choose('trace-otp-client-compare-issuer');
    const told = await seen(page);
    expect(told).toMatchObject({
      position: expect.stringMatching(/^7 \/ 7/),
      states: { transaction: 'pending.cooling' },
    });
    expect(told.sentences[0]).toBe('otp-client/compare-issuer');
    const step = await page.locator('#step-body').textContent();
    expect(step).toContain('Found by the model checker, run here');
    expect(step).toContain('A promise is broken');
    expect(await page.locator('#step-body .pair dd').allTextContents()).toEqual([
      'It happens',
      'It cannot happen: what led to it is missing',
    ]);
    const row = page.locator('.world tr', { hasText: 'evil server knows' });
    expect(await row.locator('td').allTextContents()).toEqual(['newest', 'nothing']);
    expect(await page.locator('#chart-body svg[data-machine="client"] .taken').count()).toBeGreaterThan(0);
    expect(await page.locator('.step.here .kept-promise').textContent()).toContain('One of two authorization servers');
    await steps(3, 'ArrowLeft');
    expect(await seen(page)).toMatchObject({
      here: 'The kiosk has the passcode sent by the honest server',
      request: expect.stringContaining('POST /otp-delivery'),
    });
    const { hash } = new URL(page.url());
    const other = await visualizer.open(hash);
    expect(await seen(other.page)).toEqual(await seen(page));
    await other.context.close();
  });

  it('shows which of two transactions a step of a trace is about, and each of them by itself', async () => {
    const { page } = opened;
    await choose('trace-transaction-newest-code-only-own-code-only');
    expect(await page.locator('.step.here .whose').textContent()).toBe('first transaction');
    expect(await page.locator('#chart-note .which').textContent()).toBe('first, 1 of 2: ');
    await byKey(page, 'member second').click();
    expect(await page.locator('#chart-note .which').textContent()).toBe('second, 2 of 2: ');
    expect(await page.locator('#chart-body .lit').getAttribute('data-state')).toBe('pending.cooling');
    expect(await page.locator('#chart-body .taken').count(), 'nothing happened to the second one').toBe(0);
    await byKey(page, 'tab all').click();
    const figures = page.locator('#chart-body figure');
    expect(await figures.locator('figcaption').allTextContents()).toEqual(
      expect.arrayContaining(['first (transaction)spent', 'second (transaction)pending.cooling', 'adversary']),
    );
    expect(await page.locator('figure.adversary').textContent()).toContain("stranger's passcodereceived");
  });

  it('says that a trace cannot be replayed under other rules, and claims no broken promise then', async () => {
    const { page } = opened;
    await choose('trace-transaction-newest-code-only-own-code-only');
    await byKey(page, 'library rules').click();
    await byKey(page, 'limit startsPerClient').fill('1');
    await byKey(page, 'limit startsPerClient').press('Enter');
    await byKey(page, 'step 2').click();
    expect(await page.locator('#step-body').textContent()).toContain('Cannot be replayed as told.');
    expect(await page.locator('#step-body').textContent()).toContain(
      'the answer: told sessionIssued; here clientTooBusy',
    );
    await byKey(page, 'step 4').click();
    expect(await page.locator('#step-body').textContent()).toContain('Under the rules of this run it does not');
    expect(await page.locator('.broken-promise').count()).toBe(0);
  });

  it('leads from a told attack to one that the machines run', async () => {
    const { page } = opened;
    await choose('trace-transaction-resend-keeps-count');
    await byKey(page, 'run without-resend-keeps-count').click();
    expect(await seen(page)).toMatchObject({ title: 'A resend buys fresh guesses' });
  });

  it('offers in every pane what selects in the others', async () => {
    const { page } = opened;
    await choose('lock');
    await byKey(page, 'step 5').click();
    // From the chart: the arrow to the locked state was taken at the tenth step.
    await page.locator('#chart-body .label[data-transitions="pending code.submitted 4"] .entry').click();
    expect(await seen(page)).toMatchObject({ here: 'The fifth locks the transaction' });
    // From the sequence.
    await byKey(page, 'step 1').click();
    expect((await seen(page)).request).toContain('/otp-delivery');
    expect(await page.locator('#chart-body .lit').getAttribute('data-state')).toBe('pending.cooling');
    // From the sentence: what keeps it is lit in the chart, and leads there.
    await page.locator('#sentence-body .id').first().click();
    expect(await page.locator('#chart-body .line.cited').count()).toBeGreaterThan(0);
    await page.locator('#sentence-body .keepers li button').first().click();
    expect(await page.locator('#chart-body .pointed').count()).toBeGreaterThan(0);
    // From a state.
    await page.locator('#chart-body [data-state="locked"] .name').click();
    expect(await seen(page)).toMatchObject({ states: { transaction: 'locked' } });
  });

  it('shows an example and its sentences for a transition that the run has not taken', async () => {
    const { page } = opened;
    await byKey(page, 'display table').click();
    await byKey(page, 'transition pending delivery.requested 0').waitFor({ state: 'detached' });
    await byKey(page, 'transition lapsed code.submitted 2').click();
    expect(await page.locator('#message-body .source').textContent()).toContain(
      'This run has not taken the transition',
    );
    expect((await seen(page)).response).toContain('expired_token');
    expect((await seen(page)).sentences[0]).toBe('transaction/code-expiry');
  });

  it('plays the run again when a limit is another', async () => {
    const { page } = opened;
    await choose('lock');
    await byKey(page, 'library rules').click();
    const field = byKey(page, 'limit wrongCodesPerTransaction');
    await field.fill('2');
    await field.press('Enter');
    await byKey(page, 'step 6').click();
    expect(await seen(page)).toMatchObject({ states: { transaction: 'locked' } });
    await field.fill('99');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('2');
    await byKey(page, 'recommended').click();
    expect(await seen(page)).toMatchObject({ states: { transaction: 'pending.cooling' } });
  });

  it('says why a transition is taken and what blocks the others', async () => {
    const { page } = opened;
    await choose('lock');
    await byKey(page, 'step 8').click();
    await page.locator('[data-key="why"] summary').click();
    const why = await page.locator('#step-body .candidates li').allTextContents();
    expect(why[4]).toContain('wrongCodes is 3, wrongCodesPerTransaction is 5');
    expect(why[4]).toContain('blocked');
    expect(why[5]).toContain('taken');
  });

  it('forks, keeps the other run, and comes back to the same state', async () => {
    const { page } = opened;
    await steps(7);
    const before = await seen(page);
    await byKey(page, 'send redemption').click();
    expect(await seen(page)).toMatchObject({ position: '8 / 8 at 0:00', states: { transaction: 'spent' } });
    await page.keyboard.press('ArrowLeft');
    expect((await seen(page)).states).toEqual(before.states);
    await byKey(page, 'runs').selectOption({ index: 0 });
    expect(await seen(page)).toEqual(before);
  });

  it('advances to the next deadline, and so to an expiry without waiting', async () => {
    const { page } = opened;
    await byKey(page, 'Reset').click();
    await byKey(page, 'send identification').click();
    await byKey(page, 'send delivery').click();
    for (const expected of ['pending.resendable', 'lapsed', 'expired']) {
      await byKey(page, 'next deadline').click();
      expect((await seen(page)).states.transaction).toBe(expected);
    }
    expect((await seen(page)).position).toBe('5 / 5 at 15:00');
  });

  it('filters scenarios by party, answer and sentence', async () => {
    const { page } = opened;
    const names = () => page.locator('.scenario:not(.error)').count();
    const all = await names();
    await page.locator('[data-key="filter"] summary').click();
    await byKey(page, 'filter lane').selectOption('adversary');
    const hostile = await names();
    expect(hostile).toBeLessThan(all);
    await byKey(page, 'filter outcome').selectOption('ownerDenied');
    await byKey(page, 'filter requirement').selectOption('transaction/denial-ends');
    expect(await names()).toBeLessThan(hostile);
    await byKey(page, 'clear filter').click();
    expect(await names()).toBe(all);
    await byKey(page, 'error insufficientScope').click();
    expect((await seen(page)).response).toContain('403');
  });

  it('exports the chart, the sequence, the commands and the trace', async () => {
    const { page } = opened;
    await choose('lock');
    const expected = { svg: '<svg', mermaid: 'sequenceDiagram', curl: 'curl ', json: '"machines"' };
    for (const [name, text] of Object.entries(expected)) {
      await page.locator('[data-key="export"] summary').click();
      const [download] = await Promise.all([page.waitForEvent('download'), byKey(page, `export ${name}`).click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
      expect(Buffer.concat(chunks).toString('utf8')).toContain(text);
    }
  });

  it('prints what is shown, and not what can only be pressed', async () => {
    const { page } = opened;
    await steps(7);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side').isVisible()).toBe(false);
    expect(await page.locator('#transport').isVisible()).toBe(false);
    for (const pane of ['#chart-body', '#sequence-body', '#message-body', '#sentence-body'])
      expect(await page.locator(pane).isVisible()).toBe(true);
  });

  it.each([1440, 1180, 1024, 768, 390, 320])('fits a window %i pixels wide', async (width) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 800 });
    await choose('without-resend-keeps-count');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    for (const pane of [
      '#chart-body svg',
      '#sequence-body .step',
      '#step-body h3',
      '#message-body .wire',
      '#sentence-body .sentence',
    ]) {
      expect(await page.locator(pane).first().isVisible()).toBe(true);
    }
  });
});
