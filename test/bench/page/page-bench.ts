/** The visualizer in a real Chromium: opening it, a step, and the longest scenario. */
import { whySkipped } from '../../browser/browser.ts';
import { best, interactiveTimes, replaySpeeds, speedLimits, stepSpeeds } from '../../browser/speed.ts';
import { openVisualizer } from '../../browser/visualizer-page.ts';
import { scenarios } from '../../spec/visualizer/recorded.ts';
import { type Bench, type Measured, median } from '../bench.ts';

const milliseconds = (what: string, value: number, atMost?: number): Measured => ({
  what,
  value,
  unit: 'ms',
  ...(atMost === undefined ? {} : { atMost }),
});

export const pageBench: Bench = {
  title: 'the visualizer in Chromium; a step on the wall says more on a quiet machine',
  run: async () => {
    const skipped = whySkipped();
    if (skipped !== undefined) return [`not measured: ${skipped}`];
    const visualizer = await openVisualizer();
    try {
      const opened = await interactiveTimes(visualizer, 7);
      const steps = await stepSpeeds(visualizer, 10);
      const longest = [...scenarios].sort((one, other) => other.steps.length - one.steps.length)[0];
      const replay = best(await replaySpeeds(visualizer, longest?.id ?? '', 5));
      const { interactiveMilliseconds, stepMilliseconds, replayMilliseconds } = speedLimits;
      return [
        milliseconds('interactive after opening, best of 7', Math.min(...opened), interactiveMilliseconds),
        milliseconds(
          'a step, thread time, median',
          median(steps.map((one) => one.threadMilliseconds)),
          stepMilliseconds,
        ),
        milliseconds('a step, thread time, slowest', Math.max(...steps.map((one) => one.threadMilliseconds))),
        milliseconds('a step on the wall, median', median(steps.map((one) => one.wallMilliseconds)), stepMilliseconds),
        milliseconds(
          `${longest?.steps.length} steps replayed, thread time`,
          replay.threadMilliseconds,
          replayMilliseconds,
        ),
        milliseconds(
          `${longest?.steps.length} steps replayed, on the wall`,
          replay.wallMilliseconds,
          replayMilliseconds,
        ),
      ];
    } finally {
      await visualizer.close();
    }
  },
};
