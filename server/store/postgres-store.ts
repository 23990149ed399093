/**
 * Durable rows in a PostgreSQL database, for a server of several processes. A batch of commits is one statement, so that
 * it is one round trip, and whoever dies in the middle of it has done nothing.
 */
import pg from 'pg';
import type { RowKind, RowReference, Store, StoredRow } from '../ports.ts';
import type { BatchedCommit, BatchStore } from './batch-store.ts';
import { layOut } from './postgres-layout.ts';
import { storeOfBatches } from './store-of-batches.ts';
import { inOrder, purgedAtOnce, storedRow, type TableRow } from './table-row.ts';

export interface PostgresOptions {
  /** How many connections each process holds at most. */
  readonly connections?: number;
  /** How long a call waits for the database before it rejects. */
  readonly patienceMilliseconds?: number;
}

/**
 * Opens the store in the database of a URL, and lays it out when it is new. Several processes may open the same one, also
 * at once. A call rejects when the database cannot be reached or is too slow, and the next one tries again; a commit that
 * rejects so may have happened. Every call after `close` rejects.
 *
 * @throws Error that names the database, without its password, and says why it cannot be opened
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { connections = 8, patienceMilliseconds = 5000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patienceMilliseconds,
    query_timeout: patienceMilliseconds,
    statement_timeout: patienceMilliseconds,
    application_name: 'otp-flow',
  });
  // a connection that breaks while nobody uses it is replaced by the next call
  pool.on('error', () => {});
  try {
    const client = await pool.connect();
    await layOut(client).finally(() => client.release());
    return storeOfBatches(new PostgresStore(pool));
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error && error.message !== '' ? error.message : 'it cannot be reached';
    throw new Error(`The database ${nameOf(url)} cannot be opened: ${reason}`, { cause: error });
  }
}

/** A database without what is secret in its URL. */
function nameOf(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL';
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Deadlocks and serialization failures: nothing of the commit has happened, and another one was faster. */
const lostRaces: readonly unknown[] = ['40P01', '40001'];

class PostgresStore implements BatchStore {
  readonly readsInPlace = false;
  readonly #pool: pg.Pool;
  readonly #running = new Set<Promise<unknown>>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> {
    if (references.length === 0) return [];
    const kinds = references.map(({ kind }) => kind);
    const keys = references.map(({ key }) => key);
    const found = await this.#query<TableRow>('read', [kinds, keys]);
    return inOrder(references, found);
  }

  async commitAll(commits: readonly BatchedCommit[]): Promise<readonly boolean[]> {
    const writes = commits.flatMap((commit) => commit.writes);
    let next = 1;
    const firsts = commits.map((commit) => {
      next += commit.writes.length;
      return next - commit.writes.length;
    });
    try {
      const [verdict] = await this.#query<{ held: boolean[] }>('commit', [
        firsts,
        commits.map(({ after }) => `{${after.join(',')}}`),
        writes.map(({ kind }) => kind),
        writes.map(({ key }) => key),
        writes.map(({ expectedVersion }) => expectedVersion),
        writes.map(({ text }) => text ?? null),
        writes.map(({ dueAt }) => dueAt),
        writes.map(({ expiresAt }) => expiresAt),
      ]);
      return verdict?.held ?? [];
    } catch (error) {
      // nothing of the batch has happened, and whoever was faster may be done by the next attempt
      if (error instanceof pg.DatabaseError && lostRaces.includes(error.code)) return commits.map(() => false);
      throw error;
    }
  }

  async due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]> {
    return (await this.#query<TableRow>('due', [kind, nowAt, limit])).map(storedRow);
  }

  async purge(nowAt: number): Promise<number> {
    for (let purged = 0; ; ) {
      const gone = (await this.#query('purge', [nowAt, purgedAtOnce])).length;
      purged += gone;
      if (gone < purgedAtOnce) return purged;
    }
  }

  async close(): Promise<void> {
    // the pool forgets who still waits for a connection when it ends
    await Promise.allSettled(this.#running);
    await this.#pool.end();
  }

  async #query<Row extends pg.QueryResultRow>(name: keyof typeof statements, values: unknown[]): Promise<Row[]> {
    const query = this.#pool.query<Row>({ name, text: statements[name], values });
    this.#running.add(query);
    try {
      return (await query).rows;
    } finally {
      this.#running.delete(query);
    }
  }
}

const statements = {
  read: `SELECT r.* FROM unnest($1::text[], $2::text[]) AS wanted (kind, key)
    JOIN otp_flow_rows r ON r.kind = wanted.kind AND r.key = wanted.key`,
  commit: 'SELECT otp_flow_commit_all($1, $2, $3, $4, $5, $6, $7, $8) AS held',
  due: 'SELECT * FROM otp_flow_rows WHERE kind = $1 AND due_at <= $2 ORDER BY due_at, key LIMIT $3',
  // a row that somebody is writing at this moment is not forgotten now
  purge: `DELETE FROM otp_flow_rows r USING (
      SELECT kind, key FROM otp_flow_rows WHERE expires_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED
    ) AS old WHERE r.kind = old.kind AND r.key = old.key RETURNING 1`,
} as const;
