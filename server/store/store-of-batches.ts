/**
 * The store port over a store that commits in batches. Commits that arrive while a batch is on its way to the disk share
 * the next one. Whoever wants to decide by the newest rows sees those that still wait too, and what it commits then holds
 * only if they do: so a row that every request of a busy client writes does not make them wait for the disk in turn.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowKind, RowReference, RowWrite, Store, StoredRow } from '../ports.ts';
import type { BatchStore } from './batch-store.ts';
import { prepareWrites, rowName } from './row-writes.ts';
import { type WaitingCommit, WaitingRows } from './waiting-rows.ts';

/** Bounds how long a commit waits for those before it. */
const largestBatch = 256;

/** A store over one that commits in batches. Every call after `close` rejects. */
export function storeOfBatches(base: BatchStore): Store {
  return new StoreOfBatches(base);
}

class StoreOfBatches implements Store {
  readonly #base: BatchStore;
  readonly #rows = new WaitingRows();
  #waiting: WaitingCommit[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(base: BatchStore) {
    this.#base = base;
  }

  async read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    this.#mustBeOpen();
    return this.#base.read(references);
  }

  async latest(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    this.#mustBeOpen();
    const unknown = references.filter((reference) => !this.#rows.find(rowName(reference)).known);
    if (unknown.length === 0) return references.map((reference) => this.#rows.find(rowName(reference)).row);
    return this.#rows.during(async () => {
      const found = await this.#base.read(unknown);
      // several reads may have come back at once; one caller a turn, so that none is overtaken before it commits
      if (!this.#base.readsInPlace) await nextTurn();
      const stored = new Map(found.flatMap((row) => (row === undefined ? [] : [[rowName(row), row]])));
      // what waits by now is newer than what was read
      return references.map((reference) => {
        const name = rowName(reference);
        const waiting = this.#rows.find(name);
        return waiting.known ? waiting.row : stored.get(name);
      });
    });
  }

  async commit(writes: readonly RowWrite[]): Promise<boolean> {
    const prepared = prepareWrites(writes);
    this.#mustBeOpen();
    const buildsOn = this.#rows.buildsOn(prepared);
    if (buildsOn === undefined) {
      await nextTurn(); // whoever tries again without seeing what waits must not keep it from the disk
      return false;
    }
    return new Promise((resolve, reject) => {
      const commit: WaitingCommit = { writes: prepared, buildsOn, resolve, reject };
      this.#rows.add(commit);
      this.#waiting.push(commit);
      this.#running ??= nextTurn().then(() => this.#commitWaiting());
    });
  }

  async due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]> {
    this.#mustBeOpen();
    return this.#base.due(kind, nowAt, limit);
  }

  async purge(nowAt: number): Promise<number> {
    this.#mustBeOpen();
    return this.#base.purge(nowAt);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#running;
    await this.#base.close();
  }

  /** One batch after the other until nobody waits. Nobody learns a verdict before it is on disk. */
  async #commitWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, largestBatch).filter((commit) => !this.#isLost(commit));
      const places = new Map(batch.map((commit, place) => [commit, place]));
      const commits = batch.map(({ writes, buildsOn }) => ({
        writes,
        after: [...buildsOn].flatMap((other) => places.get(other) ?? []),
      }));
      try {
        const verdicts = commits.length === 0 ? [] : await this.#base.commitAll(commits);
        for (const [place, commit] of batch.entries()) this.#settle(commit, verdicts[place] === true);
      } catch (error) {
        // whether it happened is not known, so whoever built on it has to look again
        for (const commit of batch) this.#settle(commit, false, error);
      }
    }
    this.#running = undefined;
  }

  /** A commit that builds on one which did not hold is lost as well, and need not be tried. */
  #isLost(commit: WaitingCommit): boolean {
    if (![...commit.buildsOn].some(({ held }) => held === false)) return false;
    this.#settle(commit, false);
    return true;
  }

  #settle(commit: WaitingCommit, held: boolean, error?: unknown): void {
    commit.held = held;
    this.#rows.settle(commit);
    if (error === undefined) commit.resolve(held);
    else commit.reject(error);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('The store is closed');
  }
}
