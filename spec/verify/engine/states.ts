/**
 * The states found so far, in the order in which they were found, each once, with the state it was first reached from.
 * An open-addressing table of positions; keys stand in the list only, so a state costs 8 bytes, its origin 4, and its
 * place in the table 4 to 10.
 */

/** Thrown when a world outgrows the memory it was given. */
export class OutgrownError extends Error {
  override readonly name = 'OutgrownError';
}

export class States {
  private readonly world: string;
  private readonly memoryBytes: number;
  private keys = new Float64Array(1 << 10);
  private origins = new Uint32Array(1 << 10);
  /** Position in `keys` plus one; nought is empty. The size is a power of two. */
  private table = new Uint32Array(1 << 12);
  count = 0;

  constructor(world: string, memoryBytes: number) {
    this.world = world;
    this.memoryBytes = memoryBytes;
  }

  /** Remembers a state, unless it is known; tells whether it was new. */
  add(key: number, origin: number): boolean {
    const { keys, table } = this;
    const last = table.length - 1;
    let place = hash(key) & last;
    for (let found = table[place] as number; found !== 0; found = table[place] as number) {
      // within bounds by the mask
      if (keys[found - 1] === key) return false;
      place = (place + 1) & last;
    }
    keys[this.count] = key;
    this.origins[this.count] = origin;
    this.count += 1;
    table[place] = this.count;
    if (this.count === keys.length) this.growLists();
    if (this.count > table.length * 0.6) this.growTable();
    return true;
  }

  /** The position of a state; -1 when it was not found. */
  positionOf(key: number): number {
    const last = this.table.length - 1;
    let place = hash(key) & last;
    for (let found = this.table[place] as number; found !== 0; found = this.table[place] as number) {
      // within bounds
      if (this.keys[found - 1] === key) return found - 1;
      place = (place + 1) & last;
    }
    return -1;
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
    return this.keys.byteLength + this.origins.byteLength + this.table.byteLength;
  }

  private growLists(): void {
    this.claim(this.keys.byteLength * 2 + this.origins.byteLength * 2);
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const origins = new Uint32Array(this.origins.length * 2);
    origins.set(this.origins);
    this.origins = origins;
  }

  private growTable(): void {
    this.claim(this.table.byteLength * 2);
    const table = new Uint32Array(this.table.length * 2);
    const last = table.length - 1;
    for (let position = 0; position < this.count; position += 1) {
      let place = hash(this.at(position)) & last;
      while (table[place] !== 0) place = (place + 1) & last;
      table[place] = position + 1;
    }
    this.table = table;
  }

  private claim(more: number): void {
    if (this.bytes + more <= this.memoryBytes) return;
    const bound = `${Math.round(this.memoryBytes / 2 ** 20)} MiB`;
    throw new OutgrownError(
      `The world ${this.world} has outgrown its memory bound of ${bound} after ${this.count.toLocaleString('en')} states. ` +
        'Give it more memory, or hand its Promela to SPIN: pan compiled with -DNCORE for several cores, or with -DBITSTATE as a swarm.',
    );
  }
}

/** Mixes both halves of a number of up to 53 bits. */
function hash(key: number): number {
  const mixed = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
