/** Rules about the request as such: method, body, parameters, and who sends it. */
import {
  type AdmissionRuleName,
  clientAssertionAlgs,
  endpoints,
  exchanges,
  grantType,
  mediaTypes,
  parameters as rows,
} from '../../model/index.ts';
import { urlOf } from '../authorization-server.ts';
import { authenticateClient } from '../clients/client-authentication.ts';
import type { Received, Rule, Verdict } from './admission.ts';

type FormRule = Extract<
  AdmissionRuleName,
  | 'methodNotAllowed'
  | 'contentTypeWrong'
  | 'bodyTooLarge'
  | 'bodyUnreadable'
  | 'parameterRepeated'
  | 'authenticationAmbiguous'
  | 'clientUnauthenticated'
  | 'grantTypeMissing'
  | 'grantTypeUnsupported'
  | 'clientUnauthorized'
  | 'parameterMissing'
  | 'parameterMalformed'
  | 'dependencyUnavailable'
>;

const kept: Verdict = undefined;
const broken = { name: '' };

export const formRules: Readonly<Record<FormRule, Rule>> = {
  methodNotAllowed: ({ early, exchange }) =>
    early === 'methodNotAllowed' ? { name: endpoints[exchanges[exchange].endpoint].method } : kept,
  contentTypeWrong: ({ form, early }) => (form === undefined && early === undefined ? { name: mediaTypes.form } : kept),
  bodyTooLarge: ({ early, server }) =>
    early === 'bodyTooLarge' ? { name: String(server.settings.policy.limits.requestBytes) } : kept,
  bodyUnreadable: ({ form }) => (form?.outcome === 'unreadable' ? broken : kept),
  parameterRepeated: ({ form, request }) => {
    if (form?.outcome === 'repeated') return { name: knownName(form.parameter) };
    const twice = Object.entries(queryOf(request.query)).find(([, value]) => Array.isArray(value));
    return twice === undefined ? kept : { name: knownName(twice[0]) };
  },
  authenticationAmbiguous: async (received) => ((await authenticated(received)) === 'ambiguous' ? broken : kept),
  clientUnauthenticated: ({ client }) => (client === undefined ? broken : kept),
  grantTypeMissing: ({ parameters }) => (parameters.has(rows.grantType.name) ? kept : { name: rows.grantType.name }),
  grantTypeUnsupported: ({ parameters }) => (parameters.get(rows.grantType.name) === grantType.name ? kept : broken),
  clientUnauthorized: ({ client }) => (client?.mayUseOtp === true ? kept : broken),
  parameterMissing: ({ request }) => {
    const missing = violations(request).find(({ keyword }) => keyword === 'required');
    return missing === undefined ? kept : { name: knownName(missing.parameter) };
  },
  parameterMalformed: ({ request }) => {
    const malformed = violations(request).find(({ keyword }) => keyword !== 'required');
    return malformed === undefined ? kept : { name: knownName(malformed.parameter) };
  },
  // nobody knows beforehand: it is found out by whoever asks for what is not there
  dependencyUnavailable: () => kept,
};

/** Authenticates the client once, and remembers it. */
async function authenticated(received: Received): Promise<'ambiguous' | 'decided'> {
  const { server, request, parameters } = received;
  const { settings, ports } = server;
  const { authorization } = request.headers;
  const outcome = await authenticateClient(
    { parameters, ...(authorization === undefined ? {} : { authorizationHeader: authorization }) },
    {
      ...ports,
      issuer: settings.issuer,
      endpointUrls: [urlOf(settings, 'otpAuthorization'), urlOf(settings, 'otpDelivery'), urlOf(settings, 'token')],
      assertionLifeSeconds: settings.policy.limits.assertionLifeSeconds,
      signingAlgs: clientAssertionAlgs,
    },
  );
  if (outcome.outcome === 'authenticated') received.client = outcome.client;
  if (outcome.outcome === 'unauthenticated') {
    ports.log.note('client.unauthenticated', { reason: outcome.reason, detail: outcome.detail });
  }
  return outcome.outcome === 'ambiguous' ? 'ambiguous' : 'decided';
}

/** What ajv says, as far as it is read here. */
interface AjvViolation {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

interface SchemaViolation {
  readonly keyword: string;
  readonly parameter: string;
}

/** Parameters with a rule of their own, whose error code other RFCs prescribe whatever is wrong with the value. */
const withOwnRule: readonly string[] = [rows.scope.name, rows.resource.name, rows.authorizationDetails.name];

/** Where a request differs from its schema. */
function violations(request: Received['request']): SchemaViolation[] {
  const found: readonly AjvViolation[] = request.validationError?.validation ?? [];
  return found
    .map(({ keyword, instancePath, params }) => ({
      keyword,
      parameter: keyword === 'required' ? String(params.missingProperty) : (instancePath.split('/')[1] ?? ''),
    }))
    .filter(({ parameter }) => !withOwnRule.includes(parameter));
}

/** A name of the vocabulary, verbatim; anything else the client made up is not repeated to it. */
function knownName(name: string): string {
  return Object.values(rows).some((row) => row.name === name) ? name : 'of that name';
}

const queryOf = (query: unknown): Readonly<Record<string, unknown>> => (query ?? {}) as Record<string, unknown>; // Fastify parses queries into objects
