/** Which requirements an answer in the state suite is about. */
import type { StateInput } from '../facts.ts';

/** By kind of input and expected answer. */
const byAnswer: Readonly<Record<string, readonly string[]>> = {
  'delivery 200': ['otp-delivery-response/uniform', 'transaction/resend-interval'],
  'delivery 400 invalid_session': ['otp-delivery-request/session-known', 'transaction/client-binding'],
  'delivery 400 invalid_request': ['otp-delivery-request/offered-option', 'request/parameters-present'],
  'delivery 400 delivery_limit_exceeded': ['transaction/send-limit'],
  'delivery 400 expired_token': ['transaction/transaction-expiry'],
  'delivery 400 access_denied': ['transaction/denial-ends'],
  'delivery 429 slow_down': ['transaction/resend-interval'],
  'redemption 200': ['transaction/newest-code-only', 'transaction/wrong-code-counted'],
  'redemption 400 invalid_grant': [
    'transaction/single-grant',
    'transaction/wrong-code-lock',
    'transaction/client-binding',
    'transaction/final-states',
    'access-token-request/session-known',
  ],
  'redemption 400 invalid_request': ['request/parameters-present'],
  'redemption 400 invalid_user_code': ['transaction/wrong-code-counted', 'transaction/newest-code-only'],
  'redemption 400 expired_token': ['transaction/code-expiry', 'transaction/transaction-expiry'],
  'redemption 400 access_denied': ['transaction/denial-ends'],
  'redemption 401 invalid_client': ['request/client-authenticated'],
  'usage 401 invalid_token': ['usage-request/token-valid', 'transaction/denial-revokes'],
};

export const requirementsOfAnswer = ({ kind }: Pick<StateInput, 'kind'>, expected: string): readonly string[] =>
  byAnswer[`${kind} ${expected}`] ?? [];

/** All of them, each once. */
export const allStateRequirements: readonly string[] = [
  ...new Set([...Object.values(byAnswer).flat(), 'transaction/resend-keeps-count']),
];

const byLimit: Readonly<Record<string, readonly string[]>> = {
  codeLength: ['otp-delivery-response/code-properties'],
  transactionLifeSeconds: ['transaction/transaction-expiry'],
  resendIntervalSeconds: ['transaction/resend-interval'],
  wrongCodesPerTransaction: ['transaction/wrong-code-lock'],
  sendsPerTransaction: ['transaction/send-limit'],
  wrongCodesPerAccount: ['account/wrong-code-budget', 'account/exhausted-is-silent'],
  sendsPerAccount: ['account/send-budget', 'account/exhausted-is-silent'],
  accountWindowSeconds: ['account/window'],
  startsPerClient: ['client/start-quota'],
  wrongCodesPerClient: ['client/wrong-code-quota'],
  clientWindowSeconds: ['client/start-quota', 'client/wrong-code-quota'],
  accessTokenLifeSeconds: ['usage-request/token-valid'],
  assertionLifeSeconds: ['request/assertion-once'],
  requestBytes: ['request/size-bounded'],
};

/** The requirements that state a limit. */
export const requirementsOfLimit = (limit: string): readonly string[] =>
  byLimit[limit] ?? (limit.endsWith('CodeLifeSeconds') ? ['transaction/code-expiry'] : []);
