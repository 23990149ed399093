/** A gate that opens when as many have come as were expected: so that requests meet, and do not just happen to. */
export class Gate {
  #expected = 0;
  #arrived = 0;
  #onOpen: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  /** Closes the gate for so many. Whoever comes after them passes. */
  close(expected: number, onOpen: (() => void) | undefined = undefined): void {
    this.#expected = expected;
    this.#arrived = 0;
    this.#onOpen = onOpen;
  }

  /** Resolves when the gate opens; at once when it is open. */
  async arrive(): Promise<void> {
    if (this.#arrived >= this.#expected) return;
    this.#arrived += 1;
    if (this.#arrived < this.#expected) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#onOpen?.();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
