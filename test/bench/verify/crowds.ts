/** The models that engines are measured with: the same for all of them. */
import { type Limits, machineDefinitions, policyWith } from '../../../model/index.ts';
import { settingOf } from '../../../spec/verify/check/verification.ts';
import { crowdWorld } from '../../../spec/verify/world/crowd.ts';
import { type WorldRow, worlds } from '../../../spec/verify/world/worlds.ts';

const ones = {
  wrongCodesPerTransaction: 1,
  sendsPerTransaction: 1,
  wrongCodesPerAccount: 1,
  sendsPerAccount: 1,
  startsPerClient: 1,
  wrongCodesPerClient: 1,
} as const satisfies Partial<Limits>;

/** Three transactions of two clients for two customers: nearly two million states. */
export const crowd = {
  title: 'Three transactions of two clients for two customers',
  build: crowdWorld,
  limits: ones,
  holds: [],
} as const satisfies WorldRow;

/** The same with larger quotas: more than sixteen million states. */
export const largeCrowd = () =>
  crowdWorld({
    policy: policyWith({ limits: { ...ones, startsPerClient: 3, wrongCodesPerClient: 2 } }),
    machines: machineDefinitions,
  });

/** One transaction after the other, small enough for a search that takes every step in XState. */
export const guessing = { ...worlds.guessing, limits: { ...ones, wrongCodesPerAccount: 2, wrongCodesPerClient: 2 } };

export const policyOf = (row: WorldRow) => settingOf(row).policy;
