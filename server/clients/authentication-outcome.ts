/** How client authentication can end. */
import type { ClientRegistration } from '../ports.ts';

/** Why a client is not authenticated, for operators and tests; the client itself is told the same in every case. */
export type AuthenticationFailure =
  /** The request carries no credentials. */
  | 'missing'
  /** A way of authenticating that the server does not support, such as a secret in the body. */
  | 'unsupportedMethod'
  /** Credentials that cannot be taken apart. */
  | 'unreadable'
  | 'unknownClient'
  /** The client is registered for another method. */
  | 'wrongMethod'
  /** The parameter `client_id` names another client. */
  | 'otherClientId'
  | 'badSecret'
  | 'badAssertion'
  | 'expiredAssertion'
  | 'replayedAssertion';

export type AuthenticationOutcome =
  | { readonly outcome: 'authenticated'; readonly client: ClientRegistration }
  | {
      readonly outcome: 'unauthenticated';
      readonly reason: AuthenticationFailure;
      /** One phrase for operators. Nothing that the request said is in it. */
      readonly detail: string;
    }
  /** More than one method in one request (RFC 6749 §2.3). */
  | { readonly outcome: 'ambiguous' }
  /** Half of what makes an assertion; `missing` names the parameter that belongs to it. */
  | { readonly outcome: 'malformed'; readonly missing: 'clientAssertion' | 'clientAssertionType' };

/** Shorthand for the outcome of a client that failed. */
export const unauthenticated = (reason: AuthenticationFailure, detail: string): AuthenticationOutcome => ({
  outcome: 'unauthenticated',
  reason,
  detail,
});

/** A request that names its client in `client_id` too has to name the same one. */
export const otherClientId = unauthenticated('otherClientId', 'the form names another client than the credentials');
