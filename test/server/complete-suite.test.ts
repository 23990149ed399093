/**
 * The complete suite, played on the reference server: the server has to pass, and servers with a mistake in their machine
 * or in a limit have to fail. Which of them are wrong is decided by the model, not by the server.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LimitName, policyWith, remembering, runnable, transaction } from '../../model/index.ts';
import { examinationBy, type InputSequence, machineOf, responseTo, sampled } from '../../spec/mealy/index.ts';
import {
  completeSuite,
  type DefinitionMutant,
  definitionMutants,
  expectedOf,
  inputNamesOf,
  type LimitCases,
  type Observation,
  rememberingMachines,
  type SuiteStep,
  suiteInputs,
  suitePolicy,
  transactionBehaviour,
} from '../../spec/verify/suite/index.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { handoversOf, suiteCustomers, Tester } from './complete-suite/tester.ts';

const suite = completeSuite();

/** Usage is empty, since only its status is looked at. */
const options = { policy: suitePolicy, customers: suiteCustomers, usage: { hourly: async () => [] } };

/** What is observed at a test. */
async function observed(tester: Tester, test: InputSequence): Promise<Observation[]> {
  await tester.begin();
  const observations: Observation[] = [];
  for (const name of inputNamesOf(suite, test)) observations.push(await tester.give(suiteInputs[name]));
  return observations;
}

const inWords = (test: InputSequence, observations: readonly Observation[]): string =>
  inputNamesOf(suite, test)
    .map((name, place) => `${name}: ${observations[place]}`)
    .join(', ');

describe('The reference server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(options);
  });
  afterAll(() => server.close());

  it('passes every test of the complete suite', { timeout: 240_000 }, async () => {
    const tester = new Tester(server);
    for (const test of suite.tests) {
      const observations = await observed(tester, test);
      expect(inWords(test, observations)).toBe(inWords(test, expectedOf(suite, test)));
    }
  });
});

describe('A server with a mistake in its machine fails the complete suite', () => {
  const machines = rememberingMachines(suitePolicy);
  const examine = examinationBy(suite.machine, suite.tests);

  /** What the model says about a server with the mistake: the test that finds it, and the wrong answers. */
  const predicted = ({ definition }: DefinitionMutant) => {
    const mutated = remembering(runnable(definition, suitePolicy));
    const behaviour = transactionBehaviour({ ...machines, transaction: mutated });
    const machine = machineOf({ ...behaviour, outputs: suite.machine.outputs });
    const test = examine(machine);
    return test && { test, answers: responseTo(machine, test).map((symbol) => machine.outputs[symbol] ?? '') };
  };

  const mutants = [...definitionMutants(transaction)];
  const operators = new Set(mutants.map(({ operator }) => operator));
  const some = [...operators].flatMap((name) =>
    sampled(
      mutants.filter(({ operator }) => operator === name),
      12,
      2026,
    ),
  );
  const wrong = some.flatMap((mutant) => {
    const found = predicted(mutant);
    return found === undefined ? [] : [[`${mutant.operator}: ${mutant.words}`, mutant, found] as const];
  });

  it('and there are many such mistakes, of every kind', () => {
    expect(wrong.length).toBeGreaterThan(25);
    expect(new Set(wrong.map(([, { operator }]) => operator))).toEqual(operators);
  });

  it.each(wrong)('%s', async (_words, mutant, { test, answers }) => {
    const server = await startTestServer(options);
    const mutated = runnable(mutant.definition, suitePolicy);
    Object.assign(server.server, { machines: { ...server.server.machines, transaction: mutated } });
    const observations = await observed(new Tester(server), test);
    await server.close();
    expect(observations).not.toEqual(expectedOf(suite, test));
    // a server whose own records stop fitting together says so, which no right server does either
    expect(observations.map((one, at) => (one === '500' ? answers[at] : one))).toEqual(answers);
  });
});

describe('Every limit that a tester can see', () => {
  const cases = suite.limits.flatMap((row) => ('cases' in row ? [row] : []));

  it.each(cases)('is where the policy puts it, and a server is found out when it is one off: $limit', async (row) => {
    const { limit } = row;
    const expected = row.cases.map((one) => one.expected);
    expect(await observedAt(row, suitePolicy.limits[limit])).toEqual(expected);
    for (const change of [1, -1]) {
      expect(await observedAt(row, suitePolicy.limits[limit] + change)).not.toEqual(expected);
    }
  });

  async function observedAt(row: Extract<LimitCases, { cases: unknown }>, value: number): Promise<Observation[][]> {
    const policy = policyWith({ limits: { ...suitePolicy.limits, [row.limit satisfies LimitName]: value } });
    let asked = 0;
    const refusing = {
      hand: async () => {
        asked += 1;
        return { outcome: 'refused', reason: 'busy' } as const;
      },
      close: async () => {},
    };
    const countsHandovers = row.cases.some(({ steps }) => steps.some((step) => 'countsHandovers' in step));
    const server = await startTestServer({
      ...options,
      policy,
      ...(countsHandovers ? { gateway: refusing } : {}),
    });
    const tester = new Tester(server);
    const all: Observation[][] = [];
    for (const { steps } of row.cases) {
      await tester.begin(steps);
      const observations: Observation[] = [];
      for (const step of steps) observations.push(...(await playOn(server, tester, step, () => asked)));
      all.push(observations);
    }
    await server.close();
    return all;
  }

  const playOn = async (server: TestServer, tester: Tester, step: SuiteStep, asked: () => number) =>
    'countsHandovers' in step ? [await handoversOf(server, asked)] : tester.play(step);
});
