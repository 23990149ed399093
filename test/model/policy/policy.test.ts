import { describe, expect, it } from 'vitest';
import {
  allMitigationsOn,
  defaultLimits,
  defaultPolicy,
  type LimitName,
  limits,
  type Mitigation,
  mitigations,
  policyProblems,
  policyWith,
  requirements,
  switchedOff,
} from '../../../model/index.ts';

const limitNames = Object.keys(limits) as LimitName[]; // own keys of the table
const mitigationNames = Object.keys(mitigations) as Mitigation[]; // own keys of the table

describe('Limits', () => {
  it.each(limitNames)('%s has a default within its range, in whole numbers', (name) => {
    const { default: value, minimum, maximum } = limits[name];
    expect([value, minimum, maximum].every(Number.isInteger)).toBe(true);
    expect(minimum).toBeGreaterThan(0);
    expect(value).toBeGreaterThanOrEqual(minimum);
    expect(value).toBeLessThanOrEqual(maximum);
  });

  it.each(limitNames)('%s carries its unit in its name when it is a duration', (name) => {
    expect(name.endsWith('Seconds')).toBe(limits[name].unit === 'seconds');
  });

  it.each([
    ['five wrong passcodes', 'wrongCodesPerTransaction', 5],
    ['three sends', 'sendsPerTransaction', 3],
    ['30 seconds between two sends', 'resendIntervalSeconds', 30],
    ['ten minutes for a text message', 'smsCodeLifeSeconds', 600],
    ['21 days for a letter', 'postalCodeLifeSeconds', 21 * 86_400],
    ['15 minutes for a transaction', 'transactionLifeSeconds', 900],
    ['eight characters for a passcode', 'codeLength', 8],
  ] as const)('are what the protocol says by default: %s', (_title, name, value) => {
    expect(defaultLimits[name]).toBe(value);
  });

  it.each([
    ['ten minutes at most for texts', 'smsCodeLifeSeconds', 600],
    ['ten minutes at most for calls', 'voiceCodeLifeSeconds', 600],
    ['24 hours at most for email', 'emailCodeLifeSeconds', 86_400],
    ['30 days at most for letters', 'postalCodeLifeSeconds', 30 * 86_400],
    ['100 consecutive failures at most', 'wrongCodesPerAccount', 100],
  ] as const)('stay within NIST SP 800-63B: %s', (_title, name, maximum) => {
    expect(limits[name].maximum).toBeLessThanOrEqual(maximum);
  });

  it('ask for six digits at least (NIST SP 800-63B)', () => {
    expect(limits.codeLength.minimum).toBeGreaterThanOrEqual(6);
  });
});

describe('Mitigations', () => {
  it.each(mitigationNames)('%s switches off a requirement that exists', (name) => {
    expect(Object.keys(requirements)).toContain(mitigations[name].requirement);
  });

  it('are all on in the policy that the draft recommends', () => {
    expect(Object.values(allMitigationsOn).every((on) => on)).toBe(true);
    expect(switchedOff(defaultPolicy)).toEqual([]);
  });

  it('that are off are told to the operator', () => {
    expect(switchedOff(policyWith({ off: ['singleUse', 'sendLimit'] }))).toEqual(['singleUse', 'sendLimit']);
  });
});

describe('A policy', () => {
  it('by default has nothing wrong with it', () => {
    expect(policyProblems(defaultPolicy)).toEqual([]);
    expect(policyWith({})).toEqual(defaultPolicy);
  });

  it('differs from the default only in what is named', () => {
    const policy = policyWith({ limits: { sendsPerTransaction: 2 }, off: ['codeExpiry'] });
    expect(policy.limits).toEqual({ ...defaultLimits, sendsPerTransaction: 2 });
    expect(policy.switches).toEqual({ ...allMitigationsOn, codeExpiry: false });
  });

  it.each(limitNames)('takes both ends of the range of %s', (name) => {
    const resend = { resendIntervalSeconds: limits.resendIntervalSeconds.minimum };
    expect(() => policyWith({ limits: { ...resend, [name]: limits[name].minimum } })).not.toThrow();
    expect(() => policyWith({ limits: { [name]: limits[name].maximum } })).not.toThrow();
  });

  it.each(limitNames)(
    'refuses %s outside of its range, and parts of a whole, with the range in the message',
    (name) => {
      const { minimum, maximum } = limits[name];
      for (const value of [minimum - 1, maximum + 1, minimum + 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        const attempt = () => policyWith({ limits: { [name]: value } });
        expect(attempt).toThrow(RangeError);
        expect(attempt).toThrow(`${name} is ${value}; it has to be a whole number`);
        expect(attempt).toThrow(`from ${minimum} to ${maximum}`);
      }
    },
  );

  it('refuses a wait that outlasts the shortest passcode, since a lapsed one could not be replaced', () => {
    const policy = (wait: number) => ({
      ...defaultPolicy,
      limits: { ...defaultLimits, resendIntervalSeconds: wait, voiceCodeLifeSeconds: 120 },
    });
    expect(policyProblems(policy(120))).toEqual([]);
    expect(policyProblems(policy(121))).toContainEqual(expect.stringContaining('the shortest passcode life, 120'));
  });

  it('tells everything that is wrong at once', () => {
    expect(() => policyWith({ limits: { codeLength: 5, sendsPerTransaction: 0 } })).toThrow(
      /codeLength is 5.*sendsPerTransaction is 0/,
    );
  });
});
