/**
 * Customers of a utility that does not exist. Some are magic, so that every answer and every fate of a message is a few
 * requests away. Numbers and addresses are from ranges that are reserved for fiction.
 */
import type { PostalAddressSubject } from '../messages/index.ts';
import type { DeliveryMethod } from '../vocabulary/index.ts';
import {
  codeOver,
  denied,
  type HistoryPart,
  type Magic,
  passcodeSent,
  transactionOver,
  waitOver,
  wrongGuess,
} from './magic.ts';

export interface SandboxCustomer {
  readonly id: string;
  /** What happens to whoever names them, in one sentence. */
  readonly story: string;
  readonly accountNumber: string;
  readonly meterNumber: string;
  readonly address: Omit<PostalAddressSubject, 'format'>;
  readonly contacts: Readonly<Partial<Record<DeliveryMethod, string>>>;
  /** `acct:` URI, for the few who have a login. */
  readonly uri?: string;
  /** The language in which they want to be written to. */
  readonly locale?: string;
  /** Absent for those to whom nothing out of the ordinary happens. */
  readonly magic?: Magic;
}

const town = { locality: 'Oakfield', region: 'CA', country: 'US' } as const;

/** A customer on Magic Lane, whose numbers and contacts all follow from the house number. */
function magical(number: number, id: string, story: string, changes: Partial<Magic> = {}): SandboxCustomer {
  const digits = String(number).padStart(2, '0');
  const phone = `+120255501${digits}`;
  return {
    id,
    story,
    accountNumber: `9000-000-${digits}`,
    meterNumber: `M-90000${digits}`,
    address: { street_address: `${number} Magic Lane`, postal_code: '90009', ...town },
    contacts: { sms: phone, voice: phone, email: `${id}@example.com` },
    magic: { history: [], sendBudget: 'fresh', messages: 'handedOver', ...changes },
  };
}

const once = (...events: HistoryPart['events']): HistoryPart => ({ events, times: 1 });

const magicCustomers: readonly SandboxCustomer[] = [
  magical(1, 'fixed-code', 'Always gets the same passcode.'),
  magical(2, 'impatient', 'Has asked for a second passcode before the first one was on its way.', {
    history: [once(passcodeSent, waitOver, passcodeSent)],
  }),
  magical(3, 'denier', 'Has said that this was not them, to a passcode that was sent before.', {
    history: [once(passcodeSent, denied)],
  }),
  magical(4, 'locked', 'As many wrong passcodes have come as the transaction bears.', {
    history: [{ events: [wrongGuess], times: 'wrongCodesPerTransaction' }],
  }),
  magical(5, 'sends-used-up', 'Has been sent as many passcodes as the transaction allows.', {
    history: [{ events: [passcodeSent, waitOver], times: 'sendsPerTransaction' }],
  }),
  magical(6, 'lapsed', 'Was sent a passcode that has lapsed.', { history: [once(passcodeSent, codeOver)] }),
  magical(7, 'expired', 'Has taken so long that the transaction is over.', { history: [once(transactionOver)] }),
  magical(8, 'late', 'Gets no message before its passcode has lapsed.', { messages: 'late' }),
  magical(9, 'unreachable', 'The gateway refuses each of their messages.', { messages: 'refused' }),
  magical(10, 'flooded', 'Has been sent so many passcodes lately that no more are sent, in silence.', {
    sendBudget: 'usedUp',
  }),
];

/** The customers of the sandbox: one with everything, one without a phone, two who share an address, and the magic ones. */
export const sandboxCustomerRows: readonly SandboxCustomer[] = [
  {
    id: 'heather',
    story: 'Has everything: a phone, an email address and a login.',
    accountNumber: '4002-118-07',
    meterNumber: 'E-5530219',
    address: { street_address: '12 Sunny Lane', postal_code: '90001', ...town },
    contacts: { sms: '+12025550143', voice: '+12025550143', email: 'heather@example.com' },
    uri: 'acct:heather@utility.example',
  },
  {
    id: 'omar',
    story: 'Has an email address and no phone.',
    accountNumber: '4002-220-31',
    meterNumber: 'E-5530777',
    address: { street_address: '8 Mill Road', postal_code: '90002', ...town },
    contacts: { email: 'omar@example.com' },
  },
  {
    id: 'lucia',
    story: 'Wants to be written to in Spanish, whatever the client asks for.',
    accountNumber: '4002-331-52',
    meterNumber: 'E-5530915',
    address: { street_address: '21 Orange Grove', postal_code: '90004', ...town },
    contacts: { sms: '+12025550164', voice: '+12025550164', email: 'lucia@example.com' },
    locale: 'es-US',
  },
  ...(['1', '2'] as const).map(
    (unit): SandboxCustomer => ({
      id: `twin-${unit}`,
      story: 'Shares an address with somebody else, so that the address alone finds neither.',
      accountNumber: `4003-007-0${unit}`,
      meterNumber: `E-660000${unit}`,
      address: { street_address: '7 Twin Court', postal_code: '90003', ...town },
      contacts: { sms: `+1202555017${unit}`, voice: `+1202555017${unit}`, email: `twin${unit}@example.com` },
    }),
  ),
  ...magicCustomers,
];
