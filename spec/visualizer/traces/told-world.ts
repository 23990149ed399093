/** The machines of the page put where a trace says that they are. */
import type { MachineName, Snapshot } from '../../../model/index.ts';
import { definitionOf } from '../run/step.ts';
import type { World } from '../run/world.ts';
import { machineOfChange, stateInWords, type TraceStep } from './trace.ts';

/** The world after a told step; changes of what is none of the page's machines are left to words. */
export function toldWorld(world: World, step: TraceStep): World {
  const snapshots: Record<MachineName, Snapshot> = { ...world.snapshots };
  for (const { variable, to } of step.changes) {
    const machine = machineOfChange(variable, step);
    const told = machine === undefined ? undefined : snapshotOf(machine, snapshots[machine], to);
    if (machine !== undefined && told !== undefined) snapshots[machine] = told;
  }
  return { ...world, snapshots };
}

/** Undefined when the machine has no such state: worlds call by the same name what is no machine. */
function snapshotOf(machine: MachineName, before: Snapshot, words: string): Snapshot | undefined {
  const { value, variables } = stateInWords(words);
  if (!hasState(machine, value)) return undefined;
  const context = Object.fromEntries(
    Object.entries(before.context).map(([name, old]) => {
      const told = variables[name];
      return [name, told === undefined ? old : typeof old === 'number' ? Number(told) : told];
    }),
  );
  return { ...before, value, context: context as Snapshot['context'] }; // the same members, each of its own type
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
