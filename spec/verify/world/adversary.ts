/**
 * The attacker model: what the adversary may learn and try, each capability with an id. A world says which of them its
 * stranger has; what the stranger knows stands in variables of the world. With all mitigations on, capabilities whose id
 * begins with A break no property. Those whose id begins with R do, whatever the authorization server does: they are the
 * residual risk of handing a passcode to a person, and are shown rather than hidden.
 */
export interface CapabilityRow {
  /** What the adversary can do, as a sentence. */
  readonly can: string;
}

export const capabilities = {
  A1: { can: 'Is registered as a client of its own, and knows how customers are identified.' },
  A2: { can: 'Tries passcodes, right ones by luck.' },
  A3: { can: 'Starts several transactions at once, for one customer or for many.' },
  A4: { can: 'Is a customer too, and has passcodes of its own account.' },
  A5: { can: 'Sees over the shoulder which passcode is typed.' },
  A6: { can: 'Got hold of the handle of a transaction, but not of what the client authenticates with.' },
  A7: { can: 'Got hold of what an honest client authenticates with, but not of its handles.' },
  A8: { can: 'Read a request that an honest client made before, with its assertion.' },
  A9: { can: 'Reads the store of the authorization server.' },
  A10: { can: 'Reads the logs of the authorization server.' },
  A11: { can: 'Reads the logs of an honest client.' },
  A12: { can: 'Predicts what is drawn from a poor source, and measures how long answers take.' },
  A13: { can: 'Opens the outbox while no message waits in it.' },
  A14: { can: 'Puts up a page of its own under a name that customers trust, and passes on what it shows.' },
  A15: { can: 'Uses an honest client at another place, at the same time as the customer.' },
  A16: { can: 'Runs an authorization server of its own, with metadata that points wherever it likes.' },
  A17: { can: 'Offers a contact of its own: in a request, or to the utility while the transaction runs.' },
  A18: { can: 'Asks for more than it lets the customer know.' },
  A19: { can: 'Asks the resource server with any token, or with none.' },
  A20: { can: 'Lets messages be delayed, lost or refused, and requests be repeated or lost on the way.' },
  A21: { can: 'Sends requests at the same moment, to different processes of the authorization server.' },
  A22: { can: 'Copied a refresh token that an honest client holds.' },
  A23: {
    can: 'Got hold of the handle of a transaction and of what its client authenticates with, but not of the key that it proves to have.',
  },
  R1: { can: 'Talks a customer who compares nothing into handing the passcode over: relay phishing.' },
  R2: { can: 'Reads what is sent to the contact, as the customer does.' },
  R3: {
    can: 'Receives what is sent to the contact instead of the customer: SIM swap, ported number, hijacked mailbox.',
  },
  R4: { can: 'Lives in the household, and the contact on file is shared.' },
  R5: { can: 'Is registered as a client that may see true hints, and asks about whomever it likes.' },
} as const satisfies Record<string, CapabilityRow>;

export type CapabilityId = keyof typeof capabilities;
