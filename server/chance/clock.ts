/** The real clock. */
import type { Clock } from '../ports.ts';

/** The clock of the machine, in milliseconds since the epoch. */
export const systemClock: Clock = { now: () => Date.now() };
