/**
 * A machine in Promela, written from its definition: states, variables, timers and guards keep their names, and each
 * mitigation and limit is a macro that the command line of SPIN can change. It never meets XState, so that SPIN walks
 * what the definition says and not what somebody compiled.
 */
import {
  type Action,
  eventCases,
  type Guard,
  type MachineDefinition,
  type MachineEvent,
  type Policy,
  restingStates,
  type StateDefinition,
} from '../../../model/index.ts';
import { type DeclaredTransition, transitionsOf } from '../../walk/transitions.ts';
import { comment, constantName, variableName } from './names.ts';

/**
 * The machine under a policy. Included with `PART` defined, it brings an `inline` for each event and no process.
 *
 * @param expected what SPIN has to count: states, and pairs of a state and a case of an event that can come there
 */
export function machineText(
  definition: MachineDefinition,
  policy: Policy,
  expected: { readonly states: number; readonly transitions: number },
): string {
  const { id, description } = definition;
  const file = `machine-${fileName(id)}`;
  return [
    `/* ${comment(description)}`,
    ' *',
    ` * The machine "${id}" of the model, with every case of every event, and with timers that end when they please. It has`,
    ` * ${expected.states} states and ${expected.transitions} transitions; SPIN reports one transition more, because it counts the arrival at the first`,
    ' * state:',
    ' *',
    ` *   spin -a -o2 ${file}.pml && cc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m1000000`,
    ' *',
    ' * Mitigations and limits are macros: try -DtransactionLock=0, or -DsendsPerTransaction=4, before the name of the file.',
    ' */',
    '',
    ...macrosOf(definition, policy),
    `mtype = { ${constantsOf(definition).join(', ')} };`,
    '',
    ...variablesOf(definition),
    '',
    '/* The event that comes, and what the machine makes of it. No part of a state. */',
    ...attributesOf(definition).map((attribute) => `hidden mtype ${eventVariable(attribute)};`),
    ...outputsOf(definition).map(({ kind, name }) => `hidden ${kind} ${name};`),
    '',
    `inline ${id}_forgets() {`,
    `  ${sequence(outputsOf(definition).map(({ kind, name }) => `${name} = ${kind === 'byte' ? '0' : 'NONE'}`))}`,
    '}',
    ...Object.keys(definition.events).flatMap((event) => eventText(definition, event)),
    '',
    '#ifndef PART',
    `active proctype machine() {`,
    'end:',
    '  do',
    ...eventCases(definition).map((event) => `  ${caseText(definition, event)}`),
    '  od',
    '}',
    '#endif',
    '',
  ].join('\n');
}

/** Such as `resource-owner`. */
export const fileName = (id: string): string => id.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const eventVariable = (attribute: string): string => `event_${variableName(attribute)}`;
const timerVariable = ({ id }: MachineDefinition, timer: string): string => `${id}_timers_${timer}`;
const eventInline = ({ id }: MachineDefinition, event: string): string => `${id}_${variableName(event)}`;
const sequence = (commands: readonly string[]): string => (commands.length === 0 ? 'skip' : commands.join('; '));

/** Limits and mitigations that the machine reads. */
function macrosOf(definition: MachineDefinition, { limits, switches }: Policy): string[] {
  const text = JSON.stringify([
    Object.values(definition.variables),
    transitionsOf(definition).map(({ transition }) => [transition.guard, transition.actions]),
  ]);
  const read = (name: string): boolean => text.includes(`"${name}"`);
  const counted = Object.entries(limits).filter(([name]) => read(name) && !name.endsWith('Seconds'));
  const switched = Object.entries(switches)
    .filter(([name]) => read(name))
    .map(([name, on]) => [name, on ? 1 : 0] as const);
  return [...counted, ...switched].flatMap(([name, value]) => [
    `#ifndef ${name}`,
    `#define ${name} ${value}`,
    '#endif',
  ]);
}

const actionsOf = (definition: MachineDefinition): Action[] =>
  transitionsOf(definition).flatMap(({ transition }) => transition.actions ?? []);

