/** Customers by each of the identifiers that name them, one among many. */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { SubjectIdentifier } from '../../../model/index.ts';
import { type CustomerRecord, openCustomerDirectory } from '../../../server/customers/customer-directory.ts';

const customer = (number: number): CustomerRecord => ({
  accountId: `account ${number}`,
  accountNumber: `40-${number}`,
  meterNumber: `M ${number}`,
  address: { street_address: `${number} Sunny Lane`, postal_code: '90001', locality: 'Oakfield' },
  contacts: { sms: `+1202555${number}`, email: `Customer${number}@example.com` },
  uri: `acct:customer${number}@utility.example`,
});

const directory = openCustomerDirectory([1000, 1001, 1002].map(customer));
const found = async (subject: SubjectIdentifier) => (await directory.find(subject))?.accountId;

describe('A customer', () => {
  it.each<SubjectIdentifier>([
    { format: 'phone_number', phone_number: '+12025551001' },
    { format: 'email', email: 'CUSTOMER1001@example.com' },
    { format: 'account', uri: 'acct:customer1001@utility.example' },
    { format: 'account_number', account_number: '401001' },
    { format: 'meter_number', meter_number: 'm-1001' },
    { format: 'postal_address', street_address: '1001 sunny lane', postal_code: '90001' },
    { format: 'postal_address', street_address: '1001 Sunny Lane', postal_code: '90001', locality: 'OAKFIELD' },
  ])('is found by %o', async (subject) => {
    expect(await found(subject)).toBe('account 1001');
  });

  it('is not found by an address whose other parts differ, nor by an identifier of another kind', async () => {
    const street_address = '1001 Sunny Lane';
    expect(await found({ format: 'postal_address', street_address, postal_code: '90002' })).toBeUndefined();
    expect(await found({ format: 'postal_address', street_address, locality: 'Elsewhere' })).toBeUndefined();
    expect(await found({ format: 'account_number', account_number: 'M 1001' })).toBeUndefined();
  });

  it('is not found when another has the same name', async () => {
    const twins = openCustomerDirectory([customer(1000), { ...customer(1001), meterNumber: 'M 1000' }]);
    expect(await twins.find({ format: 'meter_number', meter_number: 'M 1000' })).toBeUndefined();
    expect((await twins.find({ format: 'account_number', account_number: '40-1000' }))?.accountId).toBe('account 1000');
  });

  it('is found as fast among a hundred thousand as among ten', async () => {
    const many = openCustomerDirectory(Array.from({ length: 100_000 }, (_, number) => customer(number)));
    const startedAt = performance.now();
    for (let asked = 0; asked < 1000; asked += 1) {
      await many.find({ format: 'account_number', account_number: `40-${asked * 99}` });
    }
    // looking at every record takes a hundred milliseconds for each of them, and here all thousand take less than a few
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
