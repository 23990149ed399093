/** Transactions that share the budget of an account and the quota of a client: the model, as a specification. */
import {
  type Facts,
  initialParties,
  machinesUnder,
  type Policy,
  performExchange,
  type Snapshot,
} from '../../model/index.ts';
import type { SequentialSpecification } from '../../spec/verify/linearizability.ts';
import { outputOf } from '../../spec/verify/suite/index.ts';
import type { RaceCall } from './transaction-specification.ts';

interface Shared {
  readonly transactions: readonly Snapshot[];
  readonly account: Snapshot;
  readonly quota: Snapshot;
}

const exchangeOf = { identify: 'identification', deliver: 'delivery', redeem: 'redemption' } as const;

/** So many transactions of one client on one account, one call after the other. No time passes. */
export function specificationUnder(policy: Policy, count: number): SequentialSpecification<Shared, RaceCall, string> {
  const machines = machinesUnder(policy);
  const fresh = initialParties(machines);
  return {
    initial: {
      transactions: Array.from({ length: count }, () => fresh.transaction),
      account: fresh.account,
      quota: fresh.quota,
    },
    nameOf: (state) => JSON.stringify(state),
    outcomesOf: ({ transactions, account, quota }, call) => {
      if (call.do !== 'identify' && call.do !== 'deliver' && call.do !== 'redeem') return [];
      const place = call.transaction ?? 0;
      const code = call.do === 'redeem' && call.code === 1 ? 'newest' : 'wrong';
      const facts: Facts = { violation: 'none', client: 'same', option: 'offered', contact: 'onFile', code };
      const before = { ...fresh, account, quota, transaction: transactions[place] ?? fresh.transaction };
      const { parties, outcome } = performExchange(machines, before, exchangeOf[call.do], facts);
      const after = transactions.map((one, at) => (at === place ? parties.transaction : one));
      const state = { transactions: after, account: parties.account, quota: parties.quota };
      return [{ state, result: outputOf(outcome) }];
    },
    isSame: (seen, specified) => seen === specified,
  };
}
