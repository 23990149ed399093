/** A client cannot find out whether a subject is known, unknown or throttled: two worlds are run in lock-step. */
import { describe, expect, it } from 'vitest';
import {
  account,
  eventCases,
  type Facts,
  indistinguishability,
  initialParties,
  keyOf,
  type MachineDefinition,
  type MachineEvent,
  observable,
  performExchange,
  policyWith,
  quota,
  remembering,
  runnable,
  type Snapshot,
  step,
  transaction,
} from '../../../model/index.ts';
import { explore } from '../../../spec/walk/explore.ts';
import { factsOf } from '../../../spec/walk/reachable-outcomes.ts';
import { composedGraph, machinesFor } from './composed-graph.ts';
import { grouped } from './grouped.ts';
import { planted } from './planted.ts';

const policy = policyWith({
  limits: {
    wrongCodesPerTransaction: 2,
    sendsPerTransaction: 2,
    sendsPerAccount: 1,
    startsPerClient: 1,
    wrongCodesPerAccount: 2,
    wrongCodesPerClient: 2,
  },
});

const { hidden, unknowable, excepted } = indistinguishability;

/** What a client does and sees, without what it cannot know. */
const seen = (event: MachineEvent): string =>
  JSON.stringify(Object.entries(event).filter(([name]) => !hidden.some((attribute) => attribute === name)));

/** The cases of all events that can happen in both worlds, in groups that look the same to the client. */
const alike: readonly (readonly MachineEvent[])[] = [
  ...grouped(
    eventCases(transaction).filter(
      (event) => event[unknowable.attribute] !== unknowable.value && !excepted.some((type) => type === event.type),
    ),
    seen,
  ).values(),
];

interface Difference {
  readonly trail: readonly string[];
  readonly worlds: readonly [string, string];
}

/** Runs two worlds in lock-step, in each of which what is hidden may be anything at each step. */
function difference(definition: MachineDefinition): { readonly found: Difference | undefined; readonly pairs: number } {
  const machine = remembering(runnable(definition, policy));
  interface Place {
    readonly worlds: readonly [Snapshot, Snapshot];
    readonly trail: readonly string[];
  }
  const queue: Place[] = [{ worlds: [machine.initial, machine.initial], trail: [] }];
  const known = new Set<string>();
  for (let next = 0; next < queue.length; next += 1) {
    const place = queue[next];
    if (place === undefined) break;
    for (const group of alike) {
      for (const one of group) {
        for (const other of group) {
          const here = step(machine, place.worlds[0], one);
          const there = step(machine, place.worlds[1], other);
          const trail = [...place.trail, seen(one)];
          if (observable(here) !== observable(there)) {
            return { found: { trail, worlds: [observable(here), observable(there)] }, pairs: queue.length };
          }
          const key = `${keyOf(here.snapshot)}|${keyOf(there.snapshot)}`;
          if (known.has(key)) continue;
          known.add(key);
          queue.push({ worlds: [here.snapshot, there.snapshot], trail });
        }
      }
    }
  }
  return { found: undefined, pairs: queue.length };
}

describe(indistinguishability.sentence, () => {
  it('Groups of requests that look alike hold known, unknown and throttled subjects', () => {
    const deliveries = alike.filter(([first]) => first?.type === 'delivery.requested');
    expect(deliveries).toHaveLength(6);
    for (const group of deliveries) expect(group).toHaveLength(4);
  });

  it('otp-delivery-response/uniform: in one step, facts that differ in what is hidden are answered alike', () => {
    const machines = machinesFor(policy);
    const { nodes } = composedGraph(policy, machines);
    for (const { parties } of nodes) {
      for (const exchange of ['identification', 'delivery', 'redemption'] as const) {
        const visible = ({ contact: _contact, ...rest }: Facts): string => JSON.stringify(rest);
        const guesses = factsOf(exchange).filter(({ code }) => code !== unknowable.value);
        for (const group of grouped(guesses, visible).values()) {
          const answers = group.flatMap((facts) =>
            accounts.map((one) => performExchange(machines, { ...parties, account: one }, exchange, facts).outcome),
          );
          expect(new Set(answers).size, `${exchange} ${JSON.stringify(group[0])}`).toBe(1);
        }
      }
    }
  });

  it('account/exhausted-is-silent: along whole runs, in every pair of worlds', () => {
    const { found, pairs } = difference(transaction);
    expect(found).toBeUndefined();
    expect(pairs).toBeGreaterThan(50);
  });

  it('A budget or a quota says nothing about the subject: accounts never respond, and quotas know no subject', () => {
    const responses = explore(account, policy).steps.flatMap(({ effects }) =>
      effects.filter(({ type }) => type === 'respond'),
    );
    expect(responses).toEqual([]);
    const attributes = Object.values<{ readonly attributes: object }>(quota.events).flatMap(({ attributes }) =>
      Object.keys(attributes),
    );
    expect(attributes).toEqual([]);
  });

  it('The right passcode tells the worlds apart, as it has to: it is the one thing a client can learn', () => {
    const machines = machinesFor(policy);
    const start = initialParties(machines);
    const redeemed = (contact: string) => {
      const known = { violation: 'none', client: 'same', option: 'offered', contact, code: 'newest' };
      const open = performExchange(machines, start, 'identification', known).parties;
      const sent = performExchange(machines, open, 'delivery', known).parties;
      return performExchange(machines, sent, 'redemption', known).outcome;
    };
    expect([redeemed('onFile'), redeemed('none')]).toEqual(['tokenIssued', 'codeWrong']);
  });
});

/** Every situation an account can be in. */
const accounts = explore(account, policy).snapshots;

describe('A machine that gives the subject away is noticed', () => {
  it('when it answers that there is nobody to send to', () => {
    const honest = planted(transaction, (one) =>
      one.actions?.some(({ type, params }) => type === 'perform' && params.duty === 'withholdCode')
        ? { ...one, actions: [{ type: 'respond', params: { outcome: 'sessionInvalid' } }] }
        : one,
    );
    expect(difference(honest).found?.trail).toHaveLength(2);
  });

  it('when only the wait before the next send is missing', () => {
    const hasty = planted(transaction, (one) =>
      one.actions?.some(({ type, params }) => type === 'perform' && params.duty === 'withholdCode')
        ? {
            ...one,
            actions: one.actions.filter(({ type, params }) => type !== 'startTimer' || params.timer !== 'interval'),
          }
        : one,
    );
    expect(difference(hasty).found?.trail).toHaveLength(2);
  });

  it('when an account that is throttled is answered in its own way, though only after a guess', () => {
    const chatty = planted(transaction, (one) =>
      one.description.startsWith('A wrong passcode, or one that must not count')
        ? { ...one, guard: { type: 'caseIs', params: { attribute: 'account', value: 'within' } } }
        : one,
    );
    expect(difference(chatty).found?.trail).toHaveLength(2);
  });

  it('when passcodes that were not sent are not counted', () => {
    const lenient = planted(transaction, (one) =>
      one.target === '#transaction.locked'
        ? {
            ...one,
            guard: {
              type: 'allOf',
              params: {
                guards: [
                  { type: 'is', params: { variable: 'newestCode', value: 'sent' } },
                  ...(one.guard === undefined ? [] : [one.guard]),
                ],
              },
            },
          }
        : one,
    );
    expect(difference(lenient).found?.trail.length).toBeGreaterThan(3);
  });
});
