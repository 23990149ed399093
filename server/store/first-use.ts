/** Identifiers that can be used once: a row that is written is one that was used. */
import type { KeyRing, Store } from '../ports.ts';

/**
 * Uses an identifier up; says whether this was its first use. Of several uses at the same time, one is the first, also
 * between processes.
 *
 * @param parts what tells it from every other one
 * @param expiresAt until when a repetition could be taken for a first use, in epoch milliseconds
 */
export const isFirstUse = (
  { store, keys }: { readonly store: Pick<Store, 'commit'>; readonly keys: Pick<KeyRing, 'keyedHash'> },
  parts: readonly unknown[],
  expiresAt: number,
): Promise<boolean> =>
  store.commit([
    {
      kind: 'seen',
      key: keys.keyedHash('seen', JSON.stringify(parts)),
      expectedVersion: 0,
      body: {},
      dueAt: null,
      expiresAt,
    },
  ]);
