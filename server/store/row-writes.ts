/** What every store asks of a commit before it looks at any row, so that all stores refuse the same mistakes. */
import type { RowReference, RowWrite } from '../ports.ts';

/** A write whose body is already JSON text, so that its caller can no longer change it; undefined deletes the row. */
export interface PreparedWrite extends RowReference {
  readonly expectedVersion: number;
  readonly text: string | undefined;
  readonly dueAt: number | null;
  readonly expiresAt: number | null;
}

/** One text per row, the same for the same row. No kind contains a space. */
export const rowName = (reference: RowReference): string => `${reference.kind} ${reference.key}`;

/** SQLite ends a text at NUL and replaces lone surrogates: two such keys could become one. */
const storableKey = /^[^\0\p{Surrogate}]+$/u;

/**
 * Checks the writes of one commit and turns their bodies into JSON text.
 *
 * @throws TypeError when two writes are for the same row, or a write cannot be stored as it is: a mistake of the caller
 */
export function prepareWrites(writes: readonly RowWrite[]): PreparedWrite[] {
  const named = new Set<string>();
  return writes.map((write) => {
    const name = rowName(write);
    if (named.has(name)) throw new TypeError(`A commit writes a ${write.kind} row twice; merge the two writes`);
    named.add(name);
    return prepareWrite(write);
  });
}

function prepareWrite(write: RowWrite): PreparedWrite {
  const { kind, key, expectedVersion, body, dueAt, expiresAt } = write;
  if (!storableKey.test(key)) throw new TypeError(`The key of a ${kind} row is empty or holds NUL or half a character`);
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0) {
    throw new TypeError(`The expected version of a ${kind} row is ${expectedVersion}, not a whole number from 0`);
  }
  for (const instant of [dueAt, expiresAt]) {
    if (instant !== null && !Number.isSafeInteger(instant)) {
      throw new TypeError(`An instant of a ${kind} row is ${instant}, neither whole milliseconds nor null`);
    }
  }
  // typed as string by the library, although functions and symbols have no JSON text
  const text = JSON.stringify(body) as string | undefined;
  if (text === undefined && body !== undefined) throw new TypeError(`The body of a ${kind} row has no JSON text`);
  return { kind, key, expectedVersion, text, dueAt, expiresAt };
}
