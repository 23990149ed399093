/**
 * Plays every scenario on the reference server and prints the recordings as JSON. A program of its own, because what
 * writes documents may not import the server: it runs this, and reads what it prints.
 */
import type { Recording } from '../../model/index.ts';
import { scenarios } from './scenarios.ts';
import { openStage } from './stage.ts';

const recordings: Recording[] = [];
for (const [scenario, { title, policy, play }] of Object.entries(scenarios)) {
  const stage = await openStage(scenario, policy);
  await play(stage);
  recordings.push({ scenario, title, steps: stage.steps });
}
process.stdout.write(JSON.stringify(recordings));
