/** The transitions of a definition, flat, with their ids: what there is to reach, to draw and to describe. */
import type { MachineDefinition, StateDefinition, TransitionDefinition } from '../../model/index.ts';
import { type TransitionId, transitionId } from './explore.ts';

export interface DeclaredTransition {
  readonly id: TransitionId;
  /** Path of the state that declares it, such as `pending.cooling`. */
  readonly state: string;
  readonly event: string;
  readonly transition: TransitionDefinition;
  /** Path of the state it leads to; its own state when it stays. A parent stands for its initial child. */
  readonly target: string;
}

/** Every transition of a machine, in the order of the definition. */
export const transitionsOf = (definition: MachineDefinition): DeclaredTransition[] =>
  fromStates(definition, definition.states, '');

function fromStates(
  definition: MachineDefinition,
  states: Readonly<Record<string, StateDefinition>>,
  prefix: string,
): DeclaredTransition[] {
  return Object.entries(states).flatMap(([name, state]) => {
    const path = prefix + name;
    const own = Object.entries(state.on ?? {}).flatMap(([event, list]) =>
      list.map((transition, place) => ({
        id: transitionId(path, event, place),
        state: path,
        event,
        transition,
        target: targetPath(definition, prefix, transition.target) ?? path,
      })),
    );
    return [...own, ...fromStates(definition, state.states ?? {}, `${path}.`)];
  });
}

function targetPath(definition: MachineDefinition, prefix: string, target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  const root = `#${definition.id}.`;
  return target.startsWith(root) ? target.slice(root.length) : prefix + target;
}
