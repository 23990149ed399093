/**
 * The machines as Mermaid figures. They show the protocol with every mitigation enforced: a transition that only a
 * switched-off mitigation opens is no part of it, and a guard is shown without its switches. What happens inside of a
 * state stands in its box, as UML does it, because Mermaid draws loops and nested states so that nobody can read them.
 */
import {
  type Action,
  type MachineDefinition,
  machineDefinitions,
  type StateDefinition,
  transaction,
} from '../../model/index.ts';
import { type DeclaredTransition, transitionsOf } from '../walk/transitions.ts';
import { outcomeOf } from './answers.ts';
import type { Artifact } from './artifact.ts';
import { actionWords, guardWords, underAllMitigations } from './guard-words.ts';
import { machinePath } from './machine-graph.ts';

const emitter = 'spec/emit/machine-figures.ts';

/** All transitions of a state that one event takes to one target, to one effect. */
interface Arrow {
  readonly source: string;
  readonly target: string;
  readonly event: string;
  /** What each of them asks; undefined for the one that is taken when no other is. */
  readonly guards: readonly (string | undefined)[];
  readonly effect: string;
}

/** `machines/<id>.mmd` for every machine, and the overview of the transaction for the README. */
export const emitMachineFigures = (): Artifact[] => [
  ...Object.values<MachineDefinition>(machineDefinitions).map((definition) => ({
    path: `${machinePath(definition)}.mmd`,
    content: figure(definition),
    emitter,
    audience: 'reviewers, in whatever renders Mermaid',
    title: `The ${definition.id} machine as a figure`,
  })),
  {
    path: 'machines/transaction-overview.mmd',
    content: overview(transaction),
    emitter,
    audience: 'readers of the README',
    title: 'The transaction at a glance: only what changes its state',
  },
];

/** Everything that a machine does; a large one without what it only answers or ignores, staying as it was. */
export function figure(definition: MachineDefinition): string {
  const all = effective(definition);
  const isSmall = Object.keys(definition.states).length <= 2;
  const arrows = arrowsOf(isSmall ? all : all.filter(doesSomething));
  const inside = arrows.filter(({ source, target }) => top(source) === top(target));
  const between = arrows.filter(({ source, target }) => top(source) !== top(target));
  const note = isSmall ? 'Everything is shown.' : 'What only answers or ignores is left out; the graph has it.';
  return diagram(
    definition,
    inside.map((arrow) => [top(arrow.source), `${step(arrow)}${label(arrow, all)}`]),
    between.map((arrow) => [top(arrow.source), top(arrow.target), `${label(arrow, all)}${entered(arrow)}`]),
    note,
  );
}

/** Only what changes the state, by the names of the events; states inside of states are not shown. */
export function overview(definition: MachineDefinition): string {
  const changes = effective(definition).filter(({ state, target }) => top(state) !== top(target));
  return diagram(
    definition,
    [],
    changes.map(({ state, target, event }) => [top(state), top(target), event]),
    'Only what changes the state is shown.',
  );
}

/** The transitions that can be taken with every mitigation enforced, each with what is left of its guard. */
function effective(definition: MachineDefinition): DeclaredTransition[] {
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
    return [{ ...declared, transition: left === true ? transition : { ...transition, guard: left } }];
  });
}

function doesSomething({ state, target, transition: { actions = [] } }: DeclaredTransition): boolean {
  return state !== target || actions.some(({ type }) => type !== 'respond');
}

function arrowsOf(transitions: readonly DeclaredTransition[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { state, target, event, transition } of transitions) {
    const effect = effectWords(transition.actions);
    const key = [state, target, event, effect].join(' ');
    const guard = transition.guard === undefined ? undefined : guardWords(transition.guard);
    const guards = [...(arrows.get(key)?.guards ?? []), guard];
    arrows.set(key, { source: state, target, event, guards, effect });
  }
  return [...arrows.values()];
}

/** The answer; without one what is reported to later machines; without that what is asked of the outside. */
function effectWords(actions: readonly Action[] = []): string {
  const outcome = outcomeOf(actions);
  if (outcome !== undefined) return outcome;
  const words = (type: 'report' | 'perform') => actions.filter((action) => action.type === type).map(actionWords);
  return (words('report').length > 0 ? words('report') : words('perform')).join(', ');
}

const shownGuards = 2;

function label({ source, event, guards, effect }: Arrow, all: readonly DeclaredTransition[]): string {
  const known = guards.flatMap((guard) => guard ?? []);
  const alternatives = all.filter((declared) => declared.state === source && declared.event === event).length;
  let condition = '';
  if (known.length < guards.length) condition = alternatives > guards.length ? ' [otherwise]' : '';
  else if (known.length > shownGuards) condition = ` [one of ${known.length} cases]`;
  else
    condition = ` [${known.map((guard) => (known.length > 1 && guard.includes(' and ') ? `(${guard})` : guard)).join(' or ')}]`;
  return `${event}${condition}${effect === '' ? '' : ` / ${effect}`}`;
}

/** `cooling → resendable on ` for a step between states inside of a state. */
const step = ({ source, target }: Arrow): string => (source === target ? '' : `${last(source)} → ${last(target)} on `);

/** ` → busy` for an arrow into a state inside of a state. */
const entered = ({ target }: Arrow): string => (target === top(target) ? '' : ` → ${last(target)}`);

/** State and words. */
type InsideLine = readonly [string, string];

/** Source, target and words. */
type BetweenLine = readonly [string, string, string];

function diagram(
  { description, initial, states }: MachineDefinition,
  inside: readonly InsideLine[],
  between: readonly BetweenLine[],
  note: string,
): string {
  const left = new Set(between.map(([source]) => source));
  const arrows = new Map<string, Set<string>>();
  for (const [source, target, words] of between) {
    const arrow = `${source} --> ${target}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(words));
  }
  return [
    `%% ${description} Every mitigation is enforced. ${note}`,
    `%% Generated by ${emitter}.`,
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...[...new Set(inside.map(([state]) => state))].map((state) => `  state "${state}" as ${state}`),
    ...inside.map(([state, words]) => `  ${state} : ${words}`),
    ...[...arrows].map(([arrow, words]) => `  ${arrow} : ${[...words].join('<br/>')}`),
    ...endsOf(states)
      .filter((state) => !left.has(state))
      .map((state) => `  ${state} --> [*]`),
    '',
  ].join('\n');
}

const endsOf = (states: Readonly<Record<string, StateDefinition>>): string[] =>
  Object.entries(states).flatMap(([name, { tags = [] }]) =>
    (tags as readonly string[]).includes('final') ? [name] : [],
  );

const top = (path: string): string => path.split('.')[0] ?? path;

const last = (path: string): string => path.split('.').at(-1) ?? path;
