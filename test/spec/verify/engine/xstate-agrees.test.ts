/**
 * XState's own breadth-first search counts what the engine counts: the same world, told to `xstate/graph` as one logic
 * whose events are the names of the rules and whose steps are those of the model, not of a table.
 */
import { describe, expect, it } from 'vitest';
import { policyWith } from '../../../../model/index.ts';
import { settingOf } from '../../../../spec/verify/check/verification.ts';
import { explore } from '../../../../spec/verify/engine/index.ts';
import { xstateCounts } from '../../../../spec/verify/referee/xstate-search.ts';
import { guessingWorld } from '../../../../spec/verify/world/guessing.ts';
import { worlds } from '../../../../spec/verify/world/worlds.ts';

const sizes = [
  {
    wrongCodesPerTransaction: 1,
    sendsPerTransaction: 1,
    wrongCodesPerAccount: 1,
    sendsPerAccount: 1,
    startsPerClient: 1,
    wrongCodesPerClient: 1,
  },
  {
    wrongCodesPerTransaction: 2,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 1,
    sendsPerAccount: 2,
    startsPerClient: 1,
    wrongCodesPerClient: 2,
  },
] as const;

const searched = (limits: (typeof sizes)[number]) => xstateCounts(policyWith({ limits }));

describe('On a small size the engine and the search of XState agree', () => {
  it.each(sizes)(
    'on states and transitions: %o',
    (limits) => {
      const { states, transitions } = explore(guessingWorld(settingOf({ ...worlds.guessing, limits })));
      expect(searched(limits)).toEqual({ states: states.count, transitions });
      expect(states.count).toBeGreaterThan(100);
    },
    120_000,
  );

  it('and a difference of one limit is seen', () => {
    const [limits] = sizes;
    const { states } = explore(
      guessingWorld(settingOf({ ...worlds.guessing, limits: { ...limits, sendsPerTransaction: 2 } })),
    );
    expect(searched(limits).states).not.toBe(states.count);
  });
});
