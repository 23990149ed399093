/**
 * Suites that are complete: a deterministic, total implementation with the same inputs, a reliable reset, and at most as
 * many states as assumed passes one exactly when it is equivalent to the machine. The machine has to be minimal.
 */
import { sequencesUpTo, stateCover } from './cover.ts';
import { type InputSequence, type MealyMachine, type Suite, stateAfter } from './machine.ts';
import { isMinimal } from './minimal.ts';
import { characterisationSet, harmonisedIdentifiers, stateIdentifiers } from './separation.ts';

export interface SuiteOptions {
  /** How many states more than the machine an implementation may have. 0 unless set; each one multiplies the suite by the number of inputs. */
  readonly extraStates?: number;
  /**
   * Further ways to states, which are looked at like the ways of the state cover: for implementations that keep apart what
   * the machine need not, and may be wrong in one place only.
   */
  readonly furtherWays?: Suite;
}

/**
 * The W method: after a way to each state and every short continuation, every sequence that tells any states apart.
 *
 * @see Chow, Testing software design modeled by finite-state machines, 1978; Vasilevskii, 1973
 * @throws RangeError when the machine is not minimal
 */
export function wSuite(machine: MealyMachine, { extraStates = 0, furtherWays = [] }: SuiteOptions = {}): Suite {
  const characterisation = characterisationSet(mustBeMinimal(machine));
  const ways = [...stateCover(machine), ...furtherWays];
  return withoutBeginnings(looking(machine, ways, extraStates + 1, () => characterisation));
}

/**
 * The Wp method: states are compared with everything once, and what transitions lead to only with what identifies the state
 * they should lead to.
 *
 * @see Fujiwara, Bochmann, Khendek, Amalou, Ghedamsi, Test selection based on finite state models, 1991
 * @throws RangeError when the machine is not minimal
 */
export function wpSuite(machine: MealyMachine, { extraStates = 0, furtherWays = [] }: SuiteOptions = {}): Suite {
  const characterisation = characterisationSet(mustBeMinimal(machine));
  const ways = [...stateCover(machine), ...furtherWays];
  const identifiers = stateIdentifiers(machine, characterisation);
  return withoutBeginnings([
    ...looking(machine, ways, extraStates, () => characterisation),
    ...looking(machine, ways, extraStates + 1, (state) => identifiers[state] ?? []),
  ]);
}

/**
 * The HSI method: after a way to each state and every short continuation, the harmonised identifier of the state that is
 * reached. Any two states share what separates them, so each needs to be looked at with its own few sequences only.
 *
 * @see Luo, Petrenko, Bochmann, Selecting test sequences for partially-specified nondeterministic finite state machines, 1994
 * @throws RangeError when the machine is not minimal
 */
export function hsiSuite(machine: MealyMachine, { extraStates = 0, furtherWays = [] }: SuiteOptions = {}): Suite {
  const identifiers = harmonisedIdentifiers(mustBeMinimal(machine));
  const ways = [...stateCover(machine), ...furtherWays];
  return withoutBeginnings(looking(machine, ways, extraStates + 1, (state) => identifiers[state] ?? []));
}

/** Ways to states, continued by everything up to a length, and then looked at. */
function* looking(
  machine: MealyMachine,
  ways: Suite,
  length: number,
  at: (state: number) => Suite,
): Generator<InputSequence> {
  for (const way of ways) {
    for (const sequence of sequencesUpTo(machine, length, way)) {
      yield sequence;
      for (const look of at(stateAfter(machine, sequence))) yield [...sequence, ...look];
    }
  }
}

/**
 * The same suite without repetitions and without tests that are the beginning of another: whoever passes the longer test
 * has passed the shorter one. Sorted by inputs, so that the same suite is always the same list.
 */
export function withoutBeginnings(suite: Iterable<InputSequence>): Suite {
  const sorted = [...suite].sort(compare);
  return sorted.filter((test, place) => {
    const following = sorted[place + 1];
    return test.length > 0 && !(following !== undefined && test.every((input, at) => input === following[at]));
  });
}

function compare(one: InputSequence, other: InputSequence): number {
  const length = Math.min(one.length, other.length);
  for (let place = 0; place < length; place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** How large a suite is. */
export const sizeOf = (suite: Suite): { readonly tests: number; readonly steps: number } => ({
  tests: suite.length,
  steps: suite.reduce((steps, test) => steps + test.length, 0),
});

function mustBeMinimal(machine: MealyMachine): MealyMachine {
  if (!isMinimal(machine))
    throw new RangeError('no suite is complete for a machine that is not minimal: minimise it first');
  return machine;
}
