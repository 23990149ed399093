/** A directory over customer records in memory: those of a file, or those of the sandbox. */
import { type PostalAddressSubject, type SubjectIdentifier, subjectIdentifierFormats } from '../../model/index.ts';
import type { Customer, CustomerDirectory } from '../ports.ts';

/** A customer with everything by which they can be named. */
export interface CustomerRecord extends Customer {
  readonly accountNumber: string;
  readonly meterNumber: string;
  readonly address: Omit<PostalAddressSubject, 'format'>;
  /** `acct:` URI, for the few who have a login. */
  readonly uri?: string;
}

/**
 * A directory over records in memory. An identifier that fits none of them, or more than one, finds nobody. A search
 * takes as long among a million records as among ten: it looks at those only that share the telling part of their name.
 */
export function openCustomerDirectory(records: readonly CustomerRecord[]): CustomerDirectory {
  const index = new Map<string, CustomerRecord[]>();
  for (const record of records) {
    for (const name of new Set(namesOf(record))) {
      const others = index.get(name);
      if (others === undefined) index.set(name, [record]);
      else others.push(record);
    }
  }
  return {
    find: async (subject) => {
      const fitting = (index.get(nameOf(subject)) ?? []).filter((record) => fits(record, subject));
      return fitting.length === 1 ? fitting[0] : undefined;
    },
    canonical,
  };
}

/** The subject identifiers of a record, each by its telling part. */
const namesOf = ({ contacts, uri, accountNumber, meterNumber, address }: CustomerRecord): string[] => [
  ...[contacts.sms, contacts.voice].flatMap((number) =>
    number === undefined ? [] : [nameOf({ format: subjectIdentifierFormats.phoneNumber.name, phone_number: number })],
  ),
  ...(contacts.email === undefined
    ? []
    : [nameOf({ format: subjectIdentifierFormats.email.name, email: contacts.email })]),
  ...(uri === undefined ? [] : [nameOf({ format: subjectIdentifierFormats.account.name, uri })]),
  nameOf({ format: subjectIdentifierFormats.accountNumber.name, account_number: accountNumber }),
  nameOf({ format: subjectIdentifierFormats.meterNumber.name, meter_number: meterNumber }),
  nameOf({ format: subjectIdentifierFormats.postalAddress.name, ...address }),
];

/** What every record that fits a subject identifier has in common with it; of an address the street, which has to be told. */
function nameOf(subject: SubjectIdentifier): string {
  switch (subject.format) {
    case 'phone_number':
      return `${subject.format} ${subject.phone_number}`;
    case 'email':
      return `${subject.format} ${subject.email.toLowerCase()}`;
    case 'account':
      return `${subject.format} ${subject.uri}`;
    case 'account_number':
      return `${subject.format} ${plain(subject.account_number)}`;
    case 'meter_number':
      return `${subject.format} ${plain(subject.meter_number)}`;
    case 'postal_address':
      return `${subject.format} ${plain(subject.street_address)}`;
  }
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
