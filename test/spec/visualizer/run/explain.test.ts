/** What the page says about a guard is what the machines decide by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, holds } from '../../../../model/index.ts';
import { explain, reasons } from '../../../../spec/visualizer/run/explain.ts';
import { contexts, events, guards, policies } from '../arbitraries.ts';

describe('An explanation of a guard', () => {
  it('agrees with the guard, whatever the guard, the values and the policy', () => {
    fc.assert(
      fc.property(guards, contexts, events, policies, (guard, context, event, policy) => {
        expect(explain(guard, context, event, policy).holds).toBe(holds(guard, context, event, policy));
      }),
      { numRuns: 1_000 },
    );
  });

  it('agrees in every part with that part of the guard', () => {
    fc.assert(
      fc.property(guards, contexts, events, policies, (guard, context, event, policy) => {
        const { parts } = explain(guard, context, event, policy);
        const inner = guard.type === 'not' ? [guard.params.guard] : 'guards' in guard.params ? guard.params.guards : [];
        expect(parts.map((part) => part.holds)).toEqual(inner.map((part) => holds(part, context, event, policy)));
      }),
    );
  });

  it('names the values that block, and not those that do not', () => {
    const guard = {
      type: 'allOf',
      params: {
        guards: [
          { type: 'caseIs', params: { attribute: 'client', value: 'other' } },
          { type: 'isOneBelow', params: { variable: 'wrongCodes', limit: 'wrongCodesPerTransaction' } },
          { type: 'isEnforced', params: { mitigation: 'transactionLock' } },
        ],
      },
    } as const;
    const explained = explain(guard, { wrongCodes: 2 }, { type: 'code.submitted', client: 'other' }, defaultPolicy);
    expect(explained.holds).toBe(false);
    expect(reasons(explained)).toEqual(['wrongCodes is 2, wrongCodesPerTransaction is 5']);
  });

  it('of a negation gives the values of what is negated', () => {
    const guard = {
      type: 'not',
      params: { guard: { type: 'is', params: { variable: 'state', value: 'other' } } },
    } as const;
    expect(reasons(explain(guard, { state: 'other' }, { type: 'x' }, defaultPolicy))).toEqual(['state is other']);
  });
});
