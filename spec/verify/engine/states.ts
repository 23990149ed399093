/**
 * The states found so far, in the order in which they were found, each once, with the state it was first reached from.
 * Which of them are known stands in a set of bits when all combinations have room in one, and in an open-addressing table
 * of positions otherwise. A state costs 4 or 8 bytes, its origin 4, and its place in a table 4 to 10.
 */

import type { FlatSteps } from './flat-steps.ts';

/** Thrown when a world outgrows the memory it was given. */
export class OutgrownError extends Error {
  override readonly name = 'OutgrownError';
}

/** Up to so many bits of a state, every combination gets a bit: 32 MiB. */
const bitsetBits = 28;

export class States {
  private readonly world: string;
  private readonly memoryBytes: number;
  protected keys: Float64Array | Uint32Array;
  protected origins = new Uint32Array(1 << 10);
  private readonly bitset: Uint32Array | undefined;
  /** Positions in `keys` plus one; nought is empty. The size is a power of two. Made when it is first needed. */
  private table: Uint32Array | undefined;
  count = 0;

  /** @param bits how many bits a state has, 53 at most */
  constructor(world: string, bits: number, memoryBytes: number) {
    this.world = world;
    this.memoryBytes = memoryBytes;
    this.keys = bits <= 32 ? new Uint32Array(1 << 10) : new Float64Array(1 << 10);
    if (bits <= bitsetBits) this.bitset = new Uint32Array(2 ** Math.max(0, bits - 5));
    else this.table = new Uint32Array(1 << 12);
  }

  /** Remembers a state, unless it is known. */
  add(key: number, origin: number): void {
    const { bitset } = this;
    if (bitset === undefined) {
      const table = this.table as Uint32Array; // there is one when there is no bitset
      const place = this.placeOf(table, key);
      if (table[place] !== 0) return;
      table[place] = this.count + 1;
    } else {
      const word = bitset[key >>> 5] as number; // within bounds: a bit for every combination
      const bit = 1 << (key & 31);
      if ((word & bit) !== 0) return;
      bitset[key >>> 5] = word | bit;
    }
    this.keys[this.count] = key;
    this.origins[this.count] = origin;
    this.count += 1;
    if (this.count === this.keys.length) this.growLists();
    if (this.table !== undefined && this.count > this.table.length * 0.6) this.table = this.newTable();
  }

  /** The position of a state; -1 when it was not found. */
  positionOf(key: number): number {
    this.table ??= this.newTable();
    return (this.table[this.placeOf(this.table, key)] as number) - 1; // within bounds by the mask
  }

  /** The state at a position. */
  at(position: number): number {
    return this.keys[position] as number; // positions come from this object
  }

  /** The position from which a state was first reached; the first state is its own. */
  originOf(position: number): number {
    return this.origins[position] as number; // positions come from this object
  }

  /** Bytes in use. */
  get bytes(): number {
    const known = (this.bitset?.byteLength ?? 0) + (this.table?.byteLength ?? 0);
    return this.keys.byteLength + this.origins.byteLength + known;
  }

  /** Where a state stands in a table, or would. */
  private placeOf(table: Uint32Array, key: number): number {
    const { keys } = this;
    const last = table.length - 1;
    let place = hash(key) & last;
    for (let found = table[place] as number; found !== 0 && keys[found - 1] !== key; found = table[place] as number) {
      place = (place + 1) & last; // within bounds by the mask
    }
    return place;
  }

  protected growLists(): void {
    this.claim(this.keys.byteLength * 2 + this.origins.byteLength * 2);
    const size = this.keys.length * 2;
    const keys = this.keys instanceof Uint32Array ? new Uint32Array(size) : new Float64Array(size);
    keys.set(this.keys);
    this.keys = keys;
    const origins = new Uint32Array(size);
    origins.set(this.origins);
    this.origins = origins;
  }

  private newTable(): Uint32Array {
    const size = 2 ** Math.ceil(Math.log2(Math.max(this.count, 1 << 10) * 3));
    this.claim(size * Uint32Array.BYTES_PER_ELEMENT);
    const table = new Uint32Array(size);
    for (let position = 0; position < this.count; position += 1) {
      table[this.placeOf(table, this.at(position))] = position + 1;
    }
    return table;
  }

  protected claim(more: number): void {
    if (this.bytes + more <= this.memoryBytes) return;
    const bound = `${Math.round(this.memoryBytes / 2 ** 20)} MiB`;
    throw new OutgrownError(
      `The world ${this.world} has outgrown its memory bound of ${bound} after ${this.count.toLocaleString('en')} states. ` +
        'Give it more memory, or hand its Promela to SPIN: pan compiled with -DNCORE for several cores, or with -DBITSTATE as a swarm.',
    );
  }
}

/** Up to so many bits a state is a whole number that processors like. */
export const smallBits = 30;

/**
 * States of few bits, for walks that nobody watches. Each has a bit at its place among all combinations of values, which
 * lie closer together than packed states do; that place is kept beside the state, for 4 more bytes.
 */
export class SmallStates extends States {
  private readonly known: Uint32Array;
  private places = new Uint32Array(1 << 10);

  constructor(world: string, combinations: number, memoryBytes: number) {
    super(world, 0, memoryBytes);
    this.keys = new Uint32Array(this.origins.length);
    this.known = new Uint32Array(Math.ceil(combinations / 32));
    this.claim(0);
  }

  /** Remembers the states to which some steps lead from the state at a position. */
  addAll(position: number, { packed, dense }: FlatSteps, begin: number, end: number): void {
    while (this.count + end - begin >= this.keys.length) this.growLists();
    const { keys, origins, places, known } = this;
    const state = keys[position] as number; // positions come from this object
    const place = places[position] as number; // the same
    let { count } = this;
    for (let step = begin; step < end; step += 1) {
      const there = (place + (dense[step] as number)) | 0; // within bounds, as all below: a bit for every combination
      const word = known[there >>> 5] as number;
      const bit = 1 << (there & 31);
      if ((word & bit) !== 0) continue;
      known[there >>> 5] = word | bit;
      places[count] = there;
      keys[count] = state + (packed[step] as number);
      origins[count] = position;
      count += 1;
    }
    this.count = count;
  }

  /** Begins with the state in which every variable has its first value. */
  begin(): void {
    this.known[0] = 1;
    this.count = 1;
  }

  override add(): never {
    throw new Error('small states are added by the steps that lead to them');
  }

  override get bytes(): number {
    return super.bytes + (this.known?.byteLength ?? 0) + (this.places?.byteLength ?? 0);
  }

  protected override growLists(): void {
    super.growLists();
    const places = new Uint32Array(this.keys.length);
    places.set(this.places);
    this.places = places;
  }
}

/** Mixes both halves of a number of up to 53 bits. */
function hash(key: number): number {
  const mixed = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
