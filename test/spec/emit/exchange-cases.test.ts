import { describe, expect, it } from 'vitest';
import { type ExchangeName, exchanges, rulesOf } from '../../../model/index.ts';
import { emitExchangeCases, exchangeCases } from '../../../spec/emit/exchange-cases.ts';

const cases = exchangeCases();

describe('The exchange cases', () => {
  it('have ids of their own, and are the same bytes each time', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(emitExchangeCases()).toEqual(emitExchangeCases());
    expect(emitExchangeCases().map(({ path }) => path)).toEqual([
      'tests/exchange-cases.json',
      'tests/exchange-cases.schema.json',
    ]);
  });

  // only a signature made on the spot gets as far as these, and a table has none
  const signedOnTheSpot: readonly string[] = [
    'proofWithoutNonce',
    'proofMisdirected',
    'proofReplayed',
    'usageProofInvalid',
  ];

  it.each(Object.keys(exchanges) as ExchangeName[])(
    'hold for %s each rule of the front door once, and a request that keeps all',
    (name) => {
      // own keys
      const broken = cases.filter(({ exchange }) => exchange === name).map(({ facts }) => facts.violation);
      expect(broken.filter((violation) => violation !== 'none')).toEqual(
        rulesOf(name).filter((rule) => !signedOnTheSpot.includes(rule)),
      );
      expect(broken).toContain('none');
    },
  );

  it('tell what is expected as it was written here by hand', () => {
    expect(cases.find(({ id }) => id === 'identification/scopeInvalid')).toEqual({
      id: 'identification/scopeInvalid',
      exchange: 'identification',
      facts: { violation: 'scopeInvalid' },
      outcome: 'scopeInvalid',
      status: 400,
      error: 'invalid_scope',
      headers: ['Cache-Control'],
      requests: [
        {
          title: 'There is no such scope',
          method: 'POST',
          path: '/otp-authorization',
          client: 'energy-auditor',
          contentType: 'application/x-www-form-urlencoded',
          form: {
            sub_id: '{"format":"account_number","account_number":"4002-118-07"}',
            scope: 'everything',
          },
        },
      ],
    });
    expect(cases.find(({ id }) => id === 'redemption/other-newest')).toMatchObject({
      id: 'redemption/other-newest',
      exchange: 'redemption',
      facts: { violation: 'none', client: 'other', code: 'newest' },
      outcome: 'grantInvalid',
      status: 400,
      error: 'invalid_grant',
      headers: ['Cache-Control'],
      requests: [{ path: '/token', client: 'monthly-auditor' }],
    });
    expect(cases.find(({ id }) => id === 'delivery/same-unoffered-none')?.requests.at(-1)?.form).toMatchObject({
      delivery_option: 'pigeon',
    });
    expect(cases.find(({ id }) => id === 'usage/tokenMissing')).toMatchObject({
      status: 401,
      headers: ['WWW-Authenticate', 'Cache-Control'],
    });
  });

  it('grant nothing and send nothing: no transaction has been started', () => {
    const outcomes = new Set(cases.map(({ outcome }) => outcome));
    expect(outcomes).not.toContain('tokenIssued');
    expect(outcomes).not.toContain('codeSent');
  });
});
