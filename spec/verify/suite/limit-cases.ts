/**
 * For each limit, what a tester does to see that it stands exactly where the policy puts it: one step short of it nothing
 * happens yet, and at it it does. A server whose limit is one more or one less is seen to differ.
 */
import type { LimitName, Policy } from '../../../model/index.ts';
import type { SuiteInputName } from './suite-input.ts';
import type { SuiteStep } from './suite-step.ts';

/** Cases of a limit; each begins on an account and with clients of which nothing has been counted. */
export type LimitScript =
  | { readonly cases: readonly (readonly SuiteStep[])[] }
  /** Why no tester can see the limit. */
  | { readonly unseen: string };

const give = (...inputs: readonly SuiteInputName[]): SuiteStep[] => inputs.map((input) => ({ input }));
const until = (untilSeconds: number): SuiteStep => ({ untilSeconds });
const times = (input: SuiteInputName, count: number): SuiteStep[] => (count > 0 ? [{ input, times: count }] : []);
const repeated = (count: number, steps: readonly SuiteStep[]): SuiteStep[] =>
  Array.from({ length: count }, () => steps).flat();

/** The scripts of all limits of a policy. */
export function limitScripts({ limits }: Policy): Readonly<Record<LimitName, LimitScript>> {
  const {
    wrongCodesPerTransaction,
    sendsPerTransaction,
    wrongCodesPerAccount,
    sendsPerAccount,
    startsPerClient,
    wrongCodesPerClient,
    resendIntervalSeconds,
    transactionLifeSeconds,
    accountWindowSeconds,
    clientWindowSeconds,
    accessTokenLifeSeconds,
    assertionLifeSeconds,
    requestBytes,
  } = limits;

  const codeLife = (method: 'sms' | 'voice' | 'email', life: number): SuiteStep[][] =>
    [life - 1, life].map((seconds) => [
      ...give('identify'),
      { input: 'deliver', method },
      until(seconds),
      ...give('redeemNewest'),
    ]);

  /** Wrong passcodes on one account, in as many transactions as it takes; the last one stays open. */
  const guesses = (count: number): SuiteStep[] => {
    const full = Math.ceil(count / wrongCodesPerTransaction) - 1;
    return [
      ...repeated(full, [...give('identify', 'deliver'), ...times('redeemWrong', wrongCodesPerTransaction)]),
      ...give('identify', 'deliver'),
      ...times('redeemWrong', count - full * wrongCodesPerTransaction),
    ];
  };

  /** Passcodes sent to one account, in as many transactions as it takes. */
  const sends = (count: number): SuiteStep[] => {
    const inOne = (sent: number) => [
      ...give('identify', 'deliver'),
      ...repeated(sent - 1, give('waitForInterval', 'deliver')),
    ];
    const full = Math.floor(count / sendsPerTransaction);
    const rest = count % sendsPerTransaction;
    return [...repeated(full, inOne(sendsPerTransaction)), ...(rest > 0 ? inOne(rest) : [])];
  };

  /** A passcode that replaces another has a life of its own, whether or not it was sent, and whatever became of the other. */
  const laterCode = (resend: SuiteInputName, wait: 'waitForInterval' | 'waitForCode', sentAt: number): SuiteStep[][] =>
    [-1, 0].map((seconds) => [
      ...give('identify', 'deliver', wait, resend),
      until(sentAt + limits.emailCodeLifeSeconds + seconds),
      ...give('redeemNewest'),
    ]);

  const nextTransaction = give('identify', 'deliver', 'redeemNewest');
  const fullGuesses = Math.ceil(wrongCodesPerClient / wrongCodesPerTransaction) - 1;

  return {
    codeLength: { cases: [[...give('identify'), { input: 'deliver', observesCode: true }]] },
    smsCodeLifeSeconds: { cases: codeLife('sms', limits.smsCodeLifeSeconds) },
    voiceCodeLifeSeconds: { cases: codeLife('voice', limits.voiceCodeLifeSeconds) },
    emailCodeLifeSeconds: {
      cases: [
        ...codeLife('email', limits.emailCodeLifeSeconds),
        ...laterCode('deliver', 'waitForInterval', resendIntervalSeconds),
        ...laterCode('deliverToNobody', 'waitForInterval', resendIntervalSeconds),
        ...laterCode('deliver', 'waitForCode', limits.emailCodeLifeSeconds),
        ...laterCode('deliverToNobody', 'waitForCode', limits.emailCodeLifeSeconds),
      ],
    },
    postalCodeLifeSeconds: { unseen: 'the reference server sends no letters' },
    transactionLifeSeconds: {
      cases: [
        ...[transactionLifeSeconds - 1, transactionLifeSeconds].map((seconds) => [
          ...give('identify'),
          until(seconds),
          ...give('deliver'),
        ]),
        // a passcode that is sent late dies with its transaction, and leaves none that could send another
        [
          ...give('identify'),
          until(transactionLifeSeconds - 60),
          ...give('deliver'),
          until(transactionLifeSeconds - 1),
          ...give('redeemWrong'),
          until(transactionLifeSeconds),
          ...give('redeemNewest', 'deliver'),
        ],
      ],
    },
    resendIntervalSeconds: {
      cases: [
        [
          ...give('identify', 'deliver'),
          until(resendIntervalSeconds - 1),
          ...give('deliver'),
          until(resendIntervalSeconds),
          ...give('deliver'),
        ],
      ],
    },
    wrongCodesPerTransaction: {
      cases: [wrongCodesPerTransaction - 1, wrongCodesPerTransaction].map((count) => [
        ...give('identify', 'deliver'),
        ...times('redeemWrong', count),
        ...give('redeemNewest'),
      ]),
    },
    sendsPerTransaction: {
      cases: [[...sends(sendsPerTransaction), ...give('waitForInterval', 'deliver')]],
    },
    wrongCodesPerAccount: {
      cases: [
        ...[wrongCodesPerAccount - 1, wrongCodesPerAccount].map((count) => [...guesses(count), ...nextTransaction]),
        // a right passcode clears the count
        [
          ...guesses(wrongCodesPerAccount - 1),
          ...give('redeemNewest', 'identify', 'deliver'),
          ...times('redeemWrong', Math.min(2, wrongCodesPerTransaction - 1)),
          ...give('redeemNewest'),
        ],
      ],
    },
    sendsPerAccount: {
      cases: [
        ...[sendsPerAccount - 1, sendsPerAccount].map((count) => [...sends(count), ...nextTransaction]),
        // a resend is held back like a first send, and counts like one
        ...(['waitForInterval', 'waitForCode'] as const).flatMap((wait) => [
          [...sends(sendsPerAccount - 1), ...give('identify', 'deliver', wait, 'deliver', 'redeemNewest')],
          [...sends(sendsPerAccount - 2), ...give('identify', 'deliver', wait, 'deliver'), ...nextTransaction],
        ]),
      ],
    },
    accountWindowSeconds: {
      cases: [
        [
          ...sends(sendsPerAccount),
          until(accountWindowSeconds - 1),
          ...nextTransaction,
          until(accountWindowSeconds),
          ...nextTransaction,
        ],
      ],
    },
    startsPerClient: { cases: [[...times('identify', startsPerClient + 1)]] },
    wrongCodesPerClient: {
      cases: [
        [
          // wrong passcodes count before any is out, and after
          ...give('identify', 'deliver'),
          ...times('redeemWrong', wrongCodesPerTransaction),
          ...repeated(fullGuesses - 1, [...give('identify'), ...times('redeemWrong', wrongCodesPerTransaction)]),
          ...give('identify'),
          ...times('redeemWrong', wrongCodesPerClient - fullGuesses * wrongCodesPerTransaction),
          ...give('identify', 'redeemWrong'),
        ],
      ],
    },
    clientWindowSeconds: {
      cases: [
        [
          ...times('identify', startsPerClient),
          until(clientWindowSeconds - 1),
          ...give('identify'),
          until(clientWindowSeconds),
          ...give('identify'),
        ],
      ],
    },
    handoverAttempts: { cases: [[...give('identify', 'deliver'), { countsHandovers: true }]] },
    accessTokenLifeSeconds: {
      cases: [
        [
          ...give('identify', 'deliver', 'redeemNewest'),
          until(accessTokenLifeSeconds - 1),
          ...give('readUsage'),
          until(accessTokenLifeSeconds),
          ...give('readUsage'),
        ],
      ],
    },
    proofLifeSeconds: { unseen: 'the tester signs no proofs; what follows from the limit is tested at the server' },
    nonceLifeSeconds: { unseen: 'the tester signs no proofs; what follows from the limit is tested at the server' },
    grantLifeSeconds: { unseen: 'the tester does not refresh; what follows from the limit is tested at the server' },
    assertionLifeSeconds: {
      cases: [
        [
          { input: 'identify', assertionLifeSeconds },
          { input: 'identify', assertionLifeSeconds: assertionLifeSeconds + 1 },
        ],
      ],
    },
    requestBytes: {
      cases: [
        [
          { input: 'identify', bodyBytes: requestBytes },
          { input: 'identify', bodyBytes: requestBytes + 1 },
        ],
      ],
    },
  };
}
