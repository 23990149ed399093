/** The test paths, as they stand on disk, taken along the machine: every step is answered as it says, and leads there. */
import {
  defaultPolicy,
  errors,
  type MachineEvent,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  runnable,
  step,
  transaction,
} from '../../model/index.ts';
import type { TestPath, TestPaths } from '../emit/test-paths.ts';
import { type Difference, differences, pointerTo } from './differences.ts';
import type { Finding } from './finding.ts';

const path = 'tests/transaction-paths.json';

/** Findings for the generated files. */
export function pathsReplay(files: ReadonlyMap<string, string>): Finding[] {
  const suite = JSON.parse(files.get(path) ?? '{"paths":[]}') as TestPaths; // written by our own emitter
  const machine = runnable(transaction, {
    ...defaultPolicy,
    limits: { ...defaultPolicy.limits, ...suite.policy?.limits },
  });
  return suite.paths
    .flatMap(({ steps }, index) => replayed(steps, pointerTo('#/paths', String(index))))
    .map(({ pointer, expected, actual }) => ({
      rule: 'paths/replay',
      file: `generated/${path}`,
      element: pointer,
      expected,
      actual,
      fix: 'npm run generate',
    }));

  function replayed(steps: TestPath['steps'], pointer: string): Difference[] {
    let snapshot = machine.initial;
    return steps.flatMap((taken, index) => {
      const stepped = step(machine, snapshot, taken.event as MachineEvent); // an event of this machine, or the answer differs
      snapshot = stepped.snapshot;
      const [outcome] = stepped.effects.flatMap((effect) =>
        effect.type === 'respond' ? [effect.params.outcome as OutcomeName] : [],
      ); // the machine names rows of the outcomes only
      const { outcome: said, status, error, state, context } = taken;
      return differences(
        { ...answerOf(outcome), state: snapshot.value, context: snapshot.context },
        { outcome: said, status, error, state, context },
        pointerTo(pointer, 'steps', String(index)),
      );
    });
  }
}

function answerOf(outcome: OutcomeName | undefined) {
  if (outcome === undefined) return { outcome: undefined, status: undefined, error: undefined };
  const { status, error }: OutcomeRow = outcomes[outcome];
  return { outcome, status, error: error === undefined ? undefined : errors[error].name };
}
