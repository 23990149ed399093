/** The runner of test paths, tried on fakes: one that runs the machine and passes, and faulty ones that have to fail. */
import { describe, expect, it } from 'vitest';
import {
  type Context,
  errors,
  type MachineDefinition,
  type Mitigation,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type Policy,
  policyWith,
  remembering,
  runnable,
  type Snapshot,
  step,
  type TransitionDefinition,
  transaction,
} from '../../model/index.ts';
import { type TestPath, testPaths } from '../../spec/emit/test-paths.ts';
import { shortestPaths, stepsUnder } from '../../spec/walk/realizable-paths.ts';
import { transitionsOf } from '../../spec/walk/transitions.ts';
import { planted } from '../model/properties/planted.ts';
import { type Assertions, type Executor, type Executors, runPath } from './path-runner.ts';

const { paths, policy } = testPaths();

/** A system under test that is the machine itself, right or wrong. */
function fake(definition: MachineDefinition = transaction, changed: Partial<Policy> = {}) {
  const machine = remembering(runnable(definition, { ...policyWith({ limits: policy.limits }), ...changed }));
  let now: Snapshot = machine.initial;
  const execute: Executor = async ({ event }) => {
    const { snapshot, effects } = step(machine, now, event);
    now = snapshot;
    const [outcome] = effects.flatMap((effect) =>
      effect.type === 'respond' ? [effect.params.outcome as OutcomeName] : [],
    ); // of a machine of ours
    if (outcome === undefined) return undefined;
    const { status, error }: OutcomeRow = outcomes[outcome];
    return { status, outcome, ...(error === undefined ? {} : { error: errors[error].name }) };
  };
  const is = (state: string) => async (context: Context) => {
    if (now.value !== state) throw new Error(`it is in ${now.value}`);
    expect(now.context).toEqual(context);
  };
  const executors: Executors = {
    'identification.received': execute,
    'delivery.requested': execute,
    'code.submitted': execute,
    'denial.received': execute,
    'interval.elapsed': execute,
    'code.expired': execute,
    'transaction.expired': execute,
  };
  const assertions: Assertions = {
    absent: is('absent'),
    identified: is('identified'),
    'pending.cooling': is('pending.cooling'),
    'pending.resendable': is('pending.resendable'),
    lapsed: is('lapsed'),
    locked: is('locked'),
    denied: is('denied'),
    expired: is('expired'),
    spent: is('spent'),
    revoked: is('revoked'),
  };
  return {
    executors,
    assertions,
    reset: () => {
      now = machine.initial;
    },
  };
}

type Fake = ReturnType<typeof fake>;

/** Assertions that look at nothing, as from outside of a black box. */
const blind = ({ assertions }: Fake): Assertions => {
  const nothing = async () => {};
  return Object.fromEntries(Object.keys(assertions).map((state) => [state, nothing])) as Record<
    keyof Assertions,
    () => Promise<void>
  >; // same keys
};

/** Whether any path fails. */
async function fails(sut: Fake, assertions: Assertions = sut.assertions): Promise<boolean> {
  for (const path of paths) {
    sut.reset();
    const isPassed = await runPath(path, sut.executors, assertions).then(
      () => true,
      () => false,
    );
    if (!isPassed) return true;
  }
  return false;
}

const [first] = paths.filter(({ steps }) => steps.length > 2);
if (first === undefined) throw new Error('there is a path of three steps');

describe('A right system', () => {
  it('passes every path, and each compares as many answers and states as it has', async () => {
    const sut = fake();
    for (const path of paths) {
      sut.reset();
      const requests = path.steps.filter(({ status }) => status !== undefined).length;
      expect(await runPath(path, sut.executors, sut.assertions)).toEqual({
        answers: requests,
        states: path.steps.length,
      });
    }
  });
});

describe('A path is not passed by doing nothing', () => {
  const sut = fake();

  it('has to have a step', async () => {
    await expect(runPath({ ...first, steps: [] }, sut.executors, sut.assertions)).rejects.toThrow('has no steps');
  });

  it('has to be carried out whole: an executor that is missing does not compile', async () => {
    const { 'code.submitted': _forgotten, ...rest } = sut.executors;
    // @ts-expect-error: there is no executor for code.submitted
    const incomplete: Executors = rest;
    const path = paths.find(({ steps }) => steps.some(({ event }) => event.type === 'code.submitted'));
    sut.reset();
    await expect(runPath(path ?? first, incomplete, sut.assertions)).rejects.toThrow(
      'nobody knows what to do for code.submitted',
    );
  });

  it('has to be looked at whole: an assertion that is missing does not compile', async () => {
    const { identified: _forgotten, ...rest } = sut.assertions;
    // @ts-expect-error: there is no assertion for identified
    const incomplete: Assertions = rest;
    sut.reset();
    await expect(runPath(first, sut.executors, incomplete)).rejects.toThrow('nobody knows what to do for identified');
  });

  it('has to be of this machine', async () => {
    const strange: TestPath = {
      ...first,
      steps: [{ event: { type: 'toString' }, exchange: 'timer', state: 'absent', context: {} }],
    };
    await expect(runPath(strange, sut.executors, sut.assertions)).rejects.toThrow(
      'nobody knows what to do for toString',
    );
  });

  it('has to be answered', async () => {
    const silent = { ...sut.executors, 'identification.received': async () => undefined };
    await expect(runPath(first, silent, sut.assertions)).rejects.toThrow(
      'expected 200 (sessionIssued), and there was no answer',
    );
  });

  it('is not answered where nobody asked', async () => {
    const path = paths.find(({ steps }) => steps.some(({ event }) => event.type === 'interval.elapsed'));
    sut.reset();
    const chatty = { ...sut.executors, 'interval.elapsed': async () => ({ status: 200 }) };
    await expect(runPath(path ?? first, chatty, sut.assertions)).rejects.toThrow('nobody asked');
  });
});

