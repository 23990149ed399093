/** A directory over customer records in memory: those of a file, or those of the sandbox. */
import type { PostalAddressSubject, SubjectIdentifier } from '../../model/index.ts';
import type { Customer, CustomerDirectory } from '../ports.ts';

/** A customer with everything by which they can be named. */
export interface CustomerRecord extends Customer {
  readonly accountNumber: string;
  readonly meterNumber: string;
  readonly address: Omit<PostalAddressSubject, 'format'>;
  /** `acct:` URI, for the few who have a login. */
  readonly uri?: string;
}

/** A directory over records in memory. An identifier that fits none of them, or more than one, finds nobody. */
export function openCustomerDirectory(records: readonly CustomerRecord[]): CustomerDirectory {
  return {
    find: async (subject) => {
      const fitting = records.filter((record) => fits(record, subject));
      return fitting.length === 1 ? fitting[0] : undefined;
    },
    canonical,
  };
}

function canonical(subject: SubjectIdentifier): SubjectIdentifier {
  switch (subject.format) {
    case 'email':
      return { ...subject, email: subject.email.toLowerCase() };
    case 'account_number':
      return { ...subject, account_number: plain(subject.account_number) };
    case 'meter_number':
      return { ...subject, meter_number: plain(subject.meter_number) };
    case 'postal_address':
      // without a postal code it fits nobody here, since the same street is in many towns
      return {
        format: subject.format,
        street_address: plain(subject.street_address),
        postal_code: plain(subject.postal_code ?? ''),
      };
    case 'phone_number':
    case 'account':
      return subject;
  }
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
