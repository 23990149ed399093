/** Numbers that look random and are the same in every run: sample usage has to be reproducible without being stored. */

/** A 32-bit seed for a text (FNV-1a). Not meant to resist anybody: it only spreads sample data. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A number in [0, 1) that depends on the seed and on the keys, in their order, and on nothing else. */
export function chance(seed: number, ...keys: readonly number[]): number {
  let hash = seed;
  for (const key of keys) {
    hash = Math.imul(hash ^ key ^ (hash >>> 15), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}

/** A number in [-1, 1] that wanders smoothly as `position` grows, with a fresh direction at every whole number. */
export function wander(seed: number, position: number): number {
  const before = Math.floor(position);
  const part = position - before;
  const ease = part * part * (3 - 2 * part);
  return 2 * (chance(seed, before) * (1 - ease) + chance(seed, before + 1) * ease) - 1;
}
