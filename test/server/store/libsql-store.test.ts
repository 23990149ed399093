import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibsqlStore } from '../../../server/store/libsql-store.ts';
import { describeStoreContract, increment, rowOf } from './store-contract.ts';
import { write } from './store-write.ts';

let folder: string;
/** A file that does not exist, in a folder that does not exist. */
const newFile = () => join(folder, randomUUID(), 'rows.db');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'libsql-store-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describeStoreContract('libsql', () => openLibsqlStore(newFile()));

describe('the file of the libsql store', () => {
  it('holds the rows for whoever opens it next', async () => {
    const file = newFile();
    const first = openLibsqlStore(file);
    await first.commit([write('a', 0, { kept: true }, { dueAt: 1, expiresAt: 2 })]);
    await first.close();
    const second = openLibsqlStore(file);
    expect(await rowOf(second, 'a')).toMatchObject({ version: 1, body: { kept: true }, dueAt: 1, expiresAt: 2 });
    await second.close();
  });

  it('is in a folder that only its owner can enter', async () => {
    const file = newFile();
    await openLibsqlStore(file).close();
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('can be shared by two stores, and neither loses an increment of the other', async () => {
    const file = newFile();
    const stores = [openLibsqlStore(file), openLibsqlStore(file)];
    await Promise.all(stores.flatMap((store) => Array.from({ length: 32 }, () => increment(store, 'counter'))));
    for (const store of stores) {
      expect((await rowOf(store, 'counter'))?.body).toEqual({ count: 64 });
      await store.close();
    }
  });

  // SQLite takes back the statement only, or the whole transaction by itself
  for (const raised of ['ABORT', 'ROLLBACK']) {
    it(`fails all commits that share a write which fails with ${raised}, and takes the next ones`, async () => {
      const file = newFile();
      const store = openLibsqlStore(file);
      const saboteur = new Database(file);
      saboteur.exec(`CREATE TRIGGER broken BEFORE INSERT ON rows WHEN NEW.key = 'poison'
        BEGIN SELECT RAISE(${raised}, 'disk on fire'); END`);
      const together = await Promise.allSettled(['a', 'poison'].map((key) => store.commit([write(key, 0, 1)])));
      expect(together.map((result) => result.status)).toEqual(['rejected', 'rejected']);
      expect(await rowOf(store, 'a')).toBeUndefined();
      expect(await store.commit([write('a', 0, 2)])).toBe(true);
      saboteur.close();
      await store.close();
    });
  }

  it('is refused with its name and a reason when it is no store', async () => {
    const junk = join(folder, 'junk.db');
    writeFileSync(junk, 'not a database '.repeat(500));
    expect(() => openLibsqlStore(junk)).toThrow(/store .*junk\.db cannot be opened: file is not a database/);
    expect(() => openLibsqlStore(folder)).toThrow(/cannot be opened/);
    expect(() => openLibsqlStore(join(junk, 'below', 'rows.db'))).toThrow(/cannot be opened/);
  });

  it('is refused when a newer program has laid it out', async () => {
    const file = newFile();
    await openLibsqlStore(file).close();
    const newer = new Database(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openLibsqlStore(file)).toThrow(/layout 99/);
  });

  it('holds every commit that had resolved when its process was killed, whole', async () => {
    const file = newFile();
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'committing-child.ts'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(line);
      if (acknowledged.length === 200) child.kill('SIGKILL');
    }
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    const store = openLibsqlStore(file);
    const named = (keys: string[]) => keys.map((key) => ({ kind: 'transaction' as const, key }));
    const kept = await store.read(named(acknowledged));
    const twins = await store.read(named(acknowledged.map((key) => `${key} twin`)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(kept).not.toContain(undefined);
    expect(twins).not.toContain(undefined);
    await store.close();
  }, 30_000);
});
