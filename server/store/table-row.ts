/** The one table of the stores that speak SQL, as they read it. */
import type { RowKind, RowReference, StoredRow } from '../ports.ts';
import { rowName } from './row-writes.ts';

/** Raised when the table changes its shape, so that an older program does not misread a newer store. */
export const layoutVersion = 2;

/** Bounds how long one step of a purge keeps others waiting. */
export const purgedAtOnce = 1000;

/** A row of the table; PostgreSQL hands over its big integers as text. */
export interface TableRow {
  readonly kind: RowKind;
  readonly key: string;
  readonly version: number | string;
  readonly body: string;
  readonly due_at: number | string | null;
  readonly expires_at: number | string | null;
}

/** The row as the port promises it. */
export const storedRow = (row: TableRow): StoredRow => ({
  kind: row.kind,
  key: row.key,
  version: Number(row.version),
  body: JSON.parse(row.body),
  dueAt: row.due_at === null ? null : Number(row.due_at),
  expiresAt: row.expires_at === null ? null : Number(row.expires_at),
});

/** The rows that were found, in the order in which they were asked for; undefined where there is none. */
export function inOrder(references: readonly RowReference[], found: readonly TableRow[]): (StoredRow | undefined)[] {
  const rows = new Map(found.map((row) => [rowName(row), row]));
  return references.map((reference) => {
    const row = rows.get(rowName(reference));
    return row && storedRow(row);
  });
}

/**
 * Fails when a store was laid out by a newer program.
 *
 * @throws Error that names both versions
 */
export function checkLayout(found: number): void {
  if (found > layoutVersion) throw new Error(`it has layout ${found}, known is ${layoutVersion}`);
}
