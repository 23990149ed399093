/** What the store needs in a PostgreSQL database, made at start by whichever process comes first. */
import type { ClientBase } from 'pg';
import { checkLayout, layoutVersion } from './table-row.ts';

/** Any number that no other program of this database locks. */
const layoutLock = 0x07_0f_10;

/**
 * One call of the function is one batch: one round trip, and one transaction. It locks the rows of all its commits in one
 * order, so that two batches which share rows wait for each other instead of in a circle. Then each commit is made: first
 * what it expects is looked at, then its new rows are put in, which another batch may do at the same moment, and only when
 * all of them are in is the rest written. Nothing has to be undone but new rows that nobody else has seen.
 */
const layout = `
  CREATE TABLE IF NOT EXISTS otp_flow_rows (
    kind TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL,
    due_at BIGINT, expires_at BIGINT, PRIMARY KEY (kind, key)
  ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
  CREATE INDEX IF NOT EXISTS otp_flow_rows_due ON otp_flow_rows (kind, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS otp_flow_rows_expired ON otp_flow_rows (expires_at) WHERE expires_at IS NOT NULL;
  CREATE OR REPLACE FUNCTION otp_flow_commit_all(
    firsts INTEGER[], afters TEXT[],
    kinds TEXT[], keys TEXT[], expected BIGINT[], bodies TEXT[], due BIGINT[], expires BIGINT[]
  ) RETURNS BOOLEAN[] LANGUAGE plpgsql AS $body$
    DECLARE
      verdicts BOOLEAN[] := '{}';
      held BOOLEAN;
      place INTEGER;
      last INTEGER;
      done INTEGER;
      found_version BIGINT;
    BEGIN
      PERFORM 1 FROM otp_flow_rows r JOIN unnest(kinds, keys) AS w(kind, key)
          ON r.kind = w.kind COLLATE "C" AND r.key = w.key COLLATE "C"
        ORDER BY r.kind, r.key FOR UPDATE OF r;
      FOR c IN 1 .. cardinality(firsts) LOOP
        held := true;
        FOREACH place IN ARRAY afters[c]::INTEGER[] LOOP
          held := held AND verdicts[place + 1];
        END LOOP;
        last := coalesce(firsts[c + 1] - 1, cardinality(kinds));
        FOR w IN firsts[c] .. last LOOP
          EXIT WHEN NOT held;
          SELECT version INTO found_version FROM otp_flow_rows r WHERE r.kind = kinds[w] AND r.key = keys[w];
          held := coalesce(found_version, 0) = expected[w];
        END LOOP;
        done := firsts[c] - 1;
        FOR w IN firsts[c] .. last LOOP
          EXIT WHEN NOT held;
          IF expected[w] = 0 THEN
            INSERT INTO otp_flow_rows (kind, key, version, body, due_at, expires_at)
              VALUES (kinds[w], keys[w], 1, coalesce(bodies[w], ''), due[w], expires[w]) ON CONFLICT DO NOTHING;
            held := FOUND;
          END IF;
          done := CASE WHEN held THEN w ELSE done END;
        END LOOP;
        FOR w IN firsts[c] .. CASE WHEN held THEN last ELSE done END LOOP
          IF expected[w] = 0 AND (NOT held OR bodies[w] IS NULL) THEN
            DELETE FROM otp_flow_rows r WHERE r.kind = kinds[w] AND r.key = keys[w];
          ELSIF held AND expected[w] > 0 THEN
            IF bodies[w] IS NULL THEN
              DELETE FROM otp_flow_rows r WHERE r.kind = kinds[w] AND r.key = keys[w] AND r.version = expected[w];
            ELSE
              UPDATE otp_flow_rows r
                SET version = r.version + 1, body = bodies[w], due_at = due[w], expires_at = expires[w]
                WHERE r.kind = kinds[w] AND r.key = keys[w] AND r.version = expected[w];
            END IF;
            IF NOT FOUND THEN
              -- it came back after the locks were taken: nothing of the batch happens
              RAISE EXCEPTION 'a row was replaced meanwhile' USING ERRCODE = 'serialization_failure';
            END IF;
          END IF;
        END LOOP;
        verdicts := verdicts || held;
      END LOOP;
      RETURN verdicts;
    END
  $body$;
  DROP FUNCTION IF EXISTS otp_flow_commit(JSON);
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
