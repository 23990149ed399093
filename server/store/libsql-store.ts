/**
 * Durable rows in one SQLite file, through libsql, whose prebuilt binary needs no compiler. Commits that arrive in the
 * same turn of the event loop share one transaction and so one fsync, which is what a commit costs.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'libsql';
import type { RowKind, RowReference, RowWrite, Store, StoredRow } from '../ports.ts';
import { type PreparedWrite, prepareWrites } from './row-writes.ts';
import { checkLayout, layoutVersion, purgedAtOnce, storedRow, type TableRow } from './table-row.ts';

const layout = `
  CREATE TABLE IF NOT EXISTS rows (
    kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    due_at INTEGER, expires_at INTEGER, PRIMARY KEY (kind, key)
  );
  CREATE INDEX IF NOT EXISTS rows_due ON rows (kind, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS rows_expired ON rows (expires_at) WHERE expires_at IS NOT NULL;
  PRAGMA user_version = ${layoutVersion};
`;

/** How long a commit waits for another process that writes to the same file. The event loop waits with it. */
const busyMilliseconds = 5000;

/**
 * Opens the store in a file, which is created with its folder when it does not exist. Several processes may open the
 * same file. Every call after `close` rejects.
 *
 * @throws Error that names the file and says why it cannot be opened
 */
export function openLibsqlStore(path: string): Store {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return new LibsqlStore(openDatabase(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The store ${path} cannot be opened: ${reason}`, { cause: error });
  }
}

function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: busyMilliseconds });
  try {
    const { journal_mode } = database.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string }; // by SQLite
    if (journal_mode !== 'wal') throw new Error('its folder does not support write-ahead logging');
    database.exec('PRAGMA synchronous = FULL');
    const { user_version } = database.prepare('PRAGMA user_version').get() as { user_version: number }; // by SQLite
    checkLayout(user_version);
    if (user_version < layoutVersion) database.exec(layout);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A commit whose caller waits for the verdict. */
interface WaitingCommit {
  readonly writes: readonly PreparedWrite[];
  readonly resolve: (held: boolean) => void;
  readonly reject: (error: unknown) => void;
}

class LibsqlStore implements Store {
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepareStatements>;
  #waiting: WaitingCommit[] = [];
  #closed = false;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    this.#mustBeOpen();
    const readAll = () => references.map((reference) => this.#readRow(reference));
    // another process may commit between two statements, but not within a transaction
    return references.length > 1 ? this.#transaction('DEFERRED', readAll) : readAll();
  }

  async commit(writes: readonly RowWrite[]): Promise<boolean> {
    const prepared = prepareWrites(writes);
    this.#mustBeOpen();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writes: prepared, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#commitWaiting());
    });
  }

  async due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]> {
    this.#mustBeOpen();
    const found = this.#statements.due.all(kind, nowAt, limit) as TableRow[]; // the statement's columns
    return found.map(storedRow);
  }

  async purge(nowAt: number): Promise<number> {
    let purged = 0;
    for (;;) {
      this.#mustBeOpen();
      const { changes } = this.#statements.purge.run(nowAt, purgedAtOnce);
      purged += changes;
      if (changes < purgedAtOnce) return purged;
      await nextTurn();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#commitWaiting();
    this.#closed = true;
    this.#database.close();
  }

  #readRow({ kind, key }: RowReference): StoredRow | undefined {
    const row = this.#statements.select.get(kind, key) as TableRow | undefined; // the statement's columns
    return row && storedRow(row);
  }

  /** One transaction for all that wait. Nobody learns a verdict before it is on disk; a broken disk fails them all. */
  #commitWaiting(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      const verdicts = this.#transaction('IMMEDIATE', () =>
        batch.map((commit) => ({ commit, held: this.#applyAll(commit.writes) })),
      );
      for (const { commit, held } of verdicts) commit.resolve(held);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  #applyAll(writes: readonly PreparedWrite[]): boolean {
    this.#database.exec('SAVEPOINT one_commit');
    const held = writes.every((write) => this.#apply(write));
    this.#database.exec(held ? 'RELEASE one_commit' : 'ROLLBACK TO one_commit; RELEASE one_commit');
    return held;
  }

  #apply({ kind, key, expectedVersion, text, dueAt, expiresAt }: PreparedWrite): boolean {
    const { select, insert, update, remove } = this.#statements;
    if (expectedVersion === 0) {
      if (text === undefined) return select.get(kind, key) === undefined;
      return insert.run(kind, key, text, dueAt, expiresAt).changes === 1;
    }
    if (text === undefined) return remove.run(kind, key, expectedVersion).changes === 1;
    return update.run(text, dueAt, expiresAt, kind, key, expectedVersion).changes === 1;
  }

  #transaction<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result {
    this.#database.exec(`BEGIN ${mode}`);
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors, such as a full disk
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new Error('The store is closed');
  }
}

const prepareStatements = (database: Database.Database) => ({
  select: database.prepare('SELECT * FROM rows WHERE kind = ? AND key = ?'),
  insert: database.prepare(
    'INSERT INTO rows (kind, key, version, body, due_at, expires_at) VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  update: database.prepare(
    'UPDATE rows SET version = version + 1, body = ?, due_at = ?, expires_at = ? WHERE kind = ? AND key = ? AND version = ?',
  ),
  remove: database.prepare('DELETE FROM rows WHERE kind = ? AND key = ? AND version = ?'),
  due: database.prepare('SELECT * FROM rows WHERE kind = ? AND due_at <= ? ORDER BY due_at, key LIMIT ?'),
  purge: database.prepare('DELETE FROM rows WHERE rowid IN (SELECT rowid FROM rows WHERE expires_at <= ? LIMIT ?)'),
});
