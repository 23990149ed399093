/**
 * What remains: capabilities of the adversary that no rule on the wire takes away. Each breaks a property although every
 * mitigation is on, and is shown with its shortest way there and with what is left to do about it.
 */
import type { CapabilityId } from '../world/adversary.ts';
import type { RiskyWorldName, WorldName } from '../world/worlds.ts';
import type { AnyPropertyName } from './property-check.ts';

export interface ResidualRow {
  readonly capability: CapabilityId;
  readonly world: WorldName | RiskyWorldName;
  readonly property: AnyPropertyName;
  readonly title: string;
  /** What it does to somebody, as a sentence. */
  readonly harm: string;
  /** What bounds the damage. */
  readonly answer: string;
}

export const residualRisks = {
  'relay-phishing': {
    capability: 'R1',
    world: 'careless-customer',
    property: 'tokenIsMeant',
    title: 'A customer who compares nothing hands the passcode to a stranger',
    harm: "The stranger has the customer's data, and the customer believes that they did what they came for.",
    answer:
      'The message names the client and says not to tell the passcode to anybody; what is granted is narrow and short-lived, other contacts are told, and a denial revokes it.',
  },
  'readable-channel': {
    capability: 'R2',
    world: 'readable',
    property: 'tokenIsMeant',
    title: 'Somebody reads the messages that the customer gets',
    harm: "The stranger has the customer's data until the customer reads the message and says that this was not them.",
    answer:
      'The customer reads the same message, did not ask for it, and says so: that ends the transaction or revokes its token.',
  },
  'taken-over-contact': {
    capability: 'R3',
    world: 'sim-swap',
    property: 'tokenIsMeant',
    title: 'Somebody gets the messages in place of the customer',
    harm: "The stranger has the customer's data, and the telephone that would have warned them is in the stranger's hands.",
    answer: 'The other contacts of the account hear of the grant and can have it revoked.',
  },
  'shared-contact': {
    capability: 'R4',
    world: 'household',
    property: 'tokenIsMeant',
    title: 'Somebody in the household answers for the customer',
    harm: "Somebody who shares the contact has the customer's data, and the customer may never hear of it.",
    answer:
      'Whoever reads the contact on file counts as the customer. A second contact on file, where there is one, is told.',
  },
  'vetted-client': {
    capability: 'R5',
    world: 'vetted-client',
    property: 'answersAlike',
    title: 'A client that may see true hints can tell who is a customer',
    harm: 'The client learns who is a customer, and a part of their number and address, before they have agreed to anything.',
    answer:
      'Only a client with which the operator has an agreement is registered for it; its starts are counted, and it can be struck off.',
  },
} as const satisfies Record<string, ResidualRow>;

export type ResidualRiskName = keyof typeof residualRisks;
