/** Commits in batches: what waits is seen by whoever asks for it, and nothing that is built on it holds unless it does. */
import { describe, expect, it } from 'vitest';
import type { BatchedCommit, BatchStore } from '../../../server/store/batch-store.ts';
import { storeOfBatches } from '../../../server/store/store-of-batches.ts';
import { write } from './store-write.ts';

/** A disk that a test lets turn: batches wait until it says what becomes of them. */
function stubbornDisk() {
  const batches: { readonly commits: readonly BatchedCommit[]; readonly end: (held: boolean[] | Error) => void }[] = [];
  const arrived: (() => void)[] = [];
  const base: BatchStore = {
    readsInPlace: true,
    read: async (references) => references.map(() => undefined),
    commitAll: (commits) =>
      new Promise((resolve, reject) => {
        const end = (held: boolean[] | Error) => (held instanceof Error ? reject(held) : resolve(held));
        batches.push({ commits, end });
        arrived.shift()?.();
      }),
    due: async () => [],
    purge: async () => 0,
    close: async () => {},
  };
  return {
    store: storeOfBatches(base),
    /** The next batch that reaches the disk. */
    batch: async () => {
      if (batches.length === 0) await new Promise<void>((resolve) => arrived.push(resolve));
      const [batch] = batches.splice(0, 1);
      if (batch === undefined) throw new Error('a batch has arrived, and is not there');
      return batch;
    },
  };
}

const a = { kind: 'transaction', key: 'a' } as const;
const keysOf = (commits: readonly BatchedCommit[]) => commits.map(({ writes }) => writes.map(({ key }) => key).join());

describe('commits in batches', () => {
  it('show what waits to whoever asks for the latest rows, and not to others', async () => {
    const { store, batch } = stubbornDisk();
    const committed = store.commit([write('a', 0, 'waits')]);
    expect((await store.latest?.([a]))?.[0]).toMatchObject({ version: 1, body: 'waits' });
    expect(await store.read([a])).toEqual([undefined]);
    (await batch()).end([true]);
    expect(await committed).toBe(true);
  });

  it('let commits that build on each other share a batch, in order, each naming what it builds on', async () => {
    const { store, batch } = stubbornDisk();
    const all = Promise.all([
      store.commit([write('a', 0, 1)]),
      store.commit([write('b', 0, 1)]),
      store.commit([write('a', 1, 2)]),
      store.commit([write('a', 2, 3), write('b', 1, 2)]),
    ]);
    const { commits, end } = await batch();
    expect(commits.map(({ after }) => after)).toEqual([[], [], [0], [2, 1]]);
    end([true, true, true, true]);
    expect(await all).toEqual([true, true, true, true]);
  });

  it('refuse a commit at once that expects another version than the one that waits', async () => {
    const { store, batch } = stubbornDisk();
    const first = store.commit([write('a', 0, 1)]);
    expect(await store.commit([write('a', 0, 'late')])).toBe(false);
    (await batch()).end([true]);
    expect(await first).toBe(true);
  });

  it('lose what was built on a commit that did not hold, without asking the disk, and what was built on that', async () => {
    const { store, batch } = stubbornDisk();
    const first = store.commit([write('a', 0, 1)]);
    const { end } = await batch();
    const later = [store.commit([write('a', 1, 2), write('own', 0, 1)]), store.commit([write('own', 1, 2)])];
    const bystander = store.commit([write('bystander', 0, 1)]);
    end([false]); // another process was faster
    expect(await first).toBe(false);
    const next = await batch();
    expect(keysOf(next.commits)).toEqual(['bystander']);
    next.end([true]);
    expect(await Promise.all([...later, bystander])).toEqual([false, false, true]);
    expect(await store.latest?.([a, { ...a, key: 'own' }])).toEqual([undefined, undefined]);
  });

  it('lose what was built on a commit of which nobody knows whether it happened, and tell its caller so', async () => {
    const { store, batch } = stubbornDisk();
    const first = store.commit([write('a', 0, 1)]);
    const { end } = await batch();
    const later = store.commit([write('a', 1, 2)]);
    end(new Error('the disk is on fire'));
    await expect(first).rejects.toThrow('the disk is on fire');
    expect(await later).toBe(false);
  });

  it('show a deleted row as gone, and let it be written again in the same batch', async () => {
    const { store, batch } = stubbornDisk();
    const all = [
      store.commit([write('a', 0, 1)]),
      store.commit([write('a', 1, undefined)]),
      store.commit([write('a', 0, 2)]),
    ];
    expect((await store.latest?.([a]))?.[0]).toMatchObject({ version: 1, body: 2 });
    (await batch()).end([true, true, true]);
    expect(await Promise.all(all)).toEqual([true, true, true]);
  });

  it('end what waits before they close, and take nothing afterwards', async () => {
    const { store, batch } = stubbornDisk();
    const committed = store.commit([write('a', 0, 1)]);
    const closed = store.close();
    (await batch()).end([true]);
    expect(await committed).toBe(true);
    await closed;
    await expect(store.commit([write('a', 1, 2)])).rejects.toThrow('closed');
    await expect(store.latest?.([a])).rejects.toThrow('closed');
  });
});

describe('a row that was read while it was on its way to the disk', () => {
  it('is not given as it was before, however late the read comes back', async () => {
    let late: (() => void) | undefined;
    const store = storeOfBatches({
      readsInPlace: false,
      read: (references) => new Promise((resolve) => (late = () => resolve(references.map(() => undefined)))),
      commitAll: async (commits) => commits.map(() => true),
      due: async () => [],
      purge: async () => 0,
      close: async () => {},
    });
    const read = store.latest?.([a]); // asks the disk, which has no such row yet
    expect(await store.commit([write('a', 0, 'on disk')])).toBe(true);
    late?.();
    expect((await read)?.[0]).toMatchObject({ version: 1, body: 'on disk' });
    const again = store.latest?.([a]); // nobody needs to remember it any longer
    late?.();
    expect(await again).toEqual([undefined]);
  });
});
