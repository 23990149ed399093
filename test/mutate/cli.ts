/** `npm run mutate`: plants every fault, prints what found it, and fails when one went unseen. */
import { performance } from 'node:perf_hooks';
import { plantAll } from './run.ts';

const startedAt = performance.now();
const verdicts = await plantAll(({ fault, foundBy, lacking }) => {
  console.log(`${lacking === undefined ? 'found ' : 'MISSED'}  ${fault.kind}: ${fault.name} (${fault.file})`);
  console.log(`        ${lacking ?? foundBy.slice(0, 2).join('; ')}`);
});
const missed = verdicts.filter(({ lacking }) => lacking !== undefined);
const kinds = new Map<string, number>();
for (const { fault } of verdicts) kinds.set(fault.kind, (kinds.get(fault.kind) ?? 0) + 1);
console.log(`\n${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
console.log(`${verdicts.length - missed.length} of ${verdicts.length} faults found and named`);
console.log(`mutate took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(missed.length === 0 ? 0 : 1);
