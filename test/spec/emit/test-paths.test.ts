import { beforeAll, describe, expect, it } from 'vitest';
import { createTestModel, getShortestPaths } from 'xstate/graph';
import {
  eventCases,
  keyOf,
  policyWith,
  requirements,
  restingStates,
  runnable,
  snapshotOf,
  transaction,
} from '../../../model/index.ts';
import { compileSchemas, type ValidatorPair } from '../../../spec/check/validators.ts';
import { emitTestPaths, type TestPath, testPaths } from '../../../spec/emit/test-paths.ts';
import { testPathsSchema } from '../../../spec/emit/test-paths-schema.ts';
import { explore } from '../../../spec/walk/explore.ts';

const suite = testPaths();
const { paths, leftOut } = suite;
const policy = policyWith({ limits: suite.policy.limits });
const walk = explore(transaction, policy);
const byId = new Map(paths.map((path) => [path.id, path]));

const placeOf = (state: string, event: string): string => `${state} ${event}`;

/** State before and event of the last step. */
function lastPlace({ steps }: TestPath): string {
  return placeOf(steps.at(-2)?.state ?? transaction.initial, steps.at(-1)?.event.type ?? '');
}

describe('The test paths', () => {
  it('are the same bytes each time', () => {
    expect(emitTestPaths()).toEqual(emitTestPaths());
    expect(emitTestPaths().map(({ path }) => path)).toEqual([
      'tests/transaction-paths.json',
      'tests/test-paths.schema.json',
    ]);
  });

  it('are few enough to be run over HTTP each time, and each has a step and an id of its own, in order', () => {
    expect(paths.length).toBeGreaterThan(250);
    expect(paths.length).toBeLessThan(600);
    expect(paths.filter(({ steps }) => steps.length === 0)).toEqual([]);
    expect(byId.size).toBe(paths.length);
    expect(paths.map(({ id }) => id)).toEqual(paths.map(({ id }) => id).sort());
    expect(new Set(paths.map(({ title }) => title)).size).toBeGreaterThan(200);
  });

  it('tell what they expect as it was written here by hand: two wrong passcodes, then the right one', () => {
    expect(byId.get('situation:revoked:2:1:sent')).toEqual({
      id: 'situation:revoked:2:1:sent',
      title: 'Reaches revoked with wrongCodes 2, sends 1, newestCode sent',
      requirements: ['transaction/denial-revokes'],
      steps: [
        {
          event: { type: 'identification.received' },
          exchange: 'identification',
          outcome: 'sessionIssued',
          status: 200,
          state: 'identified',
          context: { wrongCodes: 0, sends: 0, newestCode: 'none' },
        },
        {
          event: {
            type: 'delivery.requested',
            client: 'same',
            option: 'offered',
            contact: 'onFile',
            account: 'within',
          },
          exchange: 'delivery',
          outcome: 'codeSent',
          status: 200,
          state: 'pending.cooling',
          context: { wrongCodes: 0, sends: 1, newestCode: 'sent' },
        },
        ...[1, 2].map((wrongCodes) => ({
          event: { type: 'code.submitted', client: 'same', code: 'wrong', account: 'within' },
          exchange: 'redemption',
          outcome: 'codeWrong',
          status: 400,
          error: 'invalid_user_code',
          state: 'pending.cooling',
          context: { wrongCodes, sends: 1, newestCode: 'sent' },
        })),
        {
          event: { type: 'code.submitted', client: 'same', code: 'newest', account: 'within' },
          exchange: 'redemption',
          outcome: 'tokenIssued',
          status: 200,
          state: 'spent',
          context: { wrongCodes: 2, sends: 1, newestCode: 'sent' },
        },
        {
          event: { type: 'denial.received' },
          exchange: 'denial',
          state: 'revoked',
          context: { wrongCodes: 2, sends: 1, newestCode: 'sent' },
        },
      ],
    });
  });

  it('try what strangers and old passcodes must not achieve', () => {
    const cases = (id: string) => byId.get(id)?.steps.at(-1);
    expect(cases('pending.resendable:pending/code.submitted/0:other:newest:within')).toMatchObject({
      error: 'invalid_grant',
      state: 'pending.resendable',
      context: { wrongCodes: 0 },
    });
    expect(cases('pending.cooling:pending/code.submitted/5:same:stale:within')).toMatchObject({
      error: 'invalid_user_code',
      context: { wrongCodes: 1, sends: 2 },
    });
    expect(cases('spent:spent/code.submitted/2:same:newest:within')).toMatchObject({
      error: 'invalid_grant',
      state: 'spent',
    });
  });

  it('name requirements that exist', () => {
    for (const { requirements: ids } of paths) {
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(Object.keys(requirements)).toContain(id);
    }
  });
});

