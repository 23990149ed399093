/** Nothing in the model is there for show: every state, transition, answer, error code and duty can be reached. */
import { describe, expect, it } from 'vitest';
import {
  duties,
  type ErrorName,
  errors,
  type MachineDefinition,
  type Mitigation,
  machineDefinitions,
  mitigations,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type Policy,
  policyWith,
  resourceOwner,
  restingStates,
} from '../../../model/index.ts';
import { explore, type TransitionId } from '../../../spec/walk/explore.ts';
import { reachableOutcomes, walkPolicy } from '../../../spec/walk/reachable-outcomes.ts';
import { transitionsOf } from '../../../spec/walk/transitions.ts';

const machines = Object.entries<MachineDefinition>(machineDefinitions);
const mitigationNames = Object.keys(mitigations) as Mitigation[]; // own keys of the table

/** Transitions that exist to show what happens without a mitigation, by the one that has to be off. */
const withoutMitigation: Readonly<Record<TransitionId, Mitigation>> = {
  'identified denial.received 1': 'denialEnds',
  'identified transaction.expired 1': 'transactionExpiry',
  'pending code.submitted 3': 'singleUse',
  'pending denial.received 1': 'denialEnds',
  'pending code.expired 1': 'codeExpiry',
  'pending transaction.expired 1': 'transactionExpiry',
  'pending.cooling delivery.requested 5': 'resendInterval',
  'pending.cooling delivery.requested 6': 'resendInterval',
  'pending.resendable delivery.requested 5': 'resendKeepsCount',
  'pending.resendable delivery.requested 7': 'resendKeepsCount',
  'lapsed delivery.requested 5': 'resendKeepsCount',
  'lapsed delivery.requested 7': 'resendKeepsCount',
  'lapsed denial.received 1': 'denialEnds',
  'lapsed transaction.expired 1': 'transactionExpiry',
  'spent denial.received 1': 'denialRevokes',
  'active refresh.requested 4': 'refreshReuseRevokes',
  'queued code.superseded 1': 'supersededMessagesDropped',
  'queued code.lapsed 1': 'lapsedMessagesDropped',
};

/** What only a careless resource owner does: the residual risk of the grant. */
const careless: readonly TransitionId[] = ['engaged message.read 1', 'informed stranger.called 0'];

const carelessOwner: MachineDefinition = {
  ...resourceOwner,
  variables: { heed: { ...resourceOwner.variables.heed, values: ['careless', 'careful'] } },
};

function unreached(definition: MachineDefinition, policy: Policy): TransitionId[] {
  const taken = new Set(explore(definition, policy).steps.map(({ transition }) => transition));
  return transitionsOf(definition)
    .map(({ id }) => id)
    .filter((id) => !taken.has(id));
}

/** What no walk takes with all mitigations on, per machine. */
const unreachedAtAll = new Map(
  machines.map(([name, definition]) => [name, unreached(definition, walkPolicy)] as const),
);

const without = (...off: Mitigation[]): Policy => policyWith({ limits: walkPolicy.limits, off });

describe('Reachability', () => {
  it.each(machines)('The machine %s comes to every state it has', (_name, definition) => {
    const found = new Set(explore(definition, walkPolicy).snapshots.map(({ value }) => value));
    expect(restingStates(definition.states).filter((state) => !found.has(state))).toEqual([]);
  });

  it('Every transition is taken, but those that show a mitigation missing or an owner careless', () => {
    const missing = [...unreachedAtAll.values()].flat();
    expect(missing.sort()).toEqual([...Object.keys(withoutMitigation), ...careless].sort());
  });

  it.each(mitigationNames)('Without %s exactly the transitions named here are taken in addition', (off) => {
    const expected = Object.keys(withoutMitigation).filter((id) => withoutMitigation[id] === off);
    const reached = machines.flatMap(([name, definition]) => {
      const still = new Set(unreached(definition, without(off)));
      return (unreachedAtAll.get(name) ?? []).filter((id) => !still.has(id));
    });
    expect(reached.sort()).toEqual(expected.sort());
  });

  it('A careless resource owner does the rest', () => {
    expect(unreached(carelessOwner, walkPolicy)).toEqual(['engaged message.read 2']);
  });

  it('Every outcome is the answer to some exchange', () => {
    const found = new Set([...reachableOutcomes().outcomes.values()].flatMap((set) => [...set]));
    expect((Object.keys(outcomes) as OutcomeName[]).filter((name) => !found.has(name))).toEqual([]); // own keys
  });

  it('Every error code is answered somewhere', () => {
    const reached = [...reachableOutcomes().outcomes.values()].flatMap((set) => [...set]);
    const answered = new Set(reached.map((name) => (outcomes[name] as OutcomeRow).error)); // widened: some rows have none
    expect((Object.keys(errors) as ErrorName[]).filter((name) => !answered.has(name))).toEqual([]); // own keys
  });

  it('Every duty that is an effect is asked for by some transition, with all mitigations on', () => {
    const walked = [...machines.map(([, definition]) => definition), carelessOwner];
    const done = new Set<string>(
      walked
        .flatMap((definition) => explore(definition, walkPolicy).steps)
        .flatMap(({ effects }) => effects)
        .flatMap((effect) => (effect.type === 'perform' ? [effect.params.duty] : [])),
    );
    const effects = Object.entries(duties).filter(([, { kind }]) => kind === 'effect');
    expect(effects.map(([name]) => name).filter((name) => !done.has(name))).toEqual([]);
  });

  it('A transition that nothing leads to would be found', () => {
    const { transaction } = machineDefinitions;
    const planted: MachineDefinition = {
      ...transaction,
      states: { ...transaction.states, lost: { description: 'Nothing leads here.', on: transaction.states.locked.on } },
    };
    expect(unreached(planted, walkPolicy).filter((id) => id.startsWith('lost '))).toHaveLength(
      transitionsOf(planted).filter(({ state }) => state === 'lost').length,
    );
  });
});
