import { createHash } from 'node:crypto';
import type { Randomness } from '../../server/ports.ts';

/** Bytes that follow from a seed and nothing else, so that a failing test fails again. */
export function seededRandomness(seed: string): Randomness {
  let drawn = 0;
  return {
    bytes(length) {
      const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
        drawn += 1;
        return createHash('sha256').update(`${seed} ${drawn}`).digest();
      });
      return Buffer.concat(blocks).subarray(0, length);
    },
  };
}
