/**
 * A customer who compares what they see, and a stranger between them and the client: with a page of its own that passes
 * everything on, or at another kiosk of the same client at the same time.
 */
import { assembled } from './assemble.ts';
import { type Actor, ownerOf, pathOf } from './cast.ts';
import { variablesAt } from './guessing.ts';
import { type Comparison, messageStates, readings } from './reading.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

type Heed = 'careful' | 'careless';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const message = variable('message', ...messageStates);
const knows = variable('stranger knows', 'nothing', 'newest');

interface Relay {
  readonly name: string;
  readonly start: string;
  readonly comparison: Comparison;
  readonly types: string;
  readonly needs: 'A14' | 'A15';
  /** Whose client the stranger uses. */
  readonly as: 'kiosk' | 'stranger';
}

/**
 * The stranger's page goes by a name that customers trust. It passes on the phrase that the server returned to the
 * stranger's client, so only the name in the message can give it away.
 */
export function pageWorld(setting: Setting, heed: Heed = 'careful'): PeopledWorld {
  const { clientNamed, displayNameVetted, noClientText } = setting.policy.switches;
  const named = clientNamed && displayNameVetted && noClientText;
  return relayWorld(setting, heed, {
    name: 'page',
    start: 'A stranger, with a page under a name that customers trust, starts a transaction with its own client.',
    comparison: { name: named ? 'stranger' : 'expected', binding: 'same' },
    types: 'The customer types the passcode into the page.',
    needs: 'A14',
    as: 'stranger',
  });
}

/**
 * The stranger stands at another kiosk of the same client and has named the customer, who stands at the first kiosk and
 * waits for a message too. The client's name is right, so only the phrase can give it away.
 */
export function otherKioskWorld(setting: Setting, heed: Heed = 'careful'): PeopledWorld {
  const { bindingMessageSent, bindingMessageShown } = setting.policy.switches;
  return relayWorld(setting, heed, {
    name: 'other-kiosk',
    start: 'At another kiosk of the same client a stranger claims to be the customer and starts a transaction.',
    comparison: { name: 'expected', binding: bindingMessageSent && bindingMessageShown ? 'different' : 'same' },
    types: 'The customer types the passcode into their own kiosk, and somebody looks over their shoulder.',
    needs: 'A15',
    as: 'kiosk',
  });
}

function relayWorld(setting: Setting, heed: Heed, relay: Relay): PeopledWorld {
  const server = serverOf(setting);
  const owner = ownerOf(setting, 'owner', heed);
  const approaches = act({
    name: 'owner: approach',
    actor: 'owner',
    says: 'The customer asks for an energy audit and says who they are.',
    touches: ['owner'],
    does: (here) =>
      pathOf(here.owner) === 'uninvolved'
        ? { next: { owner: owner.step(here.owner, 'client.approached').to } }
        : undefined,
  });
  return assembled({
    name: relay.name,
    variables: [...variablesAt(server, [at]), owner.variable, message, knows],
    rules: [
      ...strangerIn(server, relay),
      approaches,
      ...readings(setting, server, { owner, at, message: message.name, comparison: relay.comparison }),
      handsOver(owner, {
        name: 'owner: type',
        says: relay.types,
        needs: heed === 'careless' ? 'R1' : relay.needs,
        event: 'code.asked',
      }),
      handsOver(owner, {
        name: 'owner: tell a caller',
        says: 'The customer reads the passcode out to somebody who calls and claims to be the utility.',
        needs: 'R1',
        event: 'stranger.called',
      }),
      ...server.clock(at),
    ],
  });
}

function strangerIn(server: Server, { start, needs, as }: Relay): WorldRule[] {
  const by = { actor: 'stranger', at, needs, as, touches: [message.name, knows.name] } as const;
  return [
    server.asked({
      ...by,
      name: 'stranger: start',
      says: start,
      exchange: 'identification',
      after: (_here, { outcome }) =>
        outcome === 'sessionIssued' ? { next: { message: 'none', [knows.name]: 'nothing' } } : {},
    }),
    server.asked({
      ...by,
      name: 'stranger: send',
      says: 'The stranger has a passcode sent to the customer.',
      exchange: 'delivery',
      after: (_here, { duties }) =>
        duties.includes('sendCode') ? { next: { message: 'unread', [knows.name]: 'nothing' } } : {},
    }),
    server.asked({
      ...by,
      name: 'stranger: redeem',
      says: 'The stranger redeems the passcode.',
      when: (here) => here[knows.name] === 'newest',
      exchange: 'redemption',
      facts: { code: 'newest' },
      after: () => ({ truth: { brought: 'newest', receiver: 'stranger' } }),
    }),
  ];
}

interface HandingOver {
  readonly name: string;
  readonly says: string;
  readonly needs: 'A14' | 'A15' | 'R1';
  readonly event: 'code.asked' | 'stranger.called';
}

/** The customer gives the passcode away, to whoever they take for the kiosk or for the utility. */
const handsOver = (owner: Actor, { event, ...telling }: HandingOver): WorldRule =>
  act({
    ...telling,
    actor: 'owner',
    touches: ['owner', message.name, knows.name],
    transaction: at.transaction,
    does: (here) => {
      const { to, duties } = owner.step(here.owner, event);
      if (duties.length === 0 || here.message !== 'read') return undefined;
      const givenTo = event === 'code.asked' ? 'kiosk' : 'server';
      return { next: { owner: to, [knows.name]: 'newest' }, truth: { givenTo } };
    },
  });
