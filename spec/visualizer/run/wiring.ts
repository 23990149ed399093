/**
 * What connects the machines of different parties: which duty sends which request, which event of the client an answer
 * is, and which machine hears of a duty. The machines themselves say nothing about each other's side.
 */
import {
  type ClientEffect,
  type channel,
  client,
  type DutyEvent,
  type DutyName,
  dutyEvents,
  type EventOf,
  type ExchangeName,
  type MachineEvent,
  type MachineName,
  type MessageName,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type StateOf,
  type transaction,
} from '../../../model/index.ts';

/** The request that a duty of the client is. */
export const requestOf: Readonly<Record<ClientEffect, ExchangeName>> = {
  requestIdentification: 'identification',
  requestDelivery: 'delivery',
  requestToken: 'redemption',
  requestResource: 'usage',
};

/** The request for which the resource owner does something first. */
export const ownerBefore: Readonly<Partial<Record<DutyName, ExchangeName>>> = {
  nameSubject: 'identification',
  chooseOption: 'delivery',
  giveCode: 'redemption',
};

const clientEventOf: Readonly<Partial<Record<MessageName, EventOf<typeof client>>>> = {
  otpAuthorizationResponse: 'session.received',
  otpDeliveryResponse: 'code.announced',
  accessTokenResponse: 'token.received',
  errorResponse: 'error.received',
};

/** The event of the client machine that an answer is; undefined for answers that it does not wait for. */
export function clientEvent(outcome: OutcomeName): MachineEvent | undefined {
  const { message, error }: OutcomeRow = outcomes[outcome];
  const type = message === undefined ? undefined : clientEventOf[message];
  if (type === undefined) return undefined;
  if (type === 'session.received') return { type, issuer: client.events[type].attributes.issuer[0] };
  if (type !== 'error.received') return { type };
  const known: readonly string[] = client.events[type].attributes.error;
  return { type, error: error !== undefined && known.includes(error) ? error : 'other' };
}

/** The event that another machine is told when a duty is done. */
export const toldOfDuty: Readonly<Partial<Record<DutyName, Told>>> = {
  deny: { machine: 'transaction', event: 'denial.received' },
  ...dutyEvents,
};

interface Told {
  readonly machine: MachineName;
  readonly event: EventOf<typeof transaction> | DutyEvent['event'];
  /** The machine starts anew. */
  readonly opens?: true;
}

type ChannelEvent = EventOf<typeof channel>;

/** What a message that still waits is told when its passcode is replaced, or the transaction moves on. */
export const waitingMessage = {
  queued: 'message.queued',
  superseded: 'code.superseded',
  lapsed: 'code.lapsed',
} as const satisfies Record<string, ChannelEvent>;

export const codeLapses: EventOf<typeof transaction> = 'code.expired';

/** Whether the passcode of a transaction in this state can still be brought. */
export const isPending = (state: string): boolean => state.startsWith('pending.' satisfies PendingPrefix);

/** Fails to compile when the state gets another name. */
type PendingPrefix =
  StateOf<typeof transaction> extends infer State ? (State extends `pending.${string}` ? 'pending.' : never) : never;
