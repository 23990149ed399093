/** The recordings as they stand among the generated files, and the scenarios that tell them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Recording } from '../../../model/index.ts';
import { allScenarios, type Scenario } from '../../../spec/visualizer/scenarios/index.ts';

const folder = new URL('../../../generated/recordings/', import.meta.url);

export const recordings: readonly Recording[] = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recording); // written by our own emitter

export const scenarios: readonly Scenario[] = allScenarios(recordings);

/** @throws Error when there is none of that name */
export function scenarioNamed(id: string): Scenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`there is no scenario ${id}`);
  return found;
}
