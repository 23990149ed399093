/** What each member of a message tells about a person. A member that is not judged here does not compile. */
import type { ParameterName } from '../../model/index.ts';

/** Who learns a datum of each kind. */
export const sensitivities = {
  identifying: 'The client, from the resource owner; the authorization server, from the client',
  secret: 'The resource owner, from the message; the client, from them; the authorization server, which made it',
  preference: 'The client and the authorization server',
  masked: 'The client, where the policy allows it',
  pseudonymous: 'The client and the resource server; different for each client',
  granted: 'The client, after redemption',
  none: 'nobody',
} as const;

export type Sensitivity = keyof typeof sensitivities;

export const personalData = {
  subId: 'identifying',
  scope: 'none',
  authorizationDetails: 'none',
  resource: 'none',
  uiLocales: 'preference',
  authSession: 'none',
  expiresIn: 'none',
  deliveryOptions: 'none',
  deliveryOptionId: 'none',
  deliveryMethod: 'none',
  deliveryHint: 'masked',
  issuer: 'none',
  deliveryOption: 'preference',
  interval: 'none',
  codeLength: 'none',
  codeCharset: 'none',
  bindingMessage: 'none',
  grantType: 'none',
  userCode: 'secret',
  clientId: 'none',
  clientAssertionType: 'none',
  clientAssertion: 'none',
  accessToken: 'pseudonymous',
  refreshToken: 'pseudonymous',
  tokenType: 'none',
  token: 'pseudonymous',
  tokenTypeHint: 'none',
  active: 'none',
  expiresAt: 'none',
  issuedAt: 'none',
  subject: 'pseudonymous',
  audience: 'none',
  tokenId: 'pseudonymous',
  error: 'none',
  errorDescription: 'none',
  errorUri: 'none',
  confirmation: 'none',
  keyThumbprint: 'pseudonymous',
  resolution: 'none',
} as const satisfies Record<ParameterName, Sensitivity>;

/** Members of the example's resource and of documents that say nothing about how to reach or name a person. */
export const judgedElsewhere = {
  /** The customer's data itself: a row of the table of its own. */
  granted: ['resolution', 'intervals', 'start', 'kilowatt_hours'],
  /** Published documents, and the frame of a Subject Identifier. */
  public: ['format', 'keys', 'kty', 'kid', 'alg', 'use', 'crv', 'x', 'y', 'n', 'e'],
} as const;
