import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allTransitions,
  areEquivalent,
  characterisationSet,
  commonBeginning,
  examinationBy,
  harmonisedIdentifiers,
  hsiSuite,
  type MealyMachine,
  pairsOf,
  type Suite,
  separates,
  sizeOf,
  stateCover,
  stateIdentifiers,
  transitionTour,
  withoutBeginnings,
  wpSuite,
  wSuite,
} from '../../../spec/mealy/index.ts';
import { combinationLock, counter, machinesOf, minimalMachines, turnstile } from './small-machines.ts';

const textbook = { turnstile, counter, combinationLock };
const methods = { W: wSuite, Wp: wpSuite, HSI: hsiSuite };

/** Implementations that pass a suite although they are not equivalent to the machine. */
function wronglyPassed(machine: MealyMachine, suite: Suite, implementations: readonly MealyMachine[]): MealyMachine[] {
  const examine = examinationBy(machine, suite);
  return implementations.filter((one) => examine(one) === undefined && !areEquivalent(machine, one));
}

/** All implementations with as many states as a machine, or some more, over its own inputs and outputs. */
const implementationsOf = (machine: MealyMachine, extra = 0): readonly MealyMachine[] =>
  machinesOf({
    states: machine.states.length + extra,
    inputs: machine.inputs.length,
    outputs: machine.outputs.length,
  });

describe('A turnstile, worked out by hand', () => {
  const [coin, push] = [0, 1];

  it('is characterised by one coin', () => {
    expect(characterisationSet(turnstile)).toEqual([[coin]]);
    expect(stateCover(turnstile)).toEqual([[], [coin]]);
  });

  it('needs three tests', () => {
    expect(hsiSuite(turnstile)).toEqual([
      [coin, coin, coin],
      [coin, push, coin],
      [push, coin],
    ]);
    expect(sizeOf(hsiSuite(turnstile))).toEqual({ tests: 3, steps: 8 });
  });

  it('needs every one of them: without any, a wrong turnstile passes', () => {
    const suite = hsiSuite(turnstile);
    for (const left of suite) {
      const rest = suite.filter((test) => test !== left);
      expect(wronglyPassed(turnstile, rest, implementationsOf(turnstile))).not.toEqual([]);
    }
  });
});

describe('Sequences that identify states', () => {
  it.each(Object.entries(textbook))('of a %s separate what they have to', (_name, machine) =>
    expectIdentifying(machine),
  );

  it('of any minimal machine separate what they have to', () => {
    fc.assert(fc.property(minimalMachines({ states: 5, inputs: 2, outputs: 2 }), expectIdentifying));
  });

  function expectIdentifying(machine: MealyMachine): void {
    const characterisation = characterisationSet(machine);
    const identifiers = stateIdentifiers(machine, characterisation);
    const harmonised = harmonisedIdentifiers(machine);
    for (const pair of pairsOf(machine)) {
      const [one, other] = pair;
      expect(characterisation.some((sequence) => separates(machine, sequence, pair))).toBe(true);
      expect(identifiers[one]?.some((sequence) => separates(machine, sequence, pair))).toBe(true);
      expect(identifiers[other]?.some((sequence) => separates(machine, sequence, pair))).toBe(true);
      expect(
        harmonised[one]?.some((left) =>
          harmonised[other]?.some((right) => separates(machine, commonBeginning(left, right), pair)),
        ),
      ).toBe(true);
    }
  }
});

