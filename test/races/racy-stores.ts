/** Stores that lose races on purpose, each by a mistake that has been made before, and one that only makes callers meet. */
import type { RowKind, RowReference, RowWrite, Store } from '../../server/ports.ts';
import type { Gate } from './gate.ts';

const isAbout = (rows: readonly RowReference[], kind: RowKind): boolean => rows.some((row) => row.kind === kind);

const changed = (store: Store, changes: Partial<Store>): Store => ({
  read: (references) => store.read(references),
  commit: (writes) => store.commit(writes),
  due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
  purge: (nowAt) => store.purge(nowAt),
  close: () => store.close(),
  ...changes,
});

/** A store at which those who have read, to decide by it, a row of a kind wait for each other. */
export const meetingStore = (store: Store, gate: Gate, kind: RowKind = 'transaction'): Store =>
  changed(store, {
    latest: async (references) => {
      const rows = await (store.latest ?? store.read).call(store, references);
      if (isAbout(references, kind)) await gate.arrive();
      return rows;
    },
  });

/** A compare-and-set that does not compare: whatever was written meanwhile is overwritten. */
export const blindStore = (store: Store): Store => changed(store, { commit: (writes) => overwrite(store, writes) });

/** Compares, and writes a moment later what somebody else may have changed by then. */
export const splitStore = (store: Store, gate: Gate): Store =>
  changed(store, {
    commit: async (writes) => {
      if (!isAbout(writes, 'transaction')) return store.commit(writes);
      const versions = await versionsOf(store, writes);
      if (writes.some(({ expectedVersion }, place) => expectedVersion !== versions[place])) return false;
      await gate.arrive();
      return overwrite(store, writes);
    },
  });

/** Compares the row of the transaction and no other: budgets that transactions share are not protected. */
export const narrowStore = (store: Store): Store =>
  changed(store, {
    commit: async (writes) => {
      for (;;) {
        const versions = await versionsOf(store, writes);
        const fitting = writes.map((write, place) =>
          write.kind === 'transaction' ? write : { ...write, expectedVersion: versions[place] ?? 0 },
        );
        if (await store.commit(fitting)) return true;
        const now = await versionsOf(store, writes);
        if (writes.some(({ kind, expectedVersion }, place) => kind === 'transaction' && expectedVersion !== now[place]))
          return false;
      }
    },
  });

/** Acknowledges every seventh passcode that is submitted without keeping what came of it. */
export function lossyStore(store: Store): Store {
  let commits = 0;
  return changed(store, {
    commit: async (writes) => {
      // a passcode that was submitted is about both, and sends nothing
      if (!isAbout(writes, 'transaction') || !isAbout(writes, 'account')) return store.commit(writes);
      if (isAbout(writes, 'message')) return store.commit(writes);
      commits += 1;
      return commits % 7 === 0 ? true : store.commit(writes);
    },
  });
}

async function overwrite(store: Store, writes: readonly RowWrite[]): Promise<true> {
  for (;;) {
    const versions = await versionsOf(store, writes);
    if (await store.commit(writes.map((write, place) => ({ ...write, expectedVersion: versions[place] ?? 0 }))))
      return true;
  }
}

const versionsOf = async (store: Store, writes: readonly RowWrite[]): Promise<number[]> =>
  (await store.read(writes)).map((row) => row?.version ?? 0);
