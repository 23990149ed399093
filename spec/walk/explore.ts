/**
 * Walks one machine from its first state through every case of every event, breadth first, and says what it reached:
 * snapshots, steps, and which transition of the definition each step took.
 */
import {
  type Effect,
  eventCases,
  keyOf,
  type MachineDefinition,
  type MachineEvent,
  type Policy,
  type RunnableMachine,
  restored,
  runnable,
  type Snapshot,
  step,
} from '../../model/index.ts';

export interface Step {
  readonly from: Snapshot;
  readonly event: MachineEvent;
  readonly to: Snapshot;
  readonly effects: readonly Effect[];
  /** The transition that was taken, as `state event number`; undefined when none was, which only clients may do. */
  readonly transition: TransitionId | undefined;
}

/** `pending.cooling delivery.requested 3`: the state that declares it, the event, and its place in the list. */
export type TransitionId = string;

export interface Walk {
  /** In the order in which they were found, so that earlier ones have shorter ways to them. */
  readonly snapshots: readonly Snapshot[];
  readonly steps: readonly Step[];
}

/** Everything a machine can do under a policy. Terminates, because counters stop at their limits. */
export function explore(definition: MachineDefinition, policy: Policy): Walk {
  const machine = runnable(definition, policy);
  const cases = eventCases(definition);
  const found = new Map<string, Snapshot>([[keyOf(machine.initial), machine.initial]]);
  const queue: Snapshot[] = [machine.initial];
  const steps: Step[] = [];
  for (let next = 0; next < queue.length; next += 1) {
    const from = queue[next];
    if (from === undefined) break;
    for (const event of cases) {
      const { snapshot: to, effects } = step(machine, from, event);
      steps.push({ from, event, to, effects, transition: transitionTaken(machine, from, event) });
      const key = keyOf(to);
      if (!found.has(key)) {
        found.set(key, to);
        queue.push(to);
      }
    }
  }
  return { snapshots: queue, steps };
}

/** Which transition of the definition an event takes; undefined when the machine ignores it. */
export function transitionTaken(
  { machine, definition }: RunnableMachine,
  from: Snapshot,
  event: MachineEvent,
): TransitionId | undefined {
  const [taken] = machine.getTransitionData(restored(machine, from), event) ?? [];
  if (taken === undefined) return undefined;
  const place = taken.source.transitions.get(event.type)?.indexOf(taken) ?? -1;
  return transitionId(taken.source.id.slice(definition.id.length + 1), event.type, place);
}

export const transitionId = (state: string, event: string, place: number): TransitionId => `${state} ${event} ${place}`;
