import type { RowReference, RowWrite, Store } from '../../server/ports.ts';

export interface RecordingStore extends Store {
  /** Commits that held, oldest first. */
  readonly commits: readonly (readonly RowWrite[])[];
  /** Rows that were asked for, oldest first. */
  readonly asked: readonly RowReference[];
}

/** A store that remembers what was read and written, and otherwise does what the given one does. */
export function recordingStore(store: Store): RecordingStore {
  const commits: (readonly RowWrite[])[] = [];
  const asked: RowReference[] = [];
  return {
    commits,
    asked,
    read: (references) => {
      asked.push(...references);
      return store.read(references);
    },
    commit: async (writes) => {
      const held = await store.commit(writes);
      if (held) commits.push(writes);
      return held;
    },
    due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
    purge: (nowAt) => store.purge(nowAt),
    close: () => store.close(),
  };
}
