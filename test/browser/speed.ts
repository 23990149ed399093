/**
 * How fast the visualizer is. What a person waits for is time on the wall; on a machine with more to do than it has cores
 * that says little about the page, so the processor time of the page's own thread is taken as well.
 */
import type { Page } from 'playwright-core';
import type { Visualizer } from './visualizer-page.ts';

export const speedLimits = { interactiveMilliseconds: 500, stepMilliseconds: 16, replayMilliseconds: 100 };

export interface Speed {
  readonly wallMilliseconds: number;
  /** Of the page's thread: script, style and layout. */
  readonly threadMilliseconds: number;
}

/** The best of some measurements, each kind by itself: what others do on the machine is not the page's. */
export const best = (speeds: readonly Speed[]): Speed => ({
  wallMilliseconds: Math.min(...speeds.map(({ wallMilliseconds }) => wallMilliseconds)),
  threadMilliseconds: Math.min(...speeds.map(({ threadMilliseconds }) => threadMilliseconds)),
});

/** From opening the page until it answers. */
export async function interactiveTimes(visualizer: Visualizer, times: number): Promise<number[]> {
  const found: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const { page, context } = await visualizer.open();
    found.push(await page.evaluate(() => performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  return found;
}

/** Each step of the story that the page opens with, at its best of some rounds. */
export async function stepSpeeds(visualizer: Visualizer, rounds: number): Promise<Speed[]> {
  const { page, context } = await visualizer.open();
  const measure = await measuring(page);
  const steps = Number(await page.locator('.position input').getAttribute('max'));
  const found: Speed[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < steps; step += 1) {
      found[step] = [...(found[step] ?? []), await measure(() => press(page, 'ArrowRight'))];
    }
    await press(page, 'Home');
  }
  await context.close();
  return found.map(best);
}

/** A scenario that is chosen, played to its end, drawn and laid out, each time in a page of its own. */
export async function replaySpeeds(visualizer: Visualizer, scenario: string, times: number): Promise<Speed[]> {
  const found: Speed[] = [];
  for (let count = 0; count < times; count += 1) {
    const { page, context } = await visualizer.open();
    const measure = await measuring(page);
    found.push(
      await measure(() =>
        page.evaluate(async (key) => {
          const button = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
          const start = performance.now();
          button?.click();
          await Promise.resolve();
          document.body.getBoundingClientRect();
          return performance.now() - start;
        }, `scenario ${scenario}`),
      ),
    );
    await context.close();
  }
  return found;
}

const press = (page: Page, key: string): Promise<number> =>
  page.evaluate(async (name) => {
    const start = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
    await Promise.resolve();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  }, key);

/** Measures what a call does in the page; the call says how long it took on the wall. */
async function measuring(page: Page): Promise<(does: () => Promise<number>) => Promise<Speed>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return async (does) => {
    const before = await taskSeconds();
    const wallMilliseconds = await does();
    return { wallMilliseconds, threadMilliseconds: ((await taskSeconds()) - before) * 1000 };
  };
}
