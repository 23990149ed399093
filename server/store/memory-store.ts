/** Rows in memory, for tests and recordings: the same promises as a durable store, except that nothing survives. */
import type { RowKind, RowReference, RowWrite, Store, StoredRow } from '../ports.ts';
import { type PreparedWrite, prepareWrites, rowName } from './row-writes.ts';

/** Bodies are kept as JSON text, so that a row read or written is never shared with a caller. */
type KeptRow = Omit<StoredRow, 'body'> & { readonly text: string };

/** A store that starts empty and is lost with the process. Every call after `close` rejects. */
export function createMemoryStore(): Store {
  return new MemoryStore();
}

class MemoryStore implements Store {
  #rows = new Map<string, KeptRow>();
  #closed = false;

  async read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    this.#mustBeOpen();
    return references.map((reference) => {
      const kept = this.#rows.get(rowName(reference));
      return kept && storedRow(kept);
    });
  }

  async commit(writes: readonly RowWrite[]): Promise<boolean> {
    const prepared = prepareWrites(writes);
    this.#mustBeOpen();
    const held = prepared.every((write) => (this.#rows.get(rowName(write))?.version ?? 0) === write.expectedVersion);
    if (held) for (const write of prepared) this.#apply(write);
    return held;
  }

  async due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]> {
    this.#mustBeOpen();
    const found: (KeptRow & { readonly dueAt: number })[] = [];
    for (const row of this.#rows.values()) {
      if (row.kind === kind && row.dueAt !== null && row.dueAt <= nowAt) found.push({ ...row, dueAt: row.dueAt });
    }
    found.sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1));
    return found.slice(0, limit).map(storedRow);
  }

  async purge(nowAt: number): Promise<number> {
    this.#mustBeOpen();
    let purged = 0;
    for (const [name, { expiresAt }] of this.#rows) {
      if (expiresAt !== null && expiresAt <= nowAt) {
        this.#rows.delete(name);
        purged += 1;
      }
    }
    return purged;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rows.clear();
  }

  #apply({ kind, key, expectedVersion, text, dueAt, expiresAt }: PreparedWrite): void {
    const name = rowName({ kind, key });
    if (text === undefined) this.#rows.delete(name);
    else this.#rows.set(name, { kind, key, version: expectedVersion + 1, text, dueAt, expiresAt });
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('The store is closed');
  }
}

const storedRow = ({ kind, key, version, text, dueAt, expiresAt }: KeptRow): StoredRow => ({
  kind,
  key,
  version,
  body: JSON.parse(text),
  dueAt,
  expiresAt,
});
