/** Exchanges on tables are the exchanges of the model, in every situation that the machines can be in together. */
import { describe, expect, it } from 'vitest';
import {
  type ExchangeName,
  exchanges,
  type Facts,
  initialParties,
  keyOf,
  machinesUnder,
  type Parties,
  performEvent,
  performExchange,
  policyWith,
  remembering,
  type ServerMachine,
  serverMachines,
} from '../../../../model/index.ts';
import {
  eventTabled,
  firstStates,
  performTabled,
  placeOf,
  type ServerStates,
  type ServerTables,
} from '../../../../spec/verify/table/perform.ts';
import { tableOf } from '../../../../spec/verify/table/tables.ts';
import { factsOf } from '../../../../spec/walk/reachable-outcomes.ts';

const policy = policyWith({
  limits: {
    wrongCodesPerTransaction: 2,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 2,
    sendsPerAccount: 1,
    startsPerClient: 1,
    wrongCodesPerClient: 2,
  },
});
const tables: ServerTables = {
  admission: tableOf(serverMachines.admission, policy),
  quota: tableOf(serverMachines.quota, policy),
  account: tableOf(serverMachines.account, policy),
  transaction: tableOf(serverMachines.transaction, policy),
  grant: tableOf(serverMachines.grant, policy),
};
const plain = machinesUnder(policy);
const machines = {
  admission: remembering(plain.admission),
  quota: remembering(plain.quota),
  account: remembering(plain.account),
  transaction: remembering(plain.transaction),
  grant: remembering(plain.grant),
};

const requests = (Object.keys(exchanges) as ExchangeName[]) // own keys
  .flatMap((exchange) => factsOf(exchange).map((facts): readonly [ExchangeName, Facts] => [exchange, facts]));
const events: readonly (readonly [ServerMachine, string])[] = [
  ['transaction', 'denial.received'],
  ...(['transaction', 'account', 'quota'] as const).flatMap((machine) =>
    Object.values(serverMachines[machine].timers).map((event) => [machine, event] as const),
  ),
];

/** The snapshots of numbered states, written down. */
const snapshotsOf = (states: ServerStates): string =>
  (Object.keys(tables) as ServerMachine[])
    .map((machine) => keyOf(tables[machine].states[states[machine]]?.snapshot ?? { value: '', context: {} }))
    .join('|');
const writtenParties = (parties: Parties): string =>
  (Object.keys(tables) as ServerMachine[]).map((machine) => keyOf(parties[machine])).join('|');

describe('An exchange on tables', () => {
  it('ends as the exchange of the model does, with the same effects, wherever the machines can be', () => {
    const queue: (readonly [ServerStates, Parties])[] = [[firstStates, initialParties(machines)]];
    const known = new Set([JSON.stringify(firstStates)]);
    const visit = (states: ServerStates, parties: Parties): void => {
      expect(snapshotsOf(states)).toBe(writtenParties(parties));
      const key = JSON.stringify(states);
      if (known.has(key)) return;
      known.add(key);
      queue.push([states, parties]);
    };
    let compared = 0;
    for (const [states, parties] of queue) {
      for (const [exchange, facts] of requests) {
        const tabled = performTabled(tables, states, exchange, facts);
        const performed = performExchange(machines, parties, exchange, facts);
        if (tabled.outcome !== performed.outcome) expect([exchange, facts, tabled.outcome]).toEqual(performed.outcome);
        expect(JSON.stringify(tabled.effects)).toBe(JSON.stringify(performed.effects));
        visit(tabled.states, performed.parties);
        compared += 1;
      }
      for (const [machine, event] of events) {
        const tabled = eventTabled(tables, states, machine, event);
        if (tabled === undefined) continue; // the timer does not run
        const performed = performEvent(machines, parties, machine, event);
        expect(JSON.stringify(tabled.effects)).toBe(JSON.stringify(performed.effects));
        visit(tabled.states, performed.parties);
        compared += 1;
      }
    }
    expect(known.size).toBeGreaterThan(500);
    expect(compared).toBeGreaterThan(50_000);
  }, 120_000);

  it('refuses a request about which something is not known', () => {
    const facts = { violation: 'none', client: 'same', contact: 'onFile' };
    expect(() => performTabled(tables, firstStates, 'delivery', facts)).toThrow('transaction has no case');
    expect(() => placeOf(tables.account, 0, 'nonsense', {})).toThrow('account has no case type=nonsense');
  });

  it('says nothing of the end of a timer that does not run', () => {
    expect(eventTabled(tables, firstStates, 'transaction', 'code.expired')).toBeUndefined();
    expect(eventTabled(tables, firstStates, 'transaction', 'denial.received')).toBeDefined();
  });
});
