/** What became of messages: seen where they are written, since nobody else keeps it. */
import { type DeliveryMethod, type MessageFate, sandboxCustomerRows } from '../../model/index.ts';
import { bodyOf, type MessageRecord } from '../exchange/records.ts';
import type { Clock, KeyRing, OutgoingMessage, RowWrite, Store, StoredRow } from '../ports.ts';

export interface Delivery {
  /** Which passcode of the transaction the message carries, from 1; null for a notice. */
  readonly codeNumber: number | null;
  readonly method: DeliveryMethod;
  /** How often a gateway refused it. */
  readonly refusals: number;
  readonly fate: MessageFate | 'queued';
}

export interface Deliveries {
  /** The messages of a transaction, by its key in the store, newest first. */
  list(transactionKey: string): readonly Delivery[];
}

interface Seen extends Delivery {
  readonly transaction: string;
}

const lateContacts = new Set(
  sandboxCustomerRows.flatMap(({ magic, contacts }) => (magic?.messages === 'late' ? Object.values(contacts) : [])),
);

/** Messages of one process are few; what is older makes room. */
const capacity = 1_000;

/** A store that looks after the messages written into another one, and lets those of some customers wait too long. */
export function storeWithDeliveries(
  store: Store,
  keys: Pick<KeyRing, 'unseal'>,
  clock: Clock,
): { readonly store: Store; readonly deliveries: Deliveries } {
  const seen = new Map<string, Seen>();

  const noteNew = async (write: RowWrite): Promise<RowWrite> => {
    const record = recordOf(write);
    if (write.expectedVersion !== 0 || record?.sealed == null) return write;
    const { contact } = JSON.parse(await keys.unseal(record.sealed)) as OutgoingMessage; // sealed by this server
    return lateContacts.has(contact) ? { ...write, dueAt: record.lapsesAt } : write;
  };

  const note = async (write: RowWrite): Promise<void> => {
    const record = recordOf(write);
    const known = seen.get(write.key);
    if (record === undefined) {
      if (known !== undefined) seen.set(write.key, { ...known, fate: 'withheld' });
      return;
    }
    const { method } = known ?? (JSON.parse(await keys.unseal(record.sealed ?? '')) as OutgoingMessage); // new, so it is still sealed
    seen.set(write.key, {
      transaction: record.transaction,
      codeNumber: record.codeNumber,
      method,
      refusals: Number(record.machine.context.attempts ?? 0),
      fate: fateOf(record, clock.now()),
    });
    const [oldest] = seen.keys();
    if (seen.size > capacity && oldest !== undefined) seen.delete(oldest);
  };

  return {
    store: {
      read: (references) => store.read(references),
      due: (kind, nowAt, limit) => store.due(kind, nowAt, limit),
      purge: (nowAt) => store.purge(nowAt),
      close: () => store.close(),
      async commit(writes) {
        const changed = await Promise.all(writes.map((write) => (write.kind === 'message' ? noteNew(write) : write)));
        const held = await store.commit(changed);
        if (held) for (const write of changed) if (write.kind === 'message') await note(write);
        return held;
      },
    },
    deliveries: {
      list: (transactionKey) =>
        [...seen.values()]
          .filter(({ transaction }) => transaction === transactionKey)
          .map(({ transaction: _, ...delivery }) => delivery)
          .reverse(),
    },
  };
}

const recordOf = ({ body, ...row }: RowWrite): MessageRecord | undefined =>
  body === undefined ? undefined : bodyOf<MessageRecord>({ ...row, body, version: 0 } satisfies StoredRow);

/** What a message that is no decoy has come to. One that was dropped had lapsed, or else was superseded: the outbox looks in this order. */
function fateOf({ machine, lapsesAt }: MessageRecord, nowAt: number): Delivery['fate'] {
  switch (machine.value) {
    case 'delivered':
    case 'failed':
      return machine.value;
    case 'dropped':
      return nowAt >= lapsesAt ? 'lapsed' : 'superseded';
    default:
      return 'queued';
  }
}
