/** A clock that runs ahead of another one, by as much as it was told to. Time only goes forward. */
import type { Clock } from '../ports.ts';

export interface OffsetClock extends Clock {
  /**
   * Lets time pass at once.
   *
   * @throws RangeError for a negative time, and for one that no calendar holds
   */
  advance(milliseconds: number): void;
  /** Resolves when the clock shows that instant, by itself or because it was advanced. Keeps no process alive. */
  until(at: number): Promise<void>;
}

/** The last instant that a `Date` can hold. */
const lastInstant = 8.64e15;
/** A timer of Node holds no more; whoever waits longer is looked at again then. */
const longestTimer = 2 ** 31 - 1;

/** A clock that shows the same as another one until it is advanced. One that can be advanced already stays as it is. */
export function offsetClock(base: Clock | OffsetClock): OffsetClock {
  if ('until' in base) return base;
  let offset = 0;
  const wakers = new Set<() => void>();
  const now = () => base.now() + offset;
  return {
    now,
    advance(milliseconds) {
      const reached = now() + milliseconds;
      if (!(milliseconds >= 0) || reached > lastInstant) throw new RangeError('A clock can only be advanced');
      offset += milliseconds;
      for (const wake of [...wakers]) wake();
    },
    until: (at) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout;
        const look = (): void => {
          clearTimeout(timer);
          if (now() >= at) {
            wakers.delete(look);
            resolve();
          } else {
            timer = setTimeout(look, Math.min(at - now(), longestTimer));
            timer.unref();
          }
        };
        wakers.add(look);
        look();
      }),
  };
}
