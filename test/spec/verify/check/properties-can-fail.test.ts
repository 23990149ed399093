/** Each property of a world holds, and has been seen to fail: a fault of its own is planted for each. */
import { describe, expect, it } from 'vitest';
import {
  livenessProperties,
  type MachineDefinition,
  type MachineName,
  machineDefinitions,
  type TransitionDefinition,
  type Truth,
  worldProperties,
} from '../../../../model/index.ts';
import { type AnyPropertyName, check, staged } from '../../../../spec/verify/check/property-check.ts';
import { settingOf, worldRow } from '../../../../spec/verify/check/verification.ts';
import { act, type PeopledWorld, type Setting } from '../../../../spec/verify/world/rule.ts';
import type { WorldName, WorldRow } from '../../../../spec/verify/world/worlds.ts';
import { planted, withoutActions } from '../../../model/properties/planted.ts';

type Actions = NonNullable<TransitionDefinition['actions']>;
/** A machine with a fault in it, or a world in which something happens that should not. */
type Fault =
  | { readonly [Name in MachineName]?: MachineDefinition }
  | { readonly truth: Truth; readonly when: Readonly<Record<string, string>> };

const { transaction, account, quota, channel, client, resourceOwner, grant } = machineDefinitions;
const never = { type: 'not', params: { guard: { type: 'allOf', params: { guards: [] } } } } as const;

const change = (
  definition: MachineDefinition,
  isMeant: (one: TransitionDefinition) => boolean,
  to: Partial<TransitionDefinition>,
): MachineDefinition => planted(definition, (one) => (isMeant(one) ? { ...one, ...to } : one));
const staying = (definition: MachineDefinition, isMeant: (one: TransitionDefinition) => boolean): MachineDefinition =>
  planted(definition, (one) => {
    if (!isMeant(one)) return one;
    const { target: _stays, ...rest } = one;
    return rest;
  });
const without = (definition: MachineDefinition, is: (action: Actions[number]) => boolean): MachineDefinition =>
  planted(definition, (one) => withoutActions(one, is));
const answers = (outcome: string) => (one: TransitionDefinition) =>
  one.actions?.some(({ type, params }) => type === 'respond' && params.outcome === outcome) ?? false;
const does = (duty: string) => (one: TransitionDefinition) =>
  one.actions?.some(({ type, params }) => type === 'perform' && params.duty === duty) ?? false;
const tells = (machine: string, event: string) => (one: Actions[number]) =>
  one.type === 'tell' && one.params.machine === machine && one.params.event === event;
const counts = (variable: string) => (one: Actions[number]) =>
  one.type === 'increment' && one.params.variable === variable;
const says = (words: string) => (one: TransitionDefinition) => one.description.startsWith(words);

