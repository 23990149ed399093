/** Plays steps one after the other, and watches what the model promises while they happen. */
import {
  type AnyMitigation,
  type ChannelHappening,
  channelProperties,
  grantProperties,
  type Happening,
  type Memory,
  type Policy,
  type Property,
  properties,
  type RequirementId,
} from '../../../model/index.ts';
import type { Setting } from './setting.ts';
import type { Step } from './step.ts';
import { type Taken, take } from './take.ts';
import { type Engine, engineFor, type World } from './world.ts';

export interface Played {
  readonly setting: Setting;
  readonly engine: Engine;
  readonly taken: readonly Taken[];
  /** What was promised and is broken, in the order of the steps. */
  readonly broken: readonly Broken[];
}

export interface Broken {
  /** Place of the step among those played, from 0. */
  readonly at: number;
  readonly property: string;
  readonly sentence: string;
  readonly requirements: readonly RequirementId[];
  /** Where the model checker found it, for what is told. */
  readonly world?: string;
}

/** Plays steps from the first states of all machines. */
export function play(setting: Setting, steps: readonly Step[], engine: Engine = engineFor(setting)): Played {
  const taken: Taken[] = [];
  let world = engine.start;
  for (const step of steps) {
    const next = take(engine, world, step);
    taken.push(next);
    world = next.after;
  }
  return { setting, engine, taken, broken: brokenBy(taken, setting.policy) };
}

/** The world before a step; after all of them with the place behind the last. */
export const worldAt = ({ engine, taken }: Played, place: number): World => taken[place - 1]?.after ?? engine.start;

/** How many promises are watched. */
export const promiseCount =
  Object.keys(properties).length + Object.keys(grantProperties).length + Object.keys(channelProperties).length;

/**
 * Each property that the steps break, at the first step that does. Nothing is watched once a machine is driven by hand, or
 * a trace has told where the machines are; what a trace breaks it says itself.
 */
export function brokenBy(taken: readonly Taken[], policy: Policy): Broken[] {
  const byHand = taken.findIndex(({ isByHand, step }) => isByHand || step.kind === 'told');
  const watched = byHand === -1 ? taken : taken.slice(0, byHand);
  const found = [
    ...Object.entries<Property>({ ...properties, ...grantProperties }).flatMap(([name, property]) =>
      firstBreak(name, property, policy, watched, ({ happenings }) => happenings.map((seen) => [seen, false] as const)),
    ),
    ...Object.entries<Property<ChannelHappening>>(channelProperties).flatMap(([name, property]) =>
      firstBreak(name, property, policy, watched, ({ channelMoves }) =>
        channelMoves.map(({ isNewMessage, ...seen }) => [seen, isNewMessage] as const),
      ),
    ),
  ];
  const told = taken.flatMap(({ step }, at): Broken[] => {
    if (step.kind !== 'told' || step.breaks === undefined || step.isTried === true) return [];
    const { without, ...broken } = step.breaks;
    return isAsTold(taken.slice(0, at + 1), policy, without) ? [{ at, ...broken }] : [];
  });
  return [...found, ...told].sort((one, other) => one.at - other.at);
}

/** Whether a trace goes as it was found: the machines took every step of it, and what has to be off is off. */
const isAsTold = (taken: readonly Taken[], policy: Policy, without: AnyMitigation | undefined): boolean =>
  taken.every(({ told }) => told !== undefined && told.differences.length === 0) &&
  (without === undefined || !policy.switches[without]);

function firstBreak<Seen extends Happening | ChannelHappening>(
  name: string,
  { start, watch, sentence, requirements }: Property<Seen>,
  policy: Policy,
  taken: readonly Taken[],
  seenIn: (one: Taken) => readonly (readonly [Seen, boolean])[],
): Broken[] {
  let memory: Memory = start;
  for (const [at, one] of taken.entries()) {
    for (const [seen, startsOver] of seenIn(one)) {
      const next = watch(startsOver ? start : memory, seen, policy);
      if (next === 'violated') return [{ at, property: name, sentence, requirements }];
      memory = next;
    }
  }
  return [];
}
