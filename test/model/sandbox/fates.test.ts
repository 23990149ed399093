import { describe, expect, it } from 'vitest';
import {
  channel,
  codeCharsets,
  defaultPolicy,
  eventCases,
  eventsOf,
  limits,
  type MessageFateRow,
  magicCode,
  messageFates,
  policyWith,
  runnable,
  type StateDefinition,
  sandboxClientRows,
  sandboxCustomerRows,
  step,
  transaction,
} from '../../../model/index.ts';
import { explore } from '../../../spec/walk/explore.ts';

const customers = sandboxCustomerRows;

describe('The fates of a message', () => {
  it('are all the ways in which the delivery channel comes to rest, and one of those that were never to go out', () => {
    const { steps } = explore(channel, defaultPolicy);
    const states: Readonly<Record<string, StateDefinition>> = channel.states;
    const ends = steps
      .filter(({ from, to }) => from.value !== to.value && states[to.value]?.tags?.includes('final'))
      .map(({ to, event }) => `${to.value} ${event.type}`);
    const told = Object.values<MessageFateRow>(messageFates).flatMap(({ state, event }) =>
      state === undefined ? [] : [`${state} ${event}`],
    );
    expect(told.sort()).toEqual([...new Set(ends)].sort());
    expect(Object.values<MessageFateRow>(messageFates).filter(({ state }) => state === undefined)).toHaveLength(1);
  });
});

describe('The customers of the sandbox', () => {
  it('can be told apart by everything that names them', () => {
    for (const told of [
      customers.map(({ id }) => id),
      customers.map(({ accountNumber }) => accountNumber),
      customers.map(({ meterNumber }) => meterNumber),
      customers.flatMap(({ contacts }) => [...new Set(Object.values(contacts))]),
    ]) {
      expect(new Set(told).size).toBe(told.length);
    }
  });

  it('have numbers and addresses that belong to nobody', () => {
    for (const { contacts } of customers) {
      for (const phone of [contacts.sms, contacts.voice]) if (phone) expect(phone).toMatch(/^\+120255501\d\d$/);
      expect(contacts.email).toMatch(/@example\.com$/);
    }
  });

  it.each(customers.filter(({ magic }) => (magic?.history.length ?? 0) > 0).map((row) => [row.id, row] as const))(
    '%s has a past that changes a transaction, in events of its machine, under small and large limits',
    (_id, { magic }) => {
      for (const bound of ['minimum', 'maximum', 'default'] as const) {
        const changes = { sendsPerTransaction: limits.sendsPerTransaction[bound] };
        const policy = policyWith({
          limits: { ...changes, wrongCodesPerTransaction: limits.wrongCodesPerTransaction[bound] },
        });
        const machine = runnable(transaction, policy);
        const opened = step(machine, machine.initial, { type: 'identification.received' }).snapshot;
        const events = eventsOf(magic?.history ?? [], policy.limits);
        const known = eventCases(transaction).map((event) => JSON.stringify(event));
        for (const event of events) expect(known).toContain(JSON.stringify(event));
        expect(events.reduce((now, event) => step(machine, now, event).snapshot, opened)).not.toEqual(opened);
      }
    },
  );
});

describe('The clients of the sandbox', () => {
  it('have identifiers of their own', () => {
    expect(new Set(sandboxClientRows.map(({ clientId }) => clientId)).size).toBe(sandboxClientRows.length);
  });
});

describe('The passcode of magic customers', () => {
  it('follows from what a passcode is', () => {
    expect(magicCode(8, codeCharsets.numeric.characters)).toBe('12345678');
    expect(magicCode(12, codeCharsets.numeric.characters)).toBe('123456789012');
    expect(magicCode(6, codeCharsets.base20.characters)).toBe('CDFGHJ');
  });
});
