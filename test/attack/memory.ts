/** Whether a server's memory stays where it is while requests come. */

import { median } from '../bench/bench.ts';

/** What a process may grow by without anything being kept: caches that fill, and a collector that is not in a hurry. */
const slackBytes = 48 * 2 ** 20;

/**
 * Compares the second quarter of the samples with the last: the first quarter is start-up. Fewer than eight samples say
 * nothing and are flat.
 */
export function isFlat(samples: readonly number[]): boolean {
  if (samples.length < 8) return true;
  const quarter = samples.length >> 2;
  return median(samples.slice(-quarter)) <= median(samples.slice(quarter, 2 * quarter)) * 1.2 + slackBytes;
}
