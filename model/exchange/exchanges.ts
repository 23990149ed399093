/**
 * The exchange table: which request message goes where, which machines it passes as which events, and what it is
 * answered with when all of them let it through.
 */
import type { MessageName } from '../messages/index.ts';
import type { EndpointName } from '../vocabulary/index.ts';
import type { OutcomeName } from './outcomes.ts';

/** The machines that one request passes at the authorization server. */
export type ServerMachine = 'admission' | 'quota' | 'account' | 'transaction';

export interface ExchangeStep {
  readonly machine: ServerMachine;
  readonly event: string;
}

export interface ExchangeRow {
  readonly endpoint: EndpointName;
  /** Absent when the request has neither body nor query. */
  readonly request?: MessageName;
  /** The machine that starts anew with this request, when it does. */
  readonly opens?: ServerMachine;
  /** In order; the first machine that responds ends the exchange. */
  readonly steps: readonly ExchangeStep[];
  /** The answer when no machine has one of its own. */
  readonly otherwise?: OutcomeName;
  /** One sentence for documents. */
  readonly summary: string;
  readonly description: string;
}

const frontDoor = { machine: 'admission', event: 'request.received' } as const;

export const exchanges = {
  identification: {
    endpoint: 'otpAuthorization',
    request: 'otpAuthorizationRequest',
    opens: 'transaction',
    steps: [
      frontDoor,
      { machine: 'quota', event: 'identification.attempted' },
      { machine: 'transaction', event: 'identification.received' },
    ],
    summary: 'Name the resource owner and what is asked for',
    description:
      'Starts a transaction. The answer is the same whether or not the resource owner is known, and nothing is sent yet.',
  },
  delivery: {
    endpoint: 'otpDelivery',
    request: 'otpDeliveryRequest',
    steps: [
      frontDoor,
      { machine: 'account', event: 'delivery.attempted' },
      { machine: 'transaction', event: 'delivery.requested' },
    ],
    summary: 'Have the passcode sent, or sent again',
    description:
      'Sends a passcode to the contact on file, by the delivery option that the resource owner chose. The answer is the same whether or not anything was sent.',
  },
  redemption: {
    endpoint: 'token',
    request: 'accessTokenRequest',
    steps: [
      frontDoor,
      { machine: 'quota', event: 'code.attempted' },
      { machine: 'account', event: 'code.attempted' },
      { machine: 'transaction', event: 'code.submitted' },
    ],
    summary: 'Redeem the passcode for an access token',
    description: 'Grants an access token for the newest passcode of the transaction, once.',
  },
  metadata: {
    endpoint: 'metadata',
    steps: [frontDoor],
    otherwise: 'metadataServed',
    summary: 'Read the metadata of the authorization server',
    description: 'Says where the endpoints are and what they support (RFC 8414).',
  },
  keys: {
    endpoint: 'jwks',
    steps: [frontDoor],
    otherwise: 'keysServed',
    summary: 'Read the keys that verify access tokens',
    description: 'The public keys of the authorization server, as a JWK Set (RFC 7517).',
  },
  usage: {
    endpoint: 'usage',
    request: 'usageRequest',
    steps: [frontDoor],
    otherwise: 'usageServed',
    summary: 'Read metered usage',
    description: 'The protected resource: a year of usage of the resource owner who granted the access token.',
  },
} as const satisfies Record<string, ExchangeRow>;

export type ExchangeName = keyof typeof exchanges;
