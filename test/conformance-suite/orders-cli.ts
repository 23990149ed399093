/**
 * `npm run orders -- --count 50 --from 1`: no false alarm. Plays the suite on the right server in one seeded random order
 * after the other, with each store and each source of codes in turn; `--store` and `--source` name those that are wanted.
 * Exists because a suite that fails now and then for no reason is not believed when it fails for one.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type StoreKind, StoreRoom, storeKinds } from '../support/store-kinds.ts';
import { type OrderResult, ordersOf, playedInOrder } from './orders.ts';
import { type SourceKind, sourceKinds } from './sources.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '4' },
    from: { type: 'string', default: '1' },
    store: { type: 'string', multiple: true },
    source: { type: 'string', multiple: true },
    'state-tests': { type: 'string', default: '25' },
  },
});

/** Those of the known names that were asked for; all unless some were. */
function chosen<Name extends string>(known: readonly [Name, ...Name[]], asked: readonly string[] = []) {
  const strange = asked.filter((name) => !known.some((one) => one === name));
  if (strange.length > 0) throw new Error(`${strange.join(', ')} is none of ${known.join(', ')}`);
  const [first, ...others] = known.filter((name) => asked.length === 0 || asked.includes(name));
  return [first ?? known[0], ...others] as const;
}

const stores = chosen<StoreKind>(storeKinds, values.store);
const sources = chosen<SourceKind>(sourceKinds, values.source);
const [from, count, stateTests] = [values.from, values.count, values['state-tests']].map(Number);
const startedAt = performance.now();
const results: OrderResult[] = [];
const room = new StoreRoom();
for (const order of ordersOf(
  { from: from ?? 1, count: count ?? 4, stateTests: stateTests ?? 25 },
  [...stores],
  [...sources],
)) {
  const orderStartedAt = performance.now();
  const result = await playedInOrder(order, room.open);
  results.push(result);
  const { passed, skipped } = result.report.summary;
  const seconds = ((performance.now() - orderStartedAt) / 1000).toFixed(1);
  const mark = result.alarms.length === 0 ? 'ok    ' : 'ALARM ';
  console.log(
    `${mark} order ${order.seed}, ${order.store}, ${order.source}: ${passed} passed, ${skipped} skipped, ${seconds} s`,
  );
  for (const { caseId, status, reason, expected, received } of result.alarms)
    console.log(`        ${caseId} ${status}: ${reason} (expected ${expected}, received ${received})`);
}
await room.close();
const alarms = results.filter((result) => result.alarms.length > 0);
const cases = results.reduce((sum, { report }) => sum + report.summary.passed, 0);
console.log(
  `\n${results.length} orders with ${stores.join(', ')} and codes from ${sources.join(', ')}: ${cases} cases passed, ${alarms.length} orders with a false alarm`,
);
console.log(`orders took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(alarms.length === 0 ? 0 : 1);
