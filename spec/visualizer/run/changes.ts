/** What a step has changed, and nothing else. */
import { keyOf, type MachineName } from '../../../model/index.ts';
import { definitionOf, machineNames } from './step.ts';
import type { Taken } from './take.ts';
import { deadlinesOf, timerKey, type World } from './world.ts';

export interface Change {
  readonly machine: MachineName;
  /** A variable of the machine, `state`, or a timer by its name. */
  readonly kind: 'state' | 'variable' | 'timer';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly description: string;
}

/** The differences between two worlds, machine by machine. */
export function changesBetween(before: World, after: World): Change[] {
  return machineNames.flatMap((machine) => {
    const [from, to] = [before.snapshots[machine], after.snapshots[machine]];
    const definition = definitionOf(machine);
    const state: Change[] =
      from.value === to.value
        ? []
        : [
            {
              machine,
              kind: 'state',
              name: 'state',
              from: from.value,
              to: to.value,
              description: 'Where the machine is.',
            },
          ];
    const variables = Object.entries(definition.variables)
      .filter(([name]) => from.context[name] !== to.context[name])
      .map(
        ([name, { description }]): Change => ({
          machine,
          kind: 'variable',
          name,
          from: String(from.context[name]),
          to: String(to.context[name]),
          description,
        }),
      );
    return [...state, ...variables, ...timerChanges(machine, before, after)];
  });
}

function timerChanges(machine: MachineName, before: World, after: World): Change[] {
  return Object.entries(definitionOf(machine).timers ?? {}).flatMap(([timer, event]) => {
    const key = timerKey(machine, timer);
    const [from, to] = [before.deadlines[key], after.deadlines[key]];
    if (from === to) return [];
    const words = (at: number | undefined): string => (at === undefined ? 'not running' : `ends at ${clockWords(at)}`);
    const description = definitionOf(machine).events[event]?.description ?? '';
    return [{ machine, kind: 'timer' as const, name: `${timer} timer`, from: words(from), to: words(to), description }];
  });
}

export const changesOfStep = ({ before, after }: Taken): Change[] => changesBetween(before, after);

/** The machines whose state or variables a step has changed. */
export function changedMachines(taken: Taken): ReadonlySet<MachineName> {
  if (taken.step.kind !== 'told') {
    return new Set(changesOfStep(taken).flatMap(({ machine, kind }) => (kind === 'timer' ? [] : [machine])));
  }
  // in the world of a trace another machine of the kind may have come into its place, which is no change
  return new Set(taken.moves.flatMap(({ machine, from, to }) => (keyOf(from) === keyOf(to) ? [] : [machine])));
}

/** Seconds since the run began as people write them: `0:30`, `15:00`, `24:00:00`. */
export function clockWords(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** The timers that run in a world, in words. */
export const runningTimers = (world: World): { readonly words: string; readonly atSeconds: number }[] =>
  deadlinesOf(world).map(({ machine, timer, atSeconds }) => ({
    words: `${machine} ${timer} timer ends at ${clockWords(atSeconds)}`,
    atSeconds,
  }));
