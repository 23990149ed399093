/** The policy that a server is configured with for the complete suite. */
import { policyWith } from '../../../model/index.ts';

/**
 * Small limits for what is counted in a transaction, so that the suite is small. Passcodes and waits are short beside the
 * transaction, so that every order of their ends really happens. No limit stands at an end of its range, so that one more
 * and one less are policies too.
 */
export const suitePolicy = policyWith({
  limits: {
    codeLength: 8,
    smsCodeLifeSeconds: 300,
    voiceCodeLifeSeconds: 300,
    emailCodeLifeSeconds: 300,
    transactionLifeSeconds: 3_000,
    resendIntervalSeconds: 30,
    wrongCodesPerTransaction: 3,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 12,
    sendsPerAccount: 6,
    accountWindowSeconds: 7_200,
    startsPerClient: 20,
    wrongCodesPerClient: 16,
    clientWindowSeconds: 7_200,
    handoverAttempts: 3,
    accessTokenLifeSeconds: 14_400,
    assertionLifeSeconds: 300,
    requestBytes: 10_000,
  },
});
