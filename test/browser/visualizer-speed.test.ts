/** How fast the visualizer is; the numbers are printed, and `npm run bench -- page` prints them by themselves. */
import { availableParallelism, loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../spec/visualizer/recorded.ts';
import { whySkipped } from './browser.ts';
import { best, interactiveTimes, replaySpeeds, speedLimits, stepSpeeds } from './speed.ts';
import { openVisualizer, type Visualizer } from './visualizer-page.ts';

const skipped = whySkipped();
/** On a machine with more to do than it has cores opening a page takes longer; the limit is stretched by as much. */
const stretch = Math.min(8, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));
const longest = [...scenarios].sort((one, other) => other.steps.length - one.steps.length)[0];
const shown = (values: readonly number[]): string => values.map((value) => value.toFixed(1)).join(', ');
const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

describe.skipIf(skipped !== undefined)(`speed${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  let visualizer: Visualizer;
  beforeAll(async () => {
    visualizer = await openVisualizer();
  });
  afterAll(() => visualizer.close());

  it(`the page is interactive within ${speedLimits.interactiveMilliseconds} ms`, async () => {
    const times = await interactiveTimes(visualizer, 5);
    console.log(`interactive after ${shown(times)} ms; the limit is stretched by ${stretch.toFixed(1)}, for the load`);
    expect(Math.min(...times)).toBeLessThan(stretch * speedLimits.interactiveMilliseconds);
  });

  it(`a step is taken, drawn and laid out within ${speedLimits.stepMilliseconds} ms`, async () => {
    const speeds = await stepSpeeds(visualizer, 8);
    const [wall, thread] = [speeds.map((one) => one.wallMilliseconds), speeds.map((one) => one.threadMilliseconds)];
    console.log(`the steps of the story: ${shown(thread)} ms of the thread, ${shown(wall)} ms on the wall`);
    // what a reader waits for; a thread that shares its core is charged for the others, too
    expect(median(wall)).toBeLessThan(stretch * speedLimits.stepMilliseconds);
    expect(Math.max(...wall)).toBeLessThan(stretch * 2 * speedLimits.stepMilliseconds);
  });

  it(`the longest scenario, ${longest?.steps.length} steps, is replayed within ${speedLimits.replayMilliseconds} ms`, async () => {
    const { wallMilliseconds, threadMilliseconds } = best(await replaySpeeds(visualizer, longest?.id ?? '', 4));
    console.log(
      `the longest scenario: ${shown([threadMilliseconds])} ms of the thread, ${shown([wallMilliseconds])} ms on the wall`,
    );
    expect(wallMilliseconds).toBeLessThan(stretch * speedLimits.replayMilliseconds);
  });
});
