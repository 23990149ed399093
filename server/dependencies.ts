/**
 * What the authorization server depends on and cannot answer without: its store and the customer records. When one of
 * them fails, nothing is wrong with the request, and the client is told so instead of something about its request.
 */
import type { CustomerDirectory, Store } from './ports.ts';
import { latestRows } from './store/latest-rows.ts';

/** A dependency did not answer, or not in time. A change that was asked of it may have happened. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** The same store; what it rejects with is `Unavailable`, but for mistakes of its caller. */
export const dependableStore = (store: Store): Store => ({
  read: (references) => available('store', () => store.read(references)),
  latest: (references) => available('store', () => latestRows(store, references)),
  commit: (writes) => available('store', () => store.commit(writes)),
  due: (kind, nowAt, limit) => available('store', () => store.due(kind, nowAt, limit)),
  purge: (nowAt) => available('store', () => store.purge(nowAt)),
  close: () => store.close(),
});

/** The same directory; what it rejects with is `Unavailable`. */
export const dependableCustomers = (customers: CustomerDirectory): CustomerDirectory => ({
  find: (subject) => available('customer records', () => customers.find(subject)),
  canonical: (subject) => customers.canonical(subject),
});

async function available<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TypeError || error instanceof Unavailable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(`the ${name} failed: ${reason}`, { cause: error });
  }
}
