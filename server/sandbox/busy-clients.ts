/** A client directory in which some clients have always used up their quotas. */
import { type Policy, type Snapshot, sandboxClientRows } from '../../model/index.ts';
import type { Resting } from '../exchange/records.ts';
import type { ClientDirectory, Clock, Store } from '../ports.ts';

const busy = new Set(sandboxClientRows.filter(({ isBusy }) => isBusy).map(({ clientId }) => clientId));

/** Uses up the quotas of a busy client, for a window that begins now, before anybody gets to see its registration. */
export const busyClients = (
  clients: ClientDirectory,
  { store, clock, policy }: { readonly store: Store; readonly clock: Clock; readonly policy: Policy },
): ClientDirectory => ({
  async find(clientId) {
    if (busy.has(clientId)) await useUpQuotas(store, clock, policy, clientId);
    return clients.find(clientId);
  },
});

async function useUpQuotas(store: Store, clock: Clock, { limits }: Policy, clientId: string): Promise<void> {
  const machine: Snapshot = {
    value: 'counting',
    context: { starts: limits.startsPerClient, wrongCodes: limits.wrongCodesPerClient },
  };
  const endsAt = clock.now() + limits.clientWindowSeconds * 1000;
  const body: Resting = { machine, timers: { window: endsAt } };
  const [known] = await store.read([{ kind: 'client', key: clientId }]);
  const expectedVersion = known?.version ?? 0;
  // when this is not kept, somebody else has just written the same
  await store.commit([{ kind: 'client', key: clientId, expectedVersion, body, dueAt: null, expiresAt: endsAt }]);
}
