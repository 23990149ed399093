/** Passcodes at rest: a keyed hash, bound to their transaction. A plain hash of eight digits would hide nothing. */
import { timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../ports.ts';

/** The hash under which a passcode of a transaction is kept. */
export const codeHash = (keys: KeyRing, transactionKey: string, code: string): string =>
  keys.keyedHash('passcode', `${transactionKey} ${code}`);

/** A passcode as it was drawn, from what a person typed: without spaces and hyphens, in capitals. */
export const normalizedCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/**
 * Which of the passcodes of a transaction this is. All are compared, each in constant time.
 *
 * @param hashes the newest last
 */
export function classifiedCode(hashes: readonly string[], hash: string): 'newest' | 'stale' | 'wrong' {
  const equal = hashes.map((known) => timingSafeEqual(Buffer.from(known), Buffer.from(hash)));
  if (equal.at(-1) === true) return 'newest';
  return equal.includes(true) ? 'stale' : 'wrong';
}
