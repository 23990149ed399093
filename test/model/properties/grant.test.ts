/** What holds for the tokens of a grant, over everything that can happen to it. */
import { describe, expect, it } from 'vitest';
import {
  dutyEvents,
  exchanges,
  grant,
  grantProperties,
  type MachineDefinition,
  type Mitigation,
  type Policy,
  type Property,
  policyWith,
  runnable,
  type ServerMachine,
  serverMachines,
} from '../../../model/index.ts';
import { composedGraph, counterexample, machinesFor } from './composed-graph.ts';
import { planted } from './planted.ts';

type Name = keyof typeof grantProperties;
const names = Object.keys(grantProperties) as Name[]; // own keys

/** The properties that fail, with a machine that may be replaced by a wrong one. */
function broken(policy: Policy, definition: MachineDefinition = grant): Name[] {
  const machines = machinesFor(policy, { grant: runnable(definition, policy) });
  const graph = composedGraph(policy, machines, 'grant');
  return names.filter((name) => counterexample(grantProperties[name] as Property, graph) !== undefined); // one of its rows
}

const policy = policyWith({});

describe('With all mitigations on', () => {
  it.each(names)('%s', (name) => {
    const graph = composedGraph(policy, machinesFor(policy), 'grant');
    expect(counterexample(grantProperties[name] as Property, graph)).toBeUndefined(); // one of its rows
  });
});

describe('A mitigation that is off breaks its own promise', () => {
  it.each([
    // who may use a token may also let it be seen that it was copied
    ['refreshBound', ['refreshBelongsToItsClient', 'strangersRevokeNothing']],
    ['keyBinding', ['refreshNeedsItsKey']],
    // what is no reuse ends nothing
    ['refreshRotated', ['newestRefreshTokenOnly', 'reuseEndsTheGrant']],
    ['refreshReuseRevokes', ['reuseEndsTheGrant']],
  ] as const satisfies [Mitigation, Name[]][])('%s', (off, expected) => {
    expect(broken(policyWith({ off: [off] }))).toEqual(expected);
  });
});

describe('A machine with a fault is found', () => {
  it('that lives on after a denial', () => {
    const deaf = planted(grant, (one) =>
      one.target === 'revoked' && one.guard === undefined ? { ...one, target: 'active' } : one,
    );
    expect(broken(policy, deaf)).toEqual(['denialEndsTheGrant']);
  });

  it('that never ends', () => {
    const endless = planted(grant, (one) => (one.target === 'expired' ? { ...one, target: 'active' } : one));
    expect(broken(policy, endless)).toEqual(['grantEnds']);
  });

  it('that grants more than was granted', () => {
    const generous = planted(grant, (one) =>
      JSON.stringify(one.guard)?.includes('wider')
        ? {
            ...one,
            actions: [
              { type: 'perform', params: { duty: 'rotateTokens' } },
              { type: 'respond', params: { outcome: 'tokenRefreshed' } },
            ],
          }
        : one,
    );
    expect(broken(policy, generous)).toEqual(['refreshNotWider']);
  });

  it('that revives after reuse, and after a revocation', () => {
    const reviving = planted(grant, (one) =>
      one.target === '#grant.revoked' ? { ...one, target: '#grant.active' } : one,
    );
    expect(broken(policy, reviving)).toEqual(['reuseEndsTheGrant', 'revocationEndsTheGrant']);
  });

  it('that lets anybody revoke', () => {
    const open = planted(grant, (one) =>
      JSON.stringify(one.actions)?.includes('tokenForeign') === true
        ? {
            ...one,
            actions: [
              { type: 'perform', params: { duty: 'revokeTokens' } },
              { type: 'respond', params: { outcome: 'tokenRevoked' } },
            ],
          }
        : one,
    );
    expect(broken(policy, open)).toEqual(['strangersRevokeNothing']);
  });

  it('that calls dead tokens active', () => {
    const lying = planted(grant, (one) =>
      JSON.stringify(one.actions)?.includes('tokenInactive') === true
        ? { ...one, actions: [{ type: 'respond', params: { outcome: 'tokenActive' } }] }
        : one,
    );
    expect(broken(policy, lying)).toEqual(['activeMeansAlive']);
  });
});

describe('The duties of a transaction', () => {
  it('are events of the grant, and no request is', () => {
    const requested = Object.values(exchanges).flatMap(({ steps }) => steps.map(({ event }) => event as string));
    for (const { machine, event } of Object.values(dutyEvents)) {
      expect(Object.keys(serverMachines[machine satisfies ServerMachine].events)).toContain(event);
      expect(requested).not.toContain(event);
    }
  });
});
