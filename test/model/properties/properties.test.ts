/** The properties hold with all mitigations on, over everything that can happen; and each of them can fail. */
import { describe, expect, it } from 'vitest';
import {
  account,
  admission,
  type Limits,
  type MachineDefinition,
  type Machines,
  type Mitigation,
  mitigations,
  type Policy,
  type Property,
  type PropertyName,
  policyWith,
  properties,
  quota,
  requirements,
  runnable,
  type TransitionDefinition,
  transaction,
} from '../../../model/index.ts';
import { composedGraph, counterexample, machinesFor } from './composed-graph.ts';
import { planted, withoutActions } from './planted.ts';

const named = Object.entries<Property>(properties);
const propertyNames = Object.keys(properties) as PropertyName[]; // own keys of the table

/** Every limit as small as it can be and still be met, passed and reset. */
const small: Partial<Limits> = {
  wrongCodesPerTransaction: 2,
  sendsPerTransaction: 2,
  wrongCodesPerAccount: 2,
  sendsPerAccount: 1,
  startsPerClient: 1,
  wrongCodesPerClient: 2,
};

/** No two limits that could be mistaken for each other are the same. */
const uneven: Partial<Limits> = {
  wrongCodesPerTransaction: 3,
  sendsPerTransaction: 2,
  wrongCodesPerAccount: 4,
  sendsPerAccount: 3,
  startsPerClient: 1,
  wrongCodesPerClient: 2,
};

/** Which properties each mitigation carries: switched off, these fail and no others do. */
const carries: Readonly<Record<Mitigation, readonly PropertyName[]>> = {
  clientBinding: ['strangersLearnNothing'],
  keyBinding: ['otherKeysChangeNothing'],
  offeredOptionsOnly: ['sendsUseOfferedOptions'],
  newestCodeOnly: ['grantNeedsNewestCode'],
  // A transaction that is not spent is denied and not revoked afterwards, so its tokens live on.
  singleUse: ['grantOnce', 'denialRevokes'],
  transactionLock: ['guessesBounded'],
  resendKeepsCount: ['guessesBounded', 'countNeverFalls'],
  sendLimit: ['sendsBounded'],
  resendInterval: ['sendsSpaced'],
  codeExpiry: ['grantNeedsLivingCode'],
  transactionExpiry: ['expiryEnds'],
  denialEnds: ['denialEnds'],
  denialRevokes: ['denialRevokes'],
  accountFailureBudget: ['accountGuessesBounded', 'throttledGetNothing'],
  accountSendBudget: ['accountSendsBounded'],
  clientStartQuota: ['clientStartsBounded'],
  clientFailureQuota: ['clientGuessesBounded'],
  // Carried by the properties of the grant: see grant.test.ts.
  refreshBound: [],
  refreshRotated: [],
  refreshReuseRevokes: [],
  // Carried by the properties of the channel: see channel.test.ts.
  supersededMessagesDropped: [],
  lapsedMessagesDropped: [],
};

/** Names of the properties that fail under a policy, with machines that may be replaced by wrong ones. */
function broken(policy: Policy, replaced: Partial<Machines> = {}, among = propertyNames): PropertyName[] {
  const graph = composedGraph(policy, machinesFor(policy, replaced));
  return among.filter((name) => counterexample(properties[name], graph) !== undefined);
}

const policy = policyWith({ limits: small });

describe('With all mitigations on', () => {
  const graph = composedGraph(policyWith({ limits: uneven }));

  it('everything that can happen is looked at', () => {
    expect(graph.nodes.length).toBeGreaterThan(5_000);
  });

  it.each(named)('%s', (_name, property) => {
    expect(counterexample(property, graph)).toBeUndefined();
  });
});