function constantsOf(definition: MachineDefinition): string[] {
  const values = Object.values(definition.variables).flatMap((one) => (one.kind === 'value' ? one.values : []));
  const cases = Object.values(definition.events).flatMap(({ attributes }) => Object.values(attributes).flat());
  const said = actionsOf(definition).flatMap((action) => {
    switch (action.type) {
      case 'respond':
        return action.params.outcome;
      case 'report':
        return action.params.value;
      case 'tell':
        return action.params.event;
      default:
        return [];
    }
  });
  const all = ['none', ...restingStates(definition.states), ...values, ...cases, ...said];
  return [...new Set(all.map(constantName))];
}

function variablesOf(definition: MachineDefinition): string[] {
  const { id, variables, timers, initial, states } = definition;
  return [
    `mtype ${id} = ${constantName(restingIn(states, initial))};`,
    ...Object.entries(variables).map(([name, variable]) =>
      variable.kind === 'counter'
        ? `byte ${id}_${name} = 0; /* ${comment(variable.description)} */`
        : `mtype ${id}_${name} = ${constantName(variable.values[0])}; /* ${comment(variable.description)} */`,
    ),
    ...Object.keys(timers).map((timer) => `bit ${timerVariable(definition, timer)} = 0;`),
  ];
}

const attributesOf = (definition: MachineDefinition): string[] => [
  ...new Set(Object.values(definition.events).flatMap(({ attributes }) => Object.keys(attributes))),
];

/** What a machine says and does, a variable for each kind: an answer, a report, an event for another machine, a duty. */
function outputsOf(definition: MachineDefinition): { kind: 'mtype' | 'byte'; name: string }[] {
  const names = new Map<string, 'mtype' | 'byte'>();
  for (const action of actionsOf(definition)) {
    const output = outputOf(definition, action);
    if (output !== undefined) names.set(output.name, output.kind);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => ({ kind, name }));
}

function outputOf({ id }: MachineDefinition, action: Action) {
  switch (action.type) {
    case 'respond':
      return { kind: 'mtype' as const, name: `${id}_answers`, value: constantName(action.params.outcome) };
    case 'report':
      return {
        kind: 'mtype' as const,
        name: `${id}_reports_${action.params.attribute}`,
        value: constantName(action.params.value),
      };
    case 'tell':
      return {
        kind: 'mtype' as const,
        name: `${id}_tells_${action.params.machine}`,
        value: constantName(action.params.event),
      };
    case 'perform':
      return { kind: 'byte' as const, name: `${id}_does_${action.params.duty}`, value: '1' };
    default:
      return undefined;
  }
}

/** One step of the process: a case of an event, as the facts of the event and the inline that judges them. */
function caseText(definition: MachineDefinition, event: MachineEvent): string {
  const { type, ...attributes } = event;
  const facts = Object.entries(attributes).map(
    ([attribute, value]) => `${eventVariable(attribute)} = ${constantName(value)}; `,
  );
  const [timer] = Object.entries(definition.timers).find(([, end]) => end === type) ?? [];
  const guard = timer === undefined ? 'true' : timerVariable(definition, timer);
  return `:: d_step { ${guard} -> ${facts.join('')}${eventInline(definition, type)}() }`;
}

function eventText(definition: MachineDefinition, event: string): string[] {
  const all = transitionsOf(definition).filter((one) => one.event === event);
  const [timer] = Object.entries(definition.timers).find(([, end]) => end === event) ?? [];
  const states = restingStates(definition.states).map((state) => ({ state, list: candidates(all, state) }));
  return [
    '',
    `/* ${comment(definition.events[event]?.description ?? '')} */`,
    `inline ${eventInline(definition, event)}() {`,
    `  ${definition.id}_forgets();`,
    ...(timer === undefined ? [] : [`  ${timerVariable(definition, timer)} = 0;`]),
    '  if',
    ...states.flatMap(({ state, list }) => {
      const [first = '', ...more] = choiceText(definition, list, '     ');
      const test = `  :: ${definition.id} == ${constantName(state)} ->`;
      return more.length === 0 ? [`${test} ${first.trim()}`] : [test, first, ...more];
    }),
    '  fi',
    '}',
  ];
}

