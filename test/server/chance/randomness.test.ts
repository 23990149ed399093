import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeCharsets } from '../../../model/vocabulary/index.ts';
import { systemClock } from '../../../server/chance/clock.ts';
import { pick, randomCode, randomHandle, systemRandomness } from '../../../server/chance/randomness.ts';
import type { Randomness } from '../../../server/ports.ts';

/** Gives four-byte draws as they are listed, then fails. */
function drawing(...draws: number[]): Randomness & { readonly left: number[] } {
  return {
    left: draws,
    bytes(length) {
      const draw = draws.shift();
      if (length !== 4 || draw === undefined) throw new Error('unexpected draw');
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(draw);
      return bytes;
    },
  };
}

/** Reproducible and evenly spread: a hash of a counter. */
function counting(): Randomness {
  let counter = 0;
  return {
    bytes(length) {
      counter += 1;
      return createHash('sha512').update(`draw ${counter}`).digest().subarray(0, length);
    },
  };
}

describe('randomness', () => {
  it('makes handles of 256 bits that a URL can hold', () => {
    const handle = randomHandle({ bytes: (length) => new Uint8Array(length).fill(255) });
    expect(handle).toBe(`${'_'.repeat(42)}8`);
    expect(randomHandle(systemRandomness)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(randomHandle(systemRandomness)).not.toBe(randomHandle(systemRandomness));
  });

  it('throws away the draws that would make some passcodes likelier than others', () => {
    // 2^32 = 429496729 * 10 + 6, so the last six draws are one too many for the digits 0 to 5
    const randomness = drawing(7, 4_294_967_289, 4_294_967_290, 4_294_967_295, 21);
    expect(randomCode(randomness, 3, codeCharsets.numeric.characters)).toBe('791');
    expect(randomness.left).toEqual([]);
  });

  it('uses every character of a set about equally often, at every place', () => {
    const { characters } = codeCharsets.base20;
    const randomness = counting();
    const counts = new Map<string, number>();
    for (let count = 0; count < 4000; count += 1) {
      for (const [place, character] of [...randomCode(randomness, 8, characters)].entries()) {
        counts.set(`${place}${character}`, (counts.get(`${place}${character}`) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(8 * characters.length);
    // 200 expected, standard deviation 13.8: five of them on either side
    for (const [what, count] of counts) expect(Math.abs(count - 200), what).toBeLessThan(69);
  });

  it('picks the first and the last of a list', () => {
    expect(pick(drawing(0), ['amber', 'birch', 'cedar'])).toBe('amber');
    expect(pick(drawing(2), ['amber', 'birch', 'cedar'])).toBe('cedar');
  });

  it('refuses what it cannot make evenly', () => {
    expect(() => pick(systemRandomness, [])).toThrow(RangeError);
    expect(() => randomCode(systemRandomness, 0, 'ab')).toThrow(RangeError);
    expect(() => randomCode(systemRandomness, 8, '')).toThrow(RangeError);
    expect(() => randomCode(systemRandomness, 8, 'aab')).toThrow(RangeError);
  });
});

describe('the system clock', () => {
  it('counts milliseconds since the epoch', () => {
    const before = Date.now();
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    expect(systemClock.now()).toBeLessThanOrEqual(Date.now());
  });
});
