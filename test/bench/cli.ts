/**
 * `npm run bench`: measures what has a target, and says whether it is kept. `npm run bench -- verify` runs one benchmark,
 * `--strict` makes a missed target a failure. A benchmark is a row below.
 */
import { type Bench, keepsTarget, type Measured } from './bench.ts';
import { pageBench } from './page/page-bench.ts';
import { crowdBench } from './server/crowd-bench.ts';
import { serverBench } from './server/server-bench.ts';
import { engineBench } from './verify/engine-bench.ts';

const benches = { verify: engineBench, page: pageBench, server: serverBench, crowd: crowdBench } satisfies Record<
  string,
  Bench
>;

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

let missed = 0;
for (const [name, { title, run }] of Object.entries<Bench>(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}: ${title}\n`);
  for (const row of await run()) console.log(typeof row === 'string' ? `  ${row}` : line(row));
}
console.log(missed === 0 ? '\nNo target was missed.' : `\n${missed} targets were missed.`);
process.exit(missed > 0 && words.includes('--strict') ? 1 : 0);

function line(measured: Measured): string {
  const { what, value, unit, atLeast, atMost } = measured;
  const keeps = keepsTarget(measured);
  if (keeps === false) missed += 1;
  const mark = keeps === undefined ? '' : keeps ? 'kept' : 'MISSED';
  const target =
    atLeast !== undefined ? `at least ${number(atLeast)}` : atMost !== undefined ? `at most ${number(atMost)}` : '';
  return `  ${mark.padEnd(7)} ${what.padEnd(58)} ${number(value).padStart(14)} ${unit.padEnd(10)} ${target}`.trimEnd();
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
