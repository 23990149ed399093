/** Stores for tests of races and restarts: each kind that a server can run on, and one that loses no race by luck. */
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { openPostgresStore } from '../../server/store/postgres-store.ts';
import { hasPostgres, openPostgres, type PostgresServer } from './postgres-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

type StoreKind = 'memory' | 'libsql' | 'postgres';

/** Those that this machine can open; the tests of the PostgreSQL store say so when they are skipped. */
export const storeKinds: readonly StoreKind[] = ['memory', 'libsql', ...(hasPostgres ? (['postgres'] as const) : [])];

/** One database server for all tests of a file that ask for one. */
let database: Promise<PostgresServer> | undefined;
afterAll(async () => (await database)?.stop());

/** URL of an empty schema in the database server of this test file. */
export async function emptyDatabase(): Promise<string> {
  database ??= openPostgres();
  return (await database).newUrl();
}

/** An empty store of a kind. One in a file removes its folder when it is closed. */
export async function emptyStore(kind: StoreKind): Promise<Store> {
  if (kind === 'memory') return createMemoryStore();
  if (kind === 'postgres') return openPostgresStore(await emptyDatabase());
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
