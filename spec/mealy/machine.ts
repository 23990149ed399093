/**
 * A Mealy machine: finitely many states and inputs, one next state and one output for each pair of them. Deterministic and
 * total by construction, because it is two tables. State 0 is the first one, to which a reset leads.
 */

/** Inputs by number, in the order in which they are given. */
export type InputSequence = readonly number[];

/** Tests by input; each begins after a reset. */
export type Suite = readonly InputSequence[];

export interface MealyMachine {
  /** Names, for readers; the numbers are places in these lists. */
  readonly states: readonly string[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** `next[state * inputs.length + input]` is the state that the input leads to. */
  readonly next: Int32Array;
  /** `output[state * inputs.length + input]` is what the input is answered with. */
  readonly output: Int32Array;
}

/** How to find out about a machine that exists as a program: a first state, and a step for each input. */
export interface Behaviour<State> {
  readonly initial: State;
  readonly inputs: readonly string[];
  /** Outputs that come first in the list, so that machines can be compared; others follow as they are seen. */
  readonly outputs?: readonly string[];
  /** The same text exactly for the same state. */
  nameOf(state: State): string;
  step(state: State, input: number): { readonly state: State; readonly output: string };
}

const mostStates = 100_000;

/**
 * The machine of a behaviour: its states in the order in which they are reached, breadth first, so that earlier ones have
 * shorter ways to them; its outputs in the order in which they are seen.
 *
 * @throws RangeError when there are no inputs, or more states than any suite could be derived for
 */
export function machineOf<State>(behaviour: Behaviour<State>): MealyMachine {
  const { initial, inputs, nameOf, step } = behaviour;
  if (inputs.length === 0) throw new RangeError('a machine without inputs can do nothing');
  const states = [nameOf(initial)];
  const numbers = new Map([[nameOf(initial), 0]]);
  const outputs = new Map(behaviour.outputs?.map((name, number) => [name, number]));
  const queue = [initial];
  const next: number[] = [];
  const output: number[] = [];
  for (const from of queue) {
    for (const input of inputs.keys()) {
      const stepped = step(from, input);
      const name = nameOf(stepped.state);
      if (!numbers.has(name)) {
        numbers.set(name, states.length);
        states.push(name);
        queue.push(stepped.state);
      }
      if (states.length > mostStates) throw new RangeError(`more than ${mostStates} states`);
      if (!outputs.has(stepped.output)) outputs.set(stepped.output, outputs.size);
      next.push(at(numbers, name));
      output.push(at(outputs, stepped.output));
    }
  }
  return { states, inputs, outputs: [...outputs.keys()], next: Int32Array.from(next), output: Int32Array.from(output) };
}

const at = (numbers: ReadonlyMap<string, number>, name: string): number => numbers.get(name) as number; // set just before

/**
 * The machine of two tables, row by row: one row for each state, one column for each input.
 *
 * @throws RangeError when a table has a hole, or points out of its range: a machine is total
 */
export function machineFromTables(
  names: Pick<MealyMachine, 'states' | 'inputs' | 'outputs'>,
  next: readonly (readonly number[])[],
  output: readonly (readonly number[])[],
): MealyMachine {
  const machine = { ...names, next: Int32Array.from(next.flat()), output: Int32Array.from(output.flat()) };
  const problem = problemOf(machine);
  if (problem !== undefined) throw new RangeError(problem);
  return machine;
}

/** Why two tables are no machine, as a sentence; undefined when they are one. */
export function problemOf({ states, inputs, outputs, next, output }: MealyMachine): string | undefined {
  const cells = states.length * inputs.length;
  if (cells === 0) return 'a machine has one state and one input at least';
  if (next.length !== cells || output.length !== cells) return `a table does not have ${cells} cells`;
  if (next.some((state) => state < 0 || state >= states.length)) return 'a cell names a state that does not exist';
  if (output.some((symbol) => symbol < 0 || symbol >= outputs.length))
    return 'a cell names an output that does not exist';
  return undefined;
}

/** The state that an input leads to. */
export const nextState = ({ inputs, next }: MealyMachine, state: number, input: number): number =>
  next[state * inputs.length + input] as number; // tables are total

/** What an input is answered with. */
export const outputAt = ({ inputs, output }: MealyMachine, state: number, input: number): number =>
  output[state * inputs.length + input] as number; // tables are total

/** What a sequence of inputs is answered with, from a state. */
export function responseTo(machine: MealyMachine, sequence: InputSequence, from = 0): number[] {
  let state = from;
  return sequence.map((input) => {
    const symbol = outputAt(machine, state, input);
    state = nextState(machine, state, input);
    return symbol;
  });
}

/** Where a sequence of inputs leads, from a state. */
export const stateAfter = (machine: MealyMachine, sequence: InputSequence, from = 0): number =>
  sequence.reduce((state, input) => nextState(machine, state, input), from);

/** Every state once, as a number. */
export const statesOf = ({ states }: MealyMachine): number[] => [...states.keys()];

/** Every input once, as a number. */
export const inputsOf = ({ inputs }: MealyMachine): number[] => [...inputs.keys()];
