/** Servers with a limit that is not the one they are said to have. */
import { type LimitName, limits, type RequirementId } from '../../model/index.ts';
import { type Mutant, type MutantRow, mutantsOf } from './mutant.ts';

const row = (limit: LimitName, change: number, ...requirements: readonly RequirementId[]): MutantRow => ({
  wrong: `has a limit of the ${limits[limit].description} that is ${Math.abs(change)} too ${change > 0 ? 'large' : 'small'}`,
  requirements,
  plant: { policy: (policy) => ({ ...policy, limits: { ...policy.limits, [limit]: policy.limits[limit] + change } }) },
});

export const limitMutants: readonly Mutant[] = mutantsOf('limit', {
  'code-shorter': row('codeLength', -1, 'passcode/randomness'),
  'sms-code-lives-longer': row('smsCodeLifeSeconds', 1, 'transaction/code-expiry'),
  'sms-code-lives-shorter': row('smsCodeLifeSeconds', -1, 'transaction/code-expiry'),
  'voice-code-lives-longer': row('voiceCodeLifeSeconds', 1, 'transaction/code-expiry'),
  'email-code-lives-longer': row('emailCodeLifeSeconds', 1, 'transaction/code-expiry'),
  'transaction-lives-longer': row('transactionLifeSeconds', 1, 'transaction/transaction-expiry'),
  'transaction-lives-shorter': row('transactionLifeSeconds', -1, 'transaction/transaction-expiry'),
  'resend-sooner': row('resendIntervalSeconds', -1, 'transaction/resend-interval'),
  'one-wrong-code-more': row('wrongCodesPerTransaction', 1, 'transaction/wrong-code-lock'),
  'one-wrong-code-less': row('wrongCodesPerTransaction', -1, 'transaction/wrong-code-lock'),
  'one-send-more': row('sendsPerTransaction', 1, 'transaction/send-limit'),
  'one-send-less': row('sendsPerTransaction', -1, 'transaction/send-limit'),
  'one-wrong-code-more-per-account': row('wrongCodesPerAccount', 1, 'account/wrong-code-budget'),
  'one-send-more-per-account': row('sendsPerAccount', 1, 'account/send-budget'),
  'account-window-shorter': row('accountWindowSeconds', -1, 'account/window'),
  'one-start-more-per-client': row('startsPerClient', 1, 'client/start-quota'),
  'one-wrong-code-more-per-client': row('wrongCodesPerClient', 1, 'client/wrong-code-quota'),
  'client-window-shorter': row('clientWindowSeconds', -1, 'client/start-quota'),
  'token-lives-longer': row('accessTokenLifeSeconds', 1, 'access-token-response/short-life'),
  'assertion-lives-longer': row('assertionLifeSeconds', 1, 'request/client-authenticated'),
  'body-larger': row('requestBytes', 1, 'request/size-bounded'),
  'body-smaller': row('requestBytes', -1, 'request/size-bounded'),
});
