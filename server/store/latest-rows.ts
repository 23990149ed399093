import type { RowReference, Store, StoredRow } from '../ports.ts';

/** The newest rows that a store can show: those of `latest`, or of `read` where a store knows no others. */
export const latestRows = (store: Store, references: readonly RowReference[]): Promise<(StoredRow | undefined)[]> =>
  store.latest?.(references) ?? store.read(references);
