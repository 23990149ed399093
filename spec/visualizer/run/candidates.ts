/**
 * What could answer an event where a machine is: the transitions in the order in which they are tried, each with why it
 * is taken or not.
 */
import type {
  MachineEvent,
  RunnableMachine,
  Snapshot,
  StateDefinition,
  TransitionDefinition,
} from '../../../model/index.ts';
import { type TransitionId, transitionId } from '../../walk/explore.ts';
import { type Explanation, explain } from './explain.ts';

export interface Candidate {
  readonly id: TransitionId;
  readonly transition: TransitionDefinition;
  /** `untried`: one before it is taken. */
  readonly verdict: 'taken' | 'blocked' | 'untried';
  /** For a transition with a guard that was tried. */
  readonly explanation?: Explanation;
}

/** The transitions of the state, then those of the states around it. Empty: the machine takes no such event here. */
export function candidatesFor(
  { definition, policy }: RunnableMachine,
  snapshot: Snapshot,
  event: MachineEvent,
): Candidate[] {
  let isTaken = false;
  return declaredFor(definition.states, snapshot.value, event.type).map(({ id, transition }) => {
    if (isTaken) return { id, transition, verdict: 'untried' };
    if (transition.guard === undefined) {
      isTaken = true;
      return { id, transition, verdict: 'taken' };
    }
    const explanation = explain(transition.guard, snapshot.context, event, policy);
    isTaken = explanation.holds;
    return { id, transition, explanation, verdict: isTaken ? 'taken' : 'blocked' };
  });
}

interface Declared {
  readonly id: TransitionId;
  readonly transition: TransitionDefinition;
}

/** Inner states answer before outer ones. */
function declaredFor(states: Readonly<Record<string, StateDefinition>>, path: string, event: string): Declared[] {
  const found: Declared[] = [];
  let table: Readonly<Record<string, StateDefinition>> | undefined = states;
  let prefix = '';
  for (const name of path.split('.')) {
    const state: StateDefinition | undefined = table?.[name];
    const own = (state?.on?.[event] ?? []).map((transition, place) => ({
      id: transitionId(prefix + name, event, place),
      transition,
    }));
    found.unshift(...own);
    table = state?.states;
    prefix = `${prefix}${name}.`;
  }
  return found;
}
