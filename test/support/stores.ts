/** Stores for tests of races and restarts: each kind that a server can run on, and one that loses no race by luck. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { type StoreKind, StoreRoom } from './store-kinds.ts';

/** One database server for all tests of a file that ask for one. */
const room = new StoreRoom();
afterAll(() => room.close());

/** URL of an empty schema in the database server of this test file. */
export const emptyDatabase = (): Promise<string> => room.emptyDatabase();

/** An empty store of a kind. One in a file removes its folder when it is closed. */
export const emptyStore = (kind: StoreKind): Promise<Store> => room.open(kind);

/** A store whose calls take a few turns of the event loop, as many as `turns` says, so that requests interleave. */
export function slowStore(store: Store, turns: () => number): Store {
  const wait = async (): Promise<void> => {
    for (let left = turns(); left > 0; left -= 1) await nextTurn();
  };
  return {
    read: async (references) => {
      await wait();
      const rows = await store.read(references);
      await wait();
      return rows;
    },
    commit: async (writes) => {
      await wait();
      return store.commit(writes);
    },
    due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
    purge: (nowAt) => store.purge(nowAt),
    close: () => store.close(),
  };
}
