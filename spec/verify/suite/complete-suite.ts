/**
 * The complete suite of a transaction: tests that no wrong server of a known kind passes, and cases that find every limit
 * that is one off. What "known kind" means is said below, in words, and proved by trying the servers out.
 */
import { createHash } from 'node:crypto';
import { type LimitName, limits } from '../../../model/index.ts';
import {
  hsiSuite,
  type MealyMachine,
  machineOf,
  minimised,
  responseTo,
  type Suite,
  sizeOf,
  stateCover,
} from '../../mealy/index.ts';
import { type LimitScript, limitScripts } from './limit-cases.ts';
import { observationsOf } from './play.ts';
import type { SuiteInputName } from './suite-input.ts';
import { suitePolicy } from './suite-policy.ts';
import type { Observation, SuiteStep } from './suite-step.ts';
import { transactionBehaviour } from './tester-world.ts';
import { rememberingMachines } from './timed-world.ts';

export interface CompleteSuite {
  /** Server and tester with all they remember. */
  readonly whole: MealyMachine;
  /** The smallest machine that behaves the same. */
  readonly machine: MealyMachine;
  readonly tests: Suite;
  readonly limits: readonly LimitCases[];
}

/** What a limit is worth under the policy of the suite, and what a right server is observed to do about it. */
export type LimitCases = { readonly limit: LimitName; readonly value: number } & (
  | { readonly cases: readonly { readonly steps: readonly SuiteStep[]; readonly expected: readonly Observation[] }[] }
  | Extract<LimitScript, { readonly unseen: string }>
);

/** Which servers the suite is complete for, as sentences. */
export const faultDomain = ({ whole, machine }: Pick<CompleteSuite, 'whole' | 'machine'>): readonly string[] => [
  `A server that passes all tests answers every sequence of these inputs as the model does, provided that server and tester together are a deterministic machine which each test begins anew, with no more than ${machine.states.length} states that can be told apart (m = n).`,
  `No server passes that remembers what the model remembers (the ${whole.states.length} states of the whole machine) and differs from it in one transition, which leads to a wrong state or is answered wrongly with one of the known answers, unless nobody could tell.`,
  'No server passes both the tests and the cases of the limits whose limits are those of the policy, but for one that is one more or one less.',
  'Nothing is promised about servers that remember more, that depend on chance or on instants between the announced ones, or that mix up what happens at the same moment.',
];

let remembered: CompleteSuite | undefined;

/** The suite under its own policy. Pure; computed once. */
export function completeSuite(): CompleteSuite {
  remembered ??= derived();
  return remembered;
}

function derived(): CompleteSuite {
  const whole = machineOf(transactionBehaviour(rememberingMachines(suitePolicy)));
  const machine = minimised(whole);
  const scripts = limitScripts(suitePolicy);
  return {
    whole,
    machine,
    tests: hsiSuite(machine, { furtherWays: stateCover(whole) }),
    limits: (Object.keys(limits) as LimitName[]).map((limit) => ({
      limit,
      value: suitePolicy.limits[limit],
      ...played(scripts[limit]),
    })),
  };
}

const played = (script: LimitScript) =>
  'unseen' in script
    ? script
    : { cases: script.cases.map((steps) => ({ steps, expected: observationsOf(suitePolicy, steps) })) };

/** The inputs of a test by name. */
export const inputNamesOf = ({ machine }: CompleteSuite, test: readonly number[]): SuiteInputName[] =>
  test.map((input) => machine.inputs[input] as SuiteInputName); // the behaviour lists its inputs under these names

/** What a right server is observed to answer to a test. */
export const expectedOf = ({ machine }: CompleteSuite, test: readonly number[]): Observation[] =>
  responseTo(machine, test).map((symbol) => machine.outputs[symbol] ?? '');

/** How large the suite is, and what it is about. */
export function countsOf({ whole, machine, tests, limits: cases }: CompleteSuite) {
  return {
    states: machine.states.length,
    statesOfWhole: whole.states.length,
    inputs: machine.inputs.length,
    outputs: machine.outputs.length,
    transitions: machine.next.length,
    ...sizeOf(tests),
    limits: cases.filter((one) => 'cases' in one).length,
    limitCases: cases.reduce((count, one) => count + ('cases' in one ? one.cases.length : 0), 0),
  };
}

/** SHA-256 of inputs, outputs and tests with their answers, as JSON without spaces: which suite a server has passed. */
export const digestOf = ({ machine, tests }: CompleteSuite): string =>
  createHash('sha256')
    .update(JSON.stringify([machine.inputs, machine.outputs, tests.map((test) => [test, responseTo(machine, test)])]))
    .digest('hex');
