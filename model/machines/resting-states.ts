import type { StateDefinition } from './definition.ts';

/** The paths of all states a machine can rest in, such as `pending.cooling`. */
export function restingStates(states: Readonly<Record<string, StateDefinition>>, prefix = ''): string[] {
  return Object.entries(states).flatMap(([name, state]) =>
    state.states === undefined ? [prefix + name] : restingStates(state.states, `${prefix}${name}.`),
  );
}