const faults: readonly (readonly [property: AnyPropertyName, world: WorldName, fault: string, planted: Fault])[] = [
  [
    'tokenNeedsItsCode',
    'guessing',
    'a passcode outlives its life',
    { transaction: staying(transaction, ({ target }) => target === '#transaction.lapsed') },
  ],
  [
    'oneTokenPerTransaction',
    'guessing',
    'a grant does not spend the transaction',
    { transaction: staying(transaction, ({ target }) => target === '#transaction.spent') },
  ],
  [
    'wrongCodesBounded',
    'guessing',
    'wrong passcodes are not counted',
    { transaction: without(transaction, counts('wrongCodes')) },
  ],
  ['sendsBounded', 'guessing', 'sends are not counted', { transaction: without(transaction, counts('sends')) }],
  [
    'sendsSpaced',
    'guessing',
    'after a send the next one is allowed at once',
    {
      transaction: change(transaction, ({ target }) => target === '#transaction.pending.cooling', {
        target: '#transaction.pending.resendable',
      }),
    },
  ],
  [
    'overMeansOver',
    'guessing',
    'after a denial the transaction can go on',
    {
      transaction: change(transaction, ({ target }) => target === '#transaction.denied', {
        target: '#transaction.lapsed',
      }),
    },
  ],
  [
    'everyTransactionEnds',
    'guessing',
    'the clock of the transaction is never started',
    { transaction: without(transaction, (one) => one.type === 'startTimer' && one.params.timer === 'transaction') },
  ],
  [
    'codesStayWithinOptions',
    'channel',
    'nobody looks whether an option was offered',
    { transaction: change(transaction, answers('optionUnknown'), { guard: never }) },
  ],
  [
    'deadCodesStayUnsent',
    'channel',
    'the message of a replaced passcode waits on',
    { channel: staying(channel, ({ target }) => target === 'dropped') },
  ],
  [
    'accountGuessesBounded',
    'parallel',
    'the account is not told of wrong passcodes',
    { transaction: without(transaction, tells('account', 'code.refused')) },
  ],
  [
    'accountSendsBounded',
    'parallel',
    'the account is not told of sends',
    { transaction: without(transaction, tells('account', 'message.sent')) },
  ],
  [
    'clientStartsBounded',
    'guessing',
    'starts of a client are not counted',
    { quota: without(quota, counts('starts')) },
  ],
  [
    'clientGuessesBounded',
    'many-accounts',
    'the quota is not told of wrong passcodes',
    { transaction: without(transaction, tells('quota', 'code.refused')) },
  ],
  [
    'codeStaysWithItsOwner',
    'insider',
    'the server prints the passcode',
    { truth: { leaked: true }, when: { outbox: 'waiting' } },
  ],
  [
    'tokenIsMeant',
    'page',
    'a careful customer does not compare',
    {
      resourceOwner: change(resourceOwner, says('They do not look closely'), {
        guard: { type: 'is', params: { variable: 'heed', value: 'careful' } },
      }),
    },
  ],
  [
    'onlyTheStarterGetsAnything',
    'shoulder',
    'any client may go on with a transaction',
    { transaction: change(transaction, says('Another client names'), { guard: never }) },
  ],
  [
    'alarmCounts',
    'readable',
    'a denial after the grant revokes nothing',
    { transaction: without(transaction, (one) => one.type === 'perform' && one.params.duty === 'revokeTokens') },
  ],
  [
    'scopeAsSaid',
    'consent',
    'a narrow token is served hourly usage',
    { truth: { served: 'wide' }, when: { granted: 'narrow' } },
  ],
  [
    'usageNeedsToken',
    'readable',
    'the resource server does not ask whether a token was revoked',
    { truth: { used: 'revoked' }, when: { token: 'revoked' } },
  ],
  [
    'codeStaysWithItsIssuer',
    'mix-up',
    'the client does not look who answered',
    { client: change(client, says('The answer comes from another'), { guard: never }) },
  ],
  [
    'answersAlike',
    'unknown',
    'for an unknown customer the answer is an error',
    {
      transaction: change(transaction, does('withholdCode'), {
        actions: [{ type: 'respond', params: { outcome: 'sessionInvalid' } }],
      }),
    },
  ],
  [
    'answersAlike',
    'unknown',
    'only a passcode that was sent grows old',
    {
      transaction: planted(transaction, (one) =>
        does('withholdCode')(one)
          ? withoutActions(one, ({ type, params }) => type === 'startTimer' && params.timer === 'code')
          : one,
      ),
    },
  ],
  [
    'answersAlike',
    'throttled',
    'an exhausted account is told so',
    {
      account: change(account, says('The budget is used up'), {
        actions: [{ type: 'respond', params: { outcome: 'clientTooBusy' } }],
      }),
    },
  ],
  [
    'grantStaysReachable',
    'honest',
    'the window of an account is never over',
    {
      account: staying(
        without(account, ({ type }) => type === 'set'),
        ({ target }) => target === 'quiet',
      ),
    },
  ],
  [
    'liveTransactionCanBeGranted',
    'one-transaction',
    'a passcode that was sent locks the transaction',
    { transaction: change(transaction, does('sendCode'), { target: '#transaction.locked' }) },
  ],
  [
    'fraudCanBeUndone',
    'sim-swap',
    'the other contacts are not told of a grant',
    { transaction: without(transaction, (one) => one.type === 'perform' && one.params.duty === 'notifyOtherContacts') },
  ],
  [
    'replacedTokensAreDead',
    'refresh',
    'a replaced refresh token is taken for the newest',
    {
      grant: planted(grant, (one) =>
        JSON.stringify(one.guard ?? '').includes('stale') ? { ...one, guard: never } : one,
      ),
    },
  ],
  [
    'copiesShow',
    'refresh',
    'a replaced refresh token that comes back is refused, and the grant goes on',
    { grant: staying(grant, says('A refresh token that was replaced came back')) },
  ],
  [
    'tokensStayWithTheirClient',
    'refresh',
    'nobody looks whose refresh token it is',
    { grant: change(grant, says('The refresh token was issued to another client'), { guard: never }) },
  ],
  [
    'overMeansNoTokens',
    'refresh',
    'a denial leaves the grant as it is',
    { grant: staying(grant, says('The resource owner takes the grant back')) },
  ],
];

/** The world with the fault in it. */
function faulty(row: WorldRow, fault: Fault): readonly [WorldRow, Setting] {
  const setting = settingOf(row);
  if (!('truth' in fault)) return [row, { ...setting, machines: { ...setting.machines, ...fault } }];
  const build = (under: Setting): PeopledWorld => {
    const world = row.build(under);
    const { truth, when } = fault;
    const rule = act({
      name: 'planted',
      actor: 'server',
      says: 'What was planted happens.',
      touches: Object.keys(when),
      transaction: 'first',
      does: (here) => (Object.entries(when).every(([name, value]) => here[name] === value) ? { truth } : undefined),
    });
    return { ...world, rules: [...world.rules, rule] };
  };
  return [{ ...row, build }, setting];
}

describe('Every property of a world', () => {
  it('has a fault of its own below', () => {
    const names = [...Object.keys(worldProperties), ...Object.keys(livenessProperties)];
    expect([...new Set(faults.map(([name]) => name))].sort()).toEqual(names.sort());
  });

  it.each(faults)(
    '%s fails in the world %s when %s, and holds there otherwise',
    (property, world, _words, fault) => {
      const row = worldRow(world);
      expect(check(staged(row, settingOf(row)), property).counterexample).toBeUndefined();
      const found = check(staged(...faulty(row, fault)), property).counterexample;
      expect(found?.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
