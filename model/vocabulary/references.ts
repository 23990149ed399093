/** The documents OTP-flow cites. A section of an RFC is cited by number, one of our own draft by anchor. */
export const references = {
  'otp-flow': { title: 'OAuth 2.0 One-Time Passcode Grant (OTP-flow)', series: 'This document' },
  rfc2119: { title: 'Key words for use in RFCs to Indicate Requirement Levels', series: 'BCP 14, RFC 2119' },
  rfc3966: { title: 'The tel URI for Telephone Numbers', series: 'RFC 3966' },
  rfc4647: { title: 'Matching of Language Tags', series: 'BCP 47, RFC 4647' },
  rfc6749: { title: 'The OAuth 2.0 Authorization Framework', series: 'RFC 6749' },
  rfc6750: { title: 'The OAuth 2.0 Authorization Framework: Bearer Token Usage', series: 'RFC 6750' },
  rfc6755: { title: 'An IETF URN Sub-Namespace for OAuth', series: 'RFC 6755' },
  rfc7009: { title: 'OAuth 2.0 Token Revocation', series: 'RFC 7009' },
  rfc7517: { title: 'JSON Web Key (JWK)', series: 'RFC 7517' },
  rfc7521: {
    title: 'Assertion Framework for OAuth 2.0 Client Authentication and Authorization Grants',
    series: 'RFC 7521',
  },
  rfc7523: {
    title: 'JSON Web Token (JWT) Profile for OAuth 2.0 Client Authentication and Authorization Grants',
    series: 'RFC 7523',
  },
  rfc7591: { title: 'OAuth 2.0 Dynamic Client Registration Protocol', series: 'RFC 7591' },
  rfc7662: { title: 'OAuth 2.0 Token Introspection', series: 'RFC 7662' },
  rfc8174: { title: 'Ambiguity of Uppercase vs Lowercase in RFC 2119 Key Words', series: 'BCP 14, RFC 8174' },
  rfc8414: { title: 'OAuth 2.0 Authorization Server Metadata', series: 'RFC 8414' },
  rfc8628: { title: 'OAuth 2.0 Device Authorization Grant', series: 'RFC 8628' },
  rfc8707: { title: 'Resource Indicators for OAuth 2.0', series: 'RFC 8707' },
  rfc9068: { title: 'JSON Web Token (JWT) Profile for OAuth 2.0 Access Tokens', series: 'RFC 9068' },
  rfc9110: { title: 'HTTP Semantics', series: 'STD 97, RFC 9110' },
  rfc9111: { title: 'HTTP Caching', series: 'STD 98, RFC 9111' },
  rfc9126: { title: 'OAuth 2.0 Pushed Authorization Requests', series: 'RFC 9126' },
  rfc9207: { title: 'OAuth 2.0 Authorization Server Issuer Identification', series: 'RFC 9207' },
  rfc9396: { title: 'OAuth 2.0 Rich Authorization Requests', series: 'RFC 9396' },
  rfc9449: { title: 'OAuth 2.0 Demonstrating Proof of Possession (DPoP)', series: 'RFC 9449' },
  rfc9493: { title: 'Subject Identifiers for Security Event Tokens', series: 'RFC 9493' },
  rfc9700: { title: 'Best Current Practice for OAuth 2.0 Security', series: 'BCP 240, RFC 9700' },
  'first-party-apps': { title: 'OAuth 2.0 for First-Party Applications', series: 'draft-ietf-oauth-first-party-apps' },
  'nist-800-63b': {
    title: 'Digital Identity Guidelines: Authentication and Authenticator Management',
    series: 'NIST SP 800-63B-4',
  },
  'origin-bound-sms': { title: 'Origin-bound one-time codes delivered via SMS', series: 'WICG draft' },
  'openid-core': { title: 'OpenID Connect Core 1.0', series: 'OpenID Connect Core 1.0' },
} as const satisfies Record<string, { readonly title: string; readonly series: string }>;

export type ReferenceId = keyof typeof references;
