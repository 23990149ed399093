/** A store that loses races is found out each time; otherwise it would say nothing that the real ones are not. */
import { describe, expect, it } from 'vitest';
import { emptyStore } from '../support/stores.ts';
import { Gate } from './gate.ts';
import { RaceStage, type ways } from './race-stage.ts';
import { blindStore, meetingStore, splitStore } from './racy-stores.ts';
import { tellingTrial } from './telling.ts';
import { verdictOf } from './trial.ts';

const trials = 200;
const combinations: readonly (readonly ['memory' | 'libsql', keyof typeof ways])[] = [
  ['memory', 'in this process'],
  ['memory', 'over HTTP'],
  ['libsql', 'in this process'],
];

describe.each(combinations)('With a %s store, %s, a race is found out each time', (kind, way) => {
  it('when the store does not compare before it writes', { timeout: 180_000 }, async () => {
    const gate = new Gate();
    const stage = await RaceStage.open(meetingStore(blindStore(await emptyStore(kind)), gate), way);
    for (let number = 0; number < trials; number += 1) {
      const verdict = await verdictOf(stage, [gate], tellingTrial(number));
      expect({ number, ...verdict }).toMatchObject({ number, linearizable: false });
    }
    await stage.close();
  });

  it('when the store compares, and writes a moment later', { timeout: 180_000 }, async () => {
    const [gate, compared] = [new Gate(), new Gate()];
    const stage = await RaceStage.open(meetingStore(splitStore(await emptyStore(kind), compared), gate), way);
    for (let number = 0; number < trials; number += 1) {
      const verdict = await verdictOf(stage, [gate, compared], tellingTrial(number));
      expect({ number, ...verdict }).toMatchObject({ number, linearizable: false });
    }
    await stage.close();
  });
});

describe('A store that loses races', () => {
  it('is right as long as nobody races, so it is the race that is found out', async () => {
    const [gate, compared] = [new Gate(), new Gate()];
    for (const store of [blindStore(await emptyStore('memory')), splitStore(await emptyStore('memory'), compared)]) {
      const stage = await RaceStage.open(meetingStore(store, gate), 'in this process');
      for (const racers of [['right'], ['wrong'], ['resend'], ['deny']] as const) {
        const verdict = await verdictOf(stage, [gate, compared], { racers, meet: true, after: 'interval' });
        expect(verdict).toMatchObject({ linearizable: true });
      }
      await stage.close();
    }
  });

  it('is found out by the calls that race, or by those that show what it left behind', async () => {
    const gate = new Gate();
    const stage = await RaceStage.open(meetingStore(blindStore(await emptyStore('memory')), gate), 'in this process');
    const windowOf = async (...racers: readonly ('right' | 'deny')[]) => {
      const verdict = await verdictOf(stage, [gate], { racers, meet: true, after: 'interval' });
      return verdict.linearizable ? [] : verdict.window.map(({ call, returned }) => [call.do, returned?.result]);
    };
    expect(await windowOf('right', 'right')).toEqual([
      ['redeem', '200'],
      ['redeem', '200'],
    ]);
    expect(await windowOf('right', 'deny')).not.toContainEqual(['deny', '-']);
    await stage.close();
  });
});
