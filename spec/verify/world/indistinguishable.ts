/**
 * Two worlds in lock-step: the same client asks the same of both. In one the customer is known; in the other they are
 * unknown, or known and throttled. Accounts are used by others as well, differently in each. Whatever the client observes
 * has to be the same. It does not have the passcode, and nobody denies: a denial comes from somebody who got a message.
 */
import type { DeliveryOptionPolicy, ExchangeName, Facts, WorldHappening } from '../../../model/index.ts';
import type { Fired, Values } from '../engine/index.ts';
import type { CapabilityId } from './adversary.ts';
import { assembled } from './assemble.ts';
import { variablesAt } from './guessing.ts';
import { optionsSeen } from './options-seen.ts';
import type { PeopledWorld, Setting, WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const here: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const there: Place = { transaction: 'first there', account: 'account there', quota: 'quota there' };

/** The other world: nobody is known by this identifier, or somebody is. */
type Other = 'unknown' | 'throttled';

export const unknownWorld = (setting: Setting): PeopledWorld => lockStep('unknown', setting, 'unknown', openStarts);
export const throttledWorld = (setting: Setting): PeopledWorld =>
  lockStep('throttled', setting, 'throttled', openStarts);
/** The client is one that may see true hints, so that the worlds differ. */
export const vettedWorld = (setting: Setting): PeopledWorld =>
  lockStep('vetted-client', setting, 'unknown', { start: { policy: 'vetted', needs: 'R5' } });

interface Start {
  readonly policy: DeliveryOptionPolicy;
  readonly needs: CapabilityId;
}

/** Under every policy that is for everybody, a client that starts must not see a difference. */
const openStarts: Readonly<Record<string, Start>> = {
  start: { policy: 'generic', needs: 'A1' },
  'start, with decoys': { policy: 'decoy', needs: 'A1' },
};

function lockStep(name: string, setting: Setting, other: Other, starts: Readonly<Record<string, Start>>): PeopledWorld {
  const server = serverOf(setting);
  const contact = { contact: other === 'unknown' ? 'none' : 'onFile' };
  const both = (
    called: string,
    says: string,
    exchange: ExchangeName,
    facts: Facts = {},
    { policy, needs }: Start = usual,
  ) => {
    const asking = { name: called, says, actor: 'stranger', needs, exchange } as const;
    return together(
      server.asked({ ...asking, at: here, facts }),
      server.asked({ ...asking, at: there, facts: { ...facts, ...contact } }),
      (seen, place) => observation(setting, seen, place === there ? contact : { contact: 'onFile' }, policy),
    );
  };
  const clocks = server.clock(here).filter(({ name }) => !name.startsWith('account'));
  const clocksThere = server.clock(there);
  return assembled({
    name,
    variables: variablesAt(server, [here, there]),
    rules: [
      ...Object.entries(starts).map(([called, start]) =>
        both(called, startSays[start.policy], 'identification', {}, start),
      ),
      both('send', 'The client has a passcode sent, in both worlds.', 'delivery'),
      both('send unoffered', 'The client asks for an option that was not offered.', 'delivery', {
        option: 'unoffered',
      }),
      both('wrong', 'The client tries a wrong passcode, in both worlds.', 'redemption'),
      both('foreign send', 'Another client names the transaction.', 'delivery', { client: 'other' }),
      both('foreign code', 'Another client brings a passcode.', 'redemption', { client: 'other' }),
      ...clocks.map((rule) => {
        const [, event = ''] = rule.name.split(': ');
        const twin = clocksThere.find(({ name }) => name.endsWith(`there: ${event}`) && !name.startsWith('account'));
        return twin === undefined ? rule : together(rule, twin, () => 'a timer ends');
      }),
      ...[here, there].flatMap((at) => usedByOthers(server, at)),
    ],
    subjects: { account: ['account', 'account there'], client: ['quota', 'quota there'] },
  });
}

const usual: Start = { policy: 'generic', needs: 'A1' };

const startSays: Readonly<Record<DeliveryOptionPolicy, string>> = {
  generic: 'The client starts a transaction, in both worlds.',
  decoy: 'The client starts a transaction, in both worlds, and is shown hints.',
  vetted: 'A client that may see true hints starts a transaction, in both worlds.',
};

/** What others do to an account, and time: it can be different in each world, and must not show. */
function usedByOthers(server: Server, at: Place): WorldRule[] {
  const events = {
    'message.sent': 'Somebody else has a passcode sent to the same account.',
    'code.refused': 'Somebody else brings a wrong passcode for the same account.',
    'window.elapsed': 'The window of the account is over.',
  } as const;
  const others = Object.entries(events).map(([event, words]) =>
    server.happens({
      name: `${at.account}: ${event}`,
      actor: event === 'window.elapsed' ? 'clock' : 'network',
      says: at === here ? `In one world: ${words}` : `In the other world: ${words}`,
      at,
      machine: 'account',
      event,
    }),
  );
  return others;
}

type Observe = (seen: WorldHappening, at: Place) => string;

const told = (fired: Fired<WorldHappening> | undefined, at: Place, after: Values, observe: Observe): string =>
  fired === undefined ? 'nothing' : `${observe(fired.seen, at)}; ${timersOf(after, at)}`;

/** The same in both worlds at once, with what the client observes of each. */
function together(one: WorldRule, other: WorldRule, observe: Observe): WorldRule {
  return {
    ...one,
    twin: other,
    touches: [...one.touches, ...other.touches],
    fire: (values): Fired<WorldHappening> | undefined => {
      const first = one.fire(values);
      const second = other.fire(values);
      if (first === undefined && second === undefined) return undefined;
      const next = { ...first?.next, ...second?.next };
      const after = { ...values, ...next };
      const seen = {
        ...(first ?? second)?.seen,
        truth: { observed: [told(first, here, after, observe), told(second, there, after, observe)] as const },
      };
      return { next, seen: seen as WorldHappening }; // one of the two has fired
    },
  };
}

/** Which timers of the transaction run: later answers depend on them. */
const timersOf = (values: Values, at: Place): string => {
  const timers = values[at.transaction]?.split('timers ')[1];
  return timers === undefined ? 'no timer runs' : `timers run: ${timers.replaceAll(' ', ', ')}`;
};

/** What a client sees of an answer: its outcome, and what else a careless server would let it see. */
function observation(
  { policy: { switches } }: Setting,
  seen: WorldHappening,
  { contact }: Facts,
  policy: DeliveryOptionPolicy,
): string {
  const { exchange, outcome, duties, before } = seen;
  const known = contact === 'onFile';
  const withheld = duties.includes('withholdCode');
  const silent = outcome === 'codeWrong' && before?.startsWith('pending') === true;
  const clues: readonly (readonly [boolean, string])[] = [
    [exchange === 'identification' && !switches.uniformIdentification && !known, 'no such customer'],
    [outcome === 'sessionIssued', optionsSeen(policy, known, switches)],
    [exchange === 'identification' && !switches.genericOptions && known, "the customer's own options"],
    [exchange === 'identification' && !switches.noAccountData && known, "the customer's name"],
    [exchange === 'delivery' && !switches.uniformDelivery && withheld && !known, 'there is nobody to send to'],
    [exchange === 'delivery' && !switches.silentThrottling && withheld && known, 'too much was sent'],
    [exchange === 'delivery' && !switches.uniformTime && duties.includes('sendCode'), 'after the time of a gateway'],
    [silent && !switches.errorsLeakNothing && !known, 'because none was sent'],
  ];
  const observed = clues.filter(([shown]) => shown).map(([, words]) => words);
  return [outcome ?? '', ...observed].join(', ');
}
