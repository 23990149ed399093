/** What a request is answered with that does not get past the front door, and with which header fields. */
import { describe, expect, it } from 'vitest';
import {
  type AdmissionRuleName,
  admissionRuleNames,
  admissionRules,
  defaultPolicy,
  type ExchangeName,
  exchanges,
  initialParties,
  machinesUnder,
  type OutcomeRow,
  outcomes,
  performExchange,
  rulesOf,
} from '../../../model/index.ts';
import { type Answer, answerOf, run } from './run.ts';

describe('The front door', () => {
  /** Status and error by rule, from RFC 6749 §5.2, RFC 6750 §3.1, RFC 9110 §15.5, RFC 9396 §5, RFC 8707 §2, RFC 9449 §5, §7.1, §8. */
  const refusals: Readonly<Record<AdmissionRuleName, Answer>> = {
    methodNotAllowed: [405, 'invalid_request'],
    contentTypeWrong: [400, 'invalid_request'],
    bodyTooLarge: [413, 'invalid_request'],
    bodyUnreadable: [400, 'invalid_request'],
    parameterRepeated: [400, 'invalid_request'],
    authenticationAmbiguous: [400, 'invalid_request'],
    clientUnauthenticated: [401, 'invalid_client'],
    grantTypeMissing: [400, 'invalid_request'],
    grantTypeUnsupported: [400, 'unsupported_grant_type'],
    clientUnauthorized: [400, 'unauthorized_client'],
    parameterMissing: [400, 'invalid_request'],
    parameterMalformed: [400, 'invalid_request'],
    subIdMalformed: [400, 'invalid_request'],
    subIdFormatUnsupported: [400, 'unsupported_sub_id_format'],
    scopeInvalid: [400, 'invalid_scope'],
    authorizationDetailsInvalid: [400, 'invalid_authorization_details'],
    targetUnknown: [400, 'invalid_target'],
    proofUnreadable: [400, 'invalid_dpop_proof'],
    proofWithoutNonce: [400, 'use_dpop_nonce'],
    proofMisdirected: [400, 'invalid_dpop_proof'],
    proofReplayed: [400, 'invalid_dpop_proof'],
    tokenMissing: [401],
    tokenInvalid: [401, 'invalid_token'],
    tokenUnproven: [401, 'invalid_token'],
    usageProofInvalid: [401, 'invalid_dpop_proof'],
    scopeInsufficient: [403, 'insufficient_scope'],
    dependencyUnavailable: [503],
  };

  const pairs = (Object.keys(exchanges) as ExchangeName[]).flatMap(
    (
      exchange, // own keys
    ) => rulesOf(exchange).map((rule) => [exchange, rule] as const),
  );

  it.each(pairs)('answers a %s that breaks the rule %s as the documents say, and changes nothing', (exchange, rule) => {
    const machines = machinesUnder(defaultPolicy);
    const before = initialParties(machines);
    const { parties, outcome, effects } = performExchange(machines, before, exchange, { violation: rule });
    expect(answerOf(outcomes[outcome])).toEqual(refusals[rule]);
    expect(parties).toEqual(before);
    expect(effects).toEqual([]);
  });

  it('RFC 6749 §5.2: authenticates before it looks at what is asked, after it knows how to read it', () => {
    const place = (rule: AdmissionRuleName) => admissionRuleNames.indexOf(rule);
    expect(place('bodyUnreadable')).toBeLessThan(place('clientUnauthenticated'));
    expect(place('clientUnauthenticated')).toBeLessThan(place('clientUnauthorized'));
    expect(place('clientUnauthorized')).toBeLessThan(place('scopeInvalid'));
  });

  it('tries at each endpoint what can go wrong there, and nothing else', () => {
    const form = ['methodNotAllowed', 'contentTypeWrong', 'bodyTooLarge', 'bodyUnreadable', 'parameterRepeated'];
    const client = ['authenticationAmbiguous', 'clientUnauthenticated'];
    const grant = ['grantTypeMissing', 'grantTypeUnsupported'];
    const parameters = ['clientUnauthorized', 'parameterMissing', 'parameterMalformed'];
    const subject = ['subIdMalformed', 'subIdFormatUnsupported'];
    const asked = ['scopeInvalid', 'authorizationDetailsInvalid', 'targetUnknown'];
    const proof = ['proofUnreadable', 'proofWithoutNonce', 'proofMisdirected', 'proofReplayed'];
    const token = ['tokenMissing', 'tokenInvalid', 'tokenUnproven', 'usageProofInvalid', 'scopeInsufficient'];
    const house = ['dependencyUnavailable'];
    const tried: Readonly<Record<ExchangeName, readonly string[]>> = {
      identification: [...form, ...client, ...parameters, ...subject, ...asked, ...proof, ...house],
      delivery: [...form, ...client, ...parameters, ...proof, ...house],
      redemption: [...form, ...client, ...grant, ...parameters, ...proof, ...house],
      // a request is a refresh only when its form could be read
      refresh: [...client, ...parameters, ...proof],
      revocation: [...form, ...client, ...parameters.slice(1)],
      introspection: [...form, ...client, ...parameters],
      metadata: ['methodNotAllowed'],
      keys: ['methodNotAllowed'],
      usage: ['methodNotAllowed', 'parameterRepeated', 'parameterMalformed', ...token],
    };
    for (const [exchange, rules] of Object.entries(tried)) {
      expect(rulesOf(exchange as ExchangeName), exchange).toEqual(rules); // own keys of the table above
    }
  });

  it.each([
    ['metadata', [200]],
    ['keys', [200]],
    ['usage', [200]],
  ] as const)('lets a %s request through that keeps every rule', (exchange, answer) => {
    expect(run().ask(exchange)).toEqual(answer);
  });
});

describe('Header fields', () => {
  const rows = Object.entries<OutcomeRow>(outcomes);

  it.each(rows.filter(([, { status }]) => status === 401))(
    'RFC 9110 §11.6.1: %s carries a challenge',
    (_name, { headers }) => {
      expect(headers).toContain('wwwAuthenticate');
    },
  );

  it.each(rows.filter(([, { status }]) => status === 405))(
    'RFC 9110 §15.5.6: %s says what is allowed',
    (_name, { headers }) => {
      expect(headers).toContain('allow');
    },
  );

  it.each(rows.filter(([, { status }]) => status === 429))(
    'RFC 6585 §4: %s says when to come back',
    (_name, { headers, error }) => {
      expect(headers).toContain('retryAfter');
      expect(error).toBe('slowDown');
    },
  );

  it.each(rows)('RFC 6749 §5.1: %s says how it may be cached', (_name, { headers }) => {
    expect(headers).toContain('cacheControl');
  });

  it.each(rows)('%s has an error code exactly when it is an error with a body', (_name, { status, message, error }) => {
    expect(error !== undefined).toBe(message === 'errorResponse');
    if (message === 'errorResponse') expect(status).toBeGreaterThanOrEqual(400);
  });

  it('RFC 6749 §5.2: words for developers have only the characters that error_description may have', () => {
    const words = [
      ...rows.map(([, row]) => row.words),
      ...admissionRuleNames.map((name) => admissionRules[name].words),
    ];
    for (const text of words) expect(text).toMatch(/^[\x20\x21\x23-\x5B\x5D-\x7E]+$/);
  });
});
