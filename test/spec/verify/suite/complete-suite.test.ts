import { describe, expect, it } from 'vitest';
import {
  allTransitions,
  examinationBy,
  extraStates,
  hsiSuite,
  isMinimal,
  killCounts,
  type MealyMachine,
  type Mutant,
  missingStates,
  outputFaults,
  sampled,
  sizeOf,
  transferFaults,
  transitionTour,
} from '../../../../spec/mealy/index.ts';
import {
  completeSuite,
  countsOf,
  digestOf,
  expectedOf,
  inputNamesOf,
  observationsOf,
  rememberingMachines,
  type suiteInputs,
  suitePolicy,
} from '../../../../spec/verify/suite/index.ts';

const suite = completeSuite();
const { whole, machine, tests } = suite;

function* faultsOf(one: MealyMachine): Generator<Mutant> {
  yield* transferFaults(one);
  yield* outputFaults(one);
  yield* missingStates(one);
}

describe('The machine of a transaction, as a tester sees it', () => {
  it('is minimal, and remembers less than the server does', () => {
    expect(isMinimal(machine)).toBe(true);
    expect(machine.states.length).toBeLessThan(whole.states.length);
    expect(examinationBy(machine, tests)(whole)).toBeUndefined();
  });

  it('gives every answer that the three endpoints have for admitted requests, and those of a broken rule', () => {
    expect([...machine.outputs].sort()).toEqual([
      '-',
      '200',
      '400 access_denied',
      '400 delivery_limit_exceeded',
      '400 expired_token',
      '400 invalid_grant',
      '400 invalid_request',
      '400 invalid_session',
      '400 invalid_user_code',
      '401 invalid_client',
      '401 invalid_token',
      '429 slow_down',
    ]);
  });

  it('behaves as the Heather story and its bad endings are told', () => {
    const answersTo = (...names: (keyof typeof suiteInputs)[]) =>
      expectedOf(
        suite,
        names.map((name) => machine.inputs.indexOf(name)),
      );
    expect(answersTo('identify', 'deliver', 'redeemNewest', 'readUsage')).toEqual(['200', '200', '200', '200']);
    expect(answersTo('identify', 'deliver', 'redeemNewest', 'redeemNewest').at(-1)).toBe('400 invalid_grant');
    expect(answersTo('identify', 'deliver', 'redeemNewest', 'deny', 'readUsage').at(-1)).toBe('401 invalid_token');
    expect(answersTo('identify', 'deliver', 'deny', 'redeemNewest').at(-1)).toBe('400 access_denied');
    expect(answersTo('identify', 'deliver', 'deliver').at(-1)).toBe('429 slow_down');
    expect(answersTo('identify', 'deliver', 'waitForInterval', 'deliver', 'redeemEarlier').at(-1)).toBe(
      '400 invalid_user_code',
    );
    expect(answersTo('identify', 'deliver', 'redeemWrong', 'redeemWrong', 'redeemWrong', 'redeemNewest')).toEqual([
      '200',
      '200',
      '400 invalid_user_code',
      '400 invalid_user_code',
      '400 invalid_grant',
      '400 invalid_grant',
    ]);
  });
});

describe('The complete suite', () => {
  it('is the same every time, and small enough to be played in a minute', () => {
    expect(digestOf(suite)).toMatch(/^[0-9a-f]{64}$/);
    expect(countsOf(suite)).toMatchObject({ states: machine.states.length, ...sizeOf(tests) });
    expect(sizeOf(tests).steps).toBeLessThan(60_000);
  });

  it('can be played in time: what is expected is what the model with a clock and all its budgets answers', () => {
    const server = { policy: suitePolicy, machines: rememberingMachines(suitePolicy) };
    for (const test of tests) {
      const steps = inputNamesOf(suite, test).map((input) => ({ input }));
      expect(observationsOf(suitePolicy, steps, server)).toEqual(expectedOf(suite, test));
    }
  });

  it('kills every transfer fault, every output fault and every missing state of the minimal machine', () => {
    const counts = killCounts(machine, tests, faultsOf(machine));
    expect(counts.get('transfer')).toEqual({
      mutants: 36 * 17 * 35,
      equivalent: 0,
      killed: 36 * 17 * 35,
      survivors: [],
    });
    expect(counts.get('output')).toEqual({ mutants: 36 * 17 * 11, equivalent: 0, killed: 36 * 17 * 11, survivors: [] });
    expect(counts.get('missing state')).toMatchObject({ equivalent: 0, killed: 35 * 35, survivors: [] });
  });

  it('kills single faults of the whole machine too: a seeded 3,000 of each kind, unless nobody could tell', () => {
    const some = [transferFaults, outputFaults, missingStates].flatMap((kind) =>
      sampled([...kind(whole)], 3_000, 2026),
    );
    for (const { mutants, equivalent, killed, survivors } of killCounts(whole, tests, some).values()) {
      expect(survivors).toEqual([]);
      expect(killed + equivalent).toBe(mutants);
      expect(killed).toBeGreaterThan(mutants * 0.8);
    }
  });

  it('needs what it does: neither all transitions, nor a tour, nor the suite of the minimal machine alone are enough', () => {
    const transfers = sampled([...transferFaults(machine)], 3_000, 1);
    const killedBy = (weaker: Parameters<typeof killCounts>[1]) =>
      (killCounts(machine, weaker, transfers).get('transfer')?.killed ?? 0) / transfers.length;
    expect(killedBy(tests)).toBe(1);
    expect(killedBy(allTransitions(machine))).toBeLessThan(0.1);
    expect(killedBy(transitionTour(machine))).toBeLessThan(0.6);
    const ofWhole = killCounts(whole, hsiSuite(machine), sampled([...outputFaults(whole)], 3_000, 1)).get('output');
    expect(ofWhole?.killed).toBeLessThan(1_500);
  });

  it('says that nothing is promised for more states, and that is so', () => {
    const extra = killCounts(machine, tests, extraStates(machine, { count: 500, seed: 4 })).get('extra state');
    expect(extra?.survivors).not.toEqual([]);
  });
});
