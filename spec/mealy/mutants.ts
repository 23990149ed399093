/** Machines with one mistake each, such as a programmer makes: what a suite is measured by. */
import { inputsOf, type MealyMachine, nextState, outputAt, statesOf } from './machine.ts';
import { seededChoice } from './seeded.ts';

export type MutantKind = 'transfer' | 'output' | 'missing state' | 'extra state';

export interface Mutant {
  readonly kind: MutantKind;
  /** What is wrong, as a sentence. */
  readonly words: string;
  /** Made when it is asked for, since of hundreds of thousands of mutants often only a sample is tried. */
  readonly machine: MealyMachine;
}

function mutant(kind: MutantKind, words: () => string, machine: () => MealyMachine): Mutant {
  return {
    kind,
    get words() {
      return words();
    },
    get machine() {
      return machine();
    },
  };
}

/** Every machine in which one transition leads to another state. */
export function* transferFaults(machine: MealyMachine): Generator<Mutant> {
  for (const [state, input] of cellsOf(machine)) {
    for (const target of statesOf(machine)) {
      if (target === nextState(machine, state, input)) continue;
      yield mutant(
        'transfer',
        () => `${place(machine, state, input)} leads to "${machine.states[target]}"`,
        () => ({ ...machine, next: changed(machine, machine.next, state, input, target) }),
      );
    }
  }
}

/** Every machine in which one transition has another of the known outputs. */
export function* outputFaults(machine: MealyMachine): Generator<Mutant> {
  for (const [state, input] of cellsOf(machine)) {
    for (const symbol of machine.outputs.keys()) {
      if (symbol === outputAt(machine, state, input)) continue;
      yield mutant(
        'output',
        () => `${place(machine, state, input)} is answered with "${machine.outputs[symbol]}"`,
        () => ({ ...machine, output: changed(machine, machine.output, state, input, symbol) }),
      );
    }
  }
}

/** Every machine in which one state has been forgotten: whatever led to it leads to another one. */
export function* missingStates(machine: MealyMachine): Generator<Mutant> {
  for (const forgotten of statesOf(machine).slice(1)) {
    for (const instead of statesOf(machine)) {
      if (instead === forgotten) continue;
      yield mutant(
        'missing state',
        () => `instead of "${machine.states[forgotten]}" there is "${machine.states[instead]}"`,
        () => ({ ...machine, next: machine.next.map((target) => (target === forgotten ? instead : target)) }),
      );
    }
  }
}

/**
 * Machines with states too many, drawn by a seed: a transition leads into a copy of its target, which behaves like the
 * original but for one mistake of its own. With several copies the mistake is at the end of a chain of them.
 */
export function* extraStates(
  machine: MealyMachine,
  { count, seed, copies = 1 }: { readonly count: number; readonly seed: number; readonly copies?: number },
): Generator<Mutant> {
  const choose = seededChoice(seed);
  for (let number = 0; number < count; number += 1) yield withCopies(machine, copies, choose);
}

function withCopies(machine: MealyMachine, copies: number, choose: (size: number) => number): Mutant {
  const width = machine.inputs.length;
  const states = [...machine.states];
  const next = [...machine.next];
  const output = [...machine.output];
  let [from, input] = [choose(machine.states.length), choose(width)];
  const words = place(machine, from, input);
  for (let copy = 0; copy < copies; copy += 1) {
    const original = next[from * width + input] ?? 0;
    const added = states.length;
    states.push(`${states[original]}'`);
    next.push(...next.slice(original * width, (original + 1) * width));
    output.push(...output.slice(original * width, (original + 1) * width));
    next[from * width + input] = added;
    [from, input] = [added, choose(width)];
  }
  const cell = from * width + input;
  if (choose(2) === 0) next[cell] = choose(states.length);
  else output[cell] = choose(machine.outputs.length);
  return mutant(
    'extra state',
    () => `${words} leads to a copy that differs at "${machine.inputs[input]}"`,
    () => ({ ...machine, states, next: Int32Array.from(next), output: Int32Array.from(output) }),
  );
}

function* cellsOf(machine: MealyMachine): Generator<readonly [number, number]> {
  for (const state of statesOf(machine)) for (const input of inputsOf(machine)) yield [state, input];
}

const place = (machine: MealyMachine, state: number, input: number): string =>
  `"${machine.inputs[input]}" in "${machine.states[state]}"`;

function changed({ inputs }: MealyMachine, table: Int32Array, state: number, input: number, value: number): Int32Array {
  const copy = Int32Array.from(table);
  copy[state * inputs.length + input] = value;
  return copy;
}
