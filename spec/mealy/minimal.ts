/** The smallest machine that behaves the same: states that nobody can tell apart become one (partition refinement). */
import { inputsOf, type MealyMachine, nextState, outputAt, statesOf } from './machine.ts';

/**
 * For each state the number of its class; states are in one class exactly when no sequence of inputs tells them apart.
 * Classes are numbered in the order of their first states.
 */
export function equivalenceClasses(machine: MealyMachine): number[] {
  const inputs = inputsOf(machine);
  let classes = statesOf(machine).map(() => 0);
  for (let count = 0; ; ) {
    const before = classes;
    const numbers = new Map<string, number>();
    classes = statesOf(machine).map((state) => {
      const signature = inputs.map(
        (input) => `${outputAt(machine, state, input)},${before[nextState(machine, state, input)]}`,
      );
      const text = `${before[state]}:${signature.join(';')}`;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
    if (numbers.size === count) return classes;
    count = numbers.size;
  }
}

/** The states that can be reached at all, in the order of a breadth-first walk. */
export function reachableStates(machine: MealyMachine): number[] {
  const reached = new Set([0]);
  for (const state of reached) for (const input of inputsOf(machine)) reached.add(nextState(machine, state, input));
  return [...reached];
}

/** Whether every state can be reached and every two can be told apart: what the methods of this module ask for. */
export const isMinimal = (machine: MealyMachine): boolean =>
  reachableStates(machine).length === machine.states.length &&
  new Set(equivalenceClasses(machine)).size === machine.states.length;

/** The minimal machine that is equivalent to a machine. A class is named after its first state that is reached. */
export function minimised(machine: MealyMachine): MealyMachine {
  const classes = equivalenceClasses(machine);
  const first = new Map<number, number>();
  for (const state of reachableStates(machine)) {
    const number = classes[state] ?? 0;
    if (!first.has(number)) first.set(number, state);
  }
  const kept = [...first.values()];
  const numbers = new Map([...first.keys()].map((number, place) => [number, place]));
  const cells = kept.flatMap((state) => inputsOf(machine).map((input) => [state, input] as const));
  return {
    ...machine,
    states: kept.map((state) => machine.states[state] ?? ''),
    next: Int32Array.from(cells, ([state, input]) => numbers.get(classes[nextState(machine, state, input)] ?? 0) ?? 0),
    output: Int32Array.from(cells, ([state, input]) => outputAt(machine, state, input)),
  };
}
