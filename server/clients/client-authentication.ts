/** Client authentication: which method a request uses, and whether it convinces. */
import { jwtBearerAssertionType, parameters as rows } from '../../model/vocabulary/index.ts';
import { type AuthenticationOutcome, unauthenticated } from './authentication-outcome.ts';
import { type AssertionRules, authenticateByAssertion } from './client-assertion.ts';
import { authenticateBySecret } from './client-secret.ts';

export type { AuthenticationFailure, AuthenticationOutcome } from './authentication-outcome.ts';
export type { AssertionRules } from './client-assertion.ts';

/** What a request says about its client. */
export interface AuthenticationRequest {
  /** Value of the Authorization header field; absent when there was none. */
  readonly authorizationHeader?: string;
  /** The decoded form. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Not in the vocabulary, since the protocol has no secrets in bodies: known only so that it can be refused. */
const secretInBody = 'client_secret';

/**
 * Authenticates the client of a request, by `private_key_jwt` or `client_secret_basic`, whichever it is registered for.
 * Everything that is wrong with the credentials is an outcome.
 *
 * @throws Error when the client directory or the store fails
 * @see RFC 6749 §2.3, RFC 7521 §4.2
 */
export async function authenticateClient(
  request: AuthenticationRequest,
  rules: AssertionRules,
): Promise<AuthenticationOutcome> {
  const { authorizationHeader, parameters } = request;
  const assertion = parameters.get(rows.clientAssertion.name);
  const assertionType = parameters.get(rows.clientAssertionType.name);
  const namedClientId = parameters.get(rows.clientId.name);

  const inHeader = authorizationHeader !== undefined;
  const asAssertion = assertion !== undefined || assertionType !== undefined;
  const inBody = parameters.has(secretInBody);
  if (Number(inHeader) + Number(asAssertion) + Number(inBody) > 1) return { outcome: 'ambiguous' };

  if (inBody) return unauthenticated('unsupportedMethod', 'the secret of a client may not be in the body');
  if (inHeader) return authenticateBySecret(authorizationHeader, namedClientId, rules.clients);
  if (!asAssertion) return unauthenticated('missing', 'the request carries no credentials');

  if (assertionType === undefined) return { outcome: 'malformed', missing: 'clientAssertionType' };
  if (assertionType !== jwtBearerAssertionType.name) {
    return unauthenticated('unsupportedMethod', 'the type of the assertion is not supported');
  }
  if (assertion === undefined) return { outcome: 'malformed', missing: 'clientAssertion' };
  return authenticateByAssertion(assertion, namedClientId, rules);
}
