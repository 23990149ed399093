/**
 * When the timers of a transaction end. The machines say which timer starts and how long it is; this is what those lengths
 * mean, for everybody who runs the machines with a clock: the server, the complete suite, the sandbox's search, the page.
 */
import type { Limits } from '../policy/index.ts';
import { type DeliveryMethod, type DeliveryMethodRow, deliveryMethods } from '../vocabulary/index.ts';
import type { TimerLength } from './definition.ts';

/** What is known of the transaction whose timer starts, in the units of the clock. */
export interface TimedTransaction {
  /** By which the newest passcode is sent. */
  readonly method?: DeliveryMethod | undefined;
  readonly openedAt?: number | undefined;
  /** When its life ends; absent before it has begun, and for timers of other machines. */
  readonly endsAt?: number | undefined;
}

/**
 * The end of a timer that starts now.
 *
 * No timer of a transaction ends after the transaction. A letter lengthens the life of a transaction to an instant that
 * depends on its start alone, so that a second letter adds nothing.
 *
 * @param unitsPerSecond 1 for a clock of seconds, 1000 for one of milliseconds
 * @throws Error when a length depends on a method, or on a start, that is not known
 */
export function timerEnd(
  length: TimerLength,
  now: number,
  limits: Limits,
  { method, openedAt, endsAt }: TimedTransaction,
  unitsPerSecond = 1,
): number {
  const within = (end: number): number => Math.min(end, endsAt ?? end);
  switch (length) {
    case 'codeLifeOfMethod':
      return within(now + limits[rowOf(method).life] * unitsPerSecond);
    case 'transactionLifeOfMethod': {
      const { lengthensTransaction, life } = rowOf(method);
      if (openedAt === undefined || endsAt === undefined) throw new Error('a passcode was sent in no transaction');
      if (lengthensTransaction !== true) return endsAt;
      return Math.max(endsAt, openedAt + (limits.transactionLifeSeconds + limits[life]) * unitsPerSecond);
    }
    default:
      return within(now + limits[length] * unitsPerSecond);
  }
}

function rowOf(method: DeliveryMethod | undefined): DeliveryMethodRow {
  if (method === undefined) throw new Error('a passcode was sent by no method');
  return deliveryMethods[method];
}
