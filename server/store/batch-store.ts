/** What a durable store does for `storeOfBatches`: it reads rows, and makes many commits durable at the price of one. */
import type { RowKind, RowReference, StoredRow } from '../ports.ts';
import type { PreparedWrite } from './row-writes.ts';

/** One commit of a batch. */
export interface BatchedCommit {
  readonly writes: readonly PreparedWrite[];
  /** Places of earlier commits of the batch that this one builds on: it cannot hold unless they do. */
  readonly after: readonly number[];
}

export interface BatchStore {
  /** Whether `read` is done when it returns, without another turn of the event loop. */
  readonly readsInPlace: boolean;
  /** The rows as of one moment, in the order asked for. */
  read(references: readonly RowReference[]): Promise<(StoredRow | undefined)[]>;
  /** Makes commits one after the other, each whole or not at all; says which held. Durable when it resolves. */
  commitAll(commits: readonly BatchedCommit[]): Promise<readonly boolean[]>;
  due(kind: RowKind, nowAt: number, limit: number): Promise<StoredRow[]>;
  purge(nowAt: number): Promise<number>;
  close(): Promise<void>;
}
