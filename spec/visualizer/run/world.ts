/** All machines at one moment, with the clock and the timers that run. */
import type { Effect, MachineName, Policy, RunnableMachine, Snapshot } from '../../../model/index.ts';
import { deliveryMethods, remembering, runnable, timerEnd } from '../../../model/index.ts';
import type { Cast } from '../traces/cast.ts';
import type { Setting } from './setting.ts';
import { definitionOf, machineNames } from './step.ts';

export interface World {
  readonly snapshots: Readonly<Record<MachineName, Snapshot>>;
  /** Seconds since the run began. */
  readonly atSeconds: number;
  /** When each running timer ends, in seconds since the run began, by `timerKey`. */
  readonly deadlines: Readonly<Record<string, number>>;
  /** In a trace: everything in its world, of which the machines above are a part. */
  readonly cast?: Cast;
}

/** The machines of a setting, ready to run. */
export interface Engine {
  readonly setting: Setting;
  readonly machines: Readonly<Record<MachineName, RunnableMachine>>;
  readonly start: World;
}

/** Makes the machines of a setting; the same definitions that the server runs. */
export function engineFor(setting: Setting): Engine {
  const made = (name: MachineName): RunnableMachine => {
    const machine = remembering(runnable(definitionOf(name), setting.policy));
    if (!('heed' in machine.initial.context)) return machine;
    return { ...machine, initial: { ...machine.initial, context: { ...machine.initial.context, heed: setting.heed } } };
  };
  const machines = Object.fromEntries(machineNames.map((name) => [name, made(name)])) as Engine['machines']; // one for each name
  const snapshots = Object.fromEntries(
    machineNames.map((name) => [name, machines[name].initial]),
  ) as World['snapshots']; // one for each name
  return { setting, machines, start: { snapshots, atSeconds: 0, deadlines: {} } };
}

export const timerKey = (machine: MachineName, timer: string): string => `${machine}.${timer}`;

/** The timer whose end an event is; undefined for other events. */
export const timerOf = (machine: MachineName, event: string): string | undefined =>
  Object.entries(definitionOf(machine).timers ?? {}).find(([, ends]) => ends === event)?.[0];

/** The world after the end of a timer: no earlier than its deadline. */
export function afterTimer(world: World, machine: MachineName, event: string): World {
  const timer = timerOf(machine, event);
  if (timer === undefined) return world;
  const { [timerKey(machine, timer)]: deadline, ...deadlines } = world.deadlines;
  return { ...world, deadlines, atSeconds: Math.max(world.atSeconds, deadline ?? 0) };
}

/** The world with the timers that effects of a machine start and stop. */
export function withTimers(world: World, machine: MachineName, effects: readonly Effect[], policy: Policy): World {
  const deadlines: Record<string, number> = { ...world.deadlines };
  for (const effect of effects) {
    if (effect.type === 'stopTimer') delete deadlines[timerKey(machine, effect.params.timer)];
    if (effect.type !== 'startTimer') continue;
    const { timer, length } = effect.params;
    if (length === 'transactionLifeOfMethod') continue; // messages of a run go by a method that needs no longer
    deadlines[timerKey(machine, timer)] = timerEnd(length, world.atSeconds, policy.limits, { method: usedMethod.name });
  }
  return { ...world, deadlines };
}

/** The running timers of one machine. */
export const timersOf = ({ deadlines }: World, machine: MachineName): World['deadlines'] =>
  Object.fromEntries(Object.entries(deadlines).filter(([key]) => key.startsWith(timerKey(machine, ''))));

/** The world without the timers of one machine. */
export function withoutTimersOf(world: World, machine: MachineName): World {
  const gone = timersOf(world, machine);
  return { ...world, deadlines: Object.fromEntries(Object.entries(world.deadlines).filter(([key]) => !(key in gone))) };
}

/** Messages of a run go by the first method that is served. */
export const [usedMethod] = Object.values(deliveryMethods).filter(({ served }) => served) as [
  (typeof deliveryMethods)['sms'],
]; // the table serves one at least

export interface Deadline {
  readonly machine: MachineName;
  readonly timer: string;
  readonly event: string;
  readonly atSeconds: number;
}

/** The timers that run, the next one first; of two at the same moment the one that was started last. */
export function deadlinesOf({ deadlines }: World): Deadline[] {
  return machineNames
    .flatMap((machine) =>
      Object.entries(definitionOf(machine).timers ?? {}).flatMap(([timer, event]) => {
        const atSeconds = deadlines[timerKey(machine, timer)];
        return atSeconds === undefined ? [] : [{ machine, timer, event, atSeconds }];
      }),
    )
    .sort((one, other) => one.atSeconds - other.atSeconds);
}
