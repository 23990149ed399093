/** Machines with a planted fault, to show that a property notices. */
import type { MachineDefinition, TransitionDefinition } from '../../../model/index.ts';

/**
 * A copy of a machine in which each transition is what `change` makes of it.
 *
 * @throws Error when nothing was changed: a fault that was not planted proves nothing
 */
export function planted<Definition extends MachineDefinition>(
  definition: Definition,
  change: (transition: TransitionDefinition) => TransitionDefinition,
): Definition {
  let changes = 0;
  const copy = JSON.parse(JSON.stringify(definition), (_key, value: unknown) => {
    if (!isTransition(value)) return value;
    const changed = change(value);
    if (changed !== value) changes += 1;
    return changed;
  }) as Definition; // same shape: only transitions were replaced, by transitions
  if (changes === 0) throw new Error(`no transition of ${definition.id} was changed`);
  return copy;
}

/** The same transition without the actions of a kind that `is` tells. */
export const withoutActions = (
  transition: TransitionDefinition,
  is: (action: NonNullable<TransitionDefinition['actions']>[number]) => boolean,
): TransitionDefinition =>
  transition.actions?.some(is) ? { ...transition, actions: transition.actions.filter((one) => !is(one)) } : transition;

const isTransition = (value: unknown): value is TransitionDefinition =>
  typeof value === 'object' && value !== null && 'meta' in value;
