/** The real randomness, and the three things that are made of randomness here. */
import { randomBytes } from 'node:crypto';
import type { Randomness } from '../ports.ts';

/** Cryptographically strong bytes from the operating system. */
export const systemRandomness: Randomness = { bytes: (length) => randomBytes(length) };

/** A handle that nobody can guess: 256 bits, as 43 characters of base64url. */
export const randomHandle = (randomness: Randomness): string => Buffer.from(randomness.bytes(32)).toString('base64url');

/**
 * A passcode: every text of that length over these characters is equally likely.
 *
 * @param length number of characters, 1 or more
 * @param characters what to draw from; a character that stands there twice is twice as likely, so none may
 * @throws RangeError when no passcode can be made that way
 */
export function randomCode(randomness: Randomness, length: number, characters: string): string {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`A passcode cannot have ${length} characters`);
  const alphabet = [...characters];
  if (new Set(alphabet).size !== alphabet.length) throw new RangeError('Passcode characters have to differ');
  return Array.from({ length }, () => pick(randomness, alphabet)).join('');
}

/**
 * One element of a list, each equally likely.
 *
 * @throws RangeError when the list is empty
 */
export function pick<Element>(randomness: Randomness, list: readonly Element[]): Element {
  if (list.length === 0) throw new RangeError('Nothing can be picked from an empty list');
  return list[randomIndex(randomness, list.length)] as Element; // the index is below the length
}

/** Numbers that four bytes can make. */
const draws = 2 ** 32;

/** A whole number from 0 to `size - 1`. Draws above the last full multiple of `size` are thrown away, against bias. */
function randomIndex(randomness: Randomness, size: number): number {
  const usable = draws - (draws % size);
  for (;;) {
    const draw = Buffer.from(randomness.bytes(4)).readUInt32BE();
    if (draw < usable) return draw % size;
  }
}
