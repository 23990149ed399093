/**
 * XState's own breadth-first search counts what the engine counts: the same world, told to `xstate/graph` as one logic
 * whose events are the names of the rules and whose steps are those of the model, not of a table.
 */
import { describe, expect, it } from 'vitest';
import { fromTransition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import {
  type ExchangeName,
  type Facts,
  initialParties,
  keyOf,
  machinesUnder,
  type Parties,
  type PartyEffect,
  performEvent,
  performExchange,
  policyWith,
  remembering,
  type ServerMachine,
  serverMachines,
} from '../../../../model/index.ts';
import { settingOf } from '../../../../spec/verify/check/verification.ts';
import { explore } from '../../../../spec/verify/engine/index.ts';
import { guessingWorld } from '../../../../spec/verify/world/guessing.ts';
import { worlds } from '../../../../spec/verify/world/worlds.ts';

const sizes = [
  {
    wrongCodesPerTransaction: 1,
    sendsPerTransaction: 1,
    wrongCodesPerAccount: 1,
    sendsPerAccount: 1,
    startsPerClient: 1,
    wrongCodesPerClient: 1,
  },
  {
    wrongCodesPerTransaction: 2,
    sendsPerTransaction: 2,
    wrongCodesPerAccount: 1,
    sendsPerAccount: 2,
    startsPerClient: 1,
    wrongCodesPerClient: 2,
  },
] as const;

interface Situation {
  readonly parties: Parties;
  readonly timers: readonly string[];
}

/** Requests of the stranger, by the name of the rule. */
const requests: Readonly<Record<string, readonly [ExchangeName, Facts]>> = {
  start: ['identification', {}],
  send: ['delivery', { option: 'offered', contact: 'onFile' }],
  wrong: ['redemption', { code: 'wrong' }],
  lucky: ['redemption', { code: 'newest' }],
  stale: ['redemption', { code: 'stale' }],
};
/** What happens without a request, with the timer that has to run for it. */
const events: readonly (readonly [ServerMachine, string, string | undefined])[] = [
  ['transaction', 'denial.received', undefined],
  ...(['transaction', 'account', 'quota'] as const).flatMap((machine) =>
    Object.entries(serverMachines[machine].timers).map(
      ([timer, event]) => [machine, event, `${machine} ${timer}`] as const,
    ),
  ),
];

function searched(limits: (typeof sizes)[number]): { readonly states: number; readonly transitions: number } {
  const plain = machinesUnder(policyWith({ limits }));
  const machines = {
    admission: remembering(plain.admission),
    quota: remembering(plain.quota),
    account: remembering(plain.account),
    transaction: remembering(plain.transaction),
    grant: remembering(plain.grant),
  };
  const names = [...Object.keys(requests), ...events.map(([machine, event]) => `${machine} ${event}`)];
  const logic = fromTransition(
    (situation: Situation, { type }: { readonly type: string }): Situation => stepped(situation, type) ?? situation,
    { parties: initialParties(machines), timers: [] },
  );
  const map = getAdjacencyMap(logic, {
    events: names.map((type) => ({ type })),
    serializeState: ({ context: { parties, timers } }) =>
      [parties.quota, parties.account, parties.transaction].map(keyOf).join('|') + timers.join(),
  });
  const situations = Object.values(map).map(({ state }) => state.context);
  const applied = situations.flatMap((situation) => names.filter((name) => stepped(situation, name) !== undefined));
  return { states: situations.length, transitions: applied.length };

  function stepped({ parties, timers }: Situation, name: string): Situation | undefined {
    const request = requests[name];
    if (request !== undefined) {
      const [exchange, facts] = request;
      if (name === 'stale' && Number(parties.transaction.context.sends) < 2) return undefined;
      const usual = { violation: 'none', client: 'same', contact: 'onFile' };
      const done = performExchange(machines, parties, exchange, { ...usual, ...facts });
      const opened =
        done.outcome === 'sessionIssued' ? timers.filter((timer) => !timer.startsWith('transaction')) : timers;
      return { parties: done.parties, timers: after(opened, done.effects) };
    }
    const [machine, event, timer] = events.find(([one, other]) => `${one} ${other}` === name) ?? [
      'transaction',
      '',
      '',
    ];
    if (timer !== undefined && !timers.includes(timer)) return undefined;
    if (event === 'code.expired' && timers.includes('transaction interval')) return undefined; // the shorter wait ends first
    const done = performEvent(machines, parties, machine, event);
    return {
      parties: done.parties,
      timers: after(
        timers.filter((one) => one !== timer),
        done.effects,
      ),
    };
  }
}

function after(timers: readonly string[], effects: readonly PartyEffect[]): readonly string[] {
  const running = new Set(timers);
  for (const { machine, effect } of effects) {
    if (effect.type === 'startTimer') running.add(`${machine} ${effect.params.timer}`);
    if (effect.type === 'stopTimer') running.delete(`${machine} ${effect.params.timer}`);
  }
  return [...running].sort();
}

describe('On a small size the engine and the search of XState agree', () => {
  it.each(sizes)(
    'on states and transitions: %o',
    (limits) => {
      const { states, transitions } = explore(guessingWorld(settingOf({ ...worlds.guessing, limits })));
      expect(searched(limits)).toEqual({ states: states.count, transitions });
      expect(states.count).toBeGreaterThan(100);
    },
    120_000,
  );

  it('and a difference of one limit is seen', () => {
    const [limits] = sizes;
    const { states } = explore(
      guessingWorld(settingOf({ ...worlds.guessing, limits: { ...limits, sendsPerTransaction: 2 } })),
    );
    expect(searched(limits).states).not.toBe(states.count);
  });
});
