import type { Clock } from '../../server/ports.ts';

export interface FakeClock extends Clock {
  /** Lets time pass; a negative number turns the clock back. */
  advance(milliseconds: number): void;
  /** Sets the clock to an instant, in epoch milliseconds. */
  set(at: number): void;
}

/** Where test clocks start: a whole second, so that nothing is rounded unless a test wants it. */
export const testStartAt = Date.UTC(2026, 2, 2, 15, 4, 5);

/** A clock that stands still until a test moves it. */
export function fakeClock(startAt = testStartAt): FakeClock {
  let now = startAt;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    set: (at) => {
      now = at;
    },
  };
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
