/** Chance that follows from a seed, so that a run can be repeated. */

export interface Chance {
  /** At least 0 and less than 1. */
  next(): number;
  /** A whole number below the bound. */
  below(bound: number): number;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** mulberry32: small, and good enough for orders and samples. Never used for anything secret. */
export function seededChance(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    shuffled(items) {
      const all = [...items];
      for (let last = all.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [all[last], all[other]] = [all[other] as (typeof all)[number], all[last] as (typeof all)[number]]; // within
      }
      return all;
    },
  };
}
