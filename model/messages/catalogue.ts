/** Every message of the protocol: its type, its direction, and where it travels. Emitters walk this list. */
export const messages = {
  otpAuthorizationRequest: { type: 'OtpAuthorizationRequest', file: 'otp-authorization-request', carrier: 'form' },
  otpAuthorizationResponse: { type: 'OtpAuthorizationResponse', file: 'otp-authorization-response', carrier: 'json' },
  otpDeliveryRequest: { type: 'OtpDeliveryRequest', file: 'otp-delivery-request', carrier: 'form' },
  otpDeliveryResponse: { type: 'OtpDeliveryResponse', file: 'otp-delivery-response', carrier: 'json' },
  accessTokenRequest: { type: 'AccessTokenRequest', file: 'access-token-request', carrier: 'form' },
  accessTokenResponse: { type: 'AccessTokenResponse', file: 'access-token-response', carrier: 'json' },
  revocationRequest: { type: 'RevocationRequest', file: 'revocation-request', carrier: 'form' },
  introspectionRequest: { type: 'IntrospectionRequest', file: 'introspection-request', carrier: 'form' },
  introspectionResponse: { type: 'IntrospectionResponse', file: 'introspection-response', carrier: 'json' },
  errorResponse: { type: 'ErrorResponse', file: 'error-response', carrier: 'json' },
  subjectIdentifier: { type: 'SubjectIdentifier', file: 'subject-identifier', carrier: 'parameter' },
  authorizationServerMetadata: {
    type: 'AuthorizationServerMetadata',
    file: 'authorization-server-metadata',
    carrier: 'json',
  },
  jsonWebKeySet: { type: 'JsonWebKeySet', file: 'json-web-key-set', carrier: 'json' },
  usageRequest: { type: 'UsageRequest', file: 'usage-request', carrier: 'query' },
  usageResponse: { type: 'UsageResponse', file: 'usage-response', carrier: 'json' },
} as const satisfies Record<string, MessageRow>;

/** How a message is written on the wire. A `parameter` is a JSON text inside a form. */
export type Carrier = 'form' | 'json' | 'query' | 'parameter';

export interface MessageRow {
  /** Name of the TypeScript type in this folder. */
  readonly type: string;
  /** Name of its schema file, and the first half of its requirement ids. */
  readonly file: string;
  readonly carrier: Carrier;
}

export type MessageName = keyof typeof messages;
