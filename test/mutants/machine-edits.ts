/** Short words for what mutants do to the machines. */
import {
  type Action,
  type MachineDefinition,
  respond,
  runnable,
  type TransitionDefinition,
} from '../../model/index.ts';
import { planted } from '../model/properties/planted.ts';
import type { Plant } from './mutant.ts';

/** A machine in which one transition, or each with a description, is another. */
export const machine = (definition: MachineDefinition): Plant => ({
  app: ({ server }) => {
    const changed = { [definition.id]: runnable(definition, server.settings.policy) };
    Object.assign(server, { machines: { ...server.machines, ...changed } });
  },
});

export const where = (
  definition: MachineDefinition,
  said: string,
  change: (transition: TransitionDefinition) => TransitionDefinition,
): Plant => machine(planted(definition, (one) => (one.description?.startsWith(said) ? change(one) : one)));

export const otherwise =
  (outcome: string) =>
  (one: TransitionDefinition): TransitionDefinition => ({
    ...one,
    actions: (one.actions ?? []).map((action) => (action.type === 'respond' ? respond(outcome) : action)),
  });

export const leftOut =
  (is: (action: Action) => boolean) =>
  (one: TransitionDefinition): TransitionDefinition => ({ ...one, actions: (one.actions ?? []).filter((a) => !is(a)) });

/** Ends in another state of the transaction. */
export const elsewhere =
  (target: string) =>
  (one: TransitionDefinition): TransitionDefinition => ({ ...one, target: `#transaction.${target}` });

/** The machine with the transitions of an event of a state in another order, or with others. */
export function reordered(
  definition: MachineDefinition,
  path: readonly [string, string?],
  event: string,
  change: (list: readonly TransitionDefinition[]) => readonly TransitionDefinition[],
): Plant {
  const copy = JSON.parse(JSON.stringify(definition)) as { states: Record<string, Nested> }; // the machine is data
  const state = path[1] === undefined ? copy.states[path[0]] : copy.states[path[0]]?.states?.[path[1]];
  if (state?.on?.[event] === undefined) throw new Error(`no state ${path.join('.')} with ${event}`);
  state.on[event] = change(state.on[event]);
  return machine(copy as unknown as MachineDefinition); // a copy of one, with transitions of its own
}

interface Nested {
  on?: Record<string, readonly TransitionDefinition[]>;
  states?: Record<string, Nested>;
}

export const isCounting = (counter: string) => (action: Action) =>
  action.type === 'increment' && action.params.variable === counter;
export const isTimer = (timer: string) => (action: Action) =>
  action.type === 'startTimer' && action.params.timer === timer;
export const isTelling = (event: string) => (action: Action) => action.type === 'tell' && action.params.event === event;
export const isDuty = (duty: string) => (action: Action) => action.type === 'perform' && action.params.duty === duty;
