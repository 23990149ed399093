/**
 * The machines are whole: those of the server answer every event in every state, and every state, transition, outcome
 * and error code is reached. A transition that is only there to show what a mitigation prevents is reached without it.
 */
import {
  defaultPolicy,
  errors,
  type MachineDefinition,
  type Mitigation,
  machineDefinitions,
  mitigations,
  type OutcomeRow,
  outcomes,
  restingStates,
} from '../../model/index.ts';
import { explore, type TransitionId, type Walk } from '../walk/explore.ts';
import { reachableOutcomes, walkPolicy } from '../walk/reachable-outcomes.ts';
import { transitionsOf } from '../walk/transitions.ts';
import { compareFindings, type Finding } from './finding.ts';
import { fileOfMachine } from './requirements-attached.ts';

/** Findings for the machines of the model. */
export function machinesWhole(
  definitions: readonly MachineDefinition[] = Object.values<MachineDefinition>(machineDefinitions),
): Finding[] {
  const found = definitions.flatMap(machineFindings);
  // Composed machines cannot be walked while one of them leaves an event unanswered.
  const walkable = !found.some(({ rule }) => rule === 'machine/partial');
  return [...found, ...(walkable ? outcomeFindings() : [])].sort(compareFindings);
}

/** What is not whole about one machine by itself: events without an answer, states and transitions that nothing reaches. */
export function machineFindings(definition: MachineDefinition): Finding[] {
  const file = fileOfMachine(definition);
  const walks = [walk(definition), ...switchesOf(definition).map((off) => walk(definition, off))];
  const [everyday = { snapshots: [], steps: [] }] = walks;
  const unanswered = everyday.steps
    .filter(({ transition }) => transition === undefined && definition.side === 'server')
    .map(({ from, event }) => `${from.value} ${event.type}`);
  const states = new Set(everyday.snapshots.map(({ value }) => value));
  const taken = new Set(walks.flatMap(({ steps }) => steps.map(({ transition }) => transition)));
  const finding = (rule: string, element: string, expected: string, actual: string): Finding => ({
    rule,
    file,
    element,
    expected,
    actual,
    fix: 'mend the machine',
  });
  return [
    ...shadowed(definition).map(({ id, before }) =>
      finding('machine/shadowed', id, 'a case in which it is taken', `${before} has no guard, and stands before it`),
    ),
    ...[...new Set(unanswered)].map((pair) =>
      finding('machine/partial', pair, 'a transition that answers the event in this state', 'none'),
    ),
    ...restingStates(definition.states)
      .filter((state) => !states.has(state))
      .map((state) => finding('machine/unreached', state, 'a way to this state', 'none')),
    ...transitionsOf(definition)
      .filter(({ id, transition }) => !taken.has(id) && !isCareless(transition.guard))
      .map(({ id }) =>
        finding('machine/unreached', id, 'a way to this transition, with one mitigation off at most', 'none'),
      ),
  ];
}

/** Transitions behind one that is always taken: what becomes of them when a guard is deleted. */
export function shadowed(
  definition: MachineDefinition,
): { readonly id: TransitionId; readonly before: TransitionId }[] {
  const always = new Map<string, TransitionId>();
  return transitionsOf(definition).flatMap(({ id, state, event, transition }) => {
    const before = always.get(`${state} ${event}`);
    if (transition.guard === undefined && before === undefined) always.set(`${state} ${event}`, id);
    return before === undefined ? [] : [{ id, before }];
  });
}

/** What only a careless resource owner does is reached in a world with one, not in the machine's own first state. */
const isCareless = (guard: unknown): boolean => JSON.stringify(guard)?.includes('careless') === true;

/** Mitigations that the guards of a machine read; without another one it does the same as ever. */
export const switchesOf = ({ states }: MachineDefinition): Mitigation[] => {
  const text = JSON.stringify(states);
  return (Object.keys(mitigations) as Mitigation[]).filter((name) => text.includes(`"mitigation":"${name}"`)); // own keys
};

/** Small limits, and one mitigation off or none. */
function walk(definition: MachineDefinition, off?: Mitigation): Walk {
  const switches = off === undefined ? defaultPolicy.switches : { ...defaultPolicy.switches, [off]: false };
  return explore(definition, { limits: walkPolicy.limits, switches });
}

function outcomeFindings(): Finding[] {
  const reached = new Set([...reachableOutcomes().outcomes.values()].flatMap((names) => [...names]));
  const rows = Object.entries<OutcomeRow>(outcomes);
  const answered = new Set(rows.filter(([name]) => (reached as Set<string>).has(name)).map(([, row]) => row.error)); // widened to ask for any name
  return [
    ...rows
      .filter(([name]) => !(reached as Set<string>).has(name)) // widened likewise
      .map(([name]) => unreached('model/exchange/outcomes.ts', name, 'an exchange that ends so')),
    ...Object.keys(errors)
      .filter((name) => ![...answered].some((error) => error === name))
      .map((name) => unreached('model/vocabulary/errors.ts', name, 'an outcome with this error that is reached')),
  ];
}

const unreached = (file: string, element: string, expected: string): Finding => ({
  rule: 'machine/unreached',
  file,
  element,
  expected,
  actual: 'none',
  fix: 'mend the machine, or strike the row',
});
