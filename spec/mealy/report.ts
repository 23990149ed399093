/**
 * Says how large suites are and what they find, so that nobody has to take our word for which method is worth its price.
 * Machines come from a module that exports a record `machines`:
 *
 *     npx tsx spec/mealy/report.ts spec/verify/suite/machines.ts
 */
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  allTransitions,
  extraStates,
  hsiSuite,
  killCounts,
  type MealyMachine,
  type Mutant,
  missingStates,
  outputFaults,
  type Suite,
  sampled,
  sizeOf,
  transferFaults,
  transitionTour,
  wpSuite,
  wSuite,
} from './index.ts';

const methods: Readonly<Record<string, (machine: MealyMachine) => Suite>> = {
  'all transitions': allTransitions,
  'transition tour': transitionTour,
  'HSI, k = 0': (machine) => hsiSuite(machine),
  'Wp, k = 0': (machine) => wpSuite(machine),
  'W, k = 0': (machine) => wSuite(machine),
  'HSI, k = 1': (machine) => hsiSuite(machine, { extraStates: 1 }),
  'Wp, k = 1': (machine) => wpSuite(machine, { extraStates: 1 }),
  'W, k = 1': (machine) => wSuite(machine, { extraStates: 1 }),
};

const [, , path] = process.argv;
if (path === undefined) {
  console.error('Say which module exports the machines.');
  process.exit(2);
}
const { machines } = (await import(pathToFileURL(resolve(path)).href)) as {
  readonly machines?: Readonly<Record<string, MealyMachine>>;
};
if (machines === undefined) {
  console.error(`${path} exports no machines.`);
  process.exit(2);
}
for (const [name, machine] of Object.entries(machines)) report(name, machine);

function report(name: string, machine: MealyMachine): void {
  const { states, inputs, outputs, next } = machine;
  console.log(
    `\n${name}: ${states.length} states, ${inputs.length} inputs, ${outputs.length} outputs, ${next.length} transitions`,
  );
  const mutants = { ...someOf(machine), 'extra state': [...extraStates(machine, { count: 500, seed: 1 })] };
  const kinds = Object.entries(mutants).map(([kind, some]) => `${kind} (${some.length} tried)`);
  console.log(row(['suite', 'tests', 'steps', 'ms', ...kinds]));
  for (const [method, suiteOf] of Object.entries(methods)) {
    const startedAt = performance.now();
    const suite = suiteOf(machine);
    const milliseconds = performance.now() - startedAt;
    const { tests, steps } = sizeOf(suite);
    const killed = Object.values(mutants).map((some) => share(machine, suite, some));
    console.log(row([method, String(tests), String(steps), milliseconds.toFixed(0), ...killed]));
  }
}

/** A seeded sample of each kind of single fault. */
function someOf(machine: MealyMachine): Record<string, readonly Mutant[]> {
  const kinds = { transfer: transferFaults, output: outputFaults, 'missing state': missingStates };
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, faults]) => [kind, sampled([...faults(machine)], 1_000, 1)]),
  );
}

/** How many of the mutants that are not equivalent a suite kills, in per cent; never rounded up to all of them. */
function share(machine: MealyMachine, suite: Suite, mutants: readonly Mutant[]): string {
  const [count] = killCounts(machine, suite, mutants).values();
  if (count === undefined) return '-';
  const wrong = count.mutants - count.equivalent;
  return count.killed === wrong ? '100 %' : `${Math.min(99.9, (100 * count.killed) / wrong).toFixed(1)} %`;
}

function row([first = '', ...others]: readonly string[]): string {
  return [first.padEnd(16), ...others.map((text, place) => text.padStart(place < 3 ? 9 : 26))].join(' ');
}
