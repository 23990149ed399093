/** Servers whose check and count is not one step: of two requests at a time, one forgets what the other did. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RowKind, Store } from '../../server/ports.ts';
import { type Mutant, mutantsOf, type Plant, row } from './mutant.ts';

/** The last write of these rows wins, whatever was read before; between reading and writing there is a moment. */
const lastWins = (...kinds: readonly RowKind[]): Plant => ({
  parts: (parts) => {
    const { store } = parts.ports;
    const wrong: Store = {
      read: async (references) => {
        const rows = await store.read(references);
        if (references.some(({ kind }) => kinds.includes(kind))) await delay(2);
        return rows;
      },
      commit: async (writes) => {
        const current = await store.read(writes);
        const forced = writes.map((write, place) =>
          kinds.includes(write.kind) ? { ...write, expectedVersion: current[place]?.version ?? 0 } : write,
        );
        return store.commit(forced);
      },
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
    };
    return { ...parts, ports: { ...parts.ports, store: wrong } };
  },
});

export const raceMutants: readonly Mutant[] = mutantsOf('race', {
  'nothing-atomic': row(
    'does not compare, count and grant in one step',
    ['transaction/atomic-check', 'transaction/single-grant'],
    lastWins('transaction', 'grant', 'account', 'client', 'seen'),
  ),
  'transactions-not-atomic': row(
    'loses what happened to a transaction at the same moment',
    ['transaction/atomic-check', 'transaction/single-grant'],
    lastWins('transaction'),
  ),
  'accounts-not-atomic': row(
    'loses counts of an account and of a client that change at the same moment',
    ['transaction/atomic-check', 'account/wrong-code-budget'],
    lastWins('account', 'client'),
  ),
  'clients-not-atomic': row(
    'loses counts of a client that change at the same moment',
    ['transaction/atomic-check', 'client/start-quota'],
    lastWins('client'),
  ),
  'grants-not-atomic': row(
    'loses what happened to a grant at the same moment',
    ['refresh-token/rotation', 'refresh-token/reuse-revokes'],
    lastWins('grant'),
  ),
  'assertions-not-atomic': row(
    'takes an assertion twice that comes twice at the same moment',
    ['request/assertion-once'],
    lastWins('seen'),
  ),
});
