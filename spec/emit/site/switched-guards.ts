/**
 * Which transitions are the protocol, and which only open when a mitigation is switched off. A figure draws the second
 * kind apart, because a server that keeps every MUST never takes them.
 */
import {
  allMitigationsOn,
  type Guard,
  type MachineDefinition,
  type Mitigation,
  mitigations,
  type Switches,
} from '../../../model/index.ts';
import type { TransitionId } from '../../walk/explore.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';

export interface DrawnTransition extends DeclaredTransition {
  /** What is left to ask when every mitigation is on; undefined when nothing is. */
  readonly guard: Guard | undefined;
  /** Empty for the protocol itself; otherwise the mitigations of which one has to be off. */
  readonly onlyWithout: readonly Mitigation[];
}

/** Every transition of a machine, in the order of the definition. */
export function drawnTransitions(definition: MachineDefinition): DrawnTransition[] {
  const all = transitionsOf(definition);
  const normal = taken(all, allMitigationsOn);
  const names = Object.keys(mitigations) as Mitigation[]; // own keys of the table
  const without = names.map((name) => [name, taken(all, { ...allMitigationsOn, [name]: false })] as const);
  return all.map((declared) => {
    const isNormal = normal.has(declared.id);
    const opening = without.filter(([, opened]) => opened.has(declared.id));
    const guard = isNormal ? normal.get(declared.id) : opening[0]?.[1].get(declared.id);
    return { ...declared, guard, onlyWithout: isNormal ? [] : opening.map(([name]) => name) };
  });
}

/** The transitions that some event can take under these switches, with what is left of their guards. */
function taken(all: readonly DeclaredTransition[], switches: Switches): Map<TransitionId, Guard | undefined> {
  const asked = new Map<string, Set<string>>();
  const open = new Map<TransitionId, Guard | undefined>();
  for (const { id, state, event, transition } of all) {
    const key = `${state} ${event}`;
    const before = asked.get(key) ?? new Set();
    asked.set(key, before);
    const left = transition.guard === undefined || simplified(transition.guard, switches);
    const words = JSON.stringify(left);
    // Never true, or an earlier one asks nothing or the same.
    if (left === false || before.has('true') || before.has(words)) continue;
    before.add(words);
    open.set(id, left === true ? undefined : left);
  }
  return open;
}

/** A guard with the switches put in: true or false when they settle it. */
export function simplified(guard: Guard, switches: Switches): Guard | boolean {
  switch (guard.type) {
    case 'isEnforced':
      return switches[guard.params.mitigation];
    case 'not': {
      const inner = simplified(guard.params.guard, switches);
      return typeof inner === 'boolean' ? !inner : { type: 'not', params: { guard: inner } };
    }
    case 'allOf':
    case 'anyOf': {
      const decisive = guard.type === 'anyOf';
      const parts = guard.params.guards.map((part) => simplified(part, switches));
      if (parts.includes(decisive)) return decisive;
      const left = parts.filter((part) => typeof part !== 'boolean');
      const [only] = left;
      if (only === undefined) return !decisive;
      return left.length === 1 ? only : { type: guard.type, params: { guards: left } };
    }
    default:
      return guard;
  }
}
