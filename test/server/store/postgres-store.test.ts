import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../server/store/postgres-store.ts';
import { hasOwnPostgres, hasPostgres, openPostgres, unlessSkipped } from '../../support/postgres-server.ts';
import { freePort } from '../../support/server-process.ts';
import { emptyDatabase, emptyStore } from '../../support/stores.ts';
import { describeStoreContract, increment, rowOf } from './store-contract.ts';
import { write } from './store-write.ts';

describe.skipIf(!hasPostgres)(`PostgreSQL${unlessSkipped}`, () => {
  describeStoreContract('PostgreSQL', () => emptyStore('postgres'));

  const opened = async (url: string, patienceMilliseconds = 5000) => {
    const store = await openPostgresStore(url, { patienceMilliseconds });
    onTestFinished(() => store.close());
    return store;
  };
  const asked = async <Row extends pg.QueryResultRow>(url: string, text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Row>(text);
    await client.end();
    return rows;
  };

  describe('the database of the PostgreSQL store', () => {
    it('is laid out once by eight that open it at the same time', async () => {
      const url = await emptyDatabase();
      const stores = await Promise.all(Array.from({ length: 8 }, () => opened(url)));
      expect(await asked(url, 'SELECT version FROM otp_flow_layout')).toEqual([{ version: 2 }]);
      await Promise.all(stores.map((store, index) => store.commit([write(`${index}`, 0, index)])));
      expect(await asked(url, 'SELECT count(*)::int AS rows FROM otp_flow_rows')).toEqual([{ rows: 8 }]);
    });

    it('can be shared by two stores, and neither loses an increment of the other', async () => {
      const url = await emptyDatabase();
      const stores = [await opened(url), await opened(url)];
      await Promise.all(stores.flatMap((store) => Array.from({ length: 32 }, () => increment(store, 'counter'))));
      for (const store of stores) expect((await rowOf(store, 'counter'))?.body).toEqual({ count: 64 });
    });

    it('does not let commits wait in a circle that name the same rows in opposite orders', async () => {
      const url = await emptyDatabase();
      const stores = [await opened(url), await opened(url)];
      const keys = ['a', 'b', 'c', 'd'];
      for (let version = 0; version < 50; version += 1) {
        const commits = stores.map((store, place) =>
          store.commit((place === 0 ? keys : keys.toReversed()).map((key) => write(key, version, { place }))),
        );
        expect((await Promise.all(commits)).toSorted()).toEqual([false, true]);
      }
    });

    it('holds the rows for whoever opens it next, as they were', async () => {
      const url = await emptyDatabase();
      const first = await openPostgresStore(url);
      await first.commit([write('a', 0, { kept: true }, { dueAt: 1, expiresAt: 2 })]);
      await first.close();
      expect(await rowOf(await opened(url), 'a')).toMatchObject({ version: 1, body: { kept: true }, dueAt: 1 });
    });

    it('is refused when a newer program has laid it out, and left as it was', async () => {
      const url = await emptyDatabase();
      await (await openPostgresStore(url)).close();
      await asked(url, 'UPDATE otp_flow_layout SET version = 99');
      await expect(openPostgresStore(url)).rejects.toThrow(/cannot be opened: it has layout 99, known is 2/);
      expect(await asked(url, 'SELECT version FROM otp_flow_layout')).toEqual([{ version: 99 }]);
    });

    it('is refused with its name, a reason, and no password', async () => {
      const secret = randomUUID();
      const url = `postgres://utility:${secret}@127.0.0.1:${await freePort()}/transactions`;
      const refusal = await openPostgresStore(url, { patienceMilliseconds: 1000 }).catch(String);
      expect(refusal).toMatch(/The database 127\.0\.0\.1:\d+\/transactions cannot be opened: .*ECONNREFUSED/);
      expect(refusal).not.toContain(secret);
    });
  });

  it.skipIf(!hasOwnPostgres)(
    'says so while its database is gone, and goes on by itself when it is back',
    {
      timeout: 120_000,
    },
    async () => {
      const server = await openPostgres({ own: true });
      onTestFinished(() => server.stop());
      const store = await opened(await server.newUrl(), 1000);
      expect(await store.commit([write('a', 0, 'before')])).toBe(true);
      await server.kill();
      await expect(store.commit([write('b', 0, 'meanwhile')])).rejects.toThrow();
      await expect(rowOf(store, 'a')).rejects.toThrow();
      await server.start();
      expect((await rowOf(store, 'a'))?.body).toBe('before');
      expect(await rowOf(store, 'b')).toBeUndefined();
      expect(await store.commit([write('b', 0, 'after')])).toBe(true);
    },
  );

  it.skipIf(!hasOwnPostgres)(
    'gives up on a database that does not answer, and is served again when it does',
    {
      timeout: 120_000,
    },
    async () => {
      const server = await openPostgres({ own: true });
      onTestFinished(() => server.stop());
      const store = await opened(await server.newUrl(), 1000);
      expect(await store.commit([write('a', 0, 1)])).toBe(true);
      server.signal('SIGSTOP');
      await expect(store.commit([write('a', 1, 2)])).rejects.toThrow();
      server.signal('SIGCONT');
      const row = await rowOf(store, 'a');
      // it may have happened after all: who gave up waiting cannot know
      expect([1, 2]).toContain(row?.body);
      expect(await store.commit([write('a', row?.version ?? 0, 3)])).toBe(true);
    },
  );
});
