/** The states of machines in the words of traces: `pending.cooling, sends 1, newestCode sent, timers code interval`. */
import type { MachineName, Snapshot } from '../../../model/index.ts';
import { definitionOf } from '../run/step.ts';

export interface StateInWords {
  readonly value: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Timers that run, sorted. */
  readonly timers: readonly string[];
}

/** A state and what stands beside it. */
export function stateInWords(words: string): StateInWords {
  const [value = '', ...parts] = words.split(', ');
  const pairs = parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)] as const);
  const { timers = '', ...variables } = Object.fromEntries(pairs);
  return { value, variables, timers: timers === '' ? [] : timers.split(' ') };
}

/**
 * A snapshot in words, the same as the checker writes it.
 *
 * @param running the timers that run, in any order
 */
export function wordsOf(machine: MachineName, { value, context }: Snapshot, running: readonly string[]): string {
  const variables = Object.keys(definitionOf(machine).variables).map((name) => `${name} ${context[name]}`);
  const timers = running.length === 0 ? [] : [`timers ${[...running].sort().join(' ')}`];
  return [value, ...variables, ...timers].join(', ');
}

/** The snapshot that words stand for; undefined when the machine has no such state. */
export function snapshotIn(machine: MachineName, words: string, like: Snapshot): Snapshot | undefined {
  const { value, variables } = stateInWords(words);
  if (!hasState(machine, value)) return undefined;
  const context = Object.fromEntries(
    Object.entries(like.context).map(([name, old]) => {
      const told = variables[name];
      return [name, told === undefined ? old : typeof old === 'number' ? Number(told) : told];
    }),
  );
  return { ...like, value, context: context as Snapshot['context'] }; // the same members, each of its own type
}

function hasState(machine: MachineName, path: string): boolean {
  let { states } = definitionOf(machine);
  for (const name of path.split('.')) {
    const state = states[name];
    if (state === undefined) return false;
    states = state.states ?? {};
  }
  return true;
}
