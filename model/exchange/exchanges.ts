/**
 * The exchange table: which request message goes where, which machines it passes as which events, and what it is
 * answered with when all of them let it through.
 */
import type { MessageName } from '../messages/index.ts';
import { type EndpointName, type ParameterName, refreshGrantType } from '../vocabulary/index.ts';
import type { OutcomeName } from './outcomes.ts';

/** The machines that one request passes at the authorization server. */
export type ServerMachine = 'admission' | 'quota' | 'account' | 'transaction' | 'grant';

export interface ExchangeStep {
  readonly machine: ServerMachine;
  readonly event: string;
}

export interface ExchangeRow {
  readonly endpoint: EndpointName;
  /** Absent when the request has neither body nor query. */
  readonly request?: MessageName;
  /** Parameters that this exchange needs, where its message serves several and so cannot say it. */
  readonly needs?: readonly ParameterName[];
  /**
   * The grant type that makes a request this exchange, where several share an endpoint. The first of them has none: a
   * request is its own unless it says otherwise, such as one that cannot be read.
   */
  readonly grantType?: string;
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
    needs: ['authSession', 'userCode'],
    steps: [
      frontDoor,
      { machine: 'quota', event: 'code.attempted' },
      { machine: 'account', event: 'code.attempted' },
      { machine: 'transaction', event: 'code.submitted' },
    ],
    summary: 'Redeem the passcode for an access token',
    description: 'Grants an access token for the newest passcode of the transaction, once.',
  },
  refresh: {
    endpoint: 'token',
    request: 'accessTokenRequest',
    needs: ['refreshToken'],
    grantType: refreshGrantType.name,
    steps: [frontDoor, { machine: 'grant', event: 'refresh.requested' }],
    summary: 'Refresh an access token',
    description:
      'Grants another access token of the same grant, or for less of it, for the newest refresh token, once; the answer has the refresh token that replaces it.',
  },
  revocation: {
    endpoint: 'revocation',
    request: 'revocationRequest',
    steps: [frontDoor, { machine: 'grant', event: 'revocation.requested' }],
    summary: 'Give a token back',
    description: 'Revokes every token of the grant that the token belongs to (RFC 7009).',
  },
  introspection: {
    endpoint: 'introspection',
    request: 'introspectionRequest',
    steps: [frontDoor, { machine: 'grant', event: 'introspection.requested' }],
    summary: 'Ask about an access token',
    description: 'Tells a resource server whether an access token is good, and what it is for (RFC 7662).',
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

/** The exchanges that share an endpoint, the one that answers for it first. */
export const exchangesAt = (endpoint: EndpointName): ExchangeName[] =>
  (Object.keys(exchanges) as ExchangeName[]).filter((name) => exchanges[name].endpoint === endpoint); // own keys
