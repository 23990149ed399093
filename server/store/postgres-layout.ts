/** What the store needs in a PostgreSQL database, made at start by whichever process comes first. */
import type { ClientBase } from 'pg';
import { checkLayout, layoutVersion } from './table-row.ts';

/** Any number that no other program of this database locks. */
const layoutLock = 0x07_0f_10;

/**
 * One call of the function is one compare-and-set over all rows of a commit: one round trip, and one transaction. The
 * rows come sorted, so that two commits which share rows wait for each other instead of in a circle. Deleting what is
 * expected not to be there inserts it first, since only a row can be locked.
 */
const layout = `
  CREATE TABLE IF NOT EXISTS otp_flow_rows (
    kind TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL,
    due_at BIGINT, expires_at BIGINT, PRIMARY KEY (kind, key)
  ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
  CREATE INDEX IF NOT EXISTS otp_flow_rows_due ON otp_flow_rows (kind, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS otp_flow_rows_expired ON otp_flow_rows (expires_at) WHERE expires_at IS NOT NULL;
  CREATE OR REPLACE FUNCTION otp_flow_commit(writes JSON) RETURNS BOOLEAN LANGUAGE plpgsql AS $body$
    DECLARE
      w RECORD;
    BEGIN
      FOR w IN SELECT * FROM json_to_recordset(writes)
        AS x(kind TEXT, key TEXT, expected BIGINT, body TEXT, due BIGINT, expires BIGINT)
      LOOP
        IF w.expected = 0 THEN
          INSERT INTO otp_flow_rows (kind, key, version, body, due_at, expires_at)
            VALUES (w.kind, w.key, 1, coalesce(w.body, ''), w.due, w.expires) ON CONFLICT DO NOTHING;
          IF FOUND AND w.body IS NULL THEN
            DELETE FROM otp_flow_rows r WHERE r.kind = w.kind AND r.key = w.key;
          END IF;
        ELSIF w.body IS NULL THEN
          DELETE FROM otp_flow_rows r WHERE r.kind = w.kind AND r.key = w.key AND r.version = w.expected;
        ELSE
          UPDATE otp_flow_rows r SET version = r.version + 1, body = w.body, due_at = w.due, expires_at = w.expires
            WHERE r.kind = w.kind AND r.key = w.key AND r.version = w.expected;
        END IF;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'OTP01';
        END IF;
      END LOOP;
      RETURN true;
    EXCEPTION WHEN SQLSTATE 'OTP01' THEN
      RETURN false; -- and nothing of it has happened
    END
  $body$;
`;

/**
 * Lays the database out, or finds it laid out. Processes that do so at once wait for each other.
 *
 * @throws Error when a newer program has laid it out, or when the role may not create tables
 */
export async function layOut(client: ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [layoutLock]);
    await client.query('CREATE TABLE IF NOT EXISTS otp_flow_layout (version INTEGER NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM otp_flow_layout');
    const found = rows[0]?.version ?? 0;
    checkLayout(found);
    if (found < layoutVersion) {
      await client.query(layout);
      await client.query('DELETE FROM otp_flow_layout');
      await client.query('INSERT INTO otp_flow_layout (version) VALUES ($1)', [layoutVersion]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // the first error says more
    throw error;
  }
}
