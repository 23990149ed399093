/**
 * Stand-ins for recordings: one exchange for every answer that the machines reach, with messages that fit their schemas.
 * The real ones are played on the reference server.
 */
import {
  cacheControlOf,
  challenges,
  type ErrorName,
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  errors,
  exchanges,
  grantType,
  type HeaderName,
  headers,
  type MessageName,
  mediaTypes,
  messages,
  metadataOf,
  type OutcomeName,
  parameters as p,
  pragmaValue,
} from '../../../model/index.ts';
import { type Answer, answersOf, exchangeNames } from '../../../spec/emit/answers.ts';
import type { RecordedExchange, Recording } from '../../../spec/emit/recording.ts';
import { exampleIssuer } from '../../../spec/emit/server-metadata.ts';

const session = 'x9Zk3mQ7vT1pL5sR8wYb2A';

const requestMembers = {
  identification: {
    [p.subId.name]: JSON.stringify({
      format: 'postal_address',
      street_address: '12 Sunny Lane',
      postal_code: '90001',
    }),
    [p.scope.name]: 'usage:read',
  },
  delivery: { [p.authSession.name]: session, [p.deliveryOption.name]: 'sms' },
  redemption: {
    [p.grantType.name]: grantType.name,
    [p.authSession.name]: session,
    [p.userCode.name]: '04915672',
  },
  refresh: { [p.grantType.name]: 'refresh_token', [p.refreshToken.name]: 'made-up.1.token' },
  revocation: { [p.token.name]: 'made-up' },
  introspection: { [p.token.name]: 'made-up' },
  metadata: {},
  keys: {},
  usage: { [p.resolution.name]: 'month' },
} as const satisfies Record<ExchangeName, Readonly<Record<string, string>>>;

const responseBodies: Partial<Record<MessageName, unknown>> = {
  otpAuthorizationResponse: {
    auth_session: session,
    expires_in: 900,
    delivery_options: [{ id: 'sms', method: 'sms' }],
    iss: exampleIssuer,
  },
  introspectionResponse: { active: false },
  otpDeliveryResponse: {
    expires_in: 600,
    interval: 30,
    code_length: 8,
    code_charset: 'numeric',
    binding_message: 'amber otter',
  },
  accessTokenResponse: { access_token: 'e30.e30.c2ln', token_type: 'Bearer', expires_in: 3600, scope: 'usage:read' },
  authorizationServerMetadata: metadataOf(exampleIssuer),
  jsonWebKeySet: { keys: [{ kty: 'EC', kid: 'first', alg: 'ES256', use: 'sig', crv: 'P-256', x: 'eA', y: 'eQ' }] },
  usageResponse: { resolution: 'month', intervals: [{ start: '2025-11-01T00:00:00Z', kilowatt_hours: 312.5 }] },
};

/** One scenario with an exchange for every pair of exchange and outcome; a new copy each time, to be spoilt by tests. */
export function madeUpRecordings(): Recording[] {
  const pairs = exchangeNames.flatMap((exchange) => answersOf(exchange).map((answer) => ({ exchange, answer })));
  const steps = pairs.map(({ exchange, answer }, index) => step(exchange, answer, index + 1));
  return [{ scenario: 'made-up', title: 'Every answer once.', steps }];
}

function step(exchange: ExchangeName, { outcome, row }: Answer, number: number): RecordedExchange {
  return {
    id: `made-up/${number}`,
    title: row.words,
    exchange,
    outcome,
    request: request(exchange, outcome),
    response: {
      status: row.status,
      headers: {
        ...Object.fromEntries(row.headers.map((name) => [headers[name].name, fieldValue(name, exchange, outcome)])),
        ...(row.message === undefined ? {} : { [headers.contentType.name]: mediaTypes.json }),
      },
      ...(row.message === undefined ? {} : { body: JSON.stringify(body(row.message, row.error, row.words)) }),
    },
  };
}

function request(exchange: ExchangeName, outcome: OutcomeName): RecordedExchange['request'] {
  const { endpoint, request: message }: ExchangeRow = exchanges[exchange];
  const { path, method } = endpoints[endpoint];
  const members = new URLSearchParams(outcome === 'requestMalformed' ? {} : requestMembers[exchange]).toString();
  if (outcome === 'methodNotAllowed') return { method: 'PUT', path, headers: {} };
  if (message === undefined) return { method, path, headers: {} };
  if (messages[message].carrier === 'query') return { method, path: `${path}?${members}`, headers: {} };
  return { method, path, headers: { [headers.contentType.name]: mediaTypes.form }, body: members };
}

const body = (message: MessageName, error: ErrorName | undefined, words: string): unknown =>
  error === undefined ? responseBodies[message] : { error: errors[error].name, error_description: words };

function fieldValue(name: HeaderName, exchange: ExchangeName, outcome: OutcomeName): string {
  switch (name) {
    case 'allow':
      return endpoints[exchanges[exchange].endpoint].method;
    case 'cacheControl':
      return cacheControlOf(outcome);
    case 'pragma':
      return pragmaValue;
    case 'retryAfter':
      return '30';
    case 'wwwAuthenticate':
      return exchange === 'usage' ? challenges.bearerRealm : challenges.basicRealm;
    case 'dpopNonce':
      return 'a-nonce';
    case 'dpop':
    case 'authorization':
    case 'contentType':
      throw new Error(`${name} is no field of an outcome`);
  }
}
