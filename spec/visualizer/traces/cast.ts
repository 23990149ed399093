/**
 * Everything in the world of a trace: machines, of which there may be several of a kind, and what is no machine, such as
 * what somebody knows. Of each kind one stands where the page shows that machine.
 */
import type { MachineName, Snapshot } from '../../../model/index.ts';
import type { TraceWorld } from '../../emit/trace/trace.ts';
import { machineNames } from '../run/step.ts';
import { type Engine, timerKey, timersOf, type World, withoutTimersOf } from '../run/world.ts';
import { snapshotIn, wordsOf } from './state-words.ts';

/** A machine of the world, with its own timers. */
export interface Member {
  readonly machine: MachineName;
  readonly snapshot: Snapshot;
  readonly deadlines: World['deadlines'];
}

export interface Cast {
  /** By the name of the variable, in the order of the world. */
  readonly members: Readonly<Record<string, Member>>;
  /** What is no machine, in words. */
  readonly things: Readonly<Record<string, string>>;
  /** Which member stands where the page shows its machine: the one that something happened to last. */
  readonly shown: Readonly<Partial<Record<MachineName, string>>>;
}

/** The world of a trace before its first step. */
export function castOf({ cast }: TraceWorld, { machines }: Engine): Cast {
  const members: Record<string, Member> = {};
  const things: Record<string, string> = {};
  const shown: Partial<Record<MachineName, string>> = {};
  for (const { variable, machine, starts } of cast) {
    if (machine === undefined) things[variable] = starts;
    else {
      const { initial } = machines[machine];
      members[variable] = { machine, snapshot: snapshotIn(machine, starts, initial) ?? initial, deadlines: {} };
      shown[machine] ??= variable;
    }
  }
  return { members, things, shown };
}

/** The world with a member in the place of its machine. */
export function withShown(world: World, name: string): World {
  const member = world.cast?.members[name];
  if (world.cast === undefined || member === undefined) return world;
  const { machine, snapshot, deadlines } = member;
  const rest = withoutTimersOf(world, machine);
  return {
    ...rest,
    snapshots: { ...rest.snapshots, [machine]: snapshot },
    deadlines: { ...rest.deadlines, ...deadlines },
    cast: { ...world.cast, shown: { ...world.cast.shown, [machine]: name } },
  };
}

/** The world with what became of a machine written down for the member that stands in its place. */
export function kept(world: World, name: string): World {
  const member = world.cast?.members[name];
  if (world.cast === undefined || member === undefined) return world;
  const { machine } = member;
  const now: Member = { machine, snapshot: world.snapshots[machine], deadlines: timersOf(world, machine) };
  return { ...world, cast: { ...world.cast, members: { ...world.cast.members, [name]: now } } };
}

/** A member in words, as the checker writes it. */
export const memberWords = ({ machine, snapshot, deadlines }: Member): string =>
  wordsOf(
    machine,
    snapshot,
    Object.keys(deadlines).map((key) => key.slice(timerKey(machine, '').length)),
  );

/** The members that run the same machine; more than one when the page has to say which of them it shows. */
export const membersOf = ({ members }: Cast, machine: MachineName): string[] =>
  Object.entries(members).flatMap(([name, member]) => (member.machine === machine ? [name] : []));

/** The machines that the world of a trace has none of. */
export const missingIn = (cast: Cast): ReadonlySet<MachineName> =>
  new Set(machineNames.filter((machine) => membersOf(cast, machine).length === 0));
