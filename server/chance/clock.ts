/** The real clock, and one that nobody can turn back. */
import type { Clock } from '../ports.ts';

/** The clock of the machine, in milliseconds since the epoch. */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * A clock that follows another one forward, and goes on at the pace of a stopwatch while that one is behind: a clock that
 * is turned back revives nothing, and one that is put forward by mistake lets things expire, which is the safe side. It
 * is ahead until it is caught up with, or until a restart.
 *
 * @param elapsed milliseconds on a stopwatch that no one can set
 */
export function steadyClock(base: Clock = systemClock, elapsed: () => number = () => performance.now()): Clock {
  /** With parts of milliseconds, so that none is lost. */
  let shown = base.now();
  let lookedAt = elapsed();
  return {
    now() {
      const at = elapsed();
      shown = Math.max(base.now(), shown + Math.max(0, at - lookedAt));
      lookedAt = at;
      return Math.floor(shown);
    },
  };
}
