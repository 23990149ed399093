/** Tables made once for each machine, as far as a policy matters to it: many policies differ in a switch it never reads. */
import type { Guard, MachineDefinition, Policy } from '../../../model/index.ts';
import { transitionsOf } from '../../walk/transitions.ts';
import { compileMachine, type MachineTable } from './compile.ts';

const known = new WeakMap<MachineDefinition, Map<string, MachineTable>>();

/** The table of a machine under a policy; the same object for policies that are the same to the machine. */
export function tableOf(definition: MachineDefinition, policy: Policy): MachineTable {
  const tables = known.get(definition) ?? new Map<string, MachineTable>();
  known.set(definition, tables);
  const key = JSON.stringify(concernOf(definition, policy));
  const table = tables.get(key) ?? compileMachine(definition, policy);
  tables.set(key, table);
  return table;
}

/** The limits and switches that a machine's guards, counters and timers can depend on. */
function concernOf(definition: MachineDefinition, { limits, switches }: Policy): unknown {
  const text = JSON.stringify([definition.variables, transitionsOf(definition).map(({ transition }) => transition)]);
  const read = transitionsOf(definition).flatMap(({ transition }) => switchesIn(transition.guard));
  return [
    Object.entries(limits).filter(([name]) => text.includes(`"${name}"`)),
    Object.entries(switches).filter(([name]) => read.includes(name)),
  ];
}

function switchesIn(guard: Guard | undefined): string[] {
  switch (guard?.type) {
    case 'isEnforced':
      return [guard.params.mitigation];
    case 'not':
      return switchesIn(guard.params.guard);
    case 'allOf':
    case 'anyOf':
      return guard.params.guards.flatMap(switchesIn);
    default:
      return [];
  }
}
