/**
 * `npm run verify`: walks every world and prints what a reviewer wants to see. Ends with a status other than nought when
 * a property does not hold, or a mitigation turns out not to be needed.
 */
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../model/index.ts';
import { traceFragment } from '../emit/trace/link.ts';
import { findingOf } from '../emit/trace/told.ts';
import { problemsOf, type Verdict, verify } from './check/verification.ts';
import type { Progress } from './engine/index.ts';
import { guessTable } from './guess-probability.ts';

const startedAt = performance.now();
let lastAt = startedAt;
const lines = { property: 0, necessity: 0, residual: 0 };

const heads = {
  property: `\nWhat holds, with every mitigation on\n\n${row('', 'property', 'world', 'states', 'transitions', 'seconds')}`,
  necessity: `\nWhat breaks without each mitigation\n\n${row('', 'requirement', 'world', 'steps', '', 'seconds')}`,
  residual: `\nWhat remains, with every mitigation on\n\n${row('', 'risk', 'world', 'steps', '', 'seconds')}`,
} as const;

const verification = verify({ onVerdict: print, onProgress: showProgress });

console.log(`\nGuessing, under the recommended policy\n`);
for (const { attempt, guesses, oneIn } of guessTable(defaultPolicy)) {
  console.log(`  ${attempt.padEnd(58)} ${count(guesses).padStart(12)} guesses, one in ${count(oneIn)}`);
}
const problems = problemsOf(verification);
console.log(`\n${summary()}`);
for (const { element, expected, actual, fix } of problems) {
  console.error(`\nwrong: ${element}\n  expected: ${expected}\n  found:    ${actual}\n  to do:    ${fix}`);
}
for (const verdict of verification.properties) {
  const finding = findingOf(verdict);
  if (finding === undefined) continue;
  console.error(`\nsee it: generated/site/visualizer.html${traceFragment(finding)}`);
}
process.exit(problems.length === 0 ? 0 : 1);

function print(verdict: Verdict): void {
  if (lines[verdict.kind] === 0) console.log(heads[verdict.kind]);
  lines[verdict.kind] += 1;
  const seconds = ((performance.now() - lastAt) / 1000).toFixed(1);
  lastAt = performance.now();
  switch (verdict.kind) {
    case 'property': {
      const { property, world, states, transitions, counterexample } = verdict;
      const mark = counterexample === undefined ? 'holds' : 'FAILS';
      console.log(row(mark, property, world, count(states), count(transitions), seconds));
      return;
    }
    case 'necessity': {
      const { requirement, world, title, attack } = verdict;
      const mark = attack === undefined ? 'IDLE' : 'needed';
      console.log(row(mark, requirement, world, `${attack?.steps.length ?? '-'}`, '', seconds), ` ${title}`);
      return;
    }
    case 'residual': {
      const { risk, world, title, attack } = verdict;
      const mark = attack === undefined ? 'GONE' : 'remains';
      console.log(row(mark, risk, world, `${attack?.steps.length ?? '-'}`, '', seconds), ` ${title}`);
    }
  }
}

function summary(): string {
  const { properties, necessity } = verification;
  const largest = Math.max(...properties.map(({ states }) => states));
  const needed = new Set(necessity.filter(({ attack }) => attack !== undefined).map(({ requirement }) => requirement));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return `${properties.length} verdicts, the largest over ${count(largest)} states; ${needed.size} requirements shown to be needed; ${seconds} s`;
}

/** Long walks say how far they are, on the other stream, so that what is printed can be kept. */
function showProgress({ world, states, done, bytes }: Progress): void {
  console.error(`  … ${world}: ${count(done)} of ${count(states)} states so far, ${Math.round(bytes / 2 ** 20)} MiB`);
}

function row(mark: string, name: string, world: string, first: string, second: string, seconds: string): string {
  return `  ${mark.padEnd(8)} ${name.padEnd(46)} ${world.padEnd(18)} ${first.padStart(10)} ${second.padStart(12)} ${seconds.padStart(8)}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
