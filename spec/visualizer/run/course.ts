/**
 * What has happened so far in a step, and the two ways in which it goes on: one machine moves, or is told something and
 * tells others in turn.
 */
import {
  type ChannelHappening,
  type DutyName,
  type Effect,
  type Facts,
  type Happening,
  type MachineEvent,
  type MachineName,
  type OutcomeName,
  outcomes,
  type Parties,
  type PartyEffect,
  type ServerMachine,
  type Snapshot,
  step as stepMachine,
} from '../../../model/index.ts';
import { type TransitionId, transitionTaken } from '../../walk/explore.ts';
import { type Engine, type World, withTimers } from './world.ts';

/** One machine's part in a step. */
export interface Move {
  readonly machine: MachineName;
  readonly event: MachineEvent;
  readonly from: Snapshot;
  readonly to: Snapshot;
  /** Undefined when the machine takes no such event where it is. */
  readonly transition: TransitionId | undefined;
  readonly effects: readonly Effect[];
  /** Which one of several machines of the kind it was, in the world of a trace. */
  readonly member?: string;
}

export interface ChannelMove extends ChannelHappening {
  /** The channel carries another message from here on. */
  readonly isNewMessage: boolean;
}

export interface Course {
  readonly engine: Engine;
  world: World;
  readonly moves: Move[];
  readonly happenings: Happening[];
  readonly channelMoves: ChannelMove[];
  /** Which one of several machines of a kind moves now. */
  member?: (machine: MachineName) => string | undefined;
}

export const startCourse = (engine: Engine, world: World): Course => ({
  engine,
  world,
  moves: [],
  happenings: [],
  channelMoves: [],
});

/** Tells a machine an event with the facts its alphabet asks for, and others what it tells them; says how it answered. */
export function tell(
  course: Course,
  machine: MachineName,
  type: string,
  known: Record<string, string>,
): OutcomeName | undefined {
  const attributes = Object.keys(course.engine.machines[machine].definition.events[type]?.attributes ?? {});
  const facts: Facts = Object.fromEntries(attributes.map((name) => [name, known[name] ?? '']));
  const { effects } = move(course, machine, { ...facts, type });
  let outcome: OutcomeName | undefined;
  for (const effect of effects) {
    if (effect.type === 'respond' && isOutcome(effect.params.outcome)) outcome = effect.params.outcome;
    if (effect.type === 'report') known[effect.params.attribute] = effect.params.value;
    if (effect.type === 'tell' && isMachine(course, effect.params.machine)) {
      tell(course, effect.params.machine, effect.params.event, {});
    }
  }
  return outcome;
}

export function move(course: Course, machine: MachineName, event: MachineEvent, isNewMessage = false): Move {
  const runs = course.engine.machines[machine];
  const from = course.world.snapshots[machine];
  const { snapshot: to, effects } = stepMachine(runs, from, event);
  const member = course.member?.(machine);
  const made: Move = {
    machine,
    event,
    from,
    to,
    effects,
    transition: transitionTaken(runs, from, event),
    ...(member === undefined ? {} : { member }),
  };
  course.moves.push(made);
  if (machine === 'channel') course.channelMoves.push({ event, effects, isNewMessage });
  course.world = withTimers(withSnapshot(course.world, machine, to), machine, effects, course.engine.setting.policy);
  return made;
}

/** Writes down what watchers see of an event that no request caused. */
export function noteEvent(course: Course, machine: ServerMachine, event: string, before: World, first: number): void {
  const effects = partyEffects(course.moves.slice(first));
  course.happenings.push({
    kind: 'event',
    machine,
    event,
    effects,
    before: partiesOf(before),
    after: partiesOf(course.world),
  });
}

export const withSnapshot = (world: World, machine: MachineName, snapshot: Snapshot): World => ({
  ...world,
  snapshots: { ...world.snapshots, [machine]: snapshot },
});

const partyNames = [
  'admission',
  'quota',
  'account',
  'transaction',
  'grant',
] as const satisfies readonly ServerMachine[];
export const isServerParty = (name: MachineName): name is ServerMachine =>
  (partyNames as readonly MachineName[]).includes(name);

export const partiesOf = ({ snapshots: { admission, quota, account, transaction, grant } }: World): Parties => ({
  admission,
  quota,
  account,
  transaction,
  grant,
});

/** What leaves the machines of the server, and by whose decision. */
export function partyEffects(moves: readonly Move[]): PartyEffect[] {
  return moves.flatMap(({ machine, effects }) =>
    !isServerParty(machine)
      ? []
      : effects
          .filter(({ type }) => type !== 'respond' && type !== 'report' && type !== 'tell')
          .map((effect) => ({ machine, effect })),
  );
}

/** The duties among effects. */
export const dutiesIn = (effects: readonly Effect[]): DutyName[] =>
  effects.flatMap((effect) => (effect.type === 'perform' ? [effect.params.duty] : []));

/** Whether the outermost state that a machine is in has a tag. */
export function hasTag({ engine, world }: Course, name: MachineName, tag: 'live' | 'final'): boolean {
  const state = engine.machines[name].definition.states[world.snapshots[name].value.split('.')[0] ?? ''];
  return state?.tags?.includes(tag) ?? false;
}

const isOutcome = (name: string): name is OutcomeName => Object.hasOwn(outcomes, name);
const isMachine = ({ engine }: Course, name: string): name is MachineName => Object.hasOwn(engine.machines, name);
