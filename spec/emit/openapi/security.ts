/**
 * How clients authenticate. OpenAPI has no scheme for `private_key_jwt`, whose assertion travels in the form: the forms
 * declare its parameters, and the scheme for the other method is optional, so that generated clients allow both.
 */
import type { oas31 } from 'openapi3-ts';
import {
  authenticationSchemes,
  clientAssertionAlgs,
  clientAuthenticationMethods,
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  exchanges,
  headers,
  jwtBearerAssertionType,
  messages,
  parameters,
} from '../../../model/index.ts';

const basic = 'clientSecretBasic';
const bearer = 'accessToken';
const bound = 'boundAccessToken';

const { privateKeyJwt, clientSecretBasic } = clientAuthenticationMethods;

export const securitySchemes = {
  [basic]: {
    type: 'http',
    scheme: authenticationSchemes.basic.toLowerCase(),
    description: `${clientSecretBasic.description} (\`${clientSecretBasic.name}\`). A client that uses \`${privateKeyJwt.name}\`, as recommended, sends \`${parameters.clientAssertionType.name}\` and \`${parameters.clientAssertion.name}\` in the form instead.`,
  },
  [bearer]: {
    type: 'http',
    scheme: authenticationSchemes.bearer.toLowerCase(),
    bearerFormat: 'JWT',
    description: 'The access token of the grant. Clients do not look into it.',
  },
  [bound]: {
    type: 'http',
    scheme: authenticationSchemes.dpop.toLowerCase(),
    description: `An access token that is bound to a key, beside a proof by that key in the ${headers.dpop.name} header field (RFC 9449).`,
  },
} as const satisfies Record<string, oas31.SecuritySchemeObject>;

/** What an operation asks of its caller. Empty for what everybody may read. */
export function securityOf(exchange: ExchangeName): oas31.SecurityRequirementObject[] {
  const { request }: ExchangeRow = exchanges[exchange];
  if (request === undefined) return [];
  return messages[request].carrier === 'form' ? [{ [basic]: [] }, {}] : [{ [bearer]: [] }, { [bound]: [] }];
}

/** The authentication methods in a form that programs can read, since security schemes cannot say it all. */
export const clientAuthentication = {
  description:
    'Every request with a form authenticates its client by one of these methods; one without is refused. `security` shows the second as optional only because OpenAPI cannot name the first.',
  methods: [
    {
      name: privateKeyJwt.name,
      recommended: true,
      formParameters: {
        [parameters.clientAssertionType.name]: jwtBearerAssertionType.name,
        [parameters.clientAssertion.name]: 'a JWT, signed by the client, with iss, sub, aud, exp and a fresh jti',
      },
      signingAlgorithms: clientAssertionAlgs,
    },
    { name: clientSecretBasic.name, recommended: false, securityScheme: basic },
  ],
  endpoints: [
    endpoints.otpAuthorization.name,
    endpoints.otpDelivery.name,
    endpoints.token.name,
    endpoints.revocation.name,
    endpoints.introspection.name,
  ],
} as const;
