/**
 * A machine as a table: for each state it can rest in and each event, the transitions that may be taken, in order, with
 * parents, children and relative targets worked out. Limits and switches stay names, so that one table serves every
 * policy. A server runs tables, since XState takes far longer over a step than over everything else.
 */
import type { Policy } from '../policy/index.ts';
import type { Action, Guard, MachineDefinition, StateDefinition } from './definition.ts';
import { count, holds } from './guard.ts';
import { restingStates } from './resting-states.ts';
import type { Effect, MachineEvent, Snapshot, Stepped } from './run.ts';

/** One transition: taken when it is the first whose guard holds. */
export interface TableRow {
  readonly guard?: Guard;
  /** The state to rest in afterwards. */
  readonly to: string;
  readonly actions: readonly Action[];
}

/** By resting state and event type. */
export type MachineTable = Readonly<Record<string, Readonly<Record<string, readonly TableRow[]>>>>;

/** The table of a definition. */
export const tableOf = (definition: MachineDefinition): MachineTable =>
  Object.fromEntries(
    restingStates(definition.states).map((state) => [
      state,
      Object.fromEntries(Object.keys(definition.events).map((event) => [event, rowsOf(definition, state, event)])),
    ]),
  );

/** What a state says about an event, and then its parents, up to the first transition that needs no guard. */
function rowsOf(definition: MachineDefinition, state: string, event: string): TableRow[] {
  const path = state.split('.');
  const rows: TableRow[] = [];
  for (let depth = path.length; depth > 0; depth -= 1) {
    const own = stateAt(definition, path.slice(0, depth));
    for (const { target, guard, actions = [] } of own.on?.[event] ?? []) {
      const to = target === undefined ? state : restingAt(definition, targetPath(definition, path, depth, target));
      rows.push({ ...(guard === undefined ? {} : { guard }), to, actions });
      if (guard === undefined) return rows;
    }
  }
  return rows;
}

/** A target as a path: a sibling of the state that declares it by name, any other one from the root. */
function targetPath({ id }: MachineDefinition, path: readonly string[], depth: number, target: string): string[] {
  const root = `#${id}.`;
  return target.startsWith(root) ? target.slice(root.length).split('.') : [...path.slice(0, depth - 1), target];
}

/** Where a machine comes to rest that is sent to a state: in its first child, if it has any. */
function restingAt(definition: MachineDefinition, path: readonly string[]): string {
  const { initial } = stateAt(definition, path);
  return initial === undefined ? path.join('.') : restingAt(definition, [...path, initial]);
}

function stateAt(definition: MachineDefinition, path: readonly string[]): StateDefinition {
  let states: Readonly<Record<string, StateDefinition>> | undefined = definition.states;
  let found: StateDefinition | undefined;
  for (const name of path) {
    found = states?.[name];
    states = found?.states;
  }
  if (found === undefined) throw new Error(`${definition.id} has no state ${path.join('.')}`);
  return found;
}

/**
 * One step by the table: what `step` does with XState. `npm run check` holds one against the other in every state.
 *
 * @throws Error when the table does not know the state or the event
 */
export function stepByTable(table: MachineTable, policy: Policy, snapshot: Snapshot, event: MachineEvent): Stepped {
  const rows = table[snapshot.value]?.[event.type];
  if (rows === undefined) throw new Error(`the table has no ${event.type} in ${snapshot.value}`);
  const row = rows.find(({ guard }) => guard === undefined || holds(guard, snapshot.context, event, policy));
  if (row === undefined) return { snapshot, effects: [] };
  const context: Record<string, string | number> = { ...snapshot.context };
  const effects: Effect[] = [];
  for (const action of row.actions) {
    if (action.type === 'set') context[action.params.variable] = action.params.value;
    else if (action.type === 'increment') increment(context, action.params, policy);
    else effects.push(action);
  }
  return { snapshot: { value: row.to, context }, effects };
}

function increment(
  context: Record<string, string | number>,
  { variable, limit }: Extract<Action, { type: 'increment' }>['params'],
  { limits }: Policy,
): void {
  context[variable] = Math.min(count(context, variable) + 1, limits[limit]);
}
