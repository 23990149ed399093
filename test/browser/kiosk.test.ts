/** The kiosk story in a real browser, against the whole application: page, back end, authorization server, inbox. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../server/app.ts';
import { systemRandomness } from '../../server/chance/randomness.ts';
import type { InboxGateway } from '../../server/delivery/inbox-gateway.ts';
import { newKeyMaterial } from '../../server/keys/key-material.ts';
import { createKeyRing } from '../../server/keys/key-ring.ts';
import { silentLog } from '../../server/operations/operator-log.ts';
import { sandboxParts } from '../../server/sandbox/parts.ts';
import { readSettings } from '../../server/settings.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { faultsOf, openBrowser, whySkipped } from './browser.ts';

const skipped = whySkipped();

describe.skipIf(skipped !== undefined)(`the kiosk${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let browser: Browser;
  let folder: string;
  let app: App;
  let inbox: InboxGateway;
  let page: Page;
  let origin: string;
  let faults: string[];
  let aheadMilliseconds = 0;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    aheadMilliseconds = 0;
    folder = await mkdtemp(join(tmpdir(), 'otp-flow-kiosk-'));
    const port = await freePort();
    const read = readSettings({ OTP_FLOW_PORT: String(port), OTP_FLOW_DATA: folder });
    if (read.outcome === 'wrong') throw new Error(read.problems.join('; '));
    const parts = await sandboxParts(read.settings, {
      store: createMemoryStore(),
      keys: await createKeyRing(newKeyMaterial(systemRandomness)),
      clock: { now: () => Date.now() + aheadMilliseconds },
      randomness: systemRandomness,
      log: silentLog,
    });
    if (parts.inboxGateway === undefined) throw new Error('the sandbox has an inbox');
    inbox = parts.inboxGateway;
    app = await buildApp(parts);
    await app.http.listen({ host: 'localhost', port });
    origin = read.settings.protocol.issuer;
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    faults = faultsOf(page, origin);
  });
  afterEach(async () => {
    await page.context().close();
    await app.http.close();
    await rm(folder, { recursive: true });
    expect(faults, 'errors in the console, or requests to elsewhere').toEqual([]);
  });

  const codeIn = (text: string): string => /enter (\d+) there/.exec(text)?.[1] ?? '';
  const newestCode = async (count = 1): Promise<string> => {
    await expect.poll(() => inbox.list().length).toBe(count);
    return codeIn(inbox.list()[0]?.text ?? '');
  };
  const heading = () => page.getByRole('heading', { level: 1 });
  const enterAddress = async (street = '12 Sunny Lane', postal = '90001') => {
    await page.goto(`${origin}/kiosk`);
    await page.fill('#street', street);
    await page.fill('#postal', postal);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForSelector('.choice');
  };
  const pick = async (method: string) => {
    await page.locator('.choice', { hasText: method }).click();
    await page.waitForSelector('#code');
  };
  const enterCode = async (code: string) => {
    await page.fill('#code', code);
    await page.keyboard.press('Enter');
  };
  const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000');

  it('takes a customer without a login from her address to a chart of her year', async () => {
    await enterAddress();
    await pick('Text message');
    const code = await newestCode();
    const phrase = /Words on the screen: "([a-z ]+)"/.exec(inbox.list()[0]?.text ?? '')?.[1] ?? 'none';
    expect(await page.getByText(phrase, { exact: true }).isVisible()).toBe(true);
    expect(inbox.list()[0]?.text.split('\n').at(-1)).toBe(`@kiosk.example #${code}`);
    await enterCode(wrong(code));
    await expect.poll(() => page.textContent('#problem')).toContain('not right');
    await enterCode(code);
    await page.waitForSelector('.usage');
    expect(await heading().textContent()).toContain('Your year');
    expect(await page.locator('.usage svg').count()).toBeGreaterThan(0);
    expect(await page.textContent('.usage')).toMatch(/kWh in twelve months/);
  });

  it('tells the other contacts of the account that access was given', async () => {
    await enterAddress();
    await pick('Text message');
    await enterCode(await newestCode());
    await page.waitForSelector('.usage');
    await newestCode(2);
    expect(inbox.list().map(({ method }) => method)).toEqual(['email', 'sms']);
    expect(inbox.list()[0]?.text).toContain('If this was not you');
  });

  it('sends another code after the wait, and takes the new one only', async () => {
    await enterAddress();
    await pick('Text message');
    const first = await newestCode();
    aheadMilliseconds = 31_000;
    await page.reload();
    await page.getByRole('button', { name: /new code/ }).click();
    const second = await newestCode(2);
    await page.waitForSelector('#code');
    await enterCode(first);
    await expect.poll(() => page.textContent('#problem')).toContain('not right');
    await enterCode(second);
    await page.waitForSelector('.usage');
  });

  it('says that a code has run out, and that the visit has', async () => {
    await enterAddress();
    await pick('Text message');
    const code = await newestCode();
    aheadMilliseconds = 601_000;
    await enterCode(code);
    await expect.poll(() => page.textContent('#problem')).toContain('run out');
    aheadMilliseconds = 901_000;
    await page.getByRole('button', { name: /new code/ }).click();
    await expect.poll(() => heading().textContent()).toContain('Time ran out');
  });

  it('says after five wrong codes that the request is closed', async () => {
    await enterAddress();
    await pick('Text message');
    const code = await newestCode();
    for (const _ of [1, 2, 3, 4]) {
      await enterCode(wrong(code));
      await expect.poll(() => page.inputValue('#code')).toBe('');
    }
    await enterCode(wrong(code));
    await expect.poll(() => heading().textContent()).toContain('Too many wrong codes');
  });

  it('says that the owner said no, after "this was not me" in the inbox', async () => {
    await enterAddress();
    await pick('Email');
    await expect.poll(() => inbox.list().length).toBe(1);
    const inboxPage = await page.context().newPage();
    await inboxPage.goto(`${origin}/inbox`);
    await inboxPage.getByRole('button', { name: 'This was not me' }).click();
    await inboxPage.getByText('You told the utility this was not you.').waitFor();
    await enterCode(/\n {4}(\d+)\n/.exec(inbox.list()[0]?.text ?? '')?.[1] ?? '');
    await expect.poll(() => heading().textContent()).toContain('The owner said no');
  });

  it('looks the same for an address that nobody has, and sends nothing', async () => {
    await enterAddress('99 Nowhere Street', '00000');
    await pick('Text message');
    expect(await heading().textContent()).toMatch(/Type the code/);
    await enterCode('12345678');
    await expect.poll(() => page.textContent('#problem')).toContain('not right');
    expect(inbox.list()).toEqual([]);
  });

  it('lets a customer deny from the page that her email links to', async () => {
    await enterAddress();
    await pick('Email');
    await expect.poll(() => inbox.list().length).toBe(1);
    const text = inbox.list()[0]?.text ?? '';
    const link = /http\S+\/denial#\S+/.exec(text)?.[0] ?? '';
    const denialPage = await page.context().newPage();
    await denialPage.goto(link);
    await denialPage.getByRole('button', { name: 'This was not me' }).click();
    await denialPage.getByRole('heading', { name: 'Thank you' }).waitFor();
    await enterCode(/\n {4}(\d+)\n/.exec(text)?.[1] ?? '');
    await expect.poll(() => heading().textContent()).toContain('The owner said no');
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo; // a TCP server has one
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
