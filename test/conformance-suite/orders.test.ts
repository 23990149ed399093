/** Seeded orders are what they say, and an alarm is told. Many of them are played by `npm run orders`. */
import { describe, expect, it } from 'vitest';
import { mutants } from '../mutants/table.ts';
import { emptyStore } from '../support/stores.ts';
import { ordersOf, playedInOrder } from './orders.ts';
import { sourceKinds } from './sources.ts';

describe('Seeded orders', () => {
  it.each([
    ['three stores', ['memory', 'libsql', 'postgres'], 15],
    ['two stores', ['memory', 'libsql'], 10],
  ] as const)('bring each store together with each source: %s', (_words, stores, pairs) => {
    const orders = ordersOf({ from: 3, count: pairs, stateTests: 0 }, [...stores], [...sourceKinds]);
    expect(new Set(orders.map(({ store, source }) => `${store} ${source}`)).size).toBe(pairs);
  });

  it('bring each store together with each source where one count divides the other', () => {
    const orders = ordersOf({ from: 1, count: 4, stateTests: 0 }, ['memory', 'libsql'], ['inbox', 'fixed']);
    expect(new Set(orders.map(({ store, source }) => `${store} ${source}`)).size).toBe(4);
  });

  it('find a server that is wrong', { timeout: 60_000 }, async () => {
    const wrong = mutants.find(({ id }) => id === 'guard/many-grants');
    const only = ['requirements/code-once', 'requirements/client-binding', 'http/redemption/*'];
    const order = { seed: 7, store: 'memory', source: 'inbox', stateTests: 0 } as const;
    const { alarms } = await playedInOrder(order, emptyStore, { only, ...(wrong && { plant: wrong.plant }) });
    expect(alarms.map(({ caseId }) => caseId)).toEqual(['requirements/code-once']);
  });
});
