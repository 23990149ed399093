/**
 * `npm run referee`: has SPIN check what the engine checked, from Promela, and compares. Ends with a status other than
 * nought when they differ. Without SPIN or a C compiler it says how many checks were not run, which is no pass; with
 * `--strict` that is a failure too. With `--quick` it hears what CI hears, in a minute or two instead of half an hour. A
 * word after it hears only the cases that have it in them.
 */
import { performance } from 'node:perf_hooks';
import { agree, allCases, type Case, type Found, quickCases } from './cases.ts';
import { missingTools } from './spin.ts';

const heads: Readonly<Record<Case['group'], string>> = {
  machine: 'Each machine alone: the engine has it from XState, SPIN from the definition',
  'by hand': 'The core of a transaction, written by hand, in lock-step with what is generated',
  world: 'Every world with its properties; what a property remembers is part of a state',
  'without a mitigation': 'Every mitigation off in turn: the shortest attack',
  'what remains': 'Every mitigation on: the shortest way to what remains',
};

const words = process.argv.slice(2);
const isStrict = words.includes('--strict');
const [wanted = ''] = words.filter((word) => !word.startsWith('--'));
const listed = words.includes('--quick') ? quickCases() : allCases();
const cases = listed.filter((one) => `${one.group} ${one.subject} ${one.question}`.includes(wanted));

const missing = await missingTools();
if (missing.length > 0) {
  console.log(`${cases.length} checks of the referee were NOT RUN: ${missing.join(' and ')} is not installed.`);
  process.exit(isStrict ? 3 : 0);
}

const startedAt = performance.now();
let differing = 0;
let notRun = 0;
let group: Case['group'] | undefined;
for (const one of cases) {
  if (one.group !== group) {
    group = one.group;
    console.log(`\n${heads[group]}\n\n${line('', 'where', 'what', 'engine', 'SPIN')}`);
  }
  const ruling = await one
    .hear()
    .catch((problem: Error & { stdout?: string }) => (problem.stdout ?? problem.message).trim());
  if (typeof ruling === 'string') {
    notRun += 1;
    console.log(line('NOT RUN', one.subject, one.question, ruling, ''));
    continue;
  }
  const isSame = agree(ruling);
  if (!isSame) differing += 1;
  console.log(line(isSame ? 'agree' : 'DIFFER', one.subject, one.question, said(ruling.engine), said(ruling.spin)));
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
if (listed.length < allCases().length) {
  console.log(
    `\nQuick: ${allCases().length - listed.length} further checks were not run; npm run referee runs them all.`,
  );
}
console.log(
  `\n${cases.length - differing - notRun} of ${cases.length} agree, ${differing} differ, ${notRun} not run; ${seconds} s`,
);
process.exit(differing + notRun === 0 ? 0 : 1);

function said({ states, transitions, verdict, steps }: Found): string {
  const counts = states === undefined ? '' : ` ${count(states)} / ${count(transitions ?? 0)}`;
  return steps === undefined ? `${verdict}${counts}` : `${verdict} in ${steps}${counts}`;
}

function line(mark: string, where: string, what: string, engine: string, spin: string): string {
  return `  ${mark.padEnd(7)} ${where.padEnd(26)} ${what.padEnd(62)} ${engine.padEnd(26)} ${spin}`.trimEnd();
}

function count(number: number): string {
  return number.toLocaleString('en');
}