describe('Every property', () => {
  it.each(named)('%s is a sentence that stands for requirements', (_name, { sentence, requirements: ids }) => {
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    for (const id of ids) expect(Object.keys(requirements)).toContain(id);
  });

  it('fails without some mitigation, or on a wrong machine further down', () => {
    const shown = new Set<string>([...Object.values(carries).flat(), ...wrongMachines.map(([, name]) => name)]);
    expect(propertyNames.filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('Without a mitigation', () => {
  it.each(Object.entries(carries) as [Mitigation, readonly PropertyName[]][])(
    '%s the properties %s fail, and no others',
    (off, names) => {
      // own entries
      expect(broken(policyWith({ limits: small, off: [off] })).sort()).toEqual([...names].sort());
    },
  );

  it('the shortest counterexample is told step by step', () => {
    const graph = composedGraph(policyWith({ limits: small, off: ['newestCodeOnly'] }));
    expect(counterexample(properties.grantNeedsNewestCode, graph)).toEqual([
      'identification {} -> sessionIssued',
      'delivery {"client":"same","option":"offered","contact":"onFile"} -> codeSent',
      'redemption {"client":"same","code":"stale"} -> tokenIssued',
    ]);
  });

  it('each mitigation that a guard reads is in the list above', () => {
    expect(Object.keys(carries)).toEqual(Object.keys(mitigations));
  });
});

type WrongMachine = readonly [fault: string, breaks: PropertyName, replaced: Partial<Machines>];

const wrong = (
  name: 'admission' | 'quota' | 'account' | 'transaction',
  definition: MachineDefinition,
  under = policy,
) => ({
  [name]: runnable(definition, under),
});

const change = (isMeant: (transition: TransitionDefinition) => boolean, to: Partial<TransitionDefinition>) =>
  planted(transaction, (one) => (isMeant(one) ? { ...one, ...to } : one));

const oneMore = (limit: keyof Limits): Policy => policyWith({ limits: { ...small, [limit]: (small[limit] ?? 0) + 1 } });

const everyone = { type: 'allOf', params: { guards: [] } } as const;
const isTo = (target: string) => (one: TransitionDefinition) => one.target === target;
const does = (duty: string) => (one: TransitionDefinition) =>
  one.actions?.some(({ type, params }) => type === 'perform' && params.duty === duty) ?? false;

/** Faults that no switch stands for, and off-by-one readings of the limits. */
const wrongMachines: readonly WrongMachine[] = [
  [
    'the other contacts are not told of a grant',
    'grantIsNotified',
    wrong(
      'transaction',
      planted(transaction, (one) =>
        withoutActions(one, (a) => a.type === 'perform' && a.params.duty === 'notifyOtherContacts'),
      ),
    ),
  ],
  [
    'a passcode is sent without looking for a contact',
    'sendsGoToContactsOnFile',
    wrong('transaction', change(does('sendCode'), { guard: everyone })),
  ],
  [
    'a passcode that was withheld is accepted',
    'grantNeedsNewestCode',
    wrong(
      'transaction',
      change(isTo('#transaction.spent'), { guard: { type: 'caseIs', params: { attribute: 'code', value: 'newest' } } }),
    ),
  ],
  [
    'a locked transaction goes on after a denial',
    'finalStaysFinal',
    wrong(
      'transaction',
      change((one) => one.description === 'The transaction is locked already.', { target: '#transaction.identified' }),
    ),
  ],
  [
    'a stranger is told that the transaction exists',
    'strangersLearnNothing',
    wrong(
      'transaction',
      change((one) => one.description.startsWith('Another client names'), {
        actions: [{ type: 'respond', params: { outcome: 'ownerDenied' } }],
      }),
    ),
  ],
  [
    'a client that failed to authenticate is let in',
    'refusedRequestsChangeNothing',
    wrong(
      'admission',
      planted(admission, (one) => withoutActions(one, (a) => a.type === 'respond')),
    ),
  ],
  [
    'wrong passcodes are not counted',
    'guessesBounded',
    wrong(
      'transaction',
      planted(transaction, (one) =>
        withoutActions(one, (a) => a.type === 'increment' && a.params.variable === 'wrongCodes'),
      ),
    ),
  ],
  [
    'the account is not told of wrong passcodes',
    'accountGuessesBounded',
    wrong(
      'transaction',
      planted(transaction, (one) =>
        withoutActions(
          one,
          (a) => a.type === 'tell' && a.params.event === 'code.refused' && a.params.machine === 'account',
        ),
      ),
    ),
  ],
  [
    'the account is not told of sends',
    'accountSendsBounded',
    wrong(
      'transaction',
      planted(transaction, (one) => withoutActions(one, (a) => a.type === 'tell' && a.params.event === 'message.sent')),
    ),
  ],
  [
    'the client is not charged for wrong passcodes',
    'clientGuessesBounded',
    wrong(
      'transaction',
      planted(transaction, (one) => withoutActions(one, (a) => a.type === 'tell' && a.params.machine === 'quota')),
    ),
  ],
  [
    'the life of a passcode ends and nothing comes of it',
    'grantNeedsLivingCode',
    wrong('transaction', change(isTo('#transaction.lapsed'), { target: '#transaction.pending.resendable' })),
  ],
  [
    'one wrong passcode too many',
    'guessesBounded',
    wrong('transaction', transaction, oneMore('wrongCodesPerTransaction')),
  ],
  [
    'passcodes are sent to an account that accepts none',
    'throttledGetNothing',
    wrong(
      'account',
      planted(account, (one) =>
        one.description.startsWith('No passcode is accepted any more')
          ? { ...one, guard: { type: 'caseIs', params: { attribute: 'never', value: 'holds' } } }
          : one,
      ),
    ),
  ],
  ['one send too many', 'sendsBounded', wrong('transaction', transaction, oneMore('sendsPerTransaction'))],
  [
    'one wrong passcode too many on an account',
    'accountGuessesBounded',
    wrong('account', account, oneMore('wrongCodesPerAccount')),
  ],
  ['one send too many to an account', 'accountSendsBounded', wrong('account', account, oneMore('sendsPerAccount'))],
  ['one start too many by a client', 'clientStartsBounded', wrong('quota', quota, oneMore('startsPerClient'))],
  [
    'one wrong passcode too many by a client',
    'clientGuessesBounded',
    wrong('quota', quota, oneMore('wrongCodesPerClient')),
  ],
];

describe('A wrong machine is noticed', () => {
  it.each(wrongMachines)('when %s: %s', (_fault, name, replaced) => {
    expect(broken(policy, replaced, [name])).toEqual([name]);
  });
});
