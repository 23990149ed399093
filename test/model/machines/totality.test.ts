/** The machines of the authorization server answer every event in every state: XState would ignore one in silence. */
import { describe, expect, it } from 'vitest';
import {
  exchanges,
  type MachineDefinition,
  type Mitigation,
  mitigations,
  policyWith,
  restingStates,
  type StateDefinition,
  serverMachines,
  type TransitionDefinition,
} from '../../../model/index.ts';
import { explore, type Step } from '../../../spec/walk/explore.ts';
import { walkPolicy } from '../../../spec/walk/reachable-outcomes.ts';

const machines = Object.entries<MachineDefinition>(serverMachines);
const mitigationNames = Object.keys(mitigations) as Mitigation[]; // own keys of the table

/** Pairs of state and event that no transition without a guard ends, neither of the state nor of a parent. */
function unanswered({ states, events }: MachineDefinition): string[] {
  return restingStates(states).flatMap((path) =>
    Object.keys(events)
      .filter(
        (event) => !lists(states, path, event).some((list) => list.at(-1)?.guard === undefined && list.length > 0),
      )
      .map((event) => `${path} ${event}`),
  );
}

/** What a state and its parents say about an event. */
function lists(
  states: Readonly<Record<string, StateDefinition>>,
  path: string,
  event: string,
): (readonly TransitionDefinition[])[] {
  const [first = '', ...rest] = path.split('.');
  const state = states[first];
  const own = state?.on?.[event];
  const below = rest.length > 0 ? lists(state?.states ?? {}, rest.join('.'), event) : [];
  return own === undefined ? below : [own, ...below];
}

/** Transitions that stand behind one without a guard and so can never be taken. */
function shadowed(definition: MachineDefinition): string[] {
  const visit = (states: Readonly<Record<string, StateDefinition>>): string[] =>
    Object.entries(states).flatMap(([name, state]) => [
      ...Object.entries(state.on ?? {})
        .filter(([, list]) => list.slice(0, -1).some(({ guard }) => guard === undefined))
        .map(([event]) => `${name} ${event}`),
      ...visit(state.states ?? {}),
    ]);
  return visit(definition.states);
}

const ignoredSteps = (steps: readonly Step[]): string[] =>
  steps.filter(({ transition }) => transition === undefined).map(({ from, event }) => `${from.value} ${event.type}`);

const answers = ({ effects }: Step): number => effects.filter(({ type }) => type === 'respond').length;

describe.each(machines)('The machine %s', (name, definition) => {
  it('answers every event in every state, as it is written', () => {
    expect(unanswered(definition)).toEqual([]);
  });

  it('has no transition behind one that is always taken', () => {
    expect(shadowed(definition)).toEqual([]);
  });

  it('answers every event in every state, as it runs', () => {
    const { snapshots, steps } = explore(definition, walkPolicy);
    expect(snapshots.length).toBeGreaterThan(0);
    expect(ignoredSteps(steps)).toEqual([]);
  });

  it.each(mitigationNames)('and does so without %s too', (off) => {
    expect(ignoredSteps(explore(definition, policyWith({ limits: walkPolicy.limits, off: [off] })).steps)).toEqual([]);
  });

  it('responds once at most, and never to what is no request', () => {
    const last = Object.values(exchanges).map(({ steps }) => steps.at(-1));
    const asked = new Set(
      Object.values(exchanges).flatMap(({ steps }) => steps.map(({ machine, event }) => `${machine} ${event}`)),
    );
    for (const step of explore(definition, walkPolicy).steps) {
      const isRequest = asked.has(`${name} ${step.event.type}`);
      const isLast = last.some(
        (one) => one?.machine === name && one.event === step.event.type && name === 'transaction',
      );
      expect(answers(step), `${step.from.value} ${JSON.stringify(step.event)}`).toBeLessThanOrEqual(isRequest ? 1 : 0);
      if (isLast) expect(answers(step), `${step.from.value} ${JSON.stringify(step.event)}`).toBe(1);
    }
  });
});

describe('A hole in a machine is found', () => {
  const { transaction } = serverMachines;
  const { lapsed, ...others } = transaction.states;
  const { 'denial.received': denials, ...withoutDenial } = lapsed.on;
  const withLapsed = (on: StateDefinition['on'] & object): MachineDefinition => ({
    ...transaction,
    states: { ...others, lapsed: { ...lapsed, on } },
  });

  it('when a state forgets an event', () => {
    const forgetful = withLapsed(withoutDenial);
    expect(unanswered(forgetful)).toEqual(['lapsed denial.received']);
    expect(new Set(ignoredSteps(explore(forgetful, walkPolicy).steps))).toEqual(new Set(['lapsed denial.received']));
  });

  it('when the last transition has a guard', () => {
    const guarded = withLapsed({ ...withoutDenial, 'denial.received': denials.slice(0, 1) });
    expect(unanswered(guarded)).toEqual(['lapsed denial.received']);
    const off = policyWith({ limits: walkPolicy.limits, off: ['denialEnds'] });
    expect(new Set(ignoredSteps(explore(guarded, off).steps))).toEqual(new Set(['lapsed denial.received']));
  });

  it('when a transition stands behind one that is always taken', () => {
    expect(shadowed(withLapsed({ ...withoutDenial, 'denial.received': [...denials].reverse() }))).toEqual([
      'lapsed denial.received',
    ]);
  });
});
