/**
 * Machines as tables of whole numbers. Each machine is run by XState once, over its own alphabet; afterwards nobody asks
 * XState again. Which timers run is part of a machine's state, so that time is as finite as everything else.
 */
import {
  type Effect,
  eventCases,
  keyOf,
  type MachineDefinition,
  type MachineEvent,
  type Policy,
  runnable,
  type Snapshot,
  step,
} from '../../../model/index.ts';

export interface TimedState {
  readonly snapshot: Snapshot;
  /** Timers that run, sorted. */
  readonly running: readonly string[];
  /** Says all of it in a line that no other state has. */
  readonly label: string;
}

export interface MachineTable {
  readonly definition: MachineDefinition;
  /** The first one is where the machine starts. */
  readonly states: readonly TimedState[];
  readonly stateOf: ReadonlyMap<string, number>;
  /** Every case of every event. */
  readonly cases: readonly MachineEvent[];
  readonly caseOf: ReadonlyMap<string, number>;
  /** The state after a case, at `state * cases.length + case`; `never` when a timer that does not run would have to end. */
  readonly next: Int32Array;
  /** What the step does, as a place in `outputs`. */
  readonly output: Int32Array;
  readonly outputs: readonly (readonly Effect[])[];
}

/** What cannot happen: the end of a timer that does not run. */
export const never = -1;

/** The table of a machine under a policy. Terminates, because counters stop at their limits. */
export function compileMachine(definition: MachineDefinition, policy: Policy): MachineTable {
  const machine = runnable(definition, policy);
  const cases = eventCases(definition);
  const states: TimedState[] = [];
  const stateOf = new Map<string, number>();
  const outputs: (readonly Effect[])[] = [];
  const outputOf = new Map<string, number>();
  const steps = new Map<string, ReturnType<typeof step>>();
  const next: number[] = [];
  const output: number[] = [];

  const numberOfState = (snapshot: Snapshot, running: readonly string[]): number => {
    const label = labelOf(snapshot, running);
    const known = stateOf.get(label);
    if (known !== undefined) return known;
    stateOf.set(label, states.length);
    return states.push({ snapshot, running, label }) - 1;
  };
  const numberOfOutput = (effects: readonly Effect[]): number => {
    const key = JSON.stringify(effects);
    const known = outputOf.get(key);
    if (known !== undefined) return known;
    outputOf.set(key, outputs.length);
    return outputs.push(effects) - 1;
  };

  numberOfState(machine.initial, []);
  for (let from = 0; from < states.length; from += 1) {
    const { snapshot, running } = states[from] as TimedState; // within bounds
    for (const event of cases) {
      const timer = timerOf(definition, event.type);
      if (timer !== undefined && !running.includes(timer)) {
        next.push(never);
        output.push(never);
        continue;
      }
      const key = `${keyOf(snapshot)} ${keyOfCase(event)}`;
      const stepped = steps.get(key) ?? step(machine, snapshot, event);
      steps.set(key, stepped);
      next.push(numberOfState(stepped.snapshot, timersAfter(running, timer, stepped.effects)));
      output.push(numberOfOutput(stepped.effects));
    }
  }
  const caseOf = new Map(cases.map((event, number) => [keyOfCase(event), number]));
  return {
    definition,
    states,
    stateOf,
    cases,
    caseOf,
    next: Int32Array.from(next),
    output: Int32Array.from(output),
    outputs,
  };
}

/** The timer whose end an event is; undefined for other events. */
export const timerOf = ({ timers }: MachineDefinition, event: string): string | undefined =>
  Object.entries(timers ?? {}).find(([, end]) => end === event)?.[0];

/** A text that two cases share exactly when they are the same. */
export const keyOfCase = (event: MachineEvent): string =>
  Object.entries(event)
    .map(([attribute, value]) => `${attribute}=${value}`)
    .sort()
    .join(' ');

/** The timers that run after a step, given those that ran before, the one that ended, and what the step did. */
export function timersAfter(
  running: readonly string[],
  ended: string | undefined,
  effects: readonly Effect[],
): readonly string[] {
  const now = new Set(running);
  if (ended !== undefined) now.delete(ended);
  for (const { type, params } of effects) {
    if (type === 'startTimer') now.add(params.timer);
    if (type === 'stopTimer') now.delete(params.timer);
  }
  return [...now].sort();
}

function labelOf({ value, context }: Snapshot, running: readonly string[]): string {
  const counts = Object.entries(context).map(([name, held]) => `${name} ${held}`);
  return [value, ...counts, ...(running.length === 0 ? [] : [`timers ${running.join(' ')}`])].join(', ');
}
