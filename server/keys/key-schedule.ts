/**
 * Which signing key is used when. Every key of the file is published from the moment that it stands there, signs from its
 * own instant on, and stays published until the last token that it signed has ended. All of that follows from the file and
 * the time, so that processes with the same file agree without talking.
 */
import { limits } from '../../model/policy/index.ts';
import type { KeyMaterial } from './key-material.ts';

/** A signing key with its place in time, in epoch milliseconds. */
export interface ScheduledKey {
  readonly signingKey: KeyMaterial['signingKey'];
  readonly usedFromAt: number;
  /** When the key after it takes over; absent for the last one. */
  readonly usedUntilAt?: number;
}

/** Whatever the policy says, no access token lives longer. */
const longestTokenLifeMilliseconds = limits.accessTokenLifeSeconds.maximum * 1000;

/** All keys, in the order in which they are used. */
export function scheduleOf({ signingKey, laterSigningKeys = [] }: KeyMaterial): readonly ScheduledKey[] {
  const keys = [
    { signingKey, usedFromAt: 0 },
    ...laterSigningKeys.map((later) => ({ signingKey: later.signingKey, usedFromAt: Date.parse(later.usedFrom) })),
  ];
  return keys.map((key, place) => {
    const next = keys[place + 1];
    return next === undefined ? key : { ...key, usedUntilAt: next.usedFromAt };
  });
}

/** The key that signs at an instant. */
export function signingAt<Key extends Pick<ScheduledKey, 'usedFromAt'>>(keys: readonly Key[], at: number): Key {
  const used = keys.findLast(({ usedFromAt }) => usedFromAt <= at) ?? keys[0];
  if (used === undefined) throw new Error('a schedule has at least one key');
  return used;
}

/** The keys that are published at an instant: all but those whose tokens have ended. */
export const publishedAt = <Key extends Pick<ScheduledKey, 'usedUntilAt'>>(keys: readonly Key[], at: number): Key[] =>
  keys.filter(({ usedUntilAt }) => usedUntilAt === undefined || at < usedUntilAt + longestTokenLifeMilliseconds);

/**
 * The material with one more key, and without those whose tokens have ended.
 *
 * @param leadSeconds from now until the key is used; for so long resource servers may keep the keys that they have
 * @throws RangeError when another key is waiting already
 */
export function withNextKey(
  material: KeyMaterial,
  signingKey: KeyMaterial['signingKey'],
  now: number,
  leadSeconds: number,
): KeyMaterial {
  const known = publishedAt(scheduleOf(material), now);
  if (known.some(({ usedFromAt }) => usedFromAt > now)) throw new RangeError('another key is waiting already');
  const [first, ...later] = [...known, { signingKey, usedFromAt: now + leadSeconds * 1000 }];
  if (first === undefined) throw new Error('a schedule has at least one key');
  return {
    ...material,
    signingKey: first.signingKey,
    laterSigningKeys: later.map((key) => ({
      signingKey: key.signingKey,
      usedFrom: new Date(key.usedFromAt).toISOString(),
    })),
  };
}
