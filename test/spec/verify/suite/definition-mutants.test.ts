import { describe, expect, it } from 'vitest';
import { remembering, runnable, transaction } from '../../../../model/index.ts';
import { areEquivalent, examinationBy, machineOf, minimised, sampled } from '../../../../spec/mealy/index.ts';
import {
  completeSuite,
  type DefinitionMutant,
  definitionMutants,
  observationsOf,
  rememberingMachines,
  suitePolicy,
  transactionBehaviour,
} from '../../../../spec/verify/suite/index.ts';

const { machine, tests } = completeSuite();
const examine = examinationBy(machine, tests);
const machines = rememberingMachines(suitePolicy);
const mutants = [...definitionMutants(transaction)];

/** What a tester sees of a server that runs a mutant. */
const seenOf = ({ definition }: DefinitionMutant) =>
  machineOf({
    ...transactionBehaviour({ ...machines, transaction: remembering(runnable(definition, suitePolicy)) }),
    outputs: machine.outputs,
  });

const survivorsOf = (some: readonly DefinitionMutant[]): string[] =>
  some.flatMap((mutant) => {
    const seen = seenOf(mutant);
    return examine(seen) === undefined && !areEquivalent(machine, seen) ? [mutant.words] : [];
  });

const by = (...operators: readonly DefinitionMutant['operator'][]) =>
  mutants.filter(({ operator }) => operators.includes(operator));

describe('Mistakes in the definition of the transaction', () => {
  it('are made at every transition', () => {
    expect(new Set(mutants.map(({ words }) => words)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThan(1_000);
  });

  it('are found when a condition is forgotten, unless nobody could tell', () => {
    expect(survivorsOf(by('condition dropped'))).toEqual([]);
  });

  it('are found when a part of a condition, an action or a whole transition is forgotten: a seeded 20 of them', () => {
    const some = sampled(by('part of a condition dropped', 'action dropped', 'transition dropped'), 20, 2026);
    expect(survivorsOf(some)).toEqual([]);
  });

  it('are found when an answer is another one: a seeded 15 of them', () => {
    expect(survivorsOf(sampled(by('answer changed'), 15, 2026))).toEqual([]);
  });

  it('that only the budgets can show are found by the cases of the limits', () => {
    const shownBy = (mutant: DefinitionMutant | undefined) =>
      completeSuite().limits.flatMap((row) => {
        if (mutant === undefined || !('cases' in row)) return [];
        const mutated = remembering(runnable(mutant.definition, suitePolicy));
        const server = { policy: suitePolicy, machines: { ...machines, transaction: mutated } };
        const differs = row.cases.some(
          ({ steps, expected }) => observationsOf(suitePolicy, steps, server).join() !== expected.join(),
        );
        return differs ? [row.limit] : [];
      });
    const named = (words: string) => mutants.find((mutant) => mutant.words === words);
    const send = 'delivery.requested 4: does not tell account message.sent';
    for (const state of ['pending.resendable', 'lapsed'])
      expect(shownBy(named(`${state} ${send}`))).toContain('sendsPerAccount');
    const forgiven = named('pending code.submitted 2: does not tell account code.accepted');
    expect(shownBy(forgiven)).toEqual(['wrongCodesPerAccount']);
    const uncounted = named('pending code.submitted 5: does not tell quota code.refused');
    expect(shownBy(uncounted)).toEqual(['wrongCodesPerClient']);
    const lasting = named('lapsed delivery.requested 6: does not start timer code for codeLifeOfMethod');
    expect(shownBy(lasting)).toContain('emailCodeLifeSeconds');
  });

  it('survive only where they add a state to the machine: a seeded 15 wrong targets', () => {
    for (const mutant of sampled(by('target changed'), 15, 2026)) {
      const seen = seenOf(mutant);
      if (examine(seen) !== undefined || areEquivalent(machine, seen)) continue;
      expect(minimised(seen).states.length).toBeGreaterThan(machine.states.length);
    }
  });
});
