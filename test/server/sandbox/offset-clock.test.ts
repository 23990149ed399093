import { describe, expect, it, vi } from 'vitest';
import { offsetClock } from '../../../server/sandbox/offset-clock.ts';
import { fakeClock, seconds, testStartAt } from '../../support/fake-clock.ts';

describe('A clock that can be advanced', () => {
  it('shows what the clock behind it shows, and as much more as it was told', () => {
    const base = fakeClock();
    const clock = offsetClock(base);
    expect(clock.now()).toBe(testStartAt);
    clock.advance(seconds(90));
    base.advance(seconds(5));
    expect(clock.now()).toBe(testStartAt + seconds(95));
    clock.advance(0);
    expect(clock.now()).toBe(testStartAt + seconds(95));
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 8.64e15])(
    'goes neither back nor out of the calendar: %d',
    (by) => {
      const clock = offsetClock(fakeClock());
      expect(() => clock.advance(by)).toThrow(RangeError);
      expect(clock.now()).toBe(testStartAt);
    },
  );

  it('wakes whoever waits for an instant, when it is advanced that far and not before', async () => {
    const clock = offsetClock(fakeClock());
    const woken = vi.fn();
    const waiting = clock.until(clock.now() + seconds(20)).then(woken);
    clock.advance(seconds(19));
    await Promise.resolve();
    expect(woken).not.toHaveBeenCalled();
    clock.advance(seconds(1));
    await waiting;
    expect(woken).toHaveBeenCalledOnce();
  });

  it('wakes them by itself, too, as time goes by', async () => {
    const clock = offsetClock({ now: () => Date.now() });
    const startedAt = Date.now();
    const alive = setTimeout(() => {}, 5_000); // the clock keeps no process alive
    await clock.until(startedAt + 30);
    clearTimeout(alive);
    expect(Date.now()).toBeGreaterThanOrEqual(startedAt + 30);
  });

  it('stays the same clock when it is put around itself', () => {
    const clock = offsetClock(fakeClock());
    expect(offsetClock(clock)).toBe(clock);
  });
});
