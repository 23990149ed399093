/** Members of the authorization server metadata that are not endpoints, and of a client's registration. */
import { inRfc, ourDraft, type Row, registeredIn, requestedIn } from './row.ts';

const server = 'OAuth Authorization Server Metadata';
const client = 'OAuth Dynamic Client Registration Metadata';

export const serverMetadata = {
  issuer: {
    name: 'issuer',
    description: 'Issuer identifier of the authorization server',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  scopesSupported: {
    name: 'scopes_supported',
    description: 'Scope values that the authorization server supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  responseTypesSupported: {
    name: 'response_types_supported',
    description: 'Response types that the authorization server supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  grantTypesSupported: {
    name: 'grant_types_supported',
    description: 'Grant types that the authorization server supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  authMethodsSupported: {
    name: 'token_endpoint_auth_methods_supported',
    description: 'Client authentication methods that the token endpoint supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  authSigningAlgsSupported: {
    name: 'token_endpoint_auth_signing_alg_values_supported',
    description: 'JWS algorithms that the token endpoint supports for client assertions',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  revocationAuthMethodsSupported: {
    name: 'revocation_endpoint_auth_methods_supported',
    description: 'Client authentication methods that the revocation endpoint supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  revocationAuthSigningAlgsSupported: {
    name: 'revocation_endpoint_auth_signing_alg_values_supported',
    description: 'JWS algorithms that the revocation endpoint supports for client assertions',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  introspectionAuthMethodsSupported: {
    name: 'introspection_endpoint_auth_methods_supported',
    description: 'Client authentication methods that the introspection endpoint supports',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  introspectionAuthSigningAlgsSupported: {
    name: 'introspection_endpoint_auth_signing_alg_values_supported',
    description: 'JWS algorithms that the introspection endpoint supports for client assertions',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  dpopSigningAlgsSupported: {
    name: 'dpop_signing_alg_values_supported',
    description: 'JWS algorithms that the authorization server supports for DPoP proofs',
    source: inRfc('rfc9449', '5.1'),
    iana: registeredIn(server),
  },
  uiLocalesSupported: {
    name: 'ui_locales_supported',
    description: 'Languages in which the authorization server can write to the resource owner',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(server),
  },
  subIdFormatsSupported: {
    name: 'otp_sub_id_formats_supported',
    description: 'Subject Identifier formats by which the authorization server identifies resource owners',
    source: ourDraft('server-metadata'),
    iana: requestedIn(server),
  },
  deliveryMethodsSupported: {
    name: 'otp_delivery_methods_supported',
    description: 'Delivery methods by which the authorization server can send a passcode',
    source: ourDraft('server-metadata'),
    iana: requestedIn(server),
  },
} as const satisfies Record<string, Row>;

export const clientMetadata = {
  grantTypes: {
    name: 'grant_types',
    description: 'Grant types that the client uses',
    source: inRfc('rfc7591', '2'),
    iana: registeredIn(client),
  },
  authMethod: {
    name: 'token_endpoint_auth_method',
    description: 'How the client authenticates',
    source: inRfc('rfc7591', '2'),
    iana: registeredIn(client),
  },
  clientName: {
    name: 'client_name',
    description: 'Name of the client, for display to the resource owner',
    source: inRfc('rfc7591', '2'),
    iana: registeredIn(client),
  },
  jwks: {
    name: 'jwks',
    description: 'JWK Set with the public keys of the client',
    source: inRfc('rfc7591', '2'),
    iana: registeredIn(client),
  },
  otpDisplayName: {
    name: 'otp_display_name',
    description: 'Name of the client in messages to resource owners, vetted by the authorization server',
    source: ourDraft('client-metadata'),
    iana: requestedIn(client),
  },
  otpAutofillDomain: {
    name: 'otp_autofill_domain',
    description: 'Domain of the client to which the passcode in a text message is bound',
    source: ourDraft('client-metadata'),
    iana: requestedIn(client),
  },
  otpDeliveryHints: {
    name: 'otp_delivery_hints',
    description: 'Whether the client is shown true masked contacts as hints of delivery options',
    source: ourDraft('client-metadata'),
    iana: requestedIn(client),
  },
} as const satisfies Record<string, Row>;

/** Client authentication methods: `private_key_jwt` is the recommended one, registered clients only. */
export const clientAuthenticationMethods = {
  privateKeyJwt: {
    name: 'private_key_jwt',
    description: 'A JWT signed with a private key of the client',
    source: inRfc('rfc7523', '2.2'),
    iana: registeredIn(client),
  },
  clientSecretBasic: {
    name: 'client_secret_basic',
    description: 'A shared secret in the Authorization header',
    source: inRfc('rfc6749', '2.3.1'),
    iana: registeredIn(client),
  },
} as const satisfies Record<string, Row>;
