/**
 * `npm run conformance:orders -- 100 [memory|libsql]`: plays the suite on the unmodified server in so many seeded orders.
 * Exists because a suite that fails now and then for no reason is not believed when it fails for one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibsqlStore } from '../../server/store/libsql-store.ts';
import type { ConformanceConfig } from '../conformance/config.ts';
import { generatedJson } from '../conformance/facts.ts';
import { runConformance } from '../conformance/run.ts';
import { type ServerUnderTestOptions, startServerUnderTest } from './server-under-test.ts';

const [orders = '10', store = 'memory'] = process.argv.slice(2);
const config = generatedJson<ConformanceConfig>('conformance/state-suite.config.json');
const limits = config.limits as NonNullable<ServerUnderTestOptions['limits']>; // the emitter writes all of them
const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
const server = await startServerUnderTest({
  limits,
  ...(store === 'libsql' ? { store: openLibsqlStore(join(folder, 'store.sqlite')) } : {}),
});
let alarms = 0;
for (let seed = 1; seed <= Number(orders); seed += 1) {
  const { summary, verdicts } = await runConformance({
    issuer: server.issuer,
    config,
    order: 'shuffled',
    seed,
    stateTests: 20,
  });
  const wrong = verdicts.filter(({ status }) => status === 'failed' || status === 'could-not-test');
  alarms += wrong.length;
  console.log(`seed ${seed}: ${summary.passed} passed, ${wrong.length} false alarms`);
  for (const { caseId, reason, expected, received } of wrong)
    console.log(`  ${caseId}: ${reason}; ${expected}; ${received}`);
}
await server.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${orders} orders with the store ${store}: ${alarms} false alarms`);
process.exitCode = alarms === 0 ? 0 : 1;
