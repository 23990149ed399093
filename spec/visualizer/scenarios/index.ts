/** All scenarios, given the recordings and what the model checker found. */
import type { Recording } from '../../../model/index.ts';
import type { Trace } from '../../emit/trace/trace.ts';
import { attackScripts } from './attacks.ts';
import { deliveries } from './deliveries.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { stories } from './stories.ts';
import { toldScenario } from './told.ts';

/** Stories in the order of their scripts, then deliveries, attacks and traces. Recordings without a script are left out. */
export function allScenarios(recordings: readonly Recording[], traces: readonly Trace[] = []): Scenario[] {
  const named = new Map(recordings.map((recording) => [recording.scenario, recording]));
  return [
    ...Object.entries(stories).flatMap(([id, script]) => {
      const recording = named.get(id);
      return recording === undefined ? [] : [scenarioOf(id, { title: id, group: 'story', ...script }, recording)];
    }),
    ...Object.entries({ ...deliveries, ...attackScripts }).map(([id, script]) => scenarioOf(id, script)),
    ...traces.map(toldScenario),
  ];
}

export { attackOn } from './attacks.ts';
export * from './scenario.ts';
export { stepsBeside, toldStepIn, traceScenarioId } from './told.ts';
