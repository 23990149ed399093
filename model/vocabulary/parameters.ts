/** Every parameter and member that travels in a request or a response body, query or credential. */
import { inRfc, noRegistry, ourDraft, type Row, registeredIn, requestedIn } from './row.ts';

const parameters_ = 'OAuth Parameters';
const newEndpoint = noRegistry(
  'member of a message of an endpoint that OTP-flow defines; the registry has no usage location for it',
);

const ofTokenStatus = noRegistry(
  'defined by RFC 7009 and RFC 7662 for the messages of their endpoints, which have no usage location here',
);

export const parameters = {
  subId: {
    name: 'sub_id',
    description: 'Subject Identifier, as a JSON object, of the resource owner whose authorization is asked for',
    source: ourDraft('otp-authorization-request'),
    iana: newEndpoint,
  },
  scope: {
    name: 'scope',
    description: 'Scope of the access that is asked for, or that was granted',
    source: inRfc('rfc6749', '3.3'),
    iana: registeredIn(parameters_),
  },
  authorizationDetails: {
    name: 'authorization_details',
    description: 'Details of the authorization that is asked for, as a JSON array',
    source: inRfc('rfc9396', '2'),
    iana: registeredIn(parameters_),
  },
  resource: {
    name: 'resource',
    description: 'Resource at which the access token is to be used',
    source: inRfc('rfc8707', '2'),
    iana: registeredIn(parameters_),
  },
  uiLocales: {
    name: 'ui_locales',
    description: 'Languages the resource owner prefers for the message, as BCP 47 tags in order of preference',
    source: inRfc('openid-core', '3.1.2.1'),
    iana: registeredIn(parameters_),
  },
  authSession: {
    name: 'auth_session',
    description: 'Handle of the OTP transaction, known to the client and the authorization server only',
    source: ourDraft('otp-authorization-response'), // named like the handle of the first-party-apps draft
    iana: requestedIn(parameters_, 'token request'),
  },
  expiresIn: {
    name: 'expires_in',
    description: 'Lifetime in seconds of what the response hands out',
    source: inRfc('rfc6749', '5.1'),
    iana: registeredIn(parameters_),
  },
  deliveryOptions: {
    name: 'delivery_options',
    description: 'Ways in which the passcode can be delivered, for the resource owner to choose from',
    source: ourDraft('otp-authorization-response'),
    iana: newEndpoint,
  },
  deliveryOptionId: {
    name: 'id',
    description: 'Value of delivery_option that chooses this delivery option',
    source: ourDraft('otp-authorization-response'),
    iana: newEndpoint,
  },
  deliveryMethod: {
    name: 'method',
    description: 'Delivery method of this delivery option',
    source: ourDraft('otp-authorization-response'),
    iana: newEndpoint,
  },
  deliveryHint: {
    name: 'hint',
    description: 'Masked form of the contact, where the policy of the authorization server allows one',
    source: ourDraft('otp-authorization-response'),
    iana: newEndpoint,
  },
  issuer: {
    name: 'iss',
    description: 'Issuer identifier of the authorization server that started the transaction',
    source: inRfc('rfc9207', '2'),
    iana: registeredIn(parameters_),
  },
  deliveryOption: {
    name: 'delivery_option',
    description: 'Identifier of the delivery option that the resource owner chose',
    source: ourDraft('otp-delivery-request'),
    iana: newEndpoint,
  },
  interval: {
    name: 'interval',
    description: 'Seconds to wait before the passcode can be sent again',
    source: ourDraft('otp-delivery-response'),
    iana: newEndpoint,
  },
  codeLength: {
    name: 'code_length',
    description: 'Number of characters of the passcode',
    source: ourDraft('otp-delivery-response'),
    iana: newEndpoint,
  },
  codeCharset: {
    name: 'code_charset',
    description: 'Name of the set of characters the passcode is drawn from',
    source: ourDraft('otp-delivery-response'),
    iana: newEndpoint,
  },
  bindingMessage: {
    name: 'binding_message',
    description: 'Short phrase shown by the client and in the message, for the resource owner to compare',
    source: ourDraft('otp-delivery-response'),
    iana: newEndpoint,
  },
  grantType: {
    name: 'grant_type',
    description: 'Grant type of the access token request',
    source: inRfc('rfc6749', '4.5'),
    iana: registeredIn(parameters_),
  },
  userCode: {
    name: 'user_code',
    description: 'The one-time passcode that the resource owner received and gave to the client',
    source: ourDraft('token-request'),
    iana: requestedIn(parameters_, 'token request'),
  },
  clientId: {
    name: 'client_id',
    description: 'Identifier of the client',
    source: inRfc('rfc6749', '2.2'),
    iana: registeredIn(parameters_),
  },
  clientAssertionType: {
    name: 'client_assertion_type',
    description: 'Format of the client assertion',
    source: inRfc('rfc7521', '4.2'),
    iana: registeredIn(parameters_),
  },
  clientAssertion: {
    name: 'client_assertion',
    description: 'Assertion that authenticates the client',
    source: inRfc('rfc7521', '4.2'),
    iana: registeredIn(parameters_),
  },
  accessToken: {
    name: 'access_token',
    description: 'The access token issued by the authorization server',
    source: inRfc('rfc6749', '5.1'),
    iana: registeredIn(parameters_),
  },
  refreshToken: {
    name: 'refresh_token',
    description: 'Refresh token, which buys another access token of the same grant, once',
    source: inRfc('rfc6749', '6'),
    iana: registeredIn(parameters_),
  },
  tokenType: {
    name: 'token_type',
    description: 'Type of the access token',
    source: inRfc('rfc6749', '5.1'),
    iana: registeredIn(parameters_),
  },
  token: {
    name: 'token',
    description: 'The token that is given back, or asked about',
    source: inRfc('rfc7009', '2.1'),
    iana: ofTokenStatus,
  },
  tokenTypeHint: {
    name: 'token_type_hint',
    description: 'Kind of the token, as a hint',
    source: inRfc('rfc7009', '2.1'),
    iana: registeredIn(parameters_),
  },
  active: {
    name: 'active',
    description: 'Whether the token is good',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  expiresAt: {
    name: 'exp',
    description: 'When the token expires, in seconds since the epoch',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  issuedAt: {
    name: 'iat',
    description: 'When the token was issued, in seconds since the epoch',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  subject: {
    name: 'sub',
    description: 'Resource owner, by a name that is different for each client',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  audience: {
    name: 'aud',
    description: 'Resource that the token is for',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  tokenId: {
    name: 'jti',
    description: 'Identifier of the token',
    source: inRfc('rfc7662', '2.2'),
    iana: ofTokenStatus,
  },
  confirmation: {
    name: 'cnf',
    description: 'The key that the token is bound to',
    source: inRfc('rfc9449', '6.2'),
    iana: ofTokenStatus,
  },
  keyThumbprint: {
    name: 'jkt',
    description: 'SHA-256 thumbprint of that key, as a JWK',
    source: inRfc('rfc9449', '6.1'),
    iana: noRegistry('registered by RFC 9449 as a JWT confirmation method'),
  },
  error: {
    name: 'error',
    description: 'Error code',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(parameters_),
  },
  errorDescription: {
    name: 'error_description',
    description: 'Text for the developer of the client, saying what to change',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(parameters_),
  },
  errorUri: {
    name: 'error_uri',
    description: 'Page with more about the error',
    source: inRfc('rfc6749', '5.2'),
    iana: registeredIn(parameters_),
  },
  resolution: {
    name: 'resolution',
    description: 'Length of the intervals in which usage is reported',
    source: ourDraft('protected-resource'),
    iana: noRegistry('parameter of a resource of the deployment, not of the protocol'),
  },
} as const satisfies Record<string, Row>;

export type ParameterName = keyof typeof parameters;

/** Parameters whose value is itself a JSON text, sent as a form parameter. */
export const jsonParameters = ['subId', 'authorizationDetails'] as const satisfies readonly ParameterName[];
