/** Writes the answer to an exchange: the row of the outcome says status, error and header fields. */
import type { ExchangeName, Exchanges } from '../../generated/server/routes.ts';
import {
  cacheControlOf,
  challengeAlgorithms,
  challenges,
  type ErrorResponse,
  endpoints,
  errors,
  exchanges,
  type HeaderName,
  headers as headerRows,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  parameters,
  pragmaValue,
  proofAlgs,
  scopes,
} from '../../model/index.ts';

/** What the answer needs to know beyond its outcome. */
export interface AnswerParts {
  /** Body of a successful answer. */
  readonly body?: unknown;
  /** For the developer; the words of the rule that was broken, or of the outcome. */
  readonly words?: string;
  readonly retryAfterSeconds?: number;
  /** For an answer that asks for a nonce. */
  readonly nonce?: string;
}

/**
 * The answer to an exchange.
 *
 * @see RFC 6749 §5.1 and §5.2, RFC 6750 §3, RFC 9449 §7.1
 */
export function answerTo<Name extends ExchangeName>(
  exchange: Name,
  outcome: OutcomeName,
  parts: AnswerParts,
): Exchanges[Name]['answer'] {
  const row: OutcomeRow = outcomes[outcome];
  const headers = row.headers.map(
    (name) => [headerRows[name].name, headerValue(name, exchange, outcome, parts)] as const,
  );
  const body = row.message === 'errorResponse' ? errorBody(outcome, parts) : row.message && parts.body;
  return { outcome, status: row.status, headers: Object.fromEntries(headers), body } as Exchanges[Name]['answer']; // the walk that typed the answers found this outcome for this exchange
}

function errorBody(outcome: OutcomeName, { words }: AnswerParts): ErrorResponse {
  const row: OutcomeRow = outcomes[outcome];
  if (row.error === undefined) throw new Error(`outcome ${outcome} has an error body and no error`);
  return { error: errors[row.error].name, error_description: words ?? row.words };
}

function headerValue(name: HeaderName, exchange: ExchangeName, outcome: OutcomeName, parts: AnswerParts): string {
  switch (name) {
    case 'allow':
      return endpoints[exchanges[exchange].endpoint].method;
    case 'cacheControl':
      return cacheControlOf(outcome);
    case 'pragma':
      return pragmaValue;
    case 'retryAfter':
      return String(parts.retryAfterSeconds ?? 1);
    case 'wwwAuthenticate':
      return exchange === 'usage' ? challenge(outcome, parts) : challenges.basicRealm;
    case 'dpopNonce':
      return nonceOf(parts);
    case 'authorization':
    case 'contentType':
    case 'dpop':
      throw new Error(`${name} is no header field of an outcome`);
  }
}

function nonceOf({ nonce }: AnswerParts): string {
  if (nonce === undefined) throw new Error('an answer that asks for a nonce has to hand one out');
  return nonce;
}

function challenge(outcome: OutcomeName, parts: AnswerParts): string {
  const row: OutcomeRow = outcomes[outcome];
  if (row.error === undefined) return challenges.bearerRealm;
  const isAboutProof = row.requirements.includes('error-response/dpop-challenge');
  const attributes = {
    [parameters.error.name]: errors[row.error].name,
    [parameters.errorDescription.name]: parts.words ?? row.words,
    ...(row.error === 'insufficientScope' ? { [parameters.scope.name]: scopes.usageRead.name } : {}),
    ...(isAboutProof ? { [challengeAlgorithms]: proofAlgs.join(' ') } : {}),
  };
  const realm = isAboutProof ? challenges.dpopRealm : challenges.bearerRealm;
  return [realm, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(', ');
}
