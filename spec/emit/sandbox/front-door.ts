/** For each rule of the front door a request that breaks it, and none of the rules before it. */
import {
  type AdmissionRuleName,
  defaultPolicy,
  type ExchangeName,
  endpoints,
  jwtBearerAssertionType,
  mediaTypes,
  parameters as p,
  resolutions,
} from '../../../model/index.ts';
import {
  auditor,
  delivering,
  formRequest,
  identifying,
  lineOf,
  madeUpToken,
  readRequest,
  redeeming,
  refreshing,
  resourceServer,
  type SandboxRequest,
  sandboxRequest,
  unknownSession,
  usageRequest,
  wrongCode,
} from './request.ts';

type Form = Readonly<Record<string, string>>;

/** What a request can be made of when it comes. */
export interface AtHand {
  /** An access token for monthly totals; undefined when none was granted. */
  readonly monthlyToken: string | undefined;
}

/** Makes the request; undefined where the exchange has nothing to break the rule with, or something is not at hand. */
type Breaking = (exchange: ExchangeName, atHand: AtHand) => SandboxRequest | undefined;

/** A form that keeps every rule; undefined for exchanges without. */
function soundForm(exchange: ExchangeName): Form | undefined {
  switch (exchange) {
    case 'identification':
      return identifying({ accountNumber: '4002-118-07' }, 'usageRead');
    case 'delivery':
      return delivering(unknownSession);
    case 'redemption':
      return redeeming(unknownSession, wrongCode);
    case 'refresh':
      return refreshing(madeUpToken);
    case 'revocation':
    case 'introspection':
      return { [p.token.name]: madeUpToken };
    case 'metadata':
    case 'keys':
    case 'usage':
      return undefined;
  }
}

