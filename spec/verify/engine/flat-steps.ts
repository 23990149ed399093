/**
 * The steps of a footprint in one piece of memory, for worlds whose states fit into whole numbers of 32 bits. What can
 * happen at a combination of values stands between two heads; a step is what it adds to a state, in two forms.
 */
export class FlatSteps {
  /** For each combination: where its steps begin, where they end, and how many rules apply. */
  heads = new Int32Array(3 << 8);
  /** What a step adds to a packed state. */
  packed = new Int32Array(1 << 10);
  /** What a step adds to a state's place among all combinations of all variables. */
  dense = new Int32Array(1 << 10);
  private combinations = 0;
  private steps = 0;

  /** Adds the next combination. */
  add(fired: number, differences: readonly (readonly [packed: number, dense: number])[]): void {
    while ((this.combinations + 1) * 3 > this.heads.length) this.heads = longer(this.heads);
    while (this.steps + differences.length > this.packed.length) {
      this.packed = longer(this.packed);
      this.dense = longer(this.dense);
    }
    const begin = this.steps;
    for (const [packed, dense] of differences) {
      this.packed[this.steps] = packed;
      this.dense[this.steps] = dense;
      this.steps += 1;
    }
    this.heads.set([begin, this.steps, fired], this.combinations * 3);
    this.combinations += 1;
  }
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(array.length * 2);
  made.set(array);
  return made;
}
