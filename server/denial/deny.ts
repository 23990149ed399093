/** A resource owner says "this was not me", by whatever way: the transaction's machine decides what that means. */
import { performEvent } from '../../model/index.ts';
import type { AuthorizationServer } from '../authorization-server.ts';
import { carriedOut, partyWrites } from '../exchange/conduct.ts';
import { contactKey } from '../exchange/outgoing.ts';
import { bodyOf, type ContactRecord, type DenialRecord, transactionInLog } from '../exchange/records.ts';
import { situationOf } from '../exchange/situation.ts';

/** Denies the transaction that a message's denial token points at. Unknown tokens do nothing, and nobody is told. */
export async function denyByToken(server: AuthorizationServer, denialToken: string): Promise<void> {
  const key = server.ports.keys.keyedHash('denial', denialToken);
  const [row] = await server.ports.store.read([{ kind: 'denial', key }]);
  if (row !== undefined) await denyTransaction(server, bodyOf<DenialRecord>(row).transaction);
}

/** Denies the transactions of the latest messages to a contact: somebody there replied that it was not them. */
export async function denyByContact(server: AuthorizationServer, contact: string): Promise<void> {
  const [row] = await server.ports.store.read([{ kind: 'contact', key: contactKey(server, contact) }]);
  const { transactions } = row === undefined ? { transactions: [] } : bodyOf<ContactRecord>(row);
  for (const transaction of transactions) await denyTransaction(server, transaction);
}

async function denyTransaction(server: AuthorizationServer, transactionKey: string): Promise<void> {
  for (;;) {
    const situation = await situationOf(server, { transactionKey });
    if (situation.transaction === undefined) return;
    const { parties, effects } = performEvent(server.machines, situation.parties, 'transaction', 'denial.received');
    const draft = await carriedOut(server, situation, effects, situation.transaction, { transactionKey });
    const after = { ...situation, parties, timers: draft?.timers ?? situation.timers };
    const writes = [...partyWrites(situation, after, new Set(['transaction']), draft), ...(draft?.writes ?? [])];
    if (await server.ports.store.commit(writes)) {
      server.ports.log.note('transaction.denied', {
        state: parties.transaction.value,
        transaction: transactionInLog(transactionKey),
      });
      return;
    }
  }
}
