/**
 * Makes an XState machine of a definition, under a policy, and steps it as a pure function. The implementations of guards
 * and actions are generic: they know variables, limits and attributes, and nothing about the protocol.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, assign, initialTransition, setup, transition } from 'xstate';
import type { Policy } from '../policy/index.ts';
import type { Action, Guard, MachineDefinition, Variable } from './definition.ts';
import { count, holds } from './guard.ts';
import { type MachineTable, stepByTable } from './table.ts';

/** A variable's value: a count, or one of its values. */
export type Context = Readonly<Record<string, string | number>>;

/** An event with its attributes, all of them strings. */
export type MachineEvent = { readonly type: string } & Readonly<Record<string, string>>;

/** A machine at rest: JSON, so that it can be stored. `value` is the state's path, such as `pending.cooling`. */
export interface Snapshot {
  readonly value: string;
  readonly context: Context;
}

/** Actions that are not the machine's own business. */
export type Effect = Exclude<Action, { readonly type: 'set' | 'increment' }>;

export interface RunnableMachine {
  readonly definition: MachineDefinition;
  readonly policy: Policy;
  readonly machine: AnyStateMachine;
  readonly initial: Snapshot;
  /** Run in place of XState, which it agrees with. */
  readonly table?: MachineTable;
  /** Steps already taken, for whoever takes each of them many times. Never shared between policies. */
  readonly known?: Map<string, Stepped>;
}

export interface Stepped {
  readonly snapshot: Snapshot;
  readonly effects: readonly Effect[];
}

/**
 * The XState machine of a definition, under a policy. Guards and actions outside of the vocabulary cannot be written,
 * because their types are closed; XState throws for such a guard when it is tried, and passes such an action on.
 */
export function runnable(definition: MachineDefinition, policy: Policy): RunnableMachine {
  const guardOf =
    <Type extends Guard['type']>(type: Type) =>
    ({ context, event }: { context: Context; event: MachineEvent }, params: Extract<Guard, { type: Type }>['params']) =>
      holds({ type, params } as Guard, context, event, policy); // type and params come from one member of the union
  const machine = setup({
    types: {} as { context: Context; events: MachineEvent }, // XState reads types from an empty value
    guards: {
      isBelow: guardOf('isBelow'),
      isOneBelow: guardOf('isOneBelow'),
      is: guardOf('is'),
      caseIs: guardOf('caseIs'),
      isEnforced: guardOf('isEnforced'),
      not: guardOf('not'),
      allOf: guardOf('allOf'),
      anyOf: guardOf('anyOf'),
    },
    actions: {
      set: assign((_, params: { variable: string; value: string | number }) => ({ [params.variable]: params.value })),
      increment: assign(({ context }, params: { variable: string; limit: keyof Policy['limits'] }) => ({
        [params.variable]: Math.min(count(context, params.variable) + 1, policy.limits[params.limit]),
      })),
      respond: () => {},
      report: () => {},
      tell: () => {},
      startTimer: () => {},
      stopTimer: () => {},
      perform: () => {},
    },
  }).createMachine({
    id: definition.id,
    description: definition.description,
    initial: definition.initial,
    context: initialContext(definition.variables),
    states: definition.states,
  } as never) as unknown as AnyStateMachine; // the definition is checked by our own types, which are narrower than XState's
  const [first] = initialTransition(machine);
  return { definition, policy, machine, initial: snapshotOf(first) };
}

/**
 * One step. An event that no transition takes leaves the snapshot as it is and has no effects; for machines of the
 * server a test proves that this never happens.
 */
export function step(
  { machine, policy, table, known }: RunnableMachine,
  snapshot: Snapshot,
  event: MachineEvent,
): Stepped {
  if (table !== undefined) return stepByTable(table, policy, snapshot, event);
  const key = known === undefined ? '' : `${keyOf(snapshot)} ${JSON.stringify(event)}`;
  const before = known?.get(key);
  if (before !== undefined) return before;
  const [next, actions] = transition(machine, restored(machine, snapshot), event);
  const stepped: Stepped = {
    snapshot: snapshotOf(next),
    // XState has run `set` and `increment` already and hands back the others, each with its `type` and `params`.
    effects: actions.map(({ type, params }) => ({ type, params }) as unknown as Effect),
  };
  known?.set(key, stepped);
  return stepped;
}

/** The same machine, run by its table. */
export const byTable = (machine: RunnableMachine, table: MachineTable): RunnableMachine => ({ ...machine, table });

/** The same machine, remembering its steps: for walks, which take each of them again and again. */
export const remembering = (machine: RunnableMachine): RunnableMachine => ({ ...machine, known: new Map() });

/** A text that two snapshots share exactly when they are the same. */
export const keyOf = ({ value, context }: Snapshot): string => `${value} ${JSON.stringify(context)}`;

/** XState's own form of a snapshot. */
export const restored = (machine: AnyStateMachine, snapshot: Snapshot): AnyMachineSnapshot =>
  machine.resolveState({ value: nested(snapshot.value.split('.')), context: snapshot.context });

/** Our form of an XState snapshot. */
export const snapshotOf = (snapshot: AnyMachineSnapshot): Snapshot => ({
  value: pathOf(snapshot.value),
  context: { ...snapshot.context },
});

/** Every case of every event of a machine: each attribute with each of its values. */
export function eventCases(definition: MachineDefinition): MachineEvent[] {
  return Object.entries(definition.events).flatMap(([type, { attributes }]) =>
    Object.entries(attributes).reduce<MachineEvent[]>(
      (cases, [attribute, values]) =>
        cases.flatMap((known) => values.map((value) => ({ ...known, [attribute]: value }) as MachineEvent)), // adds a string to an event
      [{ type } as MachineEvent], // an event without attributes
    ),
  );
}

const initialContext = (variables: Readonly<Record<string, Variable>>): Context =>
  Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [name, variable.kind === 'counter' ? 0 : variable.values[0]]),
  );

type NestedValue = string | { [state: string]: NestedValue };

const nested = ([first = '', ...rest]: readonly string[]): NestedValue =>
  rest.length === 0 ? first : { [first]: nested(rest) };

function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[parent, child] = ['', '']] = Object.entries(value as Record<string, unknown>); // XState values are strings or objects
  return `${parent}.${pathOf(child)}`;
}
