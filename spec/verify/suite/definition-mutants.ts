/**
 * Machine definitions with one mistake each, such as an implementer of the protocol makes: a condition forgotten, a step
 * not taken, the wrong end, the wrong answer. What they change may be far more than one transition of the tester's machine.
 */
import type { Action, Guard, MachineDefinition, StateDefinition, TransitionDefinition } from '../../../model/index.ts';
import { actionWords, guardWords } from '../../emit/guard-words.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';

export type MutationOperator =
  | 'condition dropped'
  | 'part of a condition dropped'
  | 'transition dropped'
  | 'action dropped'
  | 'target changed'
  | 'answer changed';

export interface DefinitionMutant {
  readonly operator: MutationOperator;
  /** The transition, as `state event number`, and what is wrong with it. */
  readonly words: string;
  readonly definition: MachineDefinition;
}

/** Every definition with one mistake. A dropped answer is no mistake of a server that answers at all, so there is none. */
export function* definitionMutants(definition: MachineDefinition): Generator<DefinitionMutant> {
  const targets = Object.keys(definition.states).map((name) => `#${definition.id}.${name}`);
  for (const declared of transitionsOf(definition)) {
    const { transition, id } = declared;
    const mutant = (operator: MutationOperator, what: string, changed: TransitionDefinition | undefined) => ({
      operator,
      words: `${id}: ${what}`,
      definition: withTransition(definition, declared, changed),
    });
    const { guard, ...unguarded } = transition;
    if (guard !== undefined) yield mutant('condition dropped', 'whatever is the case', unguarded);
    for (const [without, part] of guard === undefined ? [] : guardsWithoutPart(guard)) {
      yield mutant('part of a condition dropped', `without ${guardWords(part)}`, { ...transition, guard: without });
    }
    if (guard !== undefined) yield mutant('transition dropped', 'left out', undefined);
    for (const [place, action] of (transition.actions ?? []).entries()) {
      if (action.type === 'respond') continue;
      const actions = (transition.actions ?? []).filter((_, other) => other !== place);
      yield mutant('action dropped', `does not ${actionWords(action)}`, { ...transition, actions });
    }
    yield* targetMutants(transition, targets, mutant);
    for (const outcome of outcomesOf(definition, declared.event)) {
      const actions = (transition.actions ?? []).map((action) =>
        action.type === 'respond' ? { ...action, params: { outcome } } : action,
      );
      if (JSON.stringify(actions) === JSON.stringify(transition.actions ?? [])) continue;
      yield mutant('answer changed', `answers ${outcome}`, { ...transition, actions });
    }
  }
}

function* targetMutants(
  transition: TransitionDefinition,
  targets: readonly string[],
  mutant: (operator: MutationOperator, what: string, changed: TransitionDefinition) => DefinitionMutant,
): Generator<DefinitionMutant> {
  const { target: _, ...staying } = transition;
  if (transition.target !== undefined) yield mutant('target changed', 'stays where it is', staying);
  for (const target of targets) {
    if (target === transition.target) continue;
    yield mutant('target changed', `leads to ${target}`, { ...transition, target });
  }
}

/** A guard without one of its parts, at any depth, each with that part. Switches of mitigations are no conditions. */
function* guardsWithoutPart(guard: Guard): Generator<readonly [Guard, Guard]> {
  if (guard.type !== 'allOf' && guard.type !== 'anyOf') return;
  const { guards } = guard.params;
  for (const [place, part] of guards.entries()) {
    const isSwitch = JSON.stringify(part).includes('isEnforced') && !JSON.stringify(part).includes('caseIs');
    const others = guards.filter((_, other) => other !== place);
    if (!isSwitch && others.length > 0) yield [{ ...guard, params: { guards: others } }, part];
    for (const [within, inner] of guardsWithoutPart(part)) {
      yield [{ ...guard, params: { guards: guards.map((one, other) => (other === place ? within : one)) } }, inner];
    }
  }
}

function outcomesOf(definition: MachineDefinition, event: string): ReadonlySet<string> {
  const answers = (action: Action) => (action.type === 'respond' ? [action.params.outcome] : []);
  return new Set(
    transitionsOf(definition)
      .filter((declared) => declared.event === event)
      .flatMap(({ transition }) => (transition.actions ?? []).flatMap(answers)),
  );
}

/** The definition with another transition in its place, or without it. */
function withTransition(
  definition: MachineDefinition,
  { id, state, event }: DeclaredTransition,
  changed: TransitionDefinition | undefined,
): MachineDefinition {
  const place = Number(id.split(' ')[2]);
  const change = (one: StateDefinition): StateDefinition => {
    const list = (one.on?.[event] ?? []).flatMap((transition, at) =>
      at !== place ? [transition] : changed === undefined ? [] : [changed],
    );
    return { ...one, on: { ...one.on, [event]: list } };
  };
  return { ...definition, states: changedStates(definition.states, state.split('.'), change) };
}

function changedStates(
  states: Readonly<Record<string, StateDefinition>>,
  [first = '', ...rest]: readonly string[],
  change: (state: StateDefinition) => StateDefinition,
): Readonly<Record<string, StateDefinition>> {
  const state = states[first];
  if (state === undefined) throw new RangeError(`there is no state ${first}`);
  const changed =
    rest.length === 0 ? change(state) : { ...state, states: changedStates(state.states ?? {}, rest, change) };
  return { ...states, [first]: changed };
}
