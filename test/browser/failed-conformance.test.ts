/** A server that is wrong, the suite that finds it, and the link of the report, followed in a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../conformance/options.ts';
import { runConformance } from '../conformance/run.ts';
import { startServerUnderTest } from '../conformance-suite/server-under-test.ts';
import { whySkipped } from './browser.ts';
import { openVisualizer, seen, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();

describe.skipIf(skipped !== undefined)(
  `a failure of the conformance suite${skipped === undefined ? '' : ` (${skipped})`}`,
  () => {
    let visualizer: Visualizer;
    let failed: readonly Verdict[];
    beforeAll(async () => {
      visualizer = await openVisualizer();
      const server = await startServerUnderTest({ off: ['transactionLock', 'newestCodeOnly', 'resendInterval'] });
      const { verdicts } = await runConformance({
        issuer: server.issuer,
        only: ['requirements'],
        codeTimeoutSeconds: 2,
      });
      failed = verdicts.filter(({ status }) => status === 'failed');
      await server.close();
    }, 120_000);
    afterAll(() => visualizer.close());

    it('opens at the step that diverges, expected beside received, for each fault that was found', async () => {
      expect(failed.map(({ caseId }) => caseId)).toEqual(
        expect.arrayContaining([
          'requirements/wrong-code-lock',
          'requirements/newest-code-only',
          'requirements/resend-too-soon',
        ]),
      );
      for (const { caseId, visualizer: link, requirements } of failed) {
        expect(link, caseId).toBeDefined();
        const { page, context, faults } = await visualizer.open(link?.slice(link.indexOf('#')));
        const names = await page.locator('#step-body .pair dt').allTextContents();
        const [expected, received] = await page.locator('#step-body .pair dd').allTextContents();
        expect(names, caseId).toEqual([expect.stringMatching(/^Expected/), 'Received']);
        expect(expected, caseId).not.toBe(received);
        expect(await page.locator('#notices').isVisible(), caseId).toBe(false);
        expect((await seen(page)).sentences, caseId).toContain(requirements[0]?.id);
        expect(await page.locator('.step.here').count(), caseId).toBe(1);
        expect(faults).toEqual([]);
        await context.close();
      }
    });
  },
);
