/** The steps of the page are the steps of the model. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  machinesUnder,
  type Parties,
  performEvent,
  performExchange,
  type ServerMachine,
} from '../../../../model/index.ts';
import { play } from '../../../../spec/visualizer/run/play.ts';
import { settingWith } from '../../../../spec/visualizer/run/setting.ts';
import { happens, request, type Step } from '../../../../spec/visualizer/run/step.ts';
import { take } from '../../../../spec/visualizer/run/take.ts';
import { engineFor, type World } from '../../../../spec/visualizer/run/world.ts';
import { likelyRequests, requests, runs, settings } from '../arbitraries.ts';

const partiesOf = ({ snapshots: { admission, quota, account, transaction, grant } }: World): Parties => ({
  admission,
  quota,
  account,
  transaction,
  grant,
});

describe('A request', () => {
  it('does at the server what the model says, in whatever world', () => {
    fc.assert(
      fc.property(settings, runs, fc.oneof(likelyRequests, requests), (setting, before, step) => {
        if (step.kind !== 'request') return;
        const world = play(setting, before).taken.at(-1)?.after ?? engineFor(setting).start;
        const taken = take(engineFor(setting), world, step);
        const performed = performExchange(machinesUnder(setting.policy), partiesOf(world), step.exchange, step.facts);
        expect(taken.outcome).toBe(performed.outcome);
        expect(partiesOf(taken.after)).toEqual(performed.parties);
        expect(taken.happenings[0]?.effects).toEqual(performed.effects);
      }),
      { numRuns: 120 },
    );
  });
});

describe('What no request causes', () => {
  it.each([
    ['transaction', 'denial.received'],
    ['transaction', 'interval.elapsed'],
    ['transaction', 'code.expired'],
    ['account', 'window.elapsed'],
    ['quota', 'window.elapsed'],
  ] satisfies [ServerMachine, string][])('does at the server what the model says: %s %s', (machine, event) => {
    fc.assert(
      fc.property(settings, runs, (setting, before) => {
        const world = play(setting, before).taken.at(-1)?.after ?? engineFor(setting).start;
        const taken = take(engineFor(setting), world, happens(machine, event));
        const performed = performEvent(machinesUnder(setting.policy), partiesOf(world), machine, event);
        expect(partiesOf(taken.after)).toEqual(performed.parties);
        expect(taken.happenings.map(({ kind }) => kind)).toEqual(['event']);
      }),
      { numRuns: 25 },
    );
  });
});

describe('Around a request', () => {
  const values = (steps: readonly Step[], setting = settingWith()) => {
    const { snapshots } = play(setting, steps).taken.at(-1)?.after ?? engineFor(setting).start;
    return Object.fromEntries(Object.entries(snapshots).map(([name, { value }]) => [name, value]));
  };
  const opened = [request('identification'), request('delivery')];
  const read = [
    ...opened,
    happens('channel', 'handover.due'),
    happens('channel', 'gateway.accepted'),
    happens('resourceOwner', 'message.read'),
  ];

  it('the client and the customer do their part', () => {
    expect(values(opened)).toMatchObject({ client: 'waiting', resourceOwner: 'engaged', channel: 'queued' });
    expect(values([...read, request('redemption')])).toMatchObject({
      client: 'authorized',
      resourceOwner: 'done',
      channel: 'delivered',
      transaction: 'spent',
    });
  });

  it('an adversary leaves the client and the customer where they were', () => {
    const attack = [request('identification', {}, 'adversary'), request('delivery', {}, 'adversary')];
    expect(values(attack)).toMatchObject({
      client: 'idle',
      resourceOwner: 'uninvolved',
      transaction: 'pending.cooling',
    });
  });

  it('a client that is done starts over for another transaction', () => {
    expect(values([...read, request('redemption'), request('identification')])).toMatchObject({ client: 'choosing' });
  });

  it('a message that waits is dropped when another passcode replaces its own, and the next one is queued', () => {
    const again = [...opened, happens('transaction', 'interval.elapsed'), request('delivery')];
    const taken = play(settingWith(), again).taken.at(-1);
    const channel = taken?.moves.filter(({ machine }) => machine === 'channel').map(({ to }) => to.value);
    expect(channel).toEqual(['dropped', 'queued']);
  });

  it('a message that waits is dropped when its passcode expires', () => {
    const lapsed = [...opened, happens('transaction', 'interval.elapsed'), happens('transaction', 'code.expired')];
    expect(values(lapsed)).toMatchObject({ channel: 'dropped' });
  });

  it('a customer who sees that the message is not theirs says so, and the transaction ends', () => {
    const strange = [...read.slice(0, -1), happens('resourceOwner', 'message.read', { name: 'stranger' })];
    expect(values(strange)).toMatchObject({ resourceOwner: 'alarmed', transaction: 'denied' });
    expect(values(strange, settingWith({ heed: 'careless' }))).toMatchObject({ resourceOwner: 'informed' });
  });
});
