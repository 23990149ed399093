/** A store whose process dies at a chosen commit, as if by `kill -9`. */
import type { Store } from '../../server/ports.ts';

export interface Death {
  /** At which commit of this process's life, from 1. */
  readonly atCommit: number;
  /** Before the commit, while it is on its way, or when it is durable and nobody has been told. */
  readonly moment: (typeof moments)[number];
}

export const moments = ['before', 'during', 'after'] as const;

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('this process is dead');
};

/** A store in front of another one. */
export function mortalStore(store: Store, { atCommit, moment }: Death): Store {
  let commits = 0;
  return {
    read: (references) => store.read(references),
    commit: async (writes) => {
      commits += 1;
      if (commits !== atCommit) return store.commit(writes);
      if (moment === 'before') return die();
      const committed = store.commit(writes);
      if (moment === 'during') setImmediate(die);
      const held = await committed;
      return moment === 'after' ? die() : held;
    },
    due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
    purge: (nowAt) => store.purge(nowAt),
    close: () => store.close(),
  };
}
