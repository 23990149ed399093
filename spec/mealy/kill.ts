/** How good a suite is: which of many faulty machines it tells from the right one. */
import { areEquivalent } from './equivalence.ts';
import { type InputSequence, type MealyMachine, responseTo, type Suite } from './machine.ts';
import type { Mutant, MutantKind } from './mutants.ts';

/** Plays a suite on an implementation: the first test that it fails, up to the input that it answers wrongly. */
export type Examination = (implementation: MealyMachine) => InputSequence | undefined;

/** A suite with the answers of a machine, laid out flat, because it is played on tens of thousands of mutants. */
export function examinationBy(machine: MealyMachine, suite: Suite): Examination {
  const inputs = Int32Array.from(suite.flat());
  const expected = Int32Array.from(suite.flatMap((test) => responseTo(machine, test)));
  const starts = new Uint8Array(inputs.length);
  let start = 0;
  for (const test of suite) {
    starts[start] = 1;
    start += test.length;
  }
  return ({ inputs: { length: width }, next, output }) => {
    let cell = 0;
    let state = 0;
    for (let step = 0; step < inputs.length; step += 1) {
      if (starts[step] === 1) state = 0;
      cell = state * width + (inputs[step] as number); // steps are within all three arrays
      if (output[cell] !== expected[step]) return testUpTo(suite, step);
      state = next[cell] as number; // tables are total
    }
    return undefined;
  };
}

function testUpTo(suite: Suite, step: number): InputSequence {
  let start = 0;
  for (const test of suite) {
    if (step < start + test.length) return test.slice(0, step - start + 1);
    start += test.length;
  }
  throw new RangeError(`the suite has no step ${step}`);
}

export interface KillCount {
  readonly mutants: number;
  /** Mutants that behave like the machine after all, and so have to pass. */
  readonly equivalent: number;
  readonly killed: number;
  /** What is wrong with those that passed although they are not equivalent; the first few. */
  readonly survivors: readonly string[];
}

const firstFew = 10;

/** Plays a suite on mutants, and counts by kind. */
export function killCounts(
  machine: MealyMachine,
  suite: Suite,
  mutants: Iterable<Mutant>,
): ReadonlyMap<MutantKind, KillCount> {
  const examine = examinationBy(machine, suite);
  const counts = new Map<MutantKind, KillCount>();
  for (const mutant of mutants) {
    const count = counts.get(mutant.kind) ?? { mutants: 0, equivalent: 0, killed: 0, survivors: [] };
    counts.set(mutant.kind, counted({ ...count, mutants: count.mutants + 1 }, machine, examine, mutant));
  }
  return counts;
}

function counted(count: KillCount, machine: MealyMachine, examine: Examination, mutant: Mutant): KillCount {
  const { machine: faulty } = mutant;
  if (examine(faulty) !== undefined) return { ...count, killed: count.killed + 1 };
  if (areEquivalent(machine, faulty)) return { ...count, equivalent: count.equivalent + 1 };
  return { ...count, survivors: [...count.survivors, mutant.words].slice(0, firstFew) };
}
