/**
 * `npm run attack`: two hundred thousand hostile requests at a server of its own, and sixty thousand that try to tell
 * customers from strangers by the time an answer takes. Prints what came back; ends with a status other than nought when
 * anything of it should not have.
 *
 *     npm run attack -- --requests 20000 --timing 2000 --seed 7
 */
import { parseArgs } from 'node:util';
import { assault } from './assault.ts';
import { lootOf } from './loot.ts';
import { isFlat } from './memory.ts';
import { bound } from './rank-test.ts';
import { startTarget } from './target.ts';
import { customersFor, measureTimes, timingVerdicts } from './timing.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    timing: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});
const [requests, rounds, seed] = [Number(values.requests), Number(values.timing), Number(values.seed)];
const complaints: string[] = [];
const target = await startTarget(customersFor(rounds));
const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
try {
  if (requests > 0) await hostileRequests();
  if (rounds > 0) await timing();
} finally {
  const status = await target.stop();
  if (status !== 0) complaints.push(`the server ended with status ${status}`);
}
for (const complaint of complaints) console.error(`wrong: ${complaint}`);
console.log(complaints.length === 0 ? '\nNothing got through.' : `\n${complaints.length} things are wrong.`);
process.exit(complaints.length === 0 ? 0 : 1);

async function hostileRequests(): Promise<void> {
  const loot = await lootOf(target);
  const samples: { readonly resident: number; readonly heap: number }[] = [];
  console.log(`\nHostile requests, seed ${seed}\n`);
  const startedAt = Date.now();
  const report = await assault({
    issuer: target.issuer,
    loot,
    requests,
    seed,
    onProgress: async (sent) => {
      if (sent % 5_000 !== 0 && sent !== requests) return;
      samples.push(await target.memory());
      const { resident = 0, heap = 0 } = samples.at(-1) ?? {};
      console.error(
        `  … ${sent.toLocaleString('en')} sent, the server holds ${megabytes(resident)}, heap ${megabytes(heap)}`,
      );
    },
  });
  const seconds = (Date.now() - startedAt) / 1000;
  for (const [status, count] of Object.entries(report.statuses).sort()) {
    console.log(`  ${status.padEnd(6)} ${count.toLocaleString('en').padStart(10)}`);
  }
  console.log(
    `  ${report.sent.toLocaleString('en')} in ${Math.round(seconds)} s; memory ${megabytes(samples[0]?.resident ?? 0)} after the first 5,000, ${megabytes(samples.at(-1)?.resident ?? 0)} at the end`,
  );
  for (const [problem, count] of Object.entries(report.problems)) {
    const { method, endpoint, query, headers, body } = report.examples[problem] ?? {};
    complaints.push(
      `${problem}: ${count} times, for instance ${method} ${endpoint?.path}${query} ${JSON.stringify(headers)} ${body?.toString('latin1').slice(0, 400)}`,
    );
  }
  if (!isFlat(samples.map(({ resident }) => resident)))
    complaints.push('the memory of the server grows with the requests');
  if (/"level":"error"/.test(target.output())) complaints.push('the server reports errors of its own in its log');
}

async function timing(): Promise<void> {
  console.log(
    `\nKnown, unknown and throttled by time: ${rounds.toLocaleString('en')} of each, in an order drawn by chance`,
  );
  console.log(
    `Indistinguishable: the slower of two is the same one in half of all pairs, ± ${bound} and three standard errors\n`,
  );
  const times = await measureTimes({
    target,
    rounds,
    seed,
    onProgress: (done) => {
      if (done % 2_500 === 0) console.error(`  … ${done.toLocaleString('en')} rounds`);
    },
  });
  for (const { step, pair, medians, chance, standardError, distinguishable } of timingVerdicts(times)) {
    const words = `${step.padEnd(15)} ${pair.join(' / ').padEnd(22)}`;
    console.log(
      `  ${distinguishable ? 'TOLD' : 'same'}  ${words} ${medians.map((ms) => ms.toFixed(3)).join(' / ')} ms   ${chance.toFixed(4)} ± ${standardError.toFixed(4)}`,
    );
    if (distinguishable) complaints.push(`${step}: ${pair.join(' and ')} subjects can be told apart by time`);
  }
}