describe('A faulty answer is told with path, step, expected and actual', () => {
  it.each([
    ['another status', { status: 201 }, 'expected 200 (sessionIssued), and the answer was 201'],
    ['an error where none belongs', { status: 200, error: 'slow_down' }, 'and the answer was 200 slow_down'],
    ['another outcome', { status: 200, outcome: 'codeSent' }, 'and the answer was 200 (codeSent)'],
  ] as const)('%s', async (_title, answer, words) => {
    const sut = fake();
    const wrong = { ...sut.executors, 'identification.received': async () => answer };
    const failure = runPath(first, wrong, sut.assertions);
    await expect(failure).rejects.toThrow(words);
    await expect(failure).rejects.toThrow(`path ${first.id}, step 1 (identification.received)`);
  });

  it('and so is a state in which the system is not', async () => {
    const sut = fake();
    const lost = { ...sut.assertions, identified: sut.assertions.locked };
    await expect(runPath(first, sut.executors, lost)).rejects.toThrow(
      'the system is not in identified: it is in identified',
    );
  });
});

describe('A faulty system fails some path', () => {
  const switches = policyWith({}).switches;

  it.each([
    'clientBinding',
    'offeredOptionsOnly',
    'newestCodeOnly',
    'singleUse',
    'transactionLock',
    'resendKeepsCount',
    'sendLimit',
    'resendInterval',
    'codeExpiry',
    'transactionExpiry',
    'denialEnds',
    'accountFailureBudget',
  ] satisfies Mitigation[])('without %s, seen from outside', async (off) => {
    const sut = fake(transaction, { switches: { ...switches, [off]: false } });
    expect(await fails(sut, blind(sut))).toBe(true);
  });

  it('without denialRevokes, seen from inside', async () => {
    const sut = fake(transaction, { switches: { ...switches, denialRevokes: false } });
    expect(await fails(sut)).toBe(true);
  });

  it.each([
    ['wrongCodesPerTransaction', 2],
    ['wrongCodesPerTransaction', 4],
    ['sendsPerTransaction', 1],
    ['sendsPerTransaction', 3],
  ] as const)('with %s %d, seen from outside', async (limit, value) => {
    const sut = fake(transaction, { limits: { ...policy.limits, [limit]: value } });
    expect(await fails(sut, blind(sut))).toBe(true);
  });

  /** The transitions that really can be taken, each with its place in the definition. */
  const taken = new Set(
    shortestPaths(stepsUnder(policyWith({ limits: policy.limits })), idOf).map((path) => idOf(path.at(-1))),
  );
  const faulty = transitionsOf(transaction)
    .map(({ id, state, transition }, place) => ({ id, state, place, description: transition.description }))
    .filter(({ id }) => taken.has(id));

  it('there are transitions to plant faults in', () => expect(faulty.length).toBeGreaterThan(60));

  it.each(faulty)('when $id leads elsewhere', async ({ state, place, description }) => {
    const wrong = changedAt(place, description, (one) => ({
      ...one,
      target: [one.target, `#transaction.${state}`].includes('#transaction.locked')
        ? '#transaction.denied'
        : '#transaction.locked',
    }));
    expect(await fails(fake(wrong))).toBe(true);
  });

  it.each(faulty)('when $id is answered otherwise, seen from outside', async ({ place, description }) => {
    const wrong = changedAt(place, description, (one) => ({
      ...one,
      actions: [
        ...(one.actions ?? []).filter(({ type }) => type !== 'respond'),
        { type: 'respond', params: { outcome: 'keysServed' } },
      ],
    }));
    const sut = fake(wrong);
    expect(await fails(sut, blind(sut))).toBe(true);
  });
});

const idOf = (step?: { readonly transition: string | undefined }): string => step?.transition ?? '';

/** The machine with a fault in the transition at a place in the order of its definition. */
function changedAt(place: number, description: string, change: (one: TransitionDefinition) => TransitionDefinition) {
  let next = -1;
  return planted(transaction, (one) => {
    next += 1;
    if (next === place) expect(one.description).toBe(description);
    return next === place ? change(one) : one;
  });
}
