import { describe, expect, it } from 'vitest';
import { type LimitName, limits, policyWith } from '../../../../model/index.ts';
import { completeSuite, observationsOf, suitePolicy } from '../../../../spec/verify/suite/index.ts';

const { limits: rows } = completeSuite();
const seen = rows.flatMap((row) => ('cases' in row ? [row] : []));

const policyWithOne = (limit: LimitName, change: 1 | -1) =>
  policyWith({ limits: { ...suitePolicy.limits, [limit]: suitePolicy.limits[limit] + change } });

describe('Every limit', () => {
  it('has its cases, or a reason why no tester can see it', () => {
    expect(rows.map(({ limit }) => limit)).toEqual(Object.keys(limits));
    expect(rows.flatMap((row) => ('unseen' in row ? [row.limit] : []))).toEqual([
      'postalCodeLifeSeconds',
      'grantLifeSeconds',
      'proofLifeSeconds',
      'nonceLifeSeconds',
    ]);
  });

  it('can be one more and one less under the policy of the suite', () => {
    for (const limit of Object.keys(limits) as LimitName[]) {
      expect(() => [policyWithOne(limit, 1), policyWithOne(limit, -1)]).not.toThrow();
    }
  });

  it.each(seen)('is seen by its cases where it stands, and not one further: $limit', ({ limit, cases }) => {
    for (const change of [1, -1] as const) {
      const other = policyWithOne(limit, change);
      expect(cases.map(({ steps }) => observationsOf(other, steps))).not.toEqual(cases.map(({ expected }) => expected));
    }
  });
});

describe('What is observed at a limit', () => {
  const expectedAt = (limit: LimitName) =>
    seen.find((row) => row.limit === limit)?.cases.map(({ expected }) => expected.at(-1));

  it.each([
    ['codeLength', ['200, announced 8, received 8']],
    ['smsCodeLifeSeconds', ['200', '400 expired_token']],
    [
      'emailCodeLifeSeconds',
      [
        ...['200', '400 expired_token'],
        // sent again after the wait, withheld after the wait, sent again after the first has expired, withheld then
        ...['200', '400 expired_token'],
        ...['400 invalid_user_code', '400 expired_token'],
        ...['200', '400 expired_token'],
        ...['400 invalid_user_code', '400 expired_token'],
      ],
    ],
    ['transactionLifeSeconds', ['200', '400 expired_token', '400 expired_token']],
    ['resendIntervalSeconds', ['200']],
    ['wrongCodesPerTransaction', ['200', '400 invalid_grant']],
    ['sendsPerTransaction', ['400 delivery_limit_exceeded']],
    ['wrongCodesPerAccount', ['200', '400 invalid_user_code', '200']],
    ['sendsPerAccount', ['200', ...Array.from({ length: 5 }, () => '400 invalid_user_code')]],
    ['accountWindowSeconds', ['200']],
    ['startsPerClient', ['429 slow_down']],
    ['wrongCodesPerClient', ['429 slow_down']],
    ['clientWindowSeconds', ['200']],
    ['handoverAttempts', ['3 attempts']],
    ['accessTokenLifeSeconds', ['401 invalid_token']],
    ['assertionLifeSeconds', ['401 invalid_client']],
    ['requestBytes', ['413 invalid_request']],
  ] as const)('%s', (limit, expected) => expect(expectedAt(limit)).toEqual(expected));
});
