/** What every store promises, told once and run against each. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowKind, RowWrite, Store } from '../../../server/ports.ts';
import { write } from './store-write.ts';

/** The row of one key, as `read` gives it. */
export const rowOf = async (store: Store, key: string, kind: RowKind = 'transaction') =>
  (await store.read([{ kind, key }]))[0];

/** Adds one to a counter row, trying again until nobody was faster. Says how often somebody was. */
export async function increment(store: Store, key: string): Promise<number> {
  for (let conflicts = 0; ; conflicts += 1) {
    const row = await rowOf(store, key);
    const count = row === undefined ? 0 : (row.body as { count: number }).count; // written below
    if (await store.commit([write(key, row?.version ?? 0, { count: count + 1 })])) return conflicts;
  }
}

/** Declares the tests of the contract for stores that `open` opens, each empty. */
export function describeStoreContract(name: string, open: () => Store | Promise<Store>): void {
  describe(`the ${name} store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives back what was committed, with version 1 after the first write and one more after each', async () => {
      const body = { text: 'é\u0000😀\ud800', list: [1, null, { deep: true }] };
      expect(await store.commit([write('a', 0, body, { dueAt: 5, expiresAt: 1_795_596_664_581 })])).toBe(true);
      const first = { kind: 'transaction', key: 'a', version: 1, body, dueAt: 5, expiresAt: 1_795_596_664_581 };
      expect(await rowOf(store, 'a')).toStrictEqual(first);
      expect(await store.commit([write('a', 1, 'next')])).toBe(true);
      expect(await rowOf(store, 'a')).toStrictEqual({
        ...first,
        version: 2,
        body: 'next',
        dueAt: null,
        expiresAt: null,
      });
    });

    it('reads rows in the order asked for, with undefined where there is none', async () => {
      await store.commit([write('a', 0, 1), write('b', 0, 2), write('a', 0, 3, { kind: 'account' })]);
      const rows = await store.read([
        { kind: 'transaction', key: 'b' },
        { kind: 'message', key: 'a' },
        { kind: 'account', key: 'a' },
        { kind: 'transaction', key: 'a' },
      ]);
      expect(rows.map((row) => row?.body)).toEqual([2, undefined, 3, 1]);
      expect(await store.read([])).toEqual([]);
    });

    it('refuses a write that expects another version than the row has', async () => {
      await store.commit([write('a', 0, 'kept')]);
      for (const expectedVersion of [0, 2, 7]) {
        expect(await store.commit([write('a', expectedVersion, 'lost')]), `version ${expectedVersion}`).toBe(false);
      }
      expect(await store.commit([write('none', 1, 'lost')])).toBe(false);
      expect((await rowOf(store, 'a'))?.body).toBe('kept');
      expect(await rowOf(store, 'none')).toBeUndefined();
    });

    it('deletes a row only at its expected version, and can expect a row not to be there', async () => {
      await store.commit([write('a', 0, 1)]);
      expect(await store.commit([write('a', 2, undefined)])).toBe(false);
      expect(await store.commit([write('a', 0, undefined)])).toBe(false);
      expect(await store.commit([write('a', 1, undefined), write('b', 0, undefined)])).toBe(true);
      expect(await rowOf(store, 'a')).toBeUndefined();
      expect(await store.commit([write('a', 0, 2)])).toBe(true);
      expect((await rowOf(store, 'a'))?.version).toBe(1);
    });

    it('makes all changes of a commit, or none when one of them does not hold', async () => {
      await store.commit([write('a', 0, 'old'), write('b', 0, 'old')]);
      const changes = [write('a', 1, 'new'), write('c', 0, 'new'), write('b', 9, 'new')];
      expect(await store.commit(changes)).toBe(false);
      expect(await store.commit(changes.toReversed())).toBe(false);
      expect([await rowOf(store, 'a'), await rowOf(store, 'b')].map((row) => row?.body)).toEqual(['old', 'old']);
      expect(await rowOf(store, 'c')).toBeUndefined();
      expect(await store.commit([])).toBe(true);
    });

    it('lets exactly one of many commits in the same turn take a version, and harms none beside it', async () => {
      const races = Array.from({ length: 16 }, (_, index) =>
        store.commit([write(`own ${index}`, 0, index), write('shared', 0, index)]),
      );
      const bystanders = Array.from({ length: 16 }, (_, index) =>
        store.commit([write(`bystander ${index}`, 0, index)]),
      );
      const won = (await Promise.all(races)).flatMap((held, index) => (held ? [index] : []));
      expect(won).toHaveLength(1);
      expect(await Promise.all(bystanders)).not.toContain(false);
      expect((await rowOf(store, 'shared'))?.body).toBe(won[0]);
      const own = await store.read(races.map((_, index) => ({ kind: 'transaction', key: `own ${index}` })));
      expect(own.flatMap((row, index) => (row === undefined ? [] : [index]))).toEqual(won);
    });

    it('loses none of 64 parallel increments that are tried again after a conflict', async () => {
      const conflicts = await Promise.all(Array.from({ length: 64 }, () => increment(store, 'counter')));
      expect((await rowOf(store, 'counter'))?.body).toEqual({ count: 64 });
      expect((await rowOf(store, 'counter'))?.version).toBe(64);
      expect(conflicts.some((count) => count > 0)).toBe(true);
    });

    it('keeps its rows apart from the objects of its callers', async () => {
      const body = { count: 1 };
      const committed = store.commit([write('a', 0, body)]);
      body.count = 2;
      await committed;
      const read = await rowOf(store, 'a');
      expect(read?.body).toEqual({ count: 1 });
      (read?.body as { count: number }).count = 3; // checked in the line above
      expect((await rowOf(store, 'a'))?.body).toEqual({ count: 1 });
    });

    it('gives the rows of a kind that are due, oldest first, up to the limit', async () => {
      await store.commit([
        write('third', 0, 1, { dueAt: 300 }),
        write('first', 0, 1, { dueAt: 100 }),
        write('second', 0, 1, { dueAt: 200 }),
        write('later', 0, 1, { dueAt: 301 }),
        write('never', 0, 1),
        write('other', 0, 1, { kind: 'message', dueAt: 50 }),
      ]);
      const keys = async (nowAt: number, limit: number) =>
        (await store.due('transaction', nowAt, limit)).map((row) => row.key);
      expect(await keys(300, 10)).toEqual(['first', 'second', 'third']);
      expect(await keys(300, 2)).toEqual(['first', 'second']);
      expect(await keys(99, 10)).toEqual([]);
      await store.commit([write('first', 1, 1, { dueAt: null }), write('third', 1, 1, { dueAt: 10 })]);
      expect(await keys(300, 10)).toEqual(['third', 'second']);
    });

    it('forgets rows at the instant they expire, not before, and says how many', async () => {
      await store.commit([
        write('gone', 0, 1, { expiresAt: 99 }),
        write('now', 0, 1, { expiresAt: 100 }),
        write('kept', 0, 1, { expiresAt: 101 }),
        write('forever', 0, 1),
      ]);
      expect((await rowOf(store, 'gone'))?.body).toBe(1);
      expect(await store.purge(100)).toBe(2);
      expect(await store.purge(100)).toBe(0);
      const rows = await store.read(['gone', 'now', 'kept', 'forever'].map((key) => ({ kind: 'transaction', key })));
      expect(rows.map((row) => row !== undefined)).toEqual([false, false, true, true]);
    });

    it('forgets more rows than it deletes at once', async () => {
      await store.commit(Array.from({ length: 2500 }, (_, index) => write(`${index}`, 0, 1, { expiresAt: index })));
      expect(await store.purge(2499)).toBe(2500);
    });

    it('rejects writes that only a mistake can ask for, and changes nothing', async () => {
      const mistakes: Record<string, RowWrite[]> = {
        'the same row twice': [write('a', 0, 1), write('a', 1, 2)],
        'an empty key': [write('', 0, 1)],
        'a key with NUL': [write('a\u0000b', 0, 1)],
        'a key with half a character': [write('\ud800', 0, 1)],
        'a negative version': [write('a', -1, 1)],
        'an instant that is no whole number': [write('a', 0, 1, { dueAt: 1.5 })],
        'an instant that is no number': [write('a', 0, 1, { expiresAt: Number.NaN })],
        'a body without JSON text': [write('a', 0, () => 1)],
      };
      for (const [mistake, writes] of Object.entries(mistakes)) {
        await expect(store.commit([write('good', 0, 1), ...writes]), mistake).rejects.toThrow(TypeError);
      }
      expect(await rowOf(store, 'a')).toBeUndefined();
      expect(await rowOf(store, 'good')).toBeUndefined();
    });

    it('finishes the commits that wait when it is closed, and rejects whatever comes later', async () => {
      const waiting = store.commit([write('a', 0, 1)]);
      await store.close();
      expect(await waiting).toBe(true);
      await expect(store.read([{ kind: 'transaction', key: 'a' }])).rejects.toThrow('closed');
      await expect(store.commit([write('b', 0, 1)])).rejects.toThrow('closed');
      await expect(store.due('transaction', 1, 1)).rejects.toThrow('closed');
      await expect(store.purge(1)).rejects.toThrow('closed');
      await store.close();
    });
  });
}