describe('A complete suite', () => {
  it.each(
    Object.entries(textbook).flatMap(([name, machine]) =>
      Object.entries(methods).map((method) => [method[0], name, method[1], machine] as const),
    ),
  )(
    'by %s of a %s is passed by the machine itself, and by no other machine with as many states',
    (_method, name, suiteOf, machine) => {
      const suite = suiteOf(machine);
      expect(examinationBy(machine, suite)(machine)).toBeUndefined();
      // the lock has 12^12 rivals: too many to try, so its neighbours in size are tried below
      if (name !== 'combinationLock') expect(wronglyPassed(machine, suite, implementationsOf(machine))).toEqual([]);
    },
  );

  it.each(Object.entries(methods))(
    'by %s lets nothing pass that has no more states, whatever the machine',
    (_name, suiteOf) => {
      const machines = minimalMachines({ states: 3, inputs: 2, outputs: 2 });
      fc.assert(
        fc.property(machines, (machine) => {
          expect(wronglyPassed(machine, suiteOf(machine), implementationsOf(machine))).toEqual([]);
        }),
        { numRuns: 15 },
      );
    },
  );

  it.each(Object.entries(methods))(
    'by %s for one state more lets nothing pass that has one state more',
    (_name, suiteOf) => {
      const machines = minimalMachines({ states: 2, inputs: 2, outputs: 2 });
      fc.assert(
        fc.property(machines, (machine) => {
          const suite = suiteOf(machine, { extraStates: 1 });
          expect(wronglyPassed(machine, suite, implementationsOf(machine, 1))).toEqual([]);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('for as many states lets something pass that has one state more: the assumption is needed', () => {
    expect(wronglyPassed(turnstile, hsiSuite(turnstile), machinesOf({ states: 3, inputs: 2, outputs: 2 }))).toEqual([]);
    expect(wronglyPassed(turnstile, hsiSuite(turnstile), machinesOf({ states: 3, inputs: 2, outputs: 3 }))).not.toEqual(
      [],
    );
  });

  it('cannot be had for a machine that is not minimal', () => {
    const twice = { ...turnstile, next: Int32Array.from([1, 0, 1, 0]), output: Int32Array.from([0, 0, 0, 0]) };
    for (const suiteOf of Object.values(methods)) expect(() => suiteOf(twice)).toThrow(/minimal/);
  });
});

describe('Taking every transition is not enough', () => {
  it.each(Object.entries(textbook))('for a %s: every transition is taken', (_name, machine) => {
    for (const suite of [allTransitions(machine), transitionTour(machine)])
      expect(transitionsTaken(machine, suite)).toBe(machine.next.length);
  });

  it.each([
    ['turnstile', turnstile],
    ['counter', counter],
  ])('for a %s: a wrong one passes both kinds of such a suite', (_name, machine) => {
    for (const suite of [allTransitions(machine), transitionTour(machine)]) {
      expect(wronglyPassed(machine, suite, implementationsOf(machine))).not.toEqual([]);
    }
  });

  it('for most machines of three states, of which a complete suite lets no wrong one pass', () => {
    const machines = fc.sample(minimalMachines({ states: 3, inputs: 2, outputs: 2 }), { numRuns: 20, seed: 1 });
    const fooled = machines.filter(
      (machine) => wronglyPassed(machine, allTransitions(machine), implementationsOf(machine)).length > 0,
    );
    expect(fooled.length).toBeGreaterThan(15);
  });

  function transitionsTaken(machine: MealyMachine, suite: Suite): number {
    const taken = new Set<number>();
    for (const test of suite) {
      let state = 0;
      for (const input of test) {
        const cell = state * machine.inputs.length + input;
        taken.add(cell);
        state = machine.next[cell] ?? 0;
      }
    }
    return taken.size;
  }
});

describe('A suite', () => {
  it('does not begin the same test twice', () => {
    expect(withoutBeginnings([[1], [], [1, 2], [0], [1, 2], [10], [1, 10]])).toEqual([[0], [1, 2], [1, 10], [10]]);
  });

  it('without the beginnings of other tests says the same about every implementation', () => {
    const tests = allTransitions(counter);
    const [before, after] = [tests, withoutBeginnings(tests)].map((suite) =>
      wronglyPassed(counter, suite, implementationsOf(counter)),
    );
    expect(sizeOf(withoutBeginnings(tests)).tests).toBeLessThan(sizeOf(tests).tests);
    expect(after).toEqual(before);
  });
});
