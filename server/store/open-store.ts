/** Opens the store that the settings name: a file for one process, a database for several. */
import { join } from 'node:path';
import type { Store } from '../ports.ts';
import { openLibsqlStore } from './libsql-store.ts';
import { openPostgresStore } from './postgres-store.ts';

/**
 * The store of a server.
 *
 * @throws Error that names the file or the database and says why it cannot be opened
 */
export const openStore = async ({
  dataFolder,
  databaseUrl,
}: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Store> =>
  databaseUrl === undefined ? openLibsqlStore(join(dataFolder, 'otp-flow.sqlite')) : openPostgresStore(databaseUrl);
