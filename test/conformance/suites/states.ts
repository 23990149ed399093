/**
 * The complete state suite: a server that passes it answers every sequence of the inputs as the model does, under the
 * conditions that `tests/complete-suite.json` states. And every limit, at its value and beside it.
 */
import type { Case } from '../case.ts';
import { type LimitRow, type LimitStep, type StateInput, type StateSuite, stateSuite } from '../facts.ts';
import { Deviation, NotTestable, Skipped } from '../problem.ts';
import { seededChance } from '../random.ts';
import type { Stage } from '../stage.ts';
import { healBudgets, type World } from '../world.ts';
import { allStateRequirements, requirementsOfAnswer, requirementsOfLimit } from './state-requirements.ts';
import { recipientOf, StateTester } from './state-tester.ts';

/** How many tests make one case. */
const batchSize = 100;

/** On a server that lets the suite move its clock, messages do not take long either. */
const shortTimeoutSeconds = 1;

/** Seconds that playing may take without getting between two limits. */
const longestDrift = 900;

export function stateCases(world: World): Case[] {
  const suite = stateSuite();
  const drawn = drawnTests(suite, world);
  const batches = Math.ceil(suite.tests.length / batchSize);
  const digits = String(suite.tests.length).length;
  const named = (place: number): string => String(place).padStart(digits, '0');
  const tests = Array.from({ length: batches }, (_, batch): Case => {
    const from = batch * batchSize;
    const to = Math.min(from + batchSize, suite.tests.length);
    return {
      id: `states/tests-${named(from + 1)}-${named(to)}`,
      suite: 'states',
      title: `Tests ${from + 1} to ${to} of the complete state suite are answered as the machine answers`,
      requirements: allStateRequirements,
      play: (stage) =>
        playTests(
          stage,
          suite,
          drawn.filter((place) => place >= from && place < to),
        ),
    };
  });
  return [...tests, ...suite.limits.flatMap((row) => limitCases(suite, row))];
}

function drawnTests({ tests }: StateSuite, { stateTests, chance }: World): number[] {
  const places = tests.map((_, place) => place);
  if (stateTests === undefined || stateTests >= places.length) return places;
  return seededChance(chance.below(2 ** 31))
    .shuffled(places)
    .slice(0, stateTests);
}

async function playTests(stage: Stage, suite: StateSuite, places: readonly number[]): Promise<void> {
  if (places.length === 0) throw new Skipped('none of these tests was drawn');
  sameLimits(stage, suite, Object.keys(suite.policy.limits));
  if (!stage.world.source.isVaried)
    throw new Skipped('takes codes that differ, and the source always gives the same one');
  for (const [count, place] of places.entries()) {
    if (count > 0) await healBudgets(stage.world);
    const [inputs = [], outputs = []] = suite.tests[place] ?? [];
    const steps = inputs.map((input) => suite.inputs[input] as StateInput); // rows name inputs by their place
    const expected = outputs.map((output) => suite.outputs[output] ?? '');
    await twice(stage, async (timeoutSeconds) => {
      const tester = new StateTester(stage, recipientOf(stage, undefined), timeoutSeconds);
      const observed: string[] = [];
      for (const step of steps) observed.push(await tester.give(step));
      return { tester, words: `test ${place + 1}`, steps, observed, expected };
    });
  }
}

function limitCases(suite: StateSuite, row: LimitRow): Case[] {
  return (row.cases ?? []).map((one, place): Case => {
    return {
      id: `states/limit-${row.limit}-${place + 1}`,
      suite: 'states',
      title: `The limit ${row.limit} is where the configuration puts it (${place + 1} of ${row.cases?.length})`,
      requirements: requirementsOfLimit(row.limit),
      play: async (stage) => {
        sameLimits(stage, suite, Object.keys(suite.policy.limits));
        const method = one.steps.find((step) => step.method !== undefined)?.method;
        if (one.steps.some(({ countsHandovers }) => countsHandovers)) {
          throw new Skipped('takes a delivery gateway that refuses everything and counts');
        }
        const recipient = recipientOf(stage, method);
        if (!stage.world.source.isVaried)
          throw new Skipped('takes codes that differ, and the source always gives the same one');
        await twice(stage, async (timeoutSeconds) => {
          const tester = new StateTester(stage, recipient, timeoutSeconds);
          const { steps, observed } = await playLimit(tester, suite, one.steps);
          return { tester, words: `the case`, steps, observed, expected: one.expected };
        });
      },
    };
  });
}

async function playLimit(tester: StateTester, suite: StateSuite, script: readonly LimitStep[]) {
  const steps: StateInput[] = [];
  const observed: string[] = [];
  for (const step of script) {
    if (step.untilSeconds !== undefined) await tester.until(step.untilSeconds);
    const input = suite.inputs.find(({ name }) => name === step.input);
    if (input === undefined) continue;
    for (let count = 0; count < (step.times ?? 1); count += 1) {
      steps.push(input);
      observed.push(await tester.give(input, step));
    }
  }
  return { steps, observed };
}

interface Played {
  readonly tester: StateTester;
  readonly words: string;
  readonly steps: readonly StateInput[];
  readonly observed: readonly string[];
  readonly expected: readonly string[];
}

/**
 * Plays something, and plays it again with more patience when it went wrong and a code did not come, or when the playing
 * took so long that it got between two limits.
 */
async function twice(stage: Stage, play: (timeoutSeconds: number) => Promise<Played>): Promise<void> {
  const { codeTimeoutSeconds, time } = stage.world;
  const first = time.kind === 'test clock' ? Math.min(shortTimeoutSeconds, codeTimeoutSeconds) : codeTimeoutSeconds;
  for (const [round, timeoutSeconds] of [first, codeTimeoutSeconds, codeTimeoutSeconds].entries()) {
    stage.startAnew();
    if (round > 0) await healBudgets(stage.world);
    const played = await play(timeoutSeconds);
    if (played.observed.every((output, place) => output === played.expected[place])) return;
    const isSlow = played.tester.drift > longestDrift;
    const missed = played.tester.missedCode;
    if (round < 2 && (isSlow || missed)) continue;
    if (isSlow && !missed) throw new NotTestable('the requests took so long that time got between two limits');
    throw deviation(played);
  }
}

function deviation({ words, steps, observed, expected, tester }: Played): Error {
  const place = observed.findIndex((output, at) => output !== expected[at]);
  const step = steps[place];
  const told = steps.slice(0, place + 1).map(({ name }, at) => `${name}: ${observed[at]}`);
  const hint = tester.missedCode ? ' A code did not come on the way.' : '';
  const requirements = step === undefined ? [] : requirementsOfAnswer(step, expected[place] ?? '');
  return new Deviation(
    `${words} goes wrong at its input ${place + 1}, ${step?.name}: ${step?.words}${hint} So far: ${told.join(', ')}`,
    {
      expected: expected[place] ?? '',
      received: observed[place] ?? '',
      ...(requirements.length > 0 ? { requirements } : {}),
    },
  );
}

/** @throws Skipped when the server has other limits than the suite was made for */
function sameLimits(stage: Stage, { policy }: StateSuite, names: readonly string[]): void {
  const declared = stage.world.config.limits ?? {};
  const others = names.filter((name) => name !== 'postalCodeLifeSeconds' && declared[name] !== policy.limits[name]);
  if (others.length === 0) return;
  const list = others.map((name) => `${name} ${policy.limits[name]}`).join(', ');
  throw new Skipped(`the complete state suite is made for a server with the limits ${list}`);
}
