/** Where requests go. The member of the metadata is the protocol; the path is the reference server's own choice. */
import { inRfc, noRegistry, ourDraft, type Row, registeredIn, requestedIn } from './row.ts';

const serverMetadata = 'OAuth Authorization Server Metadata';

export interface EndpointRow extends Row {
  /** Path under the issuer, as the reference server lays it out. Clients take the URL from the metadata. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
}

export const endpoints = {
  otpAuthorization: {
    name: 'otp_authorization_endpoint',
    path: '/otp-authorization',
    method: 'POST',
    description: 'URL of the OTP authorization endpoint, where a client names the resource owner and what it asks for',
    source: ourDraft('otp-authorization-endpoint'),
    iana: requestedIn(serverMetadata),
  },
  otpDelivery: {
    name: 'otp_delivery_endpoint',
    path: '/otp-delivery',
    method: 'POST',
    description: 'URL of the OTP delivery endpoint, where a client asks for the passcode to be sent',
    source: ourDraft('otp-delivery-endpoint'),
    iana: requestedIn(serverMetadata),
  },
  token: {
    name: 'token_endpoint',
    path: '/token',
    method: 'POST',
    description: 'URL of the token endpoint, where a client redeems the passcode for an access token',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(serverMetadata),
  },
  revocation: {
    name: 'revocation_endpoint',
    path: '/revoke',
    method: 'POST',
    description: 'URL of the revocation endpoint, where a client gives a token back',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(serverMetadata),
  },
  introspection: {
    name: 'introspection_endpoint',
    path: '/introspect',
    method: 'POST',
    description: 'URL of the introspection endpoint, where a resource server asks about an access token',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(serverMetadata),
  },
  jwks: {
    name: 'jwks_uri',
    path: '/jwks',
    method: 'GET',
    description: 'URL of the JWK Set with the keys that verify access tokens',
    source: inRfc('rfc8414', '2'),
    iana: registeredIn(serverMetadata),
  },
  metadata: {
    name: 'oauth-authorization-server',
    path: '/.well-known/oauth-authorization-server',
    method: 'GET',
    description: 'Well-known location of the authorization server metadata',
    source: inRfc('rfc8414', '3'),
    iana: noRegistry('registered by RFC 8414 as a well-known URI'),
  },
  usage: {
    name: 'usage',
    path: '/usage',
    method: 'GET',
    description: 'The protected resource of the reference server: metered usage of the resource owner',
    source: ourDraft('protected-resource'),
    iana: noRegistry('a resource of the deployment, not of the protocol'),
  },
} as const satisfies Record<string, EndpointRow>;

export type EndpointName = keyof typeof endpoints;
