/**
 * The machines as Mermaid figures. They show the protocol with every mitigation enforced: a transition that only a
 * switched-off mitigation opens is no part of it, and a guard is shown without its switches.
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

/** One line of a figure: all transitions of a state that one event takes to one target, to one effect. */
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
  const lines = arrows.map((arrow) => `${nodeId(arrow.source)} --> ${nodeId(arrow.target)} : ${label(arrow, all)}`);
  const note = isSmall ? 'Everything is shown.' : 'What only answers or ignores is left out; the graph has it.';
  return diagram(definition, lines, note);
}

/** Only what changes the state, by the names of the events; changes inside a state are shown as one state. */
export function overview(definition: MachineDefinition): string {
  const changes = effective(definition)
    .map((declared) => ({ ...declared, state: top(declared.state), target: top(declared.target) }))
    .filter(({ state, target }) => state !== target);
  const events = new Map<string, Set<string>>();
  for (const { state, target, event } of changes) {
    const line = `${state} --> ${target}`;
    events.set(line, (events.get(line) ?? new Set()).add(event));
  }
  const lines = [...events].map(([line, names]) => `${line} : ${[...names].join(', ')}`);
  const states = Object.fromEntries(
    Object.entries(definition.states).map(([name, { states: _, initial: __, ...state }]) => [name, state]),
  );
  return diagram({ ...definition, states }, lines, 'Only what changes the state is shown.');
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

function diagram(definition: MachineDefinition, lines: readonly string[], note: string): string {
  const leaving = new Set(lines.filter((line) => !/^(\S+) --> \1 /.test(line)).map((line) => line.split(' ')[0]));
  const ends = endsOf(definition.states)
    .map(nodeId)
    .filter((id) => !leaving.has(id));
  return [
    `%% ${definition.description} Every mitigation is enforced. ${note}`,
    `%% Generated by ${emitter}.`,
    'stateDiagram-v2',
    `  [*] --> ${nodeId(definition.initial)}`,
    ...compounds(definition.states),
    ...lines.map((line) => `  ${line}`),
    ...ends.map((id) => `  ${id} --> [*]`),
    '',
  ].join('\n');
}

/** States with states inside. */
const compounds = (states: Readonly<Record<string, StateDefinition>>): string[] =>
  Object.entries(states).flatMap(([name, { initial, states: children = {} }]) =>
    initial === undefined
      ? []
      : [
          `  state ${nodeId(name)} {`,
          `    [*] --> ${nodeId(`${name}.${initial}`)}`,
          ...Object.keys(children).map((child) => `    state "${child}" as ${nodeId(`${name}.${child}`)}`),
          '  }',
        ],
  );

const endsOf = (states: Readonly<Record<string, StateDefinition>>): string[] =>
  Object.entries(states).flatMap(([name, { tags = [] }]) =>
    (tags as readonly string[]).includes('final') ? [name] : [],
  );

const top = (path: string): string => path.split('.')[0] ?? path;

/** Mermaid's names have no dots. */
const nodeId = (path: string): string => path.replaceAll('.', '_');
