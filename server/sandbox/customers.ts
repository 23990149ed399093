/** The customer records of the sandbox. */
import { type SandboxCustomer, sandboxCustomerRows } from '../../model/index.ts';
import type { CustomerRecord } from '../customers/customer-directory.ts';

/** The account of a customer of the sandbox. */
export const accountIdOf = ({ id }: Pick<SandboxCustomer, 'id'>): string => `account-${id}`;

/** The customers of the sandbox, as the utility knows them. */
export const sandboxCustomers: readonly CustomerRecord[] = sandboxCustomerRows.map(
  ({ id, story: _story, magic: _magic, ...record }) => ({ accountId: accountIdOf({ id }), ...record }),
);
