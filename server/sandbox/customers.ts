/** Customers of a utility that does not exist. Numbers and addresses are from ranges that are reserved for fiction. */
import type { PostalAddressSubject, SubjectIdentifier } from '../../model/index.ts';
import type { Customer, CustomerDirectory } from '../ports.ts';

export interface CustomerRecord extends Customer {
  readonly accountNumber: string;
  readonly meterNumber: string;
  readonly address: Omit<PostalAddressSubject, 'format'>;
  /** `acct:` URI, for the few who have a login. */
  readonly uri?: string;
}

const heather: CustomerRecord = {
  accountId: 'account-heather',
  accountNumber: '4002-118-07',
  meterNumber: 'E-5530219',
  address: { street_address: '12 Sunny Lane', locality: 'Oakfield', region: 'CA', postal_code: '90001', country: 'US' },
  contacts: { sms: '+12025550143', voice: '+12025550143', email: 'heather@example.com' },
  uri: 'acct:heather@utility.example',
};

/** The customers of the sandbox: one with everything, one without a phone, two who share an address. */
export const sandboxCustomers: readonly CustomerRecord[] = [
  heather,
  {
    accountId: 'account-omar',
    accountNumber: '4002-220-31',
    meterNumber: 'E-5530777',
    address: { street_address: '8 Mill Road', locality: 'Oakfield', region: 'CA', postal_code: '90002', country: 'US' },
    contacts: { email: 'omar@example.com' },
  },
  ...(['1', '2'] as const).map(
    (unit): CustomerRecord => ({
      accountId: `account-twin-${unit}`,
      accountNumber: `4003-007-0${unit}`,
      meterNumber: `E-660000${unit}`,
      address: {
        street_address: '7 Twin Court',
        locality: 'Oakfield',
        region: 'CA',
        postal_code: '90003',
        country: 'US',
      },
      contacts: { sms: `+1202555017${unit}`, voice: `+1202555017${unit}`, email: `twin${unit}@example.com` },
    }),
  ),
];

/** A directory over records in memory. An identifier that fits none of them, or more than one, finds nobody. */
export function openCustomerDirectory(records: readonly CustomerRecord[]): CustomerDirectory {
  return {
    find: async (subject) => {
      const fitting = records.filter((record) => fits(record, subject));
      return fitting.length === 1 ? fitting[0] : undefined;
    },
  };
}

function fits(record: CustomerRecord, subject: SubjectIdentifier): boolean {
  switch (subject.format) {
    case 'phone_number':
      return record.contacts.sms === subject.phone_number || record.contacts.voice === subject.phone_number;
    case 'email':
      return record.contacts.email?.toLowerCase() === subject.email.toLowerCase();
    case 'account':
      return record.uri === subject.uri;
    case 'account_number':
      return plain(record.accountNumber) === plain(subject.account_number);
    case 'meter_number':
      return plain(record.meterNumber) === plain(subject.meter_number);
    case 'postal_address':
      return (Object.keys(record.address) as (keyof CustomerRecord['address'])[]).every((member) => {
        const given = subject[member];
        return given === undefined || plain(given) === plain(record.address[member] ?? '');
      });
  }
}

/** What is left when case, spaces and punctuation do not count. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
