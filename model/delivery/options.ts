/**
 * The ways of delivery that a client is offered, and what it may see of the contacts behind them. Pure: made-up digits
 * come from outside, where there is a key, so that a check can hold the worlds of known and unknown customers together.
 */
import { type DeliveryMethod, deliveryMethods } from '../vocabulary/index.ts';

export interface DeliveryOptionPolicyRow {
  /** What the client is offered, as a sentence. */
  readonly description: string;
  /** Who may be offered that: everybody, or only a client that is registered for it. */
  readonly for: 'everybody' | 'vetted clients';
  /** Whether a client can tell from the options that a subject is known. */
  readonly hides: boolean;
}

export const deliveryOptionPolicies = {
  generic: {
    description: 'The same options for every subject, without hints.',
    for: 'everybody',
    hides: true,
  },
  decoy: {
    description:
      'The same options for every subject, with the last digits of a telephone number, made up where there is none.',
    for: 'everybody',
    hides: true,
  },
  vetted: {
    description:
      'The options that a customer has, with masked contacts; for an unknown subject those of everybody, without hints.',
    for: 'vetted clients',
    hides: false,
  },
} as const satisfies Record<string, DeliveryOptionPolicyRow>;

export type DeliveryOptionPolicy = keyof typeof deliveryOptionPolicies;

/** A policy that an operator can choose for all clients. */
export type OpenDeliveryOptionPolicy = {
  [Name in DeliveryOptionPolicy]: (typeof deliveryOptionPolicies)[Name]['for'] extends 'everybody' ? Name : never;
}[DeliveryOptionPolicy];

export const openDeliveryOptionPolicies = (Object.keys(deliveryOptionPolicies) as DeliveryOptionPolicy[]).filter(
  (name) => deliveryOptionPolicies[name].for === 'everybody',
) as OpenDeliveryOptionPolicy[]; // those that the filter lets through

/** How many digits a made-up hint needs, each drawn evenly: the only part of a contact that is spread evenly itself. */
export const hintDigits = 2;

/** What a client is offered, and what of it can be used. */
export interface Offer {
  readonly options: readonly { readonly id: string; readonly method: DeliveryMethod; readonly hint?: string }[];
  /** The methods by which a passcode can reach the subject. The client does not learn them. */
  readonly reachable: readonly DeliveryMethod[];
}

export interface OfferParts {
  readonly policy: DeliveryOptionPolicy;
  /** The methods that this server serves, in the order in which they are offered. */
  readonly served: readonly DeliveryMethod[];
  /** Contacts on file; none for a subject that is unknown or ambiguous. */
  readonly contacts: Readonly<Partial<Record<DeliveryMethod, string>>>;
  /** The telephone number by which the client named the subject, if it did. */
  readonly namedNumber?: string;
  /** As many made-up digits as a hint shows, always the same ones for the same subject. */
  readonly madeUpDigits: string;
}

/** The offer under a policy. */
export function offerOf(parts: OfferParts): Offer {
  const { served, contacts } = parts;
  const generic = served.map(plainOption);
  const onFile = served.filter((method) => contacts[method] !== undefined);
  switch (parts.policy) {
    case 'generic':
      return { options: generic, reachable: onFile };
    case 'decoy':
      return offerWithDecoys(parts);
    case 'vetted':
      return {
        options:
          onFile.length === 0
            ? generic
            : onFile.map((method) => hinted(method, masked(method, contacts[method] ?? ''))),
        reachable: onFile,
      };
  }
}

/**
 * One telephone number is hinted at for all methods that need one: whether a customer has a second number, or none, does
 * not show. A number that the client named itself is hinted at whether or not it is on file. What does not fit the hint
 * is not used, so that no passcode goes to a number that the customer did not choose.
 */
function offerWithDecoys({ served, contacts, namedNumber, madeUpDigits }: OfferParts): Offer {
  const number = namedNumber ?? contacts.sms ?? contacts.voice;
  const hint = `${mask}${number?.slice(-hintDigits) ?? madeUpDigits}`;
  return {
    options: served.map((method) => (isByPhone(method) ? hinted(method, hint) : plainOption(method))),
    reachable: served.filter(
      (method) => contacts[method] !== undefined && (!isByPhone(method) || contacts[method] === number),
    ),
  };
}

const plainOption = (method: DeliveryMethod) => ({ id: deliveryMethods[method].name, method });
const hinted = (method: DeliveryMethod, hint: string) => ({ ...plainOption(method), hint });

const isByPhone = (method: DeliveryMethod): boolean => deliveryMethods[method].contact === 'phone number';

const mask = '***';

/** A contact with most of it hidden: for a client that may see true hints. */
function masked(method: DeliveryMethod, contact: string): string {
  if (deliveryMethods[method].contact !== 'email address') return `${mask}${contact.slice(-hintDigits)}`;
  const at = contact.lastIndexOf('@');
  return `${contact.slice(0, 1)}${mask}${contact.slice(at)}`.slice(0, 64);
}
