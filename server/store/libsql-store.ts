/**
 * Durable rows in one SQLite file, through libsql, whose prebuilt binary needs no compiler. A batch of commits is one
 * transaction and so one fsync, which is what a commit costs.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'libsql';
import type { RowKind, RowReference, Store, StoredRow } from '../ports.ts';
import type { BatchedCommit, BatchStore } from './batch-store.ts';
import type { PreparedWrite } from './row-writes.ts';
import { storeOfBatches } from './store-of-batches.ts';
import { checkLayout, inOrder, layoutVersion, purgedAtOnce, storedRow, type TableRow } from './table-row.ts';

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
    return storeOfBatches(new LibsqlStore(openDatabase(path)));
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

class LibsqlStore implements BatchStore {
  readonly readsInPlace = true;
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepareStatements>;
  /** Statements that read so many rows. */
  readonly #readings = new Map<number, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  /** One statement, since another process may commit between two. */
  async read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    if (references.length === 0) return [];
    const named = references.flatMap(({ kind, key }) => [kind, key]);
    const found = this.#reading(references.length).all(...named) as TableRow[]; // the statement's columns
    return inOrder(references, found);
  }

  async commitAll(commits: readonly BatchedCommit[]): Promise<boolean[]> {
    return this.#transaction(() => {
      const verdicts: boolean[] = [];
      for (const { writes, after } of commits) {
        verdicts.push(after.every((place) => verdicts[place]) && this.#applyAll(writes));
      }
      return verdicts;
    });
  }

  async due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]> {
    const found = this.#statements.due.all(kind, nowAt, limit) as TableRow[]; // the statement's columns
    return found.map(storedRow);
  }

  async purge(nowAt: number): Promise<number> {
    let purged = 0;
    for (;;) {
      const { changes } = this.#statements.purge.run(nowAt, purgedAtOnce);
      purged += changes;
      if (changes < purgedAtOnce) return purged;
      await nextTurn();
    }
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #reading(count: number): Database.Statement {
    const known = this.#readings.get(count);
    if (known !== undefined) return known;
    const places = Array.from({ length: count }, () => '(?, ?)').join(', ');
    const made = this.#database.prepare(`SELECT * FROM rows WHERE (kind, key) IN (VALUES ${places})`);
    this.#readings.set(count, made);
    return made;
  }

  #applyAll(writes: readonly PreparedWrite[]): boolean {
    const { savepoint, release, takeBack } = this.#statements;
    savepoint.run();
    const held = writes.every((write) => this.#apply(write));
    if (!held) takeBack.run();
    release.run();
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

  #transaction<Result>(work: () => Result): Result {
    const { begin, end } = this.#statements;
    begin.run();
    try {
      const result = work();
      end.run();
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors, such as a full disk
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

const prepareStatements = (database: Database.Database) => ({
  begin: database.prepare('BEGIN IMMEDIATE'),
  end: database.prepare('COMMIT'),
  savepoint: database.prepare('SAVEPOINT one_commit'),
  release: database.prepare('RELEASE one_commit'),
  takeBack: database.prepare('ROLLBACK TO one_commit'),
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