/** The form with changes; a parameter that becomes undefined is left out. */
function changed(exchange: ExchangeName, changes: Readonly<Record<string, string | undefined>>): Form {
  const pairs = Object.entries({ ...soundForm(exchange), ...changes });
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

const withForm = (
  exchange: ExchangeName,
  title: string,
  changes: Readonly<Record<string, string | undefined>>,
  client: string = senderOf(exchange),
): SandboxRequest => formRequest(title, exchange, client, changed(exchange, changes));

/** A request of an exchange with a form, which keeps every rule. */
export const soundRequest = (exchange: ExchangeName, title: string): SandboxRequest => withForm(exchange, title, {});

/** Who may send a request of an exchange. */
const senderOf = (exchange: ExchangeName): string => (exchange === 'introspection' ? resourceServer : auditor);

const raw = (
  exchange: ExchangeName,
  title: string,
  body: Pick<SandboxRequest, 'body' | 'bodyBytes'>,
  contentType: string = mediaTypes.form,
): SandboxRequest => ({ title, ...lineOf(exchange), client: auditor, contentType, ...body });

/** A parameter without which the request is nothing, and one that is not of its form. */
const needed: Readonly<Partial<Record<ExchangeName, string>>> = {
  identification: p.subId.name,
  delivery: p.deliveryOption.name,
  redemption: p.userCode.name,
  refresh: p.refreshToken.name,
  revocation: p.token.name,
  introspection: p.token.name,
};
const malformed: Readonly<Partial<Record<ExchangeName, readonly [string, string]>>> = {
  identification: [p.uiLocales.name, '*'],
  delivery: [p.deliveryOption.name, 'a'.repeat(100)],
  redemption: [p.userCode.name, '1'.repeat(100)],
  refresh: [p.refreshToken.name, 'a'.repeat(600)],
  revocation: [p.tokenTypeHint.name, 'a'.repeat(100)],
  introspection: [p.tokenTypeHint.name, 'a'.repeat(100)],
};

export const breaking: Readonly<Record<AdmissionRuleName, Breaking>> = {
  methodNotAllowed: (exchange) => {
    const { method, path } = lineOf(exchange);
    return { title: 'The request has another method', method: method === 'GET' ? 'POST' : 'GET', path };
  },
  contentTypeWrong: (exchange) => raw(exchange, 'The body is JSON', { body: '{}' }, mediaTypes.json),
  bodyTooLarge: (exchange) =>
    raw(exchange, 'The body is a byte too long', { bodyBytes: defaultPolicy.limits.requestBytes + 1 }),
  bodyUnreadable: (exchange) => raw(exchange, 'A percent sign stands alone', { body: `${p.scope.name}=%` }),
  parameterRepeated: (exchange) => {
    const title = 'A parameter is repeated';
    if (exchange === 'usage') return readUsage(title, repeated(p.resolution.name, resolutions.hour.name));
    return raw(exchange, title, { body: repeated(p.scope.name, 'a') });
  },
  authenticationAmbiguous: (exchange) =>
    withForm(exchange, 'The client authenticates in two ways', {
      [p.clientAssertionType.name]: jwtBearerAssertionType.name,
      [p.clientAssertion.name]: 'a.b.c',
    }),
  clientUnauthenticated: (exchange) => {
    const { client: _, ...nobody } = withForm(exchange, 'Nobody is authenticated', {});
    return nobody;
  },
  grantTypeMissing: (exchange) => withForm(exchange, 'The grant type is missing', { [p.grantType.name]: undefined }),
  grantTypeUnsupported: (exchange) =>
    withForm(exchange, 'The grant is another one', { [p.grantType.name]: 'password' }),
  clientUnauthorized: (exchange) => withForm(exchange, 'The client is of another grant', {}, 'billing-partner'),
  parameterMissing: (exchange) => {
    const name = needed[exchange];
    return name === undefined
      ? undefined
      : withForm(exchange, `The parameter ${name} is missing`, { [name]: undefined });
  },
  parameterMalformed: (exchange) => {
    if (exchange === 'usage') return readUsage('There is no such resolution', `${p.resolution.name}=minute`);
    const known = malformed[exchange];
    return known && withForm(exchange, `The parameter ${known[0]} is not of its form`, { [known[0]]: known[1] });
  },
  subIdMalformed: (exchange) => withForm(exchange, 'The subject is no JSON object', { [p.subId.name]: 'heather' }),
  subIdFormatUnsupported: (exchange) =>
    withForm(exchange, 'The format of the subject is another one', {
      [p.subId.name]: JSON.stringify({ format: 'opaque', id: '1' }),
    }),
  scopeInvalid: (exchange) => withForm(exchange, 'There is no such scope', { [p.scope.name]: 'everything' }),
  authorizationDetailsInvalid: (exchange) =>
    withForm(exchange, 'There is no such type of authorization details', {
      [p.authorizationDetails.name]: JSON.stringify([{ type: 'opening-hours' }]),
    }),
  targetUnknown: (exchange) =>
    withForm(exchange, 'The resource is of somebody else', { [p.resource.name]: 'https://other.example/usage' }),
  proofUnreadable: (exchange) => ({ ...withForm(exchange, 'The proof is no JWT', {}), proof: madeUpToken }),
  proofWithoutNonce: () => undefined,
  proofMisdirected: () => undefined,
  proofReplayed: () => undefined,
  tokenMissing: (exchange) => readRequest('There is no access token', exchange),
  tokenInvalid: () => usageRequest('The access token is made up', 'made-up'),
  tokenUnproven: (_exchange, { monthlyToken }) =>
    monthlyToken === undefined
      ? undefined
      : { ...usageRequest('The access token is bound to no key', monthlyToken), proof: madeUpToken },
  usageProofInvalid: () => undefined,
  scopeInsufficient: (_exchange, { monthlyToken }) =>
    monthlyToken === undefined
      ? undefined
      : usageRequest('Hours are more than was granted', monthlyToken, resolutions.hour.name),
  dependencyUnavailable: (exchange) => withForm(exchange, 'The store does not answer', {}),
};

/** What the sandbox has to be told before, for rules that a request cannot break by itself. */
export const toldBefore: Readonly<Partial<Record<AdmissionRuleName, SandboxRequest>>> = {
  dependencyUnavailable: sandboxRequest('Let the store fail the next request', 'faults', { store: 'fails' }),
};

const readUsage = (title: string, query: string): SandboxRequest => ({
  ...readRequest(title, 'usage'),
  path: `${endpoints.usage.path}?${query}`,
});

const repeated = (name: string, value: string): string => `${name}=${value}&${name}=${value}`;
