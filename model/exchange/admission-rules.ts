/**
 * What every request has to pass before a state machine of a transaction sees it: one row per rule, in the order in
 * which they are tried. Rule by endpoint this is the matrix that the README shows.
 */
import type { RequirementId } from '../requirements/index.ts';
import type { ExchangeName } from './exchanges.ts';
import type { OutcomeName } from './outcomes.ts';

export interface AdmissionRule {
  readonly requirement: RequirementId;
  /** Where the rule is tried. */
  readonly appliesTo: readonly ExchangeName[];
  /** What the request is answered with when it breaks the rule. */
  readonly outcome: OutcomeName;
  /** What the developer of the client reads. `{name}` is replaced by a name from the request's own vocabulary. */
  readonly words: string;
}

const posts = ['identification', 'delivery', 'redemption'] as const;
const aboutTokens = ['revocation', 'introspection'] as const;
/** A request is a refresh only when its form says so, so that whatever is wrong before that is not. */
const forms = [...posts, 'refresh', ...aboutTokens] as const;
const everything = [
  'identification',
  'delivery',
  'redemption',
  'revocation',
  'introspection',
  'metadata',
  'keys',
  'usage',
] as const;

export const admissionRules = {
  methodNotAllowed: {
    requirement: 'request/method',
    appliesTo: everything,
    outcome: 'methodNotAllowed',
    words: 'This endpoint takes {name} requests only',
  },
  contentTypeWrong: {
    requirement: 'request/form-encoded',
    appliesTo: [...posts, ...aboutTokens],
    outcome: 'requestMalformed',
    words: 'The Content-Type has to be {name}',
  },
  bodyTooLarge: {
    requirement: 'request/size-bounded',
    appliesTo: [...posts, ...aboutTokens],
    outcome: 'requestTooLarge',
    words: 'The request body may not exceed {name} bytes',
  },
  bodyUnreadable: {
    requirement: 'request/encoding-strict',
    appliesTo: [...posts, ...aboutTokens],
    outcome: 'requestMalformed',
    words: 'The request body has to be a form in UTF-8 with well-formed percent-encoding and no control characters',
  },
  parameterRepeated: {
    requirement: 'request/no-repeated-parameters',
    appliesTo: [...posts, ...aboutTokens, 'usage'],
    outcome: 'requestMalformed',
    words: 'The parameter {name} is repeated; each may appear once',
  },
  authenticationAmbiguous: {
    requirement: 'request/one-authentication-method',
    appliesTo: forms,
    outcome: 'requestMalformed',
    words: 'The request uses more than one way of client authentication',
  },
  clientUnauthenticated: {
    requirement: 'request/client-authenticated',
    appliesTo: forms,
    outcome: 'clientUnauthenticated',
    words:
      'Client authentication failed; check the client identifier and its secret, or the assertion: iss, sub, aud, exp, a fresh jti, and the signature',
  },
  grantTypeMissing: {
    requirement: 'access-token-request/grant-type',
    appliesTo: ['redemption'],
    outcome: 'requestMalformed',
    words: 'The parameter {name} is missing',
  },
  grantTypeUnsupported: {
    requirement: 'access-token-request/grant-type',
    appliesTo: ['redemption'],
    outcome: 'grantTypeUnsupported',
    words: 'The grant type is none of those in the metadata of the authorization server',
  },
  clientUnauthorized: {
    requirement: 'request/client-registered-for-grant',
    appliesTo: [...posts, 'refresh', 'introspection'],
    outcome: 'clientUnauthorized',
    words: 'The client is not registered for this kind of request',
  },
  parameterMissing: {
    requirement: 'request/parameters-present',
    appliesTo: forms,
    outcome: 'requestMalformed',
    words: 'The parameter {name} is missing or empty',
  },
  parameterMalformed: {
    requirement: 'request/parameters-well-formed',
    appliesTo: [...forms, 'usage'],
    outcome: 'requestMalformed',
    words: 'The parameter {name} is too long or not of its form',
  },
  subIdMalformed: {
    requirement: 'otp-authorization-request/sub-id-json',
    appliesTo: ['identification'],
    outcome: 'requestMalformed',
    words: 'The parameter {name} has to be a JSON object with the members of its format, and no others',
  },
  subIdFormatUnsupported: {
    requirement: 'otp-authorization-request/sub-id-format',
    appliesTo: ['identification'],
    outcome: 'subIdFormatUnsupported',
    words: 'The Subject Identifier format is none of those in the metadata of the authorization server',
  },
  scopeInvalid: {
    requirement: 'otp-authorization-request/scope',
    appliesTo: ['identification'],
    outcome: 'scopeInvalid',
    words: 'The scope is missing, unknown, or more than this client may ask for',
  },
  authorizationDetailsInvalid: {
    requirement: 'otp-authorization-request/authorization-details',
    appliesTo: ['identification'],
    outcome: 'authorizationDetailsInvalid',
    words: 'The authorization server knows no type of authorization details',
  },
  targetUnknown: {
    requirement: 'otp-authorization-request/resource',
    appliesTo: ['identification'],
    outcome: 'targetUnknown',
    words: 'The authorization server issues no tokens for this resource',
  },
  proofUnreadable: {
    requirement: 'dpop-proof/valid',
    appliesTo: [...posts, 'refresh'],
    outcome: 'proofInvalid',
    words:
      'The DPoP header field has to be one JWT of type dpop+jwt, with a public key in jwk, an algorithm of the metadata and a good signature',
  },
  proofWithoutNonce: {
    requirement: 'dpop-proof/nonce',
    appliesTo: [...posts, 'refresh'],
    outcome: 'nonceNeeded',
    words: 'The DPoP proof needs the nonce in the DPoP-Nonce header field; sign another and try again',
  },
  proofMisdirected: {
    requirement: 'dpop-proof/this-request',
    appliesTo: [...posts, 'refresh'],
    outcome: 'proofInvalid',
    words: 'The DPoP proof is not for this request; check htm, htu, iat and jti',
  },
  proofReplayed: {
    requirement: 'dpop-proof/once',
    appliesTo: [...posts, 'refresh'],
    outcome: 'proofInvalid',
    words: 'The DPoP proof was used before; sign another with a fresh jti',
  },
  tokenMissing: {
    requirement: 'usage-request/token-required',
    appliesTo: ['usage'],
    outcome: 'tokenMissing',
    words: 'The request carries no access token in the Authorization header',
  },
  tokenInvalid: {
    requirement: 'usage-request/token-valid',
    appliesTo: ['usage'],
    outcome: 'tokenInvalid',
    words: 'The access token is expired, revoked, malformed or not meant for this resource',
  },
  tokenUnproven: {
    requirement: 'usage-request/dpop-bound',
    appliesTo: ['usage'],
    outcome: 'tokenUnproven',
    words: 'A token that is bound to a key goes with the scheme DPoP and a proof by that key, and any other as Bearer',
  },
  usageProofInvalid: {
    requirement: 'usage-request/dpop-proof',
    appliesTo: ['usage'],
    outcome: 'proofRefused',
    words: 'The DPoP proof is not for this request and this access token; check htm, htu, iat, ath and a fresh jti',
  },
  scopeInsufficient: {
    requirement: 'usage-request/scope',
    appliesTo: ['usage'],
    outcome: 'scopeInsufficient',
    words: 'The access token does not allow usage to be read at this resolution',
  },
  dependencyUnavailable: {
    requirement: 'error-response/unavailable',
    appliesTo: posts,
    outcome: 'unavailable',
    words:
      'Something that the server depends on does not answer; try again after the time in the Retry-After header field',
  },
} as const satisfies Record<string, AdmissionRule>;

export type AdmissionRuleName = keyof typeof admissionRules;

/** The rules, in order. */
export const admissionRuleNames = Object.keys(admissionRules) as readonly AdmissionRuleName[]; // keys of the table itself

/** The rules that are tried for an exchange, in order. */
export const rulesOf = (exchange: ExchangeName): AdmissionRuleName[] =>
  admissionRuleNames.filter((name) => (admissionRules[name].appliesTo as readonly ExchangeName[]).includes(exchange)); // widened from the row's literal list
