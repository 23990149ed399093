/** How the exchanges about the tokens of a grant can end: rows of the outcomes, like the others. */
export const tokenOutcomes = {
  tokenRefreshed: {
    status: 200,
    message: 'accessTokenResponse',
    headers: ['cacheControl', 'pragma'],
    words: 'The access token is refreshed, and the refresh token replaced',
    requirements: ['access-token-response/no-store', 'refresh-token/rotation'],
  },
  tokenRevoked: {
    status: 200,
    headers: ['cacheControl'],
    words: 'The token is worth nothing any more, or never was',
    requirements: ['revocation-request/unknown-token'],
  },
  tokenActive: {
    status: 200,
    message: 'introspectionResponse',
    headers: ['cacheControl'],
    words: 'The access token is good',
    requirements: ['introspection-response/live-state'],
  },
  tokenInactive: {
    status: 200,
    message: 'introspectionResponse',
    headers: ['cacheControl'],
    words: 'The token is not good',
    requirements: ['introspection-response/inactive-alone'],
  },
  tokenForeign: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidGrant',
    headers: ['cacheControl'],
    words: 'The token was issued to another client, which alone can revoke it',
    requirements: ['revocation-request/own-tokens'],
  },
  refreshInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidGrant',
    headers: ['cacheControl'],
    words:
      'The refresh token is unknown, was issued to another client, was used before, or its grant is revoked or expired; ask the resource owner again',
    requirements: ['error-response/uniform', 'error-response/no-store'],
  },
} as const;
