/** A benchmark says honestly whether a target is kept. */
import { describe, expect, it } from 'vitest';
import { keepsTarget, median, processorSeconds } from './bench.ts';

describe('A measurement', () => {
  const measured = { what: 'speed', value: 15, unit: 'times' };

  it('keeps a target that it reaches, misses one that it does not, and has no opinion without one', () => {
    expect(keepsTarget({ ...measured, atLeast: 15 })).toBe(true);
    expect(keepsTarget({ ...measured, atLeast: 15.1 })).toBe(false);
    expect(keepsTarget({ ...measured, atMost: 14 })).toBe(false);
    expect(keepsTarget({ ...measured, value: Number.NaN, atLeast: 15 })).toBe(false);
    expect(keepsTarget(measured)).toBeUndefined();
  });

  it('is the middle one of its rounds', () => {
    expect(median([9, 1, 100, 3, 4])).toBe(4);
  });

  it('counts the work of this process and not the waiting', async () => {
    const waited = await processorSeconds(() => new Promise((resolve) => setImmediate(resolve)));
    expect(waited).toBeGreaterThanOrEqual(0);
    expect(waited).toBeLessThan(5);
  });
});
