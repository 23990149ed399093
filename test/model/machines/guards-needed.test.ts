/**
 * No guard of the model is there for show: with any one of them deleted something turns red and names the place, and goes
 * on doing so after everything was generated anew from the machine without it.
 */
import { describe, expect, it } from 'vitest';
import { type MachineDefinition, machineDefinitions } from '../../../model/index.ts';
import { machineFindings, shadowed } from '../../../spec/check/machines-whole.ts';
import { definitionMutants } from '../../../spec/verify/suite/index.ts';
import { explore } from '../../../spec/walk/explore.ts';
import { walkPolicy } from '../../../spec/walk/reachable-outcomes.ts';
import { transitionsOf } from '../../../spec/walk/transitions.ts';

const machines = Object.entries<MachineDefinition>(machineDefinitions);

/** Each machine with one guard less, by the transition that lost it. */
const deletionsOf = (definition: MachineDefinition) =>
  [...definitionMutants(definition)]
    .filter(({ operator }) => operator === 'condition dropped')
    .map((mutant) => ({ place: mutant.words.split(': ')[0] ?? '', definition: mutant.definition }));

/** Secrets that a careful resource owner gives away to a stranger: none, as the requirement on the message has it. */
const givenAway = (definition: MachineDefinition): string[] =>
  explore(definition, walkPolicy).steps.flatMap(({ from, transition = '', effects }) =>
    from.context.heed !== 'careless' &&
    effects.some((effect) => effect.type === 'perform' && effect.params.duty === 'giveCodeToStranger')
      ? [transition]
      : [],
  );

/** The first thing that turns red, by its rule and the place that it names. Quick ones come first. */
function redOf(definition: MachineDefinition): string | undefined {
  const [behind] = shadowed(definition);
  if (behind !== undefined) return `machine/shadowed ${behind.before}`;
  const [finding] = machineFindings(definition);
  if (finding !== undefined) return `${finding.rule} ${finding.element}`;
  const [given] = givenAway(definition);
  return given === undefined ? undefined : `code-message/names-client ${given}`;
}

describe('Something turns red by name', () => {
  it.each(machines)('when any one guard of the machine %s is deleted', { timeout: 60_000 }, (_name, definition) => {
    const guarded = transitionsOf(definition).filter(({ transition }) => transition.guard !== undefined);
    const deletions = deletionsOf(definition);
    expect(deletions.map(({ place }) => place)).toEqual(guarded.map(({ id }) => id));
    const unseen = deletions.filter((deletion) => redOf(deletion.definition) === undefined);
    expect(unseen.map(({ place }) => place)).toEqual([]);
  });

  it('and nothing is red while all guards are there', () => {
    expect(machines.flatMap(([, definition]) => redOf(definition) ?? [])).toEqual([]);
  });

  it('and mostly the transition without a guard is named as the one that hides those behind it', () => {
    const deletions = deletionsOf(machineDefinitions.transaction);
    const named = deletions.filter(({ place, definition }) => redOf(definition) === `machine/shadowed ${place}`);
    expect(named.length).toBe(deletions.length);
    expect(deletions.length).toBeGreaterThan(25);
  });
});
