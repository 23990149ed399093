/**
 * Authentication by a JWT that the client signed: `private_key_jwt`.
 *
 * @see RFC 7523 §3
 */
import { decodeJwt, type JWTPayload } from 'jose';
import { clientAuthenticationMethods } from '../../model/vocabulary/index.ts';
import type { ClientDirectory, ClientRegistration, Clock, KeyRing, Store } from '../ports.ts';
import { isFirstUse } from '../store/first-use.ts';
import { expiredAssertion, verifyAssertion } from './assertion-signature.ts';
import { type AuthenticationOutcome, otherClientId, unauthenticated } from './authentication-outcome.ts';

export interface AssertionRules {
  readonly clients: ClientDirectory;
  readonly clock: Clock;
  /** Remembers used assertions as `seen` rows until they expire. */
  readonly store: Pick<Store, 'commit'>;
  readonly keys: Pick<KeyRing, 'keyedHash'>;
  /** Issuer identifier of this server: what assertions are made for. */
  readonly issuer: string;
  /** Accepted as audience too, since older clients name the endpoint that they call. */
  readonly endpointUrls: readonly string[];
  /** How far in the future an assertion may expire. */
  readonly assertionLifeSeconds: number;
  /** Accepted values of `alg`; only asymmetric ones make sense. */
  readonly signingAlgs: readonly string[];
}

/** How far the clock of a client may run ahead of ours when it says since when an assertion holds. */
const clockLeewaySeconds = 10;

/**
 * Authenticates the client that an assertion names. The assertion is used up by success, and by nothing else; of several
 * uses at the same time one succeeds.
 *
 * @param namedClientId value of the parameter `client_id`, when the request has it
 * @throws Error when the store fails, since then nobody can say whether the assertion was used before
 */
export async function authenticateByAssertion(
  assertion: string,
  namedClientId: string | undefined,
  rules: AssertionRules,
): Promise<AuthenticationOutcome> {
  const claimed = claimedClientId(assertion);
  if (claimed === undefined) return unauthenticated('unreadable', 'the assertion is no JWT with a subject');
  const client = await rules.clients.find(claimed);
  if (client === undefined) return unauthenticated('unknownClient', 'the subject of the assertion is no client');
  if (client.authentication.method !== 'privateKeyJwt') {
    const { name } = clientAuthenticationMethods[client.authentication.method];
    return unauthenticated('wrongMethod', `the client is registered for ${name}`);
  }
  if (namedClientId !== undefined && namedClientId !== client.clientId) return otherClientId;
  const { payload, failure } = await verifyAssertion(assertion, client.authentication.jwks, {
    algorithms: [...rules.signingAlgs],
    issuer: client.clientId,
    subject: client.clientId,
    requiredClaims: ['exp'],
    currentDate: new Date(rules.clock.now()),
    clockTolerance: clockLeewaySeconds,
  });
  if (failure !== undefined) return failure;
  return claimProblem(payload, rules) ?? useUp(payload, client, rules);
}

/** Who the assertion says it is of, before anything is verified. */
function claimedClientId(assertion: string): string | undefined {
  try {
    const { sub } = decodeJwt(assertion);
    return typeof sub === 'string' && sub !== '' ? sub : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the claims beyond what jose checks; undefined when nothing is. */
function claimProblem({ exp, iat, jti, aud }: JWTPayload, rules: AssertionRules): AuthenticationOutcome | undefined {
  const nowSeconds = rules.clock.now() / 1000;
  if (exp === undefined || exp <= nowSeconds) return expiredAssertion;
  if (exp > nowSeconds + rules.assertionLifeSeconds) {
    return unauthenticated('badAssertion', `the assertion lives longer than ${rules.assertionLifeSeconds} s`);
  }
  if (iat !== undefined && !(typeof iat === 'number' && iat <= nowSeconds + clockLeewaySeconds)) {
    return unauthenticated('badAssertion', 'the assertion was issued in the future');
  }
  if (typeof jti !== 'string' || jti === '') return unauthenticated('badAssertion', 'the claim jti is no text');
  if (!isForUs(aud, rules)) return unauthenticated('badAssertion', 'the audience is not this server, or not it alone');
  return undefined;
}

/** One audience only: an assertion that others accept too could be theirs to replay. */
function isForUs(aud: JWTPayload['aud'], { issuer, endpointUrls }: AssertionRules): boolean {
  const [audience, ...others] = Array.isArray(aud) ? aud : [aud];
  return audience !== undefined && others.length === 0 && [issuer, ...endpointUrls].includes(audience);
}

async function useUp(
  { jti, exp = 0 }: JWTPayload,
  client: ClientRegistration,
  rules: AssertionRules,
): Promise<AuthenticationOutcome> {
  // longer than it is valid, for a repetition that was checked just before it expired
  const expiresAt = Math.ceil((exp + clockLeewaySeconds) * 1000);
  if (!(await isFirstUse(rules, [client.clientId, jti], expiresAt)))
    return unauthenticated('replayedAssertion', 'the assertion was used before');
  return { outcome: 'authenticated', client };
}
