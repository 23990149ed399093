/** Stores for tests of races and restarts: each kind that a server can run on, and one that loses no race by luck. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../../server/ports.ts';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';

/** An empty folder, and what removes it again. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'otp-flow-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const storeKinds = ['memory', 'libsql'] as const;

/** An empty store of a kind. One in a file removes its folder when it is closed. */
export function emptyStore(kind: (typeof storeKinds)[number]): Store {
  if (kind === 'memory') return createMemoryStore();
  const folder = temporaryFolder();
  const store = openLibsqlStore(join(folder.path, 'store.sqlite'));
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async () => {
      await close();
      folder.remove();
    },
  });
}

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
