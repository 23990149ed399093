/** How a request can end whose sender has to prove that it has a key: rows of the outcomes, like the others. */
export const proofOutcomes = {
  proofInvalid: {
    status: 400,
    message: 'errorResponse',
    error: 'invalidDpopProof',
    headers: ['cacheControl'],
    words: 'The DPoP proof is missing, not valid for this request, or by another key than the transaction began with',
    requirements: ['error-response/uniform', 'error-response/no-store'],
  },
  nonceNeeded: {
    status: 400,
    message: 'errorResponse',
    error: 'useDpopNonce',
    headers: ['dpopNonce', 'cacheControl'],
    words: 'The DPoP proof needs the nonce in the DPoP-Nonce header field; sign another and try again',
    requirements: ['dpop-proof/nonce'],
  },
  tokenUnproven: {
    status: 401,
    message: 'errorResponse',
    error: 'invalidToken',
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'The access token is bound to a key and was not presented with it, or is bound to none and was',
    requirements: ['error-response/dpop-challenge'],
  },
  proofRefused: {
    status: 401,
    message: 'errorResponse',
    error: 'invalidDpopProof',
    headers: ['wwwAuthenticate', 'cacheControl'],
    words: 'The DPoP proof is missing, or not for this request and this access token',
    requirements: ['error-response/dpop-challenge'],
  },
} as const;
