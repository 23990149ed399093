/** Machines are data, and stepping them is a pure function. */
import { describe, expect, it } from 'vitest';
import {
  defaultPolicy,
  eventCases,
  type Guard,
  holds,
  keyOf,
  type MachineDefinition,
  type MachineEvent,
  machineDefinitions,
  policyWith,
  remembering,
  runnable,
  type Snapshot,
  step,
  transaction,
} from '../../../model/index.ts';
import { explore } from '../../../spec/walk/explore.ts';
import { walkPolicy } from '../../../spec/walk/reachable-outcomes.ts';

const machines = Object.entries<MachineDefinition>(machineDefinitions);

/** Freezes a value whole, so that whoever writes to it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe.each(machines)('The machine %s', (_name, definition) => {
  const walk = explore(definition, walkPolicy);

  it('survives being written as JSON: the copy walks the same way', () => {
    const text = JSON.stringify(definition);
    const copy = JSON.parse(text) as MachineDefinition; // what was written one line above
    expect(JSON.stringify(copy)).toBe(text);
    expect(copy).toEqual(definition);
    expect(explore(copy, walkPolicy)).toEqual(walk);
  });

  it('walks the same way each time, in the same order', () => {
    expect(explore(definition, walkPolicy)).toEqual(walk);
    expect(walk.snapshots.map(keyOf)).toEqual([...new Set(walk.snapshots.map(keyOf))]);
  });

  it('steps the same way when it remembers its steps', () => {
    const plain = runnable(definition, walkPolicy);
    const memory = remembering(plain);
    for (const round of [1, 2]) {
      for (const { from, event, to, effects } of walk.steps) {
        expect(step(memory, from, event), `round ${round}`).toEqual({ snapshot: to, effects });
      }
    }
    expect(memory.known?.size).toBe(walk.steps.length);
    expect(plain.known).toBeUndefined();
  });

  it('changes neither the snapshot nor the event it is given', () => {
    const machine = runnable(frozen(structuredClone(definition)), walkPolicy);
    for (const { from, event } of walk.steps) step(machine, frozen(structuredClone(from)), frozen({ ...event }));
  });

  it('takes a snapshot that was stored and came back with its members in another order', () => {
    const machine = runnable(definition, walkPolicy);
    for (const { from, event, to, effects } of walk.steps) {
      const context = Object.fromEntries(Object.entries(from.context).reverse());
      expect(step(machine, JSON.parse(JSON.stringify({ context, value: from.value })) as Snapshot, event)).toEqual({
        snapshot: to,
        effects,
      });
    }
  });

  it('has snapshots that are JSON', () => {
    for (const snapshot of walk.snapshots) expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('has event cases for each value of each attribute', () => {
    const expected = Object.values(definition.events).map(({ attributes }) =>
      Object.values(attributes).reduce((product, values) => product * values.length, 1),
    );
    const cases = eventCases(definition);
    expect(cases).toHaveLength(expected.reduce((sum, count) => sum + count, 0));
    expect(new Set(cases.map((event) => JSON.stringify(event))).size).toBe(cases.length);
  });

  it('says in a sentence what each state, event and variable is', () => {
    const told = [
      definition.description,
      ...Object.values(definition.events).map(({ description }) => description),
      ...Object.values(definition.variables).map(({ description }) => description),
    ];
    for (const sentence of told) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe('A guard', () => {
  const policy = policyWith({ limits: { sendsPerTransaction: 3 }, off: ['singleUse'] });
  const context = { sends: 2, newestCode: 'sent' };
  const event = { type: 'code.submitted', code: 'newest' } satisfies MachineEvent;
  const yes: Guard = { type: 'is', params: { variable: 'newestCode', value: 'sent' } };
  const no: Guard = { type: 'is', params: { variable: 'newestCode', value: 'none' } };
  const sends = { variable: 'sends', limit: 'sendsPerTransaction' } as const;

  it.each([
    ['isBelow, below the limit', { type: 'isBelow', params: sends }, 2, true],
    ['isBelow, at the limit', { type: 'isBelow', params: sends }, 3, false],
    ['isOneBelow, two below', { type: 'isOneBelow', params: sends }, 1, false],
    ['isOneBelow, one below', { type: 'isOneBelow', params: sends }, 2, true],
    ['isOneBelow, at the limit', { type: 'isOneBelow', params: sends }, 3, true],
    ['is, when it is', yes, 2, true],
    ['is, when it is not', no, 2, false],
    ['caseIs, when it is', { type: 'caseIs', params: { attribute: 'code', value: 'newest' } }, 2, true],
    ['caseIs, when it is not', { type: 'caseIs', params: { attribute: 'code', value: 'stale' } }, 2, false],
    [
      'caseIs, when the event has no such attribute',
      { type: 'caseIs', params: { attribute: 'x', value: 'y' } },
      2,
      false,
    ],
    ['isEnforced, when on', { type: 'isEnforced', params: { mitigation: 'sendLimit' } }, 2, true],
    ['isEnforced, when off', { type: 'isEnforced', params: { mitigation: 'singleUse' } }, 2, false],
    ['not', { type: 'not', params: { guard: no } }, 2, true],
    ['allOf, all', { type: 'allOf', params: { guards: [yes, yes] } }, 2, true],
    ['allOf, not all', { type: 'allOf', params: { guards: [yes, no] } }, 2, false],
    ['allOf of none', { type: 'allOf', params: { guards: [] } }, 2, true],
    ['anyOf, one', { type: 'anyOf', params: { guards: [no, yes] } }, 2, true],
    ['anyOf, none', { type: 'anyOf', params: { guards: [no, no] } }, 2, false],
  ] satisfies [string, Guard, number, boolean][])('%s', (_title, guard, count, expected) => {
    expect(holds(guard, { ...context, sends: count }, event, policy)).toBe(expected);
  });

  it('that counts what is no counter is a fault of the model', () => {
    expect(() =>
      holds({ type: 'isBelow', params: { variable: 'newestCode', limit: 'codeLength' } }, context, event, policy),
    ).toThrow('newestCode is no counter');
  });
});

describe('A counter', () => {
  it('stops at its limit, so that every walk ends', () => {
    const { snapshots } = explore(transaction, policyWith({ off: ['transactionLock', 'sendLimit', 'singleUse'] }));
    const { wrongCodesPerTransaction, sendsPerTransaction } = defaultPolicy.limits;
    expect(Math.max(...snapshots.map(({ context }) => Number(context.wrongCodes)))).toBe(wrongCodesPerTransaction);
    expect(Math.max(...snapshots.map(({ context }) => Number(context.sends)))).toBe(sendsPerTransaction);
  });
});

describe('What is not in the vocabulary', () => {
  it('is refused as a guard when it is tried', () => {
    const guard = { type: 'isTuesday', params: {} } as never; // planted: the types allow no such guard
    const planted: MachineDefinition = {
      ...transaction,
      states: {
        ...transaction.states,
        absent: {
          description: 'Planted.',
          on: { 'denial.received': [{ guard, description: 'Planted.', meta: { requirements: [] } }] },
        },
      },
    };
    const machine = runnable(planted, defaultPolicy);
    expect(() => step(machine, machine.initial, { type: 'denial.received' })).toThrow(/isTuesday/);
  });

  it('is no effect of any machine', () => {
    const known = ['respond', 'report', 'tell', 'startTimer', 'stopTimer', 'perform'];
    const types = machines.flatMap(([, definition]) =>
      explore(definition, walkPolicy).steps.flatMap(({ effects }) => effects.map(({ type }) => type)),
    );
    expect([...new Set(types)].filter((type) => !known.includes(type))).toEqual([]);
  });
});
