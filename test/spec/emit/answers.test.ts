import { describe, expect, it } from 'vitest';
import { answersByStatus, answersOf, errorsOf, passedTransitions } from '../../../spec/emit/answers.ts';

describe('the answers of an exchange', () => {
  it('are those that the machines reach, in the order of the outcome table', () => {
    expect(answersOf('usage').map(({ outcome }) => outcome)).toEqual([
      'usageServed',
      'requestMalformed',
      'methodNotAllowed',
      'tokenMissing',
      'tokenInvalid',
      'scopeInsufficient',
      'tokenUnproven',
      'proofRefused',
    ]);
  });

  it('name what leads to them', () => {
    const by = (outcome: string) => answersOf('delivery').find((answer) => answer.outcome === outcome)?.answeredBy;
    expect(by('requestTooLarge')).toEqual([{ kind: 'rule', rule: 'bodyTooLarge' }]);
    expect(by('resendTooSoon')).toEqual([
      { kind: 'transition', machine: 'transaction', transition: expect.stringMatching(/^pending\.cooling /) },
    ]);
    expect(answersOf('keys')[0]?.answeredBy).toEqual([{ kind: 'completion' }]);
  });

  it('always have something that leads to them', () => {
    for (const exchange of ['identification', 'delivery', 'redemption', 'metadata', 'keys', 'usage'] as const) {
      for (const { answeredBy } of answersOf(exchange)) expect(answeredBy).not.toEqual([]);
    }
  });

  it('are grouped by status in rising order', () => {
    expect([...answersByStatus('redemption').keys()]).toEqual([200, 400, 401, 405, 413, 429, 503]);
  });

  it('tell each error once', () => {
    expect(errorsOf('usage')).toEqual(['invalidRequest', 'invalidToken', 'insufficientScope', 'invalidDpopProof']);
  });
});

it('The transitions of an exchange are those of the events that it becomes', () => {
  expect(new Set(passedTransitions('redemption').map(({ machine, event }) => `${machine} ${event}`))).toEqual(
    new Set(['quota code.attempted', 'account code.attempted', 'transaction code.submitted']),
  );
});
