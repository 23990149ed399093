/** What can come back from the utility. Except for usage, each answer is an event of the client machine, with what came along. */
import {
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import {
  type AccessTokenResponse,
  client,
  type ErrorName,
  errors,
  headers,
  type MachineEvent,
  type OtpAuthorizationResponse,
  type OtpDeliveryResponse,
  type UsageInterval,
} from '../../model/index.ts';
import { NoAnswer } from './no-answer.ts';
import { retryAfterSeconds } from './retry-after.ts';

const receivedErrors = client.events['error.received'].attributes.error;

/** The errors that the client machine tells apart; all the others are `other`. */
export type ReceivedError = (typeof receivedErrors)[number];

export interface Refusal {
  readonly type: 'error.received';
  readonly error: ReceivedError;
  /** For the operator: the error's name in our vocabulary, or `unknown`. */
  readonly errorName: ErrorName | 'unknown';
  /** From Retry-After, where there was one. */
  readonly retryAfterSeconds: number | undefined;
}

export interface MissingAnswer {
  readonly type: 'answer.missing';
  /** For the operator; quotes nothing. */
  readonly reason: string;
}

export type Failure = Refusal | MissingAnswer;

export type IdentificationAnswer =
  | { readonly type: 'session.received'; readonly issuer: 'expected'; readonly response: OtpAuthorizationResponse }
  /** The rest of such a response is worthless. */
  | { readonly type: 'session.received'; readonly issuer: 'other' }
  | Failure;

export type DeliveryAnswer = { readonly type: 'code.announced'; readonly response: OtpDeliveryResponse } | Failure;

export type TokenAnswer = { readonly type: 'token.received'; readonly response: AccessTokenResponse } | Failure;

export type UsageAnswer = { readonly type: 'usage.received'; readonly intervals: readonly UsageInterval[] } | Failure;

/** The event of the client machine that an answer is: its case, and nothing that came along. */
export function eventOf(answer: IdentificationAnswer | DeliveryAnswer | TokenAnswer): MachineEvent {
  switch (answer.type) {
    case 'session.received':
      return { type: answer.type, issuer: answer.issuer };
    case 'error.received':
      return { type: answer.type, error: answer.error };
    case 'code.announced':
    case 'token.received':
    case 'answer.missing':
      return { type: answer.type };
  }
}

/**
 * Turns what a request or its processing threw into an answer.
 *
 * @param nowAt epoch milliseconds
 * @throws the error itself, when it is none that an exchange can end with
 */
export function failureOf(error: unknown, nowAt: number): Failure {
  if (error instanceof ResponseBodyError) return refusal(error.error, error.response, nowAt);
  if (error instanceof WWWAuthenticateChallengeError) {
    return refusal(error.cause.find(({ parameters }) => parameters.error)?.parameters.error, error.response, nowAt);
  }
  if (error instanceof NoAnswer) return { type: 'answer.missing', reason: error.message };
  if (error instanceof OperationProcessingError || error instanceof UnsupportedOperationError) {
    return { type: 'answer.missing', reason: error.code ?? 'not conform' };
  }
  throw error;
}

function refusal(wireName: string | undefined, response: Response, nowAt: number): Refusal {
  const errorName = errorNames.find((name) => errors[name].name === wireName);
  return {
    type: 'error.received',
    error: receivedErrors.find((name) => name === errorName) ?? 'other',
    errorName: errorName ?? 'unknown',
    retryAfterSeconds: retryAfterSeconds(response.headers.get(headers.retryAfter.name), nowAt),
  };
}

const errorNames = Object.keys(errors) as readonly ErrorName[]; // keys of the table itself
