/** The heart of a step: the move that decided it, its transition and its sentences. */
import {
  exchanges,
  type MachineName,
  type OutcomeRow,
  outcomes,
  type RequirementId,
  type TransitionDefinition,
} from '../../../model/index.ts';
import type { TransitionId } from '../../walk/explore.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';
import { factNotes } from './arrows.ts';
import type { Move } from './course.ts';
import { definitionOf, machineNames, type Step } from './step.ts';
import type { Taken } from './take.ts';

/** A transition of a named machine. */
export interface Pointed {
  readonly machine: MachineName;
  readonly transition: TransitionId;
}

const tables = new Map(
  machineNames.map((machine) => [
    machine,
    new Map(transitionsOf(definitionOf(machine)).map((declared) => [declared.id, declared])),
  ]),
);

/** A transition with what the definition says about it. */
export const declaredAt = ({ machine, transition }: Pointed): DeclaredTransition | undefined =>
  tables.get(machine)?.get(transition);

/** The move that decided a step: the one that answered, or the first of the machine that was told. */
export function decisiveMove({ step, moves }: Taken): Move | undefined {
  const answering = moves.find(({ effects }) => effects.some(({ type }) => type === 'respond'));
  if (step.kind === 'told') return answering ?? moves[0];
  const machine = step.kind === 'event' ? step.machine : 'admission';
  return answering ?? moves.find((move) => move.machine === machine);
}

/** Every transition that a step took, the decisive one first. */
export function transitionsTaken(taken: Taken): Pointed[] {
  const decisive = decisiveMove(taken);
  const ordered = decisive === undefined ? taken.moves : [decisive, ...taken.moves.filter((move) => move !== decisive)];
  return ordered.flatMap(({ machine, transition }) => (transition === undefined ? [] : [{ machine, transition }]));
}

/** The requirements of a transition; its own first, then those of the answer it gives. */
export function requirementsOf(definition: TransitionDefinition): RequirementId[] {
  const respond = definition.actions?.find((action) => action.type === 'respond');
  const outcome = respond === undefined ? undefined : rowOf(respond.params.outcome);
  return [...new Set([...definition.meta.requirements, ...(outcome?.requirements ?? [])])];
}

/** The requirements that a step touches, those of the decisive transition first. */
export function requirementsTouched(taken: Taken): RequirementId[] {
  const { step } = taken;
  const broken = step.kind === 'told' && step.isTried !== true ? (step.breaks?.requirements ?? []) : [];
  const taking = transitionsTaken(taken).flatMap((pointed) => declaredAt(pointed)?.transition ?? []);
  const own = taking.flatMap(({ meta }) => meta.requirements);
  const answered = taken.outcome === undefined ? [] : outcomes[taken.outcome].requirements;
  return [...new Set<RequirementId>([...broken, ...own, ...answered])];
}

const rowOf = (name: string): OutcomeRow | undefined =>
  Object.hasOwn(outcomes, name) ? outcomes[name as keyof typeof outcomes] : undefined; // checked on this line

/** What a step is, as a heading for whoever has no story to tell. */
export function stepWords(step: Step): string {
  if (step.kind === 'told') return step.tells.sentence.replace(/\.$/, '');
  if (step.kind === 'request') {
    const notes = factNotes(step);
    return exchanges[step.exchange].summary + (notes === '' ? '' : ` (${notes})`);
  }
  const { type, ...attributes } = step.event;
  const words = definitionOf(step.machine).events[type]?.description ?? type;
  const values = Object.entries(attributes).map(([name, value]) => `${name} ${value}`);
  const plain = words.replace(/\.$/, '');
  return values.length === 0 ? plain : `${plain}: ${values.join(', ')}`;
}

/** The sentence of a state, by its path. */
export function stateSentence(machine: MachineName, path: string): string {
  let description = '';
  let { states } = definitionOf(machine);
  for (const name of path.split('.')) {
    const state = states[name];
    if (state === undefined) break;
    description = state.description;
    states = state.states ?? {};
  }
  return description;
}
