/** Rows as they will be when the commits that wait for their batch have held. */
import type { StoredRow } from '../ports.ts';
import { type PreparedWrite, rowName } from './row-writes.ts';

/** A commit that waits for its verdict, and what is known of it. */
export interface WaitingCommit {
  readonly writes: readonly PreparedWrite[];
  /** The commits whose rows it read before they were on disk, and builds on. */
  readonly buildsOn: ReadonlySet<WaitingCommit>;
  /** Undefined until the verdict. */
  held?: boolean;
  readonly resolve: (held: boolean) => void;
  readonly reject: (error: unknown) => void;
}

interface WaitingRow {
  readonly by: WaitingCommit;
  readonly write: PreparedWrite;
  /** When it came to rest on disk, as a number of reads that had begun by then; undefined while it waits. */
  settledAfter?: number;
}

/**
 * The rows between a commit and the disk. A row stays here a little longer than its commit waits: until every read that
 * began before it was on disk has ended, since such a read may still come back with the row before.
 */
export class WaitingRows {
  readonly #rows = new Map<string, WaitingRow>();
  readonly #reads = new Set<number>();
  #settled: string[] = [];
  #begun = 0;

  /** The row as it will be; `known` is false where nothing waits, and the disk has to say. */
  find(name: string): { readonly known: boolean; readonly row?: StoredRow } {
    const waiting = this.#rows.get(name);
    if (waiting === undefined) return { known: false };
    const { kind, key, text, dueAt, expiresAt, expectedVersion } = waiting.write;
    if (text === undefined) return { known: true };
    const row = { kind, key, version: expectedVersion + 1, body: JSON.parse(text), dueAt, expiresAt };
    return { known: true, row };
  }

  /** The commits that a new one builds on; undefined when one of its rows will no longer have the expected version. */
  buildsOn(writes: readonly PreparedWrite[]): Set<WaitingCommit> | undefined {
    const commits = new Set<WaitingCommit>();
    for (const write of writes) {
      const waiting = this.#rows.get(rowName(write));
      if (waiting === undefined) continue;
      if (waiting.by.held !== undefined) continue; // on disk, which another process may have changed since
      const { text, expectedVersion } = waiting.write;
      if (write.expectedVersion !== (text === undefined ? 0 : expectedVersion + 1)) return undefined;
      commits.add(waiting.by);
    }
    return commits;
  }

  /** From now on its rows are seen by whoever asks. */
  add(commit: WaitingCommit): void {
    for (const write of commit.writes) this.#rows.set(rowName(write), { by: commit, write });
  }

  /** Its rows are on disk, or never will be. */
  settle(commit: WaitingCommit): void {
    for (const write of commit.writes) {
      const name = rowName(write);
      const waiting = this.#rows.get(name);
      if (waiting?.by !== commit) continue; // a later commit built on it, and holds or is lost by itself
      if (commit.held !== true) this.#rows.delete(name);
      else {
        waiting.settledAfter = this.#begun;
        this.#settled.push(name);
      }
    }
    this.#forget();
  }

  /** Reads rows, and says when it has. */
  async during<Result>(read: () => Promise<Result>): Promise<Result> {
    this.#begun += 1;
    const number = this.#begun;
    this.#reads.add(number);
    try {
      return await read();
    } finally {
      this.#reads.delete(number);
      this.#forget();
    }
  }

  #forget(): void {
    const [oldest = Number.POSITIVE_INFINITY] = this.#reads;
    let count = 0;
    for (const name of this.#settled) {
      const waiting = this.#rows.get(name);
      const { settledAfter } = waiting ?? {};
      if (settledAfter !== undefined && settledAfter >= oldest) break;
      if (settledAfter !== undefined) this.#rows.delete(name);
      count += 1;
    }
    if (count > 0) this.#settled = this.#settled.slice(count);
  }
}
