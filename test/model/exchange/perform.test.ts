/** The pure step from request to answer, when it is used or written wrongly. */
import { describe, expect, it } from 'vitest';
import {
  defaultPolicy,
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  initialParties,
  type Machines,
  machinesUnder,
  performExchange,
  runnable,
  transaction,
} from '../../../model/index.ts';
import { factsOf } from '../../../spec/walk/reachable-outcomes.ts';
import { planted } from '../properties/planted.ts';
import { ordinary } from './run.ts';

describe('The model says so when it is used or written wrongly', () => {
  const machines = machinesUnder(defaultPolicy);
  const opened = performExchange(machines, initialParties(machines), 'identification', ordinary).parties;

  const needed = (Object.keys(exchanges) as ExchangeName[]).flatMap(
    (
      exchange, // own keys
    ) => Object.keys(factsOf(exchange)[0] ?? {}).map((fact) => [exchange, fact] as const),
  );

  it.each(needed)('a %s request without the fact %s is a programming error', (exchange, fact) => {
    const facts = Object.fromEntries(Object.entries(factsOf(exchange)[0] ?? {}).filter(([name]) => name !== fact));
    expect(() => performExchange(machines, opened, exchange, facts)).toThrow(`needs the fact ${fact}`);
  });

  it('facts that nobody asks for are ignored', () => {
    expect(performExchange(machines, opened, 'delivery', { ...ordinary, weather: 'fine' }).outcome).toBe('codeSent');
  });

  const respondsWith = (outcome: string): Machines => ({
    ...machines,
    transaction: runnable(
      planted(transaction, (one) =>
        one.actions?.some(({ type }) => type === 'respond')
          ? { ...one, actions: [{ type: 'respond', params: { outcome } }] }
          : one,
      ),
      defaultPolicy,
    ),
  });

  it('an outcome that is no row stops it', () => {
    expect(() => performExchange(respondsWith('applause'), opened, 'delivery', ordinary)).toThrow('responds applause');
  });

  it('an exchange that no machine answers stops it', () => {
    const silent = planted(transaction, (one) => (one.actions === undefined ? one : { ...one, actions: [] }));
    const quiet = { ...machines, transaction: runnable(silent, defaultPolicy) };
    expect(() => performExchange(quiet, opened, 'delivery', ordinary)).toThrow(
      'no machine answers the delivery exchange',
    );
  });

  it('a machine that tells one that does not exist stops it', () => {
    const lost = planted(transaction, (one) => ({
      ...one,
      actions: [{ type: 'tell', params: { machine: 'moon', event: 'rises' } }],
    }));
    const telling = { ...machines, transaction: runnable(lost, defaultPolicy) };
    expect(() => performExchange(telling, opened, 'delivery', ordinary)).toThrow('tells moon');
  });

  it('every event of every row is one its machine knows', () => {
    for (const { steps } of Object.values<ExchangeRow>(exchanges)) {
      for (const { machine, event } of steps) expect(Object.keys(machines[machine].definition.events)).toContain(event);
    }
  });

  it('every machine that is told something knows the event', () => {
    const told = Object.values(machines).flatMap(({ definition }) =>
      [...JSON.stringify(definition).matchAll(/"type":"tell","params":\{"machine":"(\w+)","event":"([\w.]+)"/g)].map(
        ([, machine, event]) => [machine, event],
      ),
    );
    expect(told.length).toBeGreaterThan(3);
    for (const [machine, event] of told) {
      const target = Object.entries(machines).find(([name]) => name === machine)?.[1];
      expect(Object.keys(target?.definition.events ?? {})).toContain(event);
    }
  });
});
