/** Transactions that share the budget of an account or the quota of a client, and are guessed at in the same moment. */
import { describe, expect, it } from 'vitest';
import { type Limits, policyWith } from '../../model/index.ts';
import type { Store } from '../../server/ports.ts';
import { checkLinearizability } from '../../spec/verify/linearizability.ts';
import { storeKinds } from '../support/store-kinds.ts';
import { emptyStore } from '../support/stores.ts';
import { Gate } from './gate.ts';
import { RaceStage } from './race-stage.ts';
import { meetingStore, narrowStore } from './racy-stores.ts';
import { specificationUnder } from './shared-specification.ts';
import { racePolicy } from './transaction-specification.ts';

const trials = 50;
const parallel = [0, 1, 2];

const budgets = {
  account: policyWith({ limits: { ...racePolicy.limits, wrongCodesPerAccount: 3 } satisfies Limits }),
  client: policyWith({ limits: { ...racePolicy.limits, wrongCodesPerClient: 3 } satisfies Limits }),
} as const;

/** A wrong passcode in each transaction at once, which uses up what is shared, and then a right one and a wrong one. */
async function verdictOf(budget: keyof typeof budgets, stage: RaceStage, gate: Gate) {
  gate.close(0);
  await stage.begin();
  for (const transaction of parallel) await stage.prepare(transaction);
  gate.close(parallel.length);
  await Promise.all(parallel.map((transaction) => stage.call({ do: 'redeem', code: 0, transaction })));
  await stage.call({ do: 'redeem', code: 1, transaction: 0 });
  await stage.call({ do: 'redeem', code: 0, transaction: 1 });
  return checkLinearizability(specificationUnder(budgets[budget], parallel.length), stage.history);
}

const opened = (store: Store, gate: Gate, budget: keyof typeof budgets) =>
  RaceStage.open(meetingStore(store, gate, budget), 'in this process', budgets[budget]);

describe.each(['account', 'client'] as const)('Guesses in parallel transactions of one %s', (budget) => {
  it.each(storeKinds)('are all counted, with the %s store', { timeout: 180_000 }, async (kind) => {
    const gate = new Gate();
    const stage = await opened(await emptyStore(kind), gate, budget);
    for (let number = 0; number < trials; number += 1) {
      expect(await verdictOf(budget, stage, gate)).toMatchObject({ linearizable: true });
    }
    await stage.close();
  });

  it('are not, each time, when the store compares the row of the transaction only', async () => {
    const gate = new Gate();
    const stage = await opened(narrowStore(await emptyStore('memory')), gate, budget);
    for (let number = 0; number < trials; number += 1) {
      expect(await verdictOf(budget, stage, gate)).toMatchObject({ linearizable: false });
    }
    await stage.close();
  });
});
