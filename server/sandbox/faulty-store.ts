/** The store of a sandbox: fails when it is told to, as one does whose database is gone. */
import type { Store } from '../ports.ts';
import type { Faults } from './faults.ts';

/** A store in front of another one. Chores are not disturbed, so that it is a request which meets the fault. */
export function faultyStore(store: Store, faults: Faults): Store {
  const asked = <Value>(ask: () => Promise<Value>): Promise<Value> =>
    faults.take('store') === 'fails' ? Promise.reject(new Error('a fault of the sandbox')) : ask();
  return {
    read: (references) => asked(() => store.read(references)),
    commit: (writes) => asked(() => store.commit(writes)),
    due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
    purge: (nowAt) => store.purge(nowAt),
    close: () => store.close(),
  };
}
