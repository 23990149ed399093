/** The store of a sandbox: fails when it is told to, as one does whose database is gone. */
import type { Store } from '../ports.ts';
import type { Faults } from './faults.ts';

/**
 * A store in front of another one. It is a request that meets the fault, and no chore: requests alone ask for the row of
 * a client.
 */
export function faultyStore(store: Store, faults: Faults): Store {
  return {
    read: async (references) => {
      const isRequest = references.some(({ kind }) => kind === 'client');
      if (isRequest && faults.take('store') === 'fails') throw new Error('a fault of the sandbox');
      return store.read(references);
    },
    commit: (writes) => store.commit(writes),
    due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
    purge: (nowAt) => store.purge(nowAt),
    close: () => store.close(),
  };
}
