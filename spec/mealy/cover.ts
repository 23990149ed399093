/** Ways through a machine: to every state, over every transition, and in one go. */
import { type InputSequence, inputsOf, type MealyMachine, nextState, type Suite, statesOf } from './machine.ts';

/**
 * A shortest way to each state, by state; a way is a continuation of the way to the state before it.
 *
 * @throws RangeError when a state cannot be reached
 */
export function stateCover(machine: MealyMachine): Suite {
  const ways = new Map<number, InputSequence>([[0, []]]);
  for (const [state, way] of ways) {
    for (const input of inputsOf(machine)) {
      const target = nextState(machine, state, input);
      if (!ways.has(target)) ways.set(target, [...way, input]);
    }
  }
  return statesOf(machine).map((state) => {
    const way = ways.get(state);
    if (way === undefined) throw new RangeError(`state ${machine.states[state]} cannot be reached`);
    return way;
  });
}

/** Every sequence of inputs up to a length, shorter ones first. */
export function* sequencesUpTo(
  machine: MealyMachine,
  length: number,
  prefix: InputSequence = [],
): Generator<InputSequence> {
  let longest: InputSequence[] = [prefix];
  yield prefix;
  for (let size = 0; size < length; size += 1) {
    longest = longest.flatMap((sequence) => inputsOf(machine).map((input) => [...sequence, input]));
    yield* longest;
  }
}

/** A way to each state, followed by each input: every transition is taken, and nothing is looked at afterwards. */
export const allTransitions = (machine: MealyMachine): Suite =>
  stateCover(machine).flatMap((way) => inputsOf(machine).map((input) => [...way, input]));

/**
 * Every transition in as few tests as it takes: each goes on to the nearest transition that is not taken yet, and ends
 * where none can be reached any more. Greedy, so not the shortest tour there is.
 */
export function transitionTour(machine: MealyMachine): Suite {
  const open = new Set(machine.next.keys());
  const tests: InputSequence[] = [];
  while (open.size > 0) {
    const test: number[] = [];
    let state = 0;
    for (let leg = nearestOpen(machine, state, open); leg !== undefined; leg = nearestOpen(machine, state, open)) {
      for (const input of leg) {
        open.delete(state * machine.inputs.length + input);
        test.push(input);
        state = nextState(machine, state, input);
      }
    }
    tests.push(test);
    if (test.length === 0) throw new RangeError('a transition cannot be reached');
  }
  return tests;
}

function nearestOpen(machine: MealyMachine, from: number, open: ReadonlySet<number>): InputSequence | undefined {
  const ways = new Map<number, InputSequence>([[from, []]]);
  for (const [state, way] of ways) {
    for (const input of inputsOf(machine)) {
      if (open.has(state * machine.inputs.length + input)) return [...way, input];
      const target = nextState(machine, state, input);
      if (!ways.has(target)) ways.set(target, [...way, input]);
    }
  }
  return undefined;
}
