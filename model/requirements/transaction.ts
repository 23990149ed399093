/** The life of a transaction, the budgets around it, the token at its end, and what the other parties owe it. */

import { limits } from '../policy/limits.ts';
import { errors, headers, parameters as p } from '../vocabulary/index.ts';
import type { RequirementRow } from './requirement.ts';

export const transactionRequirements = {
  'transaction/client-binding': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST treat a transaction that another client started as one that does not exist.',
  },
  'transaction/newest-code-only': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST accept only the newest passcode of a transaction; a resend makes every earlier one worthless.',
  },
  'transaction/single-grant': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT grant more than once on a transaction.',
  },
  'transaction/wrong-code-counted': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST count every wrong passcode and answer it with the error ${errors.invalidUserCode.name} while the transaction is not locked.`,
  },
  'transaction/wrong-code-lock': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST lock a transaction for good after a bounded number of wrong passcodes, ${limits.wrongCodesPerTransaction.default} by default and at most ${limits.wrongCodesPerTransaction.maximum}.`,
  },
  'transaction/resend-keeps-count': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT reset the count of wrong passcodes when it sends a new one.',
  },
  'transaction/send-limit': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bound the passcodes sent in a transaction, to ${limits.sendsPerTransaction.default} by default, and answer a further request with the error ${errors.deliveryLimitExceeded.name}.`,
  },
  'transaction/resend-interval': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST refuse to send a passcode again before ${p.interval.name} has passed, ${limits.resendIntervalSeconds.default} seconds by default.`,
  },
  'transaction/code-expiry': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT accept a passcode after its life; a passcode sent by text message or spoken in a call lives ${limits.smsCodeLifeSeconds.maximum} seconds at most.`,
  },
  'transaction/transaction-expiry': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST end a transaction after its life, ${limits.transactionLifeSeconds.default / 60} minutes by default, and answer later requests with the error ${errors.expiredToken.name}.`,
  },
  'transaction/letter-life': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'When a passcode is sent or withheld by letter, the authorization server SHOULD lengthen the life of the transaction, counted from its start, by the life of that passcode; a second letter lengthens it no further.',
  },
  'transaction/denial-ends': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST end a transaction that the resource owner denies and answer later requests of its client with the error ${errors.accessDenied.name}.`,
  },
  'transaction/denial-revokes': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST revoke every token that was granted on a transaction, when the resource owner denies it after the grant.',
  },
  'transaction/notify-other-contacts': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'After a grant the authorization server SHOULD tell all other contacts of the account that it happened and how to revoke it.',
  },
  'transaction/final-states': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The authorization server MUST NOT let a transaction that is spent, locked, denied or expired become usable again.',
  },
  'transaction/atomic-check': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST compare, count and grant in one atomic step, across all of its processes.',
  },
  'transaction/hashed-at-rest': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST store passcodes and values of ${p.authSession.name} only as keyed hashes, or encrypted while they wait to be sent.`,
  },
  'transaction/constant-time': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'The authorization server MUST compare passcodes in constant time.',
  },
  'transaction/unlogged': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: `The authorization server MUST NOT write passcodes, values of ${p.authSession.name} or tokens into logs, or accept them in a URI.`,
  },
  'transaction/durable': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The authorization server SHOULD keep transactions and counts across a restart.',
  },
  'account/wrong-code-budget': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bound wrong passcodes per account over all transactions, to ${limits.wrongCodesPerAccount.default} within a window by default and never more than ${limits.wrongCodesPerAccount.maximum}.`,
  },
  'account/send-budget': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bound the passcodes sent to the contacts of an account over all transactions, to ${limits.sendsPerAccount.default} within a window by default.`,
  },
  'account/exhausted-is-silent': {
    level: 'MUST',
    actor: 'authorization server',
    text: 'When a budget of an account is used up, the authorization server MUST send nothing, and when it is that of wrong passcodes accept none either, and answer as if no budget were used up.',
  },
  'account/success-clears-failures': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'A right passcode SHOULD clear the count of wrong passcodes of the account, and no other count.',
  },
  'account/window': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The budget of an account SHOULD be counted over a window that starts with the first thing counted and ends by itself.',
  },
  'client/start-quota': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bound the transactions that a client can start within a window, and answer more with the error ${errors.slowDown.name}.`,
  },
  'client/wrong-code-quota': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST bound the wrong passcodes of a client over all accounts within a window, and answer more access token requests with the error ${errors.slowDown.name}.`,
  },
  'access-token-request/grant-type': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer a grant type that it does not support with the error ${errors.unsupportedGrantType.name}.`,
  },
  'access-token-request/session-known': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST answer an ${p.authSession.name} that names no transaction with the error ${errors.invalidGrant.name}.`,
  },
  'access-token-request/code-normalized': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: `The authorization server SHOULD ignore spaces, hyphens and case in ${p.userCode.name}.`,
  },
  'access-token-response/scope-not-wider': {
    level: 'MUST NOT',
    actor: 'authorization server',
    text: 'The scope of the access token MUST NOT exceed what the message told the resource owner.',
  },
  'access-token-response/says-scope': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST return the granted ${p.scope.name}.`,
  },
  'access-token-response/no-store': {
    level: 'MUST',
    actor: 'authorization server',
    text: `The authorization server MUST send the access token response with the header field ${headers.cacheControl.name} with the value no-store and the header field ${headers.pragma.name} with the value no-cache (RFC 6749 §5.1).`,
  },
  'access-token-response/jwt-profile': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'Access tokens SHOULD follow the JSON Web Token profile of RFC 9068.',
  },
  'access-token-response/pairwise-subject': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: 'The subject of an access token SHOULD be pairwise: different for each client, and no identifier of the customer records.',
  },
  'access-token-response/short-life': {
    level: 'SHOULD',
    actor: 'authorization server',
    text: `Access tokens SHOULD expire soon, after ${limits.accessTokenLifeSeconds.default / 60} minutes by default.`,
  },
  'usage-request/token-required': {
    level: 'MUST',
    actor: 'resource server',
    text: 'The resource server MUST refuse a request without an access token.',
  },
  'usage-request/token-valid': {
    level: 'MUST',
    actor: 'resource server',
    text: 'The resource server MUST verify the signature, the type, the issuer, the audience and the expiry of an access token, and that it was not revoked.',
  },
  'usage-request/scope': {
    level: 'MUST',
    actor: 'resource server',
    text: `The resource server MUST answer a request that needs more than the granted scope with the error ${errors.insufficientScope.name}.`,
  },
  'usage-response/no-store': {
    level: 'MUST',
    actor: 'resource server',
    text: 'The resource server MUST mark responses with customer data as not to be stored by caches.',
  },
  'otp-client/owner-starts': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST start a transaction only when the resource owner has asked for a service that needs it.',
  },
  'otp-client/owner-chooses': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST let the resource owner choose the delivery option.',
  },
  'otp-client/compare-issuer': {
    level: 'MUST',
    actor: 'client',
    text: `The client MUST compare ${p.issuer.name} with the issuer identifier of the authorization server it meant to ask, and stop when they differ.`,
  },
  'otp-client/show-binding-message': {
    level: 'MUST',
    actor: 'client',
    text: `The client MUST show ${p.bindingMessage.name} where the passcode is entered and ask the resource owner to compare it with the message.`,
  },
  'otp-client/obey-interval': {
    level: 'MUST NOT',
    actor: 'client',
    text: `The client MUST NOT ask for another passcode before ${p.interval.name} has passed.`,
  },
  'otp-client/obey-retry-after': {
    level: 'MUST NOT',
    actor: 'client',
    text: `The client MUST NOT repeat a request that was answered with ${errors.slowDown.name} before the announced time has passed.`,
  },
  'otp-client/stop-when-over': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST stop using a transaction after an error that says that it is over.',
  },
  'otp-client/retry': {
    level: 'MAY',
    actor: 'client',
    text: `The client MAY let the resource owner try again after ${errors.invalidUserCode.name}, ${errors.expiredToken.name} at the token endpoint, or a missing answer.`,
  },
  'otp-client/own-transaction': {
    level: 'MUST',
    actor: 'client',
    text: 'The client MUST redeem a passcode only in the transaction that it started for the session in which the passcode is entered.',
  },
  'otp-client/code-unlogged': {
    level: 'MUST NOT',
    actor: 'client',
    text: 'The client MUST NOT store or log the passcode, and sends it to nobody but the token endpoint of the transaction.',
  },
} as const satisfies Record<string, RequirementRow>;