/** The transitions that an event may take in a state, in the order in which they are tried: its own, then its parents'. */
function candidates(all: readonly DeclaredTransition[], state: string): DeclaredTransition[] {
  const own = all.filter((one) => one.state === state);
  const [, parent] = /^(.*)\.[^.]*$/.exec(state) ?? [];
  const last = own.at(-1);
  if (parent === undefined || (last !== undefined && last.transition.guard === undefined)) return own;
  return [...own, ...candidates(all, parent)];
}

function choiceText(
  definition: MachineDefinition,
  [first, ...rest]: readonly DeclaredTransition[],
  indent: string,
): string[] {
  if (first === undefined) return [`${indent}skip`];
  const { guard, description } = first.transition;
  const commands = commandsOf(definition, first);
  if (guard === undefined) return [`${indent}${sequence(commands)} /* ${comment(description)} */`];
  return [
    `${indent}if`,
    `${indent}:: ${guardText(guard, definition)} -> ${sequence(commands)} /* ${comment(description)} */`,
    ...elseText(choiceText(definition, rest, `${indent}   `), indent),
    `${indent}fi`,
  ];
}

const elseText = (lines: readonly string[], indent: string): string[] =>
  lines.length === 1 ? [`${indent}:: else -> ${lines[0]?.trim()}`] : [`${indent}:: else ->`, ...lines];

function commandsOf(definition: MachineDefinition, { state, target, transition }: DeclaredTransition): string[] {
  const moves =
    transition.target === undefined || target === state
      ? []
      : [`${definition.id} = ${constantName(restingIn(definition.states, target))}`];
  return [...moves, ...(transition.actions ?? []).map((action) => commandOf(definition, action))];
}

function commandOf(definition: MachineDefinition, action: Action): string {
  switch (action.type) {
    case 'set': {
      const { variable, value } = action.params;
      return `${definition.id}_${variable} = ${typeof value === 'number' ? value : constantName(value)}`;
    }
    case 'increment': {
      const { variable, limit } = action.params;
      const name = `${definition.id}_${variable}`;
      return `${name} = (${name} < ${limit} -> ${name} + 1 : ${limit})`;
    }
    case 'startTimer':
      return `${timerVariable(definition, action.params.timer)} = 1`;
    case 'stopTimer':
      return `${timerVariable(definition, action.params.timer)} = 0`;
    default: {
      const output = outputOf(definition, action);
      return output === undefined ? 'skip' : `${output.name} = ${output.value}`;
    }
  }
}

function guardText(guard: Guard, definition: MachineDefinition): string {
  switch (guard.type) {
    case 'isBelow':
      return `${definition.id}_${guard.params.variable} < ${guard.params.limit}`;
    case 'isOneBelow':
      return `${definition.id}_${guard.params.variable} + 1 >= ${guard.params.limit}`;
    case 'is':
      return `${definition.id}_${guard.params.variable} == ${constantName(guard.params.value)}`;
    case 'caseIs':
      return `${eventVariable(guard.params.attribute)} == ${constantName(guard.params.value)}`;
    case 'isEnforced':
      return guard.params.mitigation;
    case 'not':
      return `!(${guardText(guard.params.guard, definition)})`;
    case 'allOf':
      return guard.params.guards.map((part) => `(${guardText(part, definition)})`).join(' && ');
    case 'anyOf':
      return guard.params.guards.map((part) => `(${guardText(part, definition)})`).join(' || ');
  }
}

/** The state at the bottom of a path, where the machine comes to rest. */
function restingIn(states: Readonly<Record<string, StateDefinition>>, path: string): string {
  const [first = '', ...rest] = path.split('.');
  const state = states[first];
  if (state === undefined) throw new Error(`there is no state ${path}`);
  if (state.states === undefined) return first;
  const inner = rest.length > 0 ? rest.join('.') : state.initial;
  if (inner === undefined) throw new Error(`${path} does not say where it begins`);
  return `${first}.${restingIn(state.states, inner)}`;
}
