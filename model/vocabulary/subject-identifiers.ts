/** How a client names a resource owner: the formats of RFC 9493 that fit, and those that utilities need besides. */
import { inRfc, ourDraft, type Row, registeredIn, requestedIn } from './row.ts';

const registry = 'Security Event Identifier Formats';

export interface SubjectIdentifierFormatRow extends Row {
  /** Members of the identifier beside `format`, in the order in which a person would say them. */
  readonly members: readonly string[];
}

export const subjectIdentifierFormats = {
  phoneNumber: {
    name: 'phone_number',
    members: ['phone_number'],
    description: 'Telephone number in E.164 form',
    source: inRfc('rfc9493', '3.2.5'),
    iana: registeredIn(registry),
  },
  email: {
    name: 'email',
    members: ['email'],
    description: 'Email address',
    source: inRfc('rfc9493', '3.2.2'),
    iana: registeredIn(registry),
  },
  account: {
    name: 'account',
    members: ['uri'],
    description: 'Account at a service provider, as an acct URI',
    source: inRfc('rfc9493', '3.2.1'),
    iana: registeredIn(registry),
  },
  accountNumber: {
    name: 'account_number',
    members: ['account_number'],
    description: 'Number of the customer account, as printed on a bill',
    source: ourDraft('subject-identifiers'),
    iana: requestedIn(registry),
  },
  postalAddress: {
    name: 'postal_address',
    members: ['street_address', 'locality', 'region', 'postal_code', 'country'],
    description: 'Postal address at which the service is delivered',
    source: ourDraft('subject-identifiers'),
    iana: requestedIn(registry),
  },
  meterNumber: {
    name: 'meter_number',
    members: ['meter_number'],
    description: 'Number of a meter, as printed on its face or on a bill',
    source: ourDraft('subject-identifiers'),
    iana: requestedIn(registry),
  },
} as const satisfies Record<string, SubjectIdentifierFormatRow>;

export type SubjectIdentifierFormat = keyof typeof subjectIdentifierFormats;
