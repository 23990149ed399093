/** The customer of a transaction, as they were on file when it began. */
import type { AuthorizationServer } from '../authorization-server.ts';
import type { SealedCustomer, TransactionRecord } from './records.ts';

/** Opens what the transaction keeps of its customer. */
export const customerOf = async (
  { ports }: AuthorizationServer,
  transaction: Pick<TransactionRecord, 'customer'>,
): Promise<SealedCustomer> => JSON.parse(await ports.keys.unseal(transaction.customer)) as SealedCustomer; // sealed by this server
