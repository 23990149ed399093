/** One transaction as its callers see it, one call after the other: the model with a clock, as a specification. */
import { type Policy, policyWith } from '../../model/index.ts';
import type { Operation, SequentialSpecification } from '../../spec/verify/linearizability.ts';
import {
  giveTimed,
  laterAt,
  nothing,
  rememberingMachines,
  type SuiteInputName,
  suiteInputs,
  suitePolicy,
  type TimedServer,
  type TimedState,
  timedStart,
} from '../../spec/verify/suite/index.ts';

/**
 * What is called, in which of several transactions; in the first one unless set. A passcode is the first or a later one
 * that was sent, counted from 1; 0 is one that never was.
 */
export type RaceCall = { readonly transaction?: number } & (
  | { readonly do: 'identify' | 'deliver' | 'deny' | 'readUsage' }
  | { readonly do: 'redeem'; readonly code: number }
  /** Time passes, to so many seconds after the start. */
  | { readonly do: 'pass'; readonly until: number }
);

export type RaceOperation = Operation<RaceCall, string>;

/** Budgets are far away, so that a trial is about its transaction. */
export const racePolicy: Policy = policyWith({
  limits: {
    ...suitePolicy.limits,
    sendsPerTransaction: 3,
    wrongCodesPerAccount: 90,
    sendsPerAccount: 40,
    startsPerClient: 100_000,
    wrongCodesPerClient: 90_000,
  },
});

interface RaceState {
  readonly timed: TimedState;
  /** How many passcodes were made, sent or not. */
  readonly codes: number;
}

const inputs = {
  identify: 'identify',
  deliver: 'deliver',
  deny: 'deny',
  readUsage: 'readUsage',
  redeem: 'redeemNewest',
} as const satisfies Record<Exclude<RaceCall['do'], 'pass'>, SuiteInputName>;

const server: TimedServer = { policy: racePolicy, machines: rememberingMachines(racePolicy) };

export const transactionSpecification: SequentialSpecification<RaceState, RaceCall, string> = {
  initial: { timed: timedStart(server), codes: 0 },
  nameOf: (state) => JSON.stringify(state),
  outcomesOf: ({ timed, codes }, call) => {
    if (call.do === 'pass') return [{ state: { timed: laterAt(timed, call.until), codes }, result: nothing }];
    const facts = call.do === 'redeem' ? { code: kindOf(call.code, codes) } : {};
    const { state, output } = giveTimed(server, timed, suiteInputs[inputs[call.do]], { facts });
    const isNew = call.do === 'deliver' && output === '200';
    return [{ state: { timed: state, codes: codes + (isNew ? 1 : 0) }, result: output }];
  },
  isSame: (seen, specified) => seen === specified,
};

function kindOf(code: number, codes: number): string {
  if (code === 0) return 'wrong';
  return code === codes ? 'newest' : 'stale';
}
