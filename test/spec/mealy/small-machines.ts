/** Machines that fit on a blackboard, and all machines up to a size: what complete suites are tried on. */
import fc from 'fast-check';
import { isMinimal, type MealyMachine, machineFromTables } from '../../../spec/mealy/index.ts';

/** A turnstile: a coin unlocks it, a push goes through once. */
export const turnstile = machineFromTables(
  { states: ['locked', 'unlocked'], inputs: ['coin', 'push'], outputs: ['nothing', 'click', 'through'] },
  [
    [1, 0],
    [1, 0],
  ],
  [
    [1, 0],
    [0, 2],
  ],
);

/** A counter to three that says so: the states differ only in how long it takes until something is seen. */
export const counter = machineFromTables(
  { states: ['none', 'one', 'two'], inputs: ['count', 'clear'], outputs: ['-', 'three'] },
  [
    [1, 0],
    [2, 0],
    [0, 0],
  ],
  [
    [0, 0],
    [0, 0],
    [1, 0],
  ],
);

/** A lock of three digits that opens at 0 1 1: each wrong digit leads back. */
export const combinationLock = machineFromTables(
  { states: ['shut', 'one right', 'two right', 'open'], inputs: ['0', '1', 'try'], outputs: ['-', 'opens', 'stays'] },
  [
    [1, 0, 0],
    [1, 2, 0],
    [1, 3, 0],
    [3, 3, 3],
  ],
  [
    [0, 0, 2],
    [0, 0, 2],
    [0, 0, 2],
    [0, 0, 1],
  ],
);

const names = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, place) => prefix + place);

export interface Size {
  readonly states: number;
  readonly inputs: number;
  readonly outputs: number;
}

const known = new Map<string, readonly MealyMachine[]>();

/** Every machine of a size; states that cannot be reached included, and so all smaller machines. Made once. */
export function machinesOf(size: Size): readonly MealyMachine[] {
  const key = JSON.stringify(size);
  const machines = known.get(key) ?? [...enumerated(size)];
  known.set(key, machines);
  return machines;
}

function* enumerated({ states, inputs, outputs }: Size): Generator<MealyMachine> {
  const cells = states * inputs;
  const cases = states * outputs;
  const named = { states: names('s', states), inputs: names('x', inputs), outputs: names('y', outputs) };
  for (let number = 0; number < cases ** cells; number += 1) {
    const next = new Int32Array(cells);
    const output = new Int32Array(cells);
    for (let cell = 0, rest = number; cell < cells; cell += 1, rest = Math.floor(rest / cases)) {
      next[cell] = Math.floor((rest % cases) / outputs);
      output[cell] = rest % outputs;
    }
    yield { ...named, next, output };
  }
}

/** Machines of a size, drawn at random, of which only the minimal ones are kept. */
export const minimalMachines = (size: Size): fc.Arbitrary<MealyMachine> => anyMachines(size).filter(isMinimal);

/** Machines of a size, drawn at random. */
export function anyMachines({ states, inputs, outputs }: Size): fc.Arbitrary<MealyMachine> {
  const table = (values: number) =>
    fc.array(fc.array(fc.nat(values - 1), { minLength: inputs, maxLength: inputs }), {
      minLength: states,
      maxLength: states,
    });
  const named = { states: names('s', states), inputs: names('x', inputs), outputs: names('y', outputs) };
  return fc
    .record({ next: table(states), output: table(outputs) })
    .map(({ next, output }) => machineFromTables(named, next, output));
}
