import { describe, expect, it } from 'vitest';
import { steadyClock, systemClock } from '../../../server/chance/clock.ts';
import { fakeClock, hours, seconds } from '../../support/fake-clock.ts';

/** A clock on the wall, a stopwatch, and the steady clock that follows both. */
function clocks() {
  const wall = fakeClock(hours(1000));
  let watch = 0;
  const steady = steadyClock(wall, () => watch);
  return {
    wall,
    steady,
    /** Time passes on both. */
    pass: (milliseconds: number) => {
      wall.advance(milliseconds);
      watch += milliseconds;
    },
  };
}

describe('The clock of a server', () => {
  it('shows the time on the wall', () => {
    const { wall, steady, pass } = clocks();
    pass(seconds(5));
    expect(steady.now()).toBe(wall.now());
    expect(Math.abs(steadyClock().now() - systemClock.now())).toBeLessThan(1000);
  });

  it('is not turned back with the one on the wall, and goes on at the same pace', () => {
    const { wall, steady, pass } = clocks();
    const before = steady.now();
    wall.advance(-hours(2));
    expect(steady.now()).toBe(before);
    pass(seconds(30));
    expect(steady.now()).toBe(before + seconds(30));
  });

  it('is put forward with it, and is not turned back when that was a mistake', () => {
    const { wall, steady, pass } = clocks();
    const before = steady.now();
    wall.advance(hours(3));
    expect(steady.now()).toBe(before + hours(3));
    wall.advance(-hours(3));
    pass(seconds(1));
    expect(steady.now()).toBe(before + hours(3) + seconds(1));
  });

  it('follows the wall again once that has caught up', () => {
    const { wall, steady, pass } = clocks();
    steady.now();
    wall.advance(-seconds(10));
    pass(seconds(1));
    wall.advance(seconds(20));
    expect(steady.now()).toBe(wall.now());
  });

  it('loses no part of a millisecond, however often it is looked at', () => {
    let watch = 0;
    const wall = fakeClock(hours(1));
    const steady = steadyClock(wall, () => watch);
    const before = steady.now();
    wall.advance(-hours(1));
    for (let look = 0; look < 1000; look += 1) {
      watch += 0.25;
      steady.now();
    }
    expect(steady.now()).toBeGreaterThanOrEqual(before + 249);
  });
});
