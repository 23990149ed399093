/** Empty stores of each kind that a server can run on, for tests and for programs that are none. */
import { join } from 'node:path';
import type { Store } from '../../server/ports.ts';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { openPostgresStore } from '../../server/store/postgres-store.ts';
import { hasPostgres, openPostgres, type PostgresServer } from './postgres-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type StoreKind = 'memory' | 'libsql' | 'postgres';

/** Those that this machine can open; the tests of the PostgreSQL store say so when they are skipped. */
export const storeKinds: readonly [StoreKind, ...StoreKind[]] = [
  'memory',
  'libsql',
  ...(hasPostgres ? (['postgres'] as const) : []),
];

export type StoreOpener = (kind: StoreKind) => Promise<Store>;

/** Opens stores; its database server is started for the first that needs one. */
export class StoreRoom {
  #database: Promise<PostgresServer> | undefined;

  /** URL of an empty schema in the database server. */
  async emptyDatabase(): Promise<string> {
    this.#database ??= openPostgres();
    return (await this.#database).newUrl();
  }

  /** An empty store of a kind. One in a file removes its folder when it is closed. */
  readonly open: StoreOpener = async (kind) => {
    if (kind === 'memory') return createMemoryStore();
    if (kind === 'postgres') return openPostgresStore(await this.emptyDatabase());
    const folder = temporaryFolder();
    const store = openLibsqlStore(join(folder.path, 'store.sqlite'));
    const close = store.close.bind(store);
    return Object.assign(store, {
      close: async () => {
        await close();
        folder.remove();
      },
    });
  };

  /** Stops the database server. */
  async close(): Promise<void> {
    await (await this.#database)?.stop();
  }
}
