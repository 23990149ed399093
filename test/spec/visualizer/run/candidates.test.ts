/** What the page offers is what the model takes, in every state that a machine can be in. */
import { describe, expect, it } from 'vitest';
import { eventCases, type MachineDefinition, machineDefinitions, runnable } from '../../../../model/index.ts';
import { candidatesFor } from '../../../../spec/visualizer/run/candidates.ts';
import { offersOf } from '../../../../spec/visualizer/run/offers.ts';
import { explore, transitionTaken } from '../../../../spec/walk/explore.ts';
import { walkPolicy } from '../../../../spec/walk/reachable-outcomes.ts';

const named = Object.entries<MachineDefinition>(machineDefinitions);

describe.each(named)('In every state of the machine %s', (_name, definition) => {
  const machine = runnable(definition, walkPolicy);
  const { snapshots } = explore(definition, walkPolicy);

  it('the candidate that is called taken is the one that the machine takes', () => {
    for (const snapshot of snapshots) {
      for (const event of eventCases(definition)) {
        const candidates = candidatesFor(machine, snapshot, event);
        const taken = candidates.filter(({ verdict }) => verdict === 'taken').map(({ id }) => id);
        expect(taken).toEqual([transitionTaken(machine, snapshot, event)].filter((id) => id !== undefined));
      }
    }
  });

  it('each candidate before it is blocked by a value, and each after it was not tried', () => {
    for (const snapshot of snapshots) {
      for (const event of eventCases(definition)) {
        const candidates = candidatesFor(machine, snapshot, event);
        const at = candidates.findIndex(({ verdict }) => verdict === 'taken');
        const [before, after] = [
          candidates.slice(0, at === -1 ? undefined : at),
          at === -1 ? [] : candidates.slice(at + 1),
        ];
        expect(before.every(({ verdict, explanation }) => verdict === 'blocked' && explanation?.holds === false)).toBe(
          true,
        );
        expect(after.every(({ verdict }) => verdict === 'untried')).toBe(true);
      }
    }
  });

  it('the offered events are those that XState can take', () => {
    for (const snapshot of snapshots) {
      const offered = offersOf(machine, snapshot).flatMap(({ cases }) => cases);
      const can = eventCases(definition).filter((event) => transitionTaken(machine, snapshot, event) !== undefined);
      expect(offered).toEqual(can);
    }
  });
});
