/** How a passcode reaches the resource owner. The rows seed the registry that the draft creates. */
import { ourDraft, type Row, requestedIn } from './row.ts';

export interface DeliveryMethodRow extends Row {
  /** What kind of contact on file the method needs. */
  readonly contact: 'phone number' | 'email address' | 'postal address';
  /** Name of the limit that bounds the life of a passcode sent this way. */
  readonly life: 'smsCodeLifeSeconds' | 'voiceCodeLifeSeconds' | 'emailCodeLifeSeconds' | 'postalCodeLifeSeconds';
  /** The life of a transaction in which a passcode was sent this way is longer by the life of a passcode. */
  readonly lengthensTransaction?: true;
  /** Whether the reference server offers it without being told where to; a method that is not served is not announced. */
  readonly served: boolean;
}

const iana = requestedIn('OTP Delivery Methods');
const source = ourDraft('delivery-methods');

export const deliveryMethods = {
  sms: {
    name: 'sms',
    description: 'Text message to a phone number on file',
    contact: 'phone number',
    life: 'smsCodeLifeSeconds',
    served: true,
    source,
    iana,
  },
  voice: {
    name: 'voice',
    description: 'Telephone call that speaks the passcode to a phone number on file',
    contact: 'phone number',
    life: 'voiceCodeLifeSeconds',
    served: true,
    source,
    iana,
  },
  email: {
    name: 'email',
    description: 'Email message to an address on file',
    contact: 'email address',
    life: 'emailCodeLifeSeconds',
    served: true,
    source,
    iana,
  },
  postal: {
    name: 'postal',
    description: 'Letter to a postal address on file',
    contact: 'postal address',
    life: 'postalCodeLifeSeconds',
    lengthensTransaction: true,
    served: false,
    source,
    iana,
  },
} as const satisfies Record<string, DeliveryMethodRow>;

export type DeliveryMethod = keyof typeof deliveryMethods;

/** Sets of characters a passcode can be drawn from, as announced in `code_charset`. */
export const codeCharsets = {
  numeric: {
    name: 'numeric',
    characters: '0123456789',
    description: 'The ten decimal digits',
    source: ourDraft('passcodes'),
  },
  base20: {
    name: 'base20',
    characters: 'BCDFGHJKLMNPQRSTVWXZ',
    description: 'Twenty upper-case consonants that spell no words (RFC 8628 §6.1)',
    source: ourDraft('passcodes'),
  },
} as const;

export type CodeCharset = keyof typeof codeCharsets;
