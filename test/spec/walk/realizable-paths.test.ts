import { describe, expect, it } from 'vitest';
import { keyOf, type MachineEvent, policyWith } from '../../../model/index.ts';
import { pathOf, plainFirst, shortestPaths, stepsUnder } from '../../../spec/walk/realizable-paths.ts';

const steps = stepsUnder(policyWith({ limits: { wrongCodesPerTransaction: 3, sendsPerTransaction: 2 } }));

const start: MachineEvent = { type: 'identification.received' };
const deliver = (contact = 'onFile', account = 'within'): MachineEvent => ({
  type: 'delivery.requested',
  client: 'same',
  option: 'offered',
  contact,
  account,
});
const submit = (code: string, account = 'within'): MachineEvent => ({
  type: 'code.submitted',
  client: 'same',
  code,
  account,
});
const only = (type: string): MachineEvent => ({ type });

const stateAfter = (...events: MachineEvent[]): string | undefined => pathOf(steps, events).at(-1)?.to.value;

describe('A path that can really happen', () => {
  it.each<[string, MachineEvent[], string]>([
    ['the right passcode', [start, deliver(), submit('newest')], 'spent'],
    [
      'the passcode before the newest one',
      [start, deliver(), only('interval.elapsed'), deliver(), submit('stale')],
      'pending.cooling',
    ],
    [
      'an old passcode, when the new one was withheld',
      [start, deliver(), only('code.expired'), deliver('none'), submit('stale')],
      'pending.cooling',
    ],
    ['a spent passcode', [start, deliver(), submit('newest'), submit('newest')], 'spent'],
    [
      'a denial of the first message, when the second was withheld',
      [start, deliver(), only('code.expired'), deliver('none'), only('denial.received')],
      'denied',
    ],
    ['the end of a transaction that nobody went on with', [start, only('transaction.expired')], 'expired'],
    [
      'an account that is used up on the way',
      [start, deliver(), only('code.expired'), deliver('onFile', 'exhausted')],
      'pending.cooling',
    ],
  ])('%s', (_title, events, state) => {
    expect(stateAfter(...events)).toBe(state);
  });
});

describe('A path that cannot', () => {
  it.each<[string, MachineEvent[]]>([
    ['a second start', [start, start]],
    ['the newest passcode before there is one', [start, submit('newest')]],
    ['a passcode that was withheld', [start, deliver('none'), submit('newest')]],
    ['an old passcode after one send', [start, deliver(), submit('stale')]],
    [
      'an old passcode, when none was sent',
      [start, deliver('none'), only('code.expired'), deliver('none'), submit('stale')],
    ],
    ['the end of a wait that is over', [start, deliver(), only('interval.elapsed'), only('interval.elapsed')]],
    ['the end of a passcode that is spent', [start, deliver(), submit('newest'), only('code.expired')]],
    ['the end of what has not started', [only('transaction.expired')]],
    ['the second end of a transaction', [start, only('transaction.expired'), only('transaction.expired')]],
    ['a denial before any message', [start, only('denial.received')]],
    ['a denial, when nothing was sent', [start, deliver('none'), only('denial.received')]],
    [
      'a budget that comes back within the transaction',
      [start, deliver('onFile', 'exhausted'), only('code.expired'), deliver()],
    ],
    ['an event that the machine does not know', [only('poll')]],
  ])('%s', (_title, events) => {
    expect(() => pathOf(steps, events)).toThrow('cannot really happen');
  });
});

describe('The search', () => {
  it('finds a shortest path to each target, and all of them really can happen', () => {
    const paths = shortestPaths(steps, ({ to }) => to.value);
    const lengths = Object.fromEntries(paths.map((path) => [path.at(-1)?.to.value, path.length]));
    expect(lengths).toEqual({
      absent: 1,
      identified: 1,
      'pending.cooling': 2,
      'pending.resendable': 3,
      expired: 2,
      denied: 3,
      spent: 3,
      lapsed: 3,
      locked: 4,
      revoked: 4,
    });
    for (const path of paths)
      expect(
        pathOf(
          steps,
          path.map(({ event }) => event),
        ),
      ).toEqual(path);
  });

  it('asks no more of the world than it needs: nobody is throttled on the way to anywhere', () => {
    const paths = shortestPaths(steps, ({ to }) => keyOf(to));
    expect(paths.flat().filter(({ event }) => event.account === 'exhausted')).toEqual([]);
    expect(plainFirst.at(-1)?.account).toBe('exhausted');
  });
});
