/** Verifies that a client signed an assertion, and the claims that jose can check on the way. */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { ClientRegistration } from '../ports.ts';
import { type AuthenticationOutcome, unauthenticated } from './authentication-outcome.ts';

export type ClientKeys = Extract<ClientRegistration['authentication'], { readonly method: 'privateKeyJwt' }>['jwks'];

export type VerifiedAssertion =
  | { readonly payload: JWTPayload; readonly failure?: undefined }
  | { readonly payload?: undefined; readonly failure: AuthenticationOutcome };

/** The one answer to assertions that are too old. */
export const expiredAssertion = unauthenticated('expiredAssertion', 'the assertion has expired');

/**
 * Verifies an assertion with the keys of a client.
 *
 * @param options what jose is to check of header and claims
 */
export async function verifyAssertion(
  assertion: string,
  jwks: ClientKeys,
  options: JWTVerifyOptions,
): Promise<VerifiedAssertion> {
  try {
    return { payload: await verifiedPayload(assertion, jwks, options) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

async function verifiedPayload(assertion: string, jwks: ClientKeys, options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(assertion, keySetOf(jwks), options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // without `kid`, every key that fits may be the one
    for await (const key of error) {
      const verified = await jwtVerify(assertion, key, options).catch(unlessWrongKey);
      if (verified !== undefined) return verified.payload;
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

function unlessWrongKey(error: unknown): undefined {
  if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
}

/** Key sets as jose resolves them, so that a key is imported once; forgotten together with the registration. */
const keySets = new WeakMap<ClientKeys, ReturnType<typeof createLocalJWKSet>>();

function keySetOf(jwks: ClientKeys): ReturnType<typeof createLocalJWKSet> {
  const known = keySets.get(jwks);
  if (known !== undefined) return known;
  const keySet = createLocalJWKSet({ keys: [...jwks.keys] } as JSONWebKeySet); // jose checks it
  keySets.set(jwks, keySet);
  return keySet;
}

/** Told by claim name and error code only: the sentences of an error may quote the assertion. */
function failureOf(error: unknown): AuthenticationOutcome {
  if (error instanceof errors.JWTExpired) return expiredAssertion;
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated('badAssertion', `the claim ${error.claim} is missing or wrong`);
  }
  const code = error instanceof errors.JOSEError ? error.code : 'the keys of the client cannot be used';
  return unauthenticated('badAssertion', `the assertion cannot be verified (${code})`);
}
