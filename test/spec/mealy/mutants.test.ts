import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allTransitions,
  areEquivalent,
  examinationBy,
  extraStates,
  hsiSuite,
  killCounts,
  type MealyMachine,
  type Mutant,
  missingStates,
  outputFaults,
  problemOf,
  sampled,
  seededChoice,
  transferFaults,
  wpSuite,
  wSuite,
} from '../../../spec/mealy/index.ts';
import { combinationLock, counter, minimalMachines, turnstile } from './small-machines.ts';

function* faultsOf(machine: MealyMachine): Generator<Mutant> {
  yield* transferFaults(machine);
  yield* outputFaults(machine);
  yield* missingStates(machine);
}

describe('Mutants', () => {
  it('are all there are of their kind', () => {
    expect([...transferFaults(turnstile)]).toHaveLength(2 * 2 * 1);
    expect([...outputFaults(turnstile)]).toHaveLength(2 * 2 * 2);
    expect([...missingStates(combinationLock)]).toHaveLength(3 * 3);
  });

  it('are machines, and each says what is wrong with it', () => {
    const mutants = [...faultsOf(counter), ...extraStates(counter, { count: 20, seed: 3, copies: 2 })];
    for (const { machine, words } of mutants) {
      expect(problemOf(machine)).toBeUndefined();
      expect(words).toMatch(/^("|instead of)/);
    }
    expect(mutants.at(0)?.words).toBe('"count" in "none" leads to "none"');
  });

  it('with extra states follow from their seed', () => {
    const drawn = (seed: number) => [...extraStates(counter, { count: 30, seed })].map(({ machine }) => machine);
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
    expect(drawn(5).every(({ states }) => states.length === counter.states.length + 1)).toBe(true);
  });
});

describe('The analysis of a suite', () => {
  it('counts what was killed, and leaves out what behaves the same', () => {
    const counts = killCounts(combinationLock, hsiSuite(combinationLock), faultsOf(combinationLock));
    expect([...counts.keys()]).toEqual(['transfer', 'output', 'missing state']);
    for (const { mutants, equivalent, killed, survivors } of counts.values()) {
      expect(killed).toBe(mutants - equivalent);
      expect(survivors).toEqual([]);
    }
  });

  it('names what survives a weaker suite', () => {
    const transfer = killCounts(counter, allTransitions(counter), transferFaults(counter)).get('transfer');
    expect(transfer?.survivors).toContain('"clear" in "one" leads to "one"');
    expect(transfer?.killed).toBeLessThan((transfer?.mutants ?? 0) - (transfer?.equivalent ?? 0));
  });

  it('shows the first input that is answered wrongly', () => {
    const [deaf] = outputFaults(turnstile);
    expect(
      examinationBy(turnstile, [
        [1, 1],
        [1, 0, 1],
      ])(deaf?.machine ?? turnstile),
    ).toEqual([1, 0]);
    expect(
      examinationBy(turnstile, [
        [1, 1],
        [1, 0, 1],
      ])(turnstile),
    ).toBeUndefined();
  });

  it.each(Object.entries({ W: wSuite, Wp: wpSuite, HSI: hsiSuite }))(
    'finds that %s kills every single fault of larger machines too',
    (_name, suiteOf) => {
      fc.assert(
        fc.property(minimalMachines({ states: 7, inputs: 3, outputs: 2 }), (machine) => {
          const counts = killCounts(machine, suiteOf(machine), faultsOf(machine));
          for (const { survivors } of counts.values()) expect(survivors).toEqual([]);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('finds that HSI for one state more kills every drawn machine with one state more', () => {
    fc.assert(
      fc.property(minimalMachines({ states: 5, inputs: 2, outputs: 2 }), fc.integer(), (machine, seed) => {
        const mutants = extraStates(machine, { count: 100, seed });
        const [count] = killCounts(machine, hsiSuite(machine, { extraStates: 1 }), mutants).values();
        expect(count?.survivors).toEqual([]);
        expect(count?.killed).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  it('never takes a machine that behaves the same for a wrong one', () => {
    fc.assert(
      fc.property(minimalMachines({ states: 4, inputs: 2, outputs: 2 }), (machine) => {
        const examine = examinationBy(machine, hsiSuite(machine));
        for (const mutant of faultsOf(machine)) {
          expect(examine(mutant.machine) === undefined).toBe(areEquivalent(machine, mutant.machine));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('Chance', () => {
  it('can be repeated, and reaches every number', () => {
    const draw = (seed: number) => Array.from({ length: 200 }, seededChoiceOf(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(new Set(draw(7)).size).toBe(10);
    expect(draw(0)).toHaveLength(200);
  });

  it('samples without repetition and in order, and takes all when there are not more', () => {
    expect(sampled([1, 2, 3], 5, 1)).toEqual([1, 2, 3]);
    const some = sampled([...Array(100).keys()], 10, 1);
    expect(new Set(some).size).toBe(10);
    expect([...some].sort((a, b) => a - b)).toEqual(some);
  });

  const seededChoiceOf = (seed: number) => {
    const choose = seededChoice(seed);
    return () => choose(10);
  };
});
