/**
 * The transitions of a machine as the protocol has them: with every mitigation enforced, without those that only a
 * switched-off mitigation opens, and with what is left of their guards.
 */
import type { Guard, MachineDefinition } from '../../../model/index.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';
import { underAllMitigations } from '../guard-words.ts';

export interface ProtocolTransition extends Omit<DeclaredTransition, 'transition'> {
  readonly transition: Omit<DeclaredTransition['transition'], 'guard'>;
  /** What is asked beside the event; undefined when nothing is, or when nothing else was true. */
  readonly guard: Guard | undefined;
}

/** In the order in which they are tried. */
export function protocolTransitions(definition: MachineDefinition): ProtocolTransition[] {
  const tried = new Map<string, Set<string>>();
  return transitionsOf(definition).flatMap((declared) => {
    const key = `${declared.state} ${declared.event}`;
    const before = tried.get(key) ?? new Set();
    tried.set(key, before);
    const { guard, ...transition } = declared.transition;
    const left = guard === undefined || underAllMitigations(guard);
    const asked = JSON.stringify(left);
    // Never taken, or only when an earlier one that asks nothing, or the same, was not.
    if (left === false || before.has('true') || before.has(asked)) return [];
    before.add(asked);
    return [{ ...declared, transition, guard: left === true ? undefined : left }];
  });
}
