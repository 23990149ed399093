/**
 * A machine as a figure shows it: boxes with what they only answer, arrows with what moves between them. Two levels: an
 * overview of states and events, and the whole with guards and actions.
 */
import type { Action, MachineDefinition, Mitigation, StateDefinition } from '../../../model/index.ts';
import type { TransitionId } from '../../walk/explore.ts';
import { guardWords } from '../guard-words.ts';
import { type DrawnTransition, drawnTransitions } from './switched-guards.ts';

export type ChartLevel = 'overview' | 'detail';

/** One alternative of an arrow, or one line of a box: what can be pointed at. */
export interface ChartEntry {
  /** The transitions that are drawn as this entry. */
  readonly transitions: readonly TransitionId[];
  readonly event: string;
  /** Guard and actions, as they follow the event's name. */
  readonly words: string;
  /** Mitigations of which one has to be off; empty for the protocol itself. */
  readonly onlyWithout: readonly Mitigation[];
}

export interface ChartState {
  /** Path of the state. */
  readonly id: string;
  readonly name: string;
  readonly isFinal: boolean;
  /** Path of the state inside that it starts in. */
  readonly initial?: string;
  /** What happens without leaving the state. */
  readonly entries: readonly ChartEntry[];
  readonly children: readonly ChartState[];
}

export interface ChartArrow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly entries: readonly ChartEntry[];
}

export interface Chart {
  readonly machine: string;
  readonly level: ChartLevel;
  readonly initial: string;
  readonly states: readonly ChartState[];
  readonly arrows: readonly ChartArrow[];
}

/** The figure of a machine, not laid out yet. */
export function chartOf(definition: MachineDefinition, level: ChartLevel): Chart {
  const all = drawnTransitions(definition);
  const staying = all.filter(({ state, target }) => state === target);
  const inside = (state: string): ChartEntry[] =>
    level === 'overview' ? [] : entriesOf(staying.filter((one) => one.state === state));
  const states = (table: Readonly<Record<string, StateDefinition>>, prefix: string): ChartState[] =>
    Object.entries(table).map(([name, { tags = [], initial, states: children = {} }]) => ({
      id: prefix + name,
      name,
      isFinal: tags.includes('final'),
      ...(initial === undefined ? {} : { initial: `${prefix}${name}.${initial}` }),
      entries: inside(prefix + name),
      children: states(children, `${prefix}${name}.`),
    }));
  const moving = all.filter(({ state, target }) => state !== target);
  return {
    machine: definition.id,
    level,
    initial: definition.initial,
    states: states(definition.states, ''),
    arrows: arrowsOf(moving, level),
  };
}

function arrowsOf(moving: readonly DrawnTransition[], level: ChartLevel): ChartArrow[] {
  const bundles = new Map<string, DrawnTransition[]>();
  for (const one of moving) {
    // An overview has one arrow between two states; in detail each event has its own.
    const key = level === 'overview' ? `${one.state}>${one.target}` : `${one.state}>${one.target}>${one.event}`;
    bundles.set(key, [...(bundles.get(key) ?? []), one]);
  }
  return [...bundles].flatMap(([id, bundle]) => {
    const [first] = bundle;
    if (first === undefined) return [];
    const entries = level === 'overview' ? byEvent(bundle) : entriesOf(bundle);
    return [{ id, source: first.state, target: first.target, entries }];
  });
}

/** One entry for each event, by name only. */
function byEvent(bundle: readonly DrawnTransition[]): ChartEntry[] {
  return [...new Set(bundle.map(({ event }) => event))].map((event) => {
    const same = bundle.filter((one) => one.event === event);
    const off = same.every(({ onlyWithout }) => onlyWithout.length > 0) ? (same[0]?.onlyWithout ?? []) : [];
    return { transitions: same.map(({ id }) => id), event, words: casesOf(same), onlyWithout: off };
  });
}

/** The cases of an event that an arrow is for, when each of its guards asks for one case and nothing else. */
function casesOf(same: readonly DrawnTransition[]): string {
  const values = same.map(({ guard }) => (guard?.type === 'caseIs' ? guard.params.value : undefined));
  return values.every((value) => value !== undefined) ? values.join(', ') : '';
}

/** One entry for each transition; events that are ignored share one. */
function entriesOf(bundle: readonly DrawnTransition[]): ChartEntry[] {
  const isIgnored = ({ guard, onlyWithout, transition, state, target }: DrawnTransition): boolean =>
    state === target && guard === undefined && onlyWithout.length === 0 && (transition.actions ?? []).length === 0;
  const ignored = bundle.filter(isIgnored);
  const entries = bundle
    .filter((one) => !isIgnored(one))
    .map(({ id, event, guard, transition, onlyWithout }) => ({
      transitions: [id],
      event,
      words: [
        ...(guard === undefined ? [] : [`[${guardWords(guard)}]`]),
        ...(transition.actions === undefined || transition.actions.length === 0
          ? []
          : [`/ ${actionsInShort(transition.actions)}`]),
      ].join(' '),
      onlyWithout,
    }));
  if (ignored.length === 0) return entries;
  const events = ignored.map(({ event }) => event).join(', ');
  return [...entries, { transitions: ignored.map(({ id }) => id), event: 'ignored:', words: events, onlyWithout: [] }];
}

/** Actions in few words: the answer first, because that is what a reader looks for. */
export function actionsInShort(actions: readonly Action[]): string {
  const isAnswer = ({ type }: Action): boolean => type === 'respond' || type === 'report';
  return [...actions.filter(isAnswer), ...actions.filter((one) => !isAnswer(one))].map(inShort).join(', ');
}

function inShort(action: Action): string {
  switch (action.type) {
    case 'set':
      return `${action.params.variable} := ${action.params.value}`;
    case 'increment':
      return `${action.params.variable} + 1`;
    case 'respond':
      return `answer ${action.params.outcome}`;
    case 'report':
      return `${action.params.attribute} ${action.params.value}`;
    case 'tell':
      return `tell ${action.params.machine} ${action.params.event}`;
    case 'startTimer':
      return `start ${action.params.timer} timer`;
    case 'stopTimer':
      return `stop ${action.params.timer} timer`;
    case 'perform':
      return action.params.duty;
  }
}
