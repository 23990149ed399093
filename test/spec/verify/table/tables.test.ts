/** A table says what XState says: for every state with its timers, every case of every event. */
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import {
  eventCases,
  type MachineDefinition,
  type MachineEvent,
  machineDefinitions,
  policyWith,
  runnable,
  step,
} from '../../../../model/index.ts';
import { compileMachine, keyOfCase, never, timerOf, timersAfter } from '../../../../spec/verify/table/compile.ts';
import { tableOf } from '../../../../spec/verify/table/tables.ts';

const limits = {
  wrongCodesPerTransaction: 3,
  sendsPerTransaction: 2,
  wrongCodesPerAccount: 4,
  sendsPerAccount: 3,
  startsPerClient: 2,
  wrongCodesPerClient: 3,
  handoverAttempts: 2,
} as const;
const policies = {
  'every mitigation on': policyWith({ limits }),
  'some mitigations off': policyWith({ limits, off: ['newestCodeOnly', 'singleUse', 'resendKeepsCount', 'sendLimit'] }),
} as const;
const machines = Object.entries<MachineDefinition>(machineDefinitions);
const cases = Object.entries(policies).flatMap(([words, policy]) =>
  machines.map(([name, definition]) => [name, words, definition, policy] as const),
);

describe('The table of a machine', () => {
  it.each(cases)(
    '%s, with %s, says of every state and every case what XState says',
    (_name, _words, definition, policy) => {
      const table = compileMachine(definition, policy);
      const machine = runnable(definition, policy);
      let compared = 0;
      for (const [from, { snapshot, running }] of table.states.entries()) {
        for (const [number, event] of table.cases.entries()) {
          const place = from * table.cases.length + number;
          const timer = timerOf(definition, event.type);
          if (timer !== undefined && !running.includes(timer)) {
            expect(table.next[place]).toBe(never);
            continue;
          }
          const stepped = step(machine, snapshot, event);
          const after = table.states[table.next[place] ?? never];
          expect(after?.snapshot).toEqual(stepped.snapshot);
          expect(after?.running).toEqual(timersAfter(running, timer, stepped.effects));
          expect(table.outputs[table.output[place] ?? never]).toEqual(stepped.effects);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(0);
      expect(table.cases).toEqual(eventCases(definition));
    },
  );

  it.each(cases)(
    '%s, with %s, is in the state that an XState actor comes to along the same way',
    (name, _words, definition, policy) => {
      const table = compileMachine(definition, policy);
      for (let way = 0; way < 20; way += 1) {
        const actor = createActor(runnable(definition, policy).machine).start();
        let state = 0;
        for (const number of turns(table.cases.length, way)) {
          const event: MachineEvent = table.cases[number] ?? { type: '' };
          const next = table.next[state * table.cases.length + number] ?? never;
          if (next === never) continue;
          actor.send(event);
          state = next;
          const { value, context } = actor.getSnapshot();
          expect(pathOf(value), name).toBe(table.states[state]?.snapshot.value);
          expect(context).toMatchObject(table.states[state]?.snapshot.context ?? {});
        }
        actor.stop();
      }
    },
  );

  it('gives each state a label of its own, and each case a key of its own', () => {
    for (const [, definition] of machines) {
      const { states, cases: all } = compileMachine(definition, policies['every mitigation on']);
      expect(new Set(states.map(({ label }) => label)).size).toBe(states.length);
      expect(new Set(all.map(keyOfCase)).size).toBe(all.length);
    }
  });
});

/** Case numbers that go round all cases in a different order each time. */
const turns = (count: number, way: number): number[] =>
  Array.from({ length: 40 }, (_none, place) => (place * (2 * way + 1) + way + ((place * place) % 7)) % count);

const pathOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', '']] = Object.entries(value as Record<string, unknown>); // a state within a state
  return `${name}.${pathOf(inner)}`;
};

describe('Tables are made once', () => {
  it('for policies that are the same to the machine', () => {
    const { channel, transaction } = machineDefinitions;
    const one = policyWith({ limits });
    expect(tableOf(channel, policyWith({ limits, off: ['singleUse'] }))).toBe(tableOf(channel, one));
    expect(tableOf(transaction, policyWith({ limits, off: ['displayNameVetted'] }))).toBe(tableOf(transaction, one));
  });

  it('and again where a limit or a switch matters to it', () => {
    const { channel, transaction } = machineDefinitions;
    const one = policyWith({ limits });
    expect(tableOf(transaction, policyWith({ limits, off: ['singleUse'] }))).not.toBe(tableOf(transaction, one));
    expect(tableOf(channel, policyWith({ limits: { ...limits, handoverAttempts: 3 } }))).not.toBe(
      tableOf(channel, one),
    );
  });
});
