/** Three searches of one small world: XState's own, the engine's, and SPIN's. */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../../model/index.ts';
import { worldSource } from '../../../../spec/emit/promela/world-source.ts';
import { settingOf } from '../../../../spec/verify/check/verification.ts';
import { explore, tabulate } from '../../../../spec/verify/engine/index.ts';
import { judge, missingTools } from '../../../../spec/verify/referee/spin.ts';
import { xstateCounts } from '../../../../spec/verify/referee/xstate-search.ts';
import { worlds } from '../../../../spec/verify/world/worlds.ts';

const missing = await missingTools();
const row = {
  ...worlds.guessing,
  limits: {
    wrongCodesPerTransaction: 1,
    sendsPerTransaction: 1,
    wrongCodesPerAccount: 2,
    sendsPerAccount: 1,
    startsPerClient: 1,
    wrongCodesPerClient: 2,
  },
};
const explored = explore(tabulate(row.build(settingOf(row))));
const counts = { states: explored.states.count, transitions: explored.transitions };

describe('The guessing world, with small limits', () => {
  it('has as many states and transitions for xstate/graph as for the engine', { timeout: 120_000 }, () => {
    expect(xstateCounts(policyWith({ limits: row.limits }))).toEqual(counts);
  });

  it('has others under another policy, for both', { timeout: 120_000 }, () => {
    const off = explore(tabulate(row.build(settingOf(row, 'transactionExpiry'))));
    const others = { states: off.states.count, transitions: off.transitions };
    expect(others).not.toEqual(counts);
    expect(xstateCounts(policyWith({ limits: row.limits, off: ['transactionExpiry'] }))).toEqual(others);
  });

  it.skipIf(missing.length > 0)(
    `has as many for SPIN${missing.length > 0 ? ' (not run: no spin or cc)' : ''}`,
    async () => {
      const files = [['guessing.pml', worldSource(row, settingOf(row)).text]] as const;
      expect(await judge({ files, states: counts.states })).toMatchObject({ ...counts, errors: 0 });
    },
    120_000,
  );
});
