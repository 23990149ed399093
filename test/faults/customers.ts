import type { CustomerRecord } from '../../server/customers/customer-directory.ts';

/** As many customers as there are transactions, so that none spends the budget of another. */
export const customersUpTo = (count: number): CustomerRecord[] =>
  Array.from({ length: count }, (_, number) => ({
    accountId: `account-${number}`,
    accountNumber: `7000-${number}`,
    meterNumber: `F-${number}`,
    address: { street_address: `${number} Fault Lane` },
    contacts: { email: contactOf(number) },
  }));

export const contactOf = (number: number): string => `customer-${number}@example.com`;
