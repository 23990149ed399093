/**
 * `npm run orders -- --count 50 --from 1`: no false alarm. Plays the suite on the right server in one seeded random order
 * after the other, with each store in turn.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type OrderResult, playedInOrder, storeNames } from './orders.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '4' },
    from: { type: 'string', default: '1' },
    'state-tests': { type: 'string', default: '25' },
  },
});
const startedAt = performance.now();
const results: OrderResult[] = [];
for (let seed = Number(values.from); seed < Number(values.from) + Number(values.count); seed += 1) {
  const store = storeNames[seed % storeNames.length] ?? 'memory';
  const result = await playedInOrder(store, seed, Number(values['state-tests']));
  results.push(result);
  console.log(`${result.alarms.length === 0 ? 'ok    ' : 'ALARM '}  order ${seed}, ${store}: ${result.passed} passed`);
  for (const { caseId, status, reason, expected, received } of [...result.alarms, ...result.untested]) {
    console.log(`        ${caseId} ${status}: ${reason} (expected ${expected}, received ${received})`);
  }
}
const alarms = results.filter((result) => result.alarms.length > 0);
const untested = results.reduce((sum, result) => sum + result.untested.length, 0);
console.log(
  `\n${results.length} orders, ${alarms.length} with a false alarm, ${untested} cases that could not be tested`,
);
console.log(`orders took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(alarms.length === 0 ? 0 : 1);
