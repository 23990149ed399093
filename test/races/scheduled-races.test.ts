/** Races whose order is drawn by fast-check, which shrinks them: no gate makes the callers meet, only the schedule. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { RaceStage } from './race-stage.ts';
import { blindStore } from './racy-stores.ts';
import { type Racer, verdictOf } from './trial.ts';

/** A store whose calls are carried out in the order that a schedule says, as soon as there is one. */
class ScheduledStore implements Store {
  schedule: fc.Scheduler | undefined;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  #inTurn<Value>(label: string, run: () => Promise<Value>): Promise<Value> {
    const { schedule } = this;
    // a turn of the event loop, in which the other requests arrive
    return schedule === undefined ? run() : schedule.schedule(nextTurn(), label).then(run);
  }

  read: Store['read'] = (references) => this.#inTurn('read', () => this.#store.read(references));
  commit: Store['commit'] = (writes) => this.#inTurn('commit', () => this.#store.commit(writes));
  due: Store['due'] = (...asked) => this.#store.due(...asked);
  purge: Store['purge'] = (nowAt) => this.#store.purge(nowAt);
  close: Store['close'] = () => this.#store.close();
}

const racers = fc.array(fc.constantFrom<Racer>('right', 'right', 'wrong', 'resend', 'deny'), {
  minLength: 2,
  maxLength: 4,
});

/** Whether any race under any drawn schedule can be explained. */
async function checked(store: Store, numRuns: number) {
  const scheduled = new ScheduledStore(store);
  const stage = await RaceStage.open(scheduled, 'in this process');
  const property = fc.asyncProperty(fc.scheduler(), racers, async (schedule, drawn) => {
    const trial = { racers: drawn, meet: false, after: 'interval' } as const;
    const verdict = await verdictOf(stage, [], trial, async (running) => {
      scheduled.schedule = schedule;
      await schedule.waitFor(running);
      scheduled.schedule = undefined;
    });
    expect(verdict).toMatchObject({ linearizable: true });
  });
  const details = await fc.check(property, { numRuns, seed: 2026 });
  await stage.close();
  return details;
}

describe('Under schedules drawn by chance', () => {
  it('calls that race can be explained as calls one after the other', async () => {
    expect(await checked(createMemoryStore(), 100)).toMatchObject({ failed: false });
  });

  it('a store that does not compare is found out, and the race is shrunk to two callers', async () => {
    const { failed, counterexample } = await checked(blindStore(createMemoryStore()), 100);
    expect(failed).toBe(true);
    expect(counterexample?.[1]).toHaveLength(2);
  });
});