describe('Coverage', () => {
  it('every state is reached', () => {
    const reached = new Set(paths.flatMap(({ steps }) => steps.map(({ state }) => state)));
    expect([...restingStates(transaction.states)].filter((state) => state !== 'absent' && !reached.has(state))).toEqual(
      [],
    );
  });

  it('every state meets every event, but for what cannot really happen', () => {
    const met = new Set(paths.map(lastPlace));
    const all = new Set(walk.steps.map(({ from, event }) => placeOf(from.value, event.type)));
    expect([...all].filter((place) => !met.has(place)).sort()).toEqual(leftOut);
  });

  it('what cannot really happen is: timers that do not run, a second start, and a denial of what nobody heard of', () => {
    const final = ['locked', 'denied', 'expired', 'spent', 'revoked'];
    const expected = [
      ...['absent', 'identified', 'pending.resendable', 'lapsed', ...final].map((state) =>
        placeOf(state, 'interval.elapsed'),
      ),
      ...['absent', 'identified', 'lapsed', ...final].map((state) => placeOf(state, 'code.expired')),
      ...['absent', 'expired'].map((state) => placeOf(state, 'transaction.expired')),
      ...['identified', 'pending.cooling', 'pending.resendable', 'lapsed', ...final].map((state) =>
        placeOf(state, 'identification.received'),
      ),
      ...['absent', 'identified'].map((state) => placeOf(state, 'denial.received')),
    ];
    expect(leftOut).toEqual(expected.sort());
  });

  it('every transition that a walk takes is the end of a path, from each state it can be taken from', () => {
    const shown = new Set(
      paths.filter(({ id }) => !id.startsWith('situation:')).map(({ id }) => id.split(':').slice(0, 2).join(':')),
    );
    const walked = walk.steps
      .filter(({ from, event }) => !leftOut.includes(placeOf(from.value, event.type)))
      .map(({ from, transition }) => `${from.value}:${transition?.replaceAll(' ', '/')}`);
    expect([...new Set(walked)].filter((place) => !shown.has(place))).toEqual([]);
  });

  it('every situation is reached, but for denials by somebody who never heard of the transaction', () => {
    const key = (state: string, context: object): string =>
      keyOf({ value: state, context: context as Record<string, string> }); // as the steps hold it
    const reached = new Set(paths.flatMap(({ steps }) => steps.map(({ state, context }) => key(state, context))));
    const missed = walk.snapshots.filter((snapshot) => snapshot !== walk.snapshots[0] && !reached.has(keyOf(snapshot)));
    expect(missed.map(keyOf).sort()).toEqual(
      ['none', 'withheld']
        .flatMap((newestCode) =>
          [0, 1, 2].map((wrongCodes) => ({ wrongCodes, sends: newestCode === 'none' ? 0 : 1, newestCode })),
        )
        .map((context) => keyOf({ value: 'denied', context }))
        .sort(),
    );
  });
});

describe("XState's own search", () => {
  const { machine } = runnable(transaction, policy);

  it('finds the same situations as ours, when it is told every case of every event', () => {
    const found = Object.values(getShortestPaths(machine, { events: eventCases(transaction) })).map(({ state }) =>
      keyOf(snapshotOf(state)),
    );
    expect(found.sort()).toEqual(walk.snapshots.map(keyOf).sort());
    expect(found).toHaveLength(87);
  });

  it('finds few of them when it is not, which is why it is', () => {
    const found = createTestModel(machine)
      .getShortestPaths()
      .flatMap(({ steps }) => steps.map(({ state }) => keyOf(snapshotOf(state))));
    expect(new Set(found).size).toBeLessThan(60);
    expect(found.some((key) => key.startsWith('spent'))).toBe(false);
  });
});

describe('The format', () => {
  let validators: ValidatorPair;
  const { $id } = testPathsSchema();
  const verdict = (instance: unknown): string => validators.validateWithBoth($id, instance).outcome;
  const plain = JSON.parse(JSON.stringify(suite)) as { paths: { steps: { event: object; state: string }[] }[] }; // as a file holds it

  beforeAll(async () => {
    validators = await compileSchemas([testPathsSchema()]);
  });

  it('is what its schema says', () => {
    expect(verdict(plain)).toBe('valid');
  });

  it.each([
    ['no paths', { ...plain, paths: [] }],
    ['a path without steps', { ...plain, paths: [{ ...plain.paths[0], steps: [] }] }],
    ['a state that does not exist', changed((step) => ({ ...step, state: 'pending' }))],
    ['an event without its attributes', changed((step) => ({ ...step, event: { type: 'code.submitted' } }))],
    ['an event that does not exist', changed((step) => ({ ...step, event: { type: 'poll' } }))],
    ['a member nobody knows', changed((step) => ({ ...step, comment: 'hello' }))],
    ['no digest', { ...plain, digest: '' }],
  ])('and nothing else: %s', (_title, instance) => {
    expect(verdict(instance)).toBe('invalid');
  });

  function changed(change: (step: { event: object; state: string }) => object): object {
    const [path] = plain.paths;
    return { ...plain, paths: [{ ...path, steps: path?.steps.map(change) }] };
  }
});
