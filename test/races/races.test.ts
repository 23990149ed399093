/** Callers who come at the same time see what callers who come one after the other could have seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChoice } from '../../spec/mealy/index.ts';
import { storeKinds } from '../support/store-kinds.ts';
import { emptyStore, slowStore } from '../support/stores.ts';
import { Gate } from './gate.ts';
import { RaceStage, ways } from './race-stage.ts';
import { meetingStore } from './racy-stores.ts';
import { tellingTrial } from './telling.ts';
import { type Racer, type Trial, verdictOf } from './trial.ts';

const trials = 200;
const wayNames = Object.keys(ways) as (keyof typeof ways)[]; // its own keys
const combinations = storeKinds.flatMap((kind) => wayNames.map((way) => [kind, way] as const));

describe.each(combinations)('With the %s store, %s', (kind, way) => {
  const gate = new Gate();
  const choose = seededChoice(2026);
  let turns = 0;
  let stage: RaceStage;
  beforeAll(async () => {
    const store = slowStore(meetingStore(await emptyStore(kind), gate), () => (turns === 0 ? 0 : choose(turns)));
    stage = await RaceStage.open(store, way);
  });
  afterAll(() => stage.close());

  const racers = ['right', 'wrong', 'resend', 'deny', 'read', 'right', 'wrong', 'codeEnds', 'transactionEnds'] as const;
  const befores = ['delivery', 'interval', 'interval', 'grant'] as const;
  const drawn = (): Trial => ({
    racers: Array.from({ length: 2 + choose(4) }, () => racers[choose(racers.length)] ?? 'right') satisfies Racer[],
    meet: turns === 0,
    after: befores[choose(befores.length)] ?? 'delivery',
  });

  it('calls that race can be explained as calls one after the other', { timeout: 180_000 }, async () => {
    for (let number = 0; number < trials; number += 1) {
      turns = number % 2 === 0 ? 0 : 4;
      const trial = number % 4 === 0 ? tellingTrial(number / 4) : drawn();
      expect({ trial, ...(await verdictOf(stage, [gate], trial)) }).toMatchObject({ linearizable: true });
    }
  });
});
