/**
 * Two authorization servers. The kiosk knows both; one of them belongs to the stranger. Its metadata may point at the
 * endpoints of the honest one, or it passes on to the honest one what the kiosk asks of it.
 */
import type { Values } from '../engine/index.ts';
import { assembled } from './assemble.ts';
import { type Actor, answerEvent, clientOf, ownerOf, pathOf } from './cast.ts';
import { variablesAt } from './guessing.ts';
import { messageStates, readings } from './reading.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Answered, type Place, type Server, serverOf } from './server.ts';

/** The transaction at the honest server. */
const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const elsewhere: Place = { ...at, quota: "stranger's quota" };
/** Which server the kiosk means to ask, and how its request reaches the honest one. */
const asks = variable('kiosk asks', 'nobody', 'the honest server', 'the evil server');
const route = variable('route', 'none', 'direct', 'by evil metadata', 'relayed as kiosk', 'relayed as stranger');
const message = variable('message', ...messageStates);
const knows = variable('evil server knows', 'nothing', 'newest');
const people = ['kiosk', 'owner', asks.name, route.name, message.name, knows.name];

export function mixUpWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const kiosk = clientOf(setting, 'kiosk');
  const owner = ownerOf(setting, 'owner');
  const relayed = (here: Values) => here.route === 'relayed as stranger' && setting.policy.switches.clientNamed;
  return assembled({
    name: 'mix-up',
    variables: [...variablesAt(server, [at, elsewhere]), kiosk.variable, owner.variable, asks, route, message, knows],
    rules: [
      ...visits(kiosk, owner),
      ...starts(setting, server, kiosk),
      ...sends(server, kiosk),
      ...readings(setting, server, {
        owner,
        at,
        message: message.name,
        comparison: (here) => ({ name: relayed(here) ? 'stranger' : 'expected', binding: 'same' }),
        touches: [route.name],
      }),
      ...redeems(setting, server, kiosk),
      ...server.clock(at),
    ],
    subjects: { client: ['quota'] },
  });
}

function visits(kiosk: Actor, owner: Actor): WorldRule[] {
  const chooses = (which: 'the honest server' | 'the evil server') =>
    act({
      name: `owner: approach, ${which}`,
      actor: 'owner',
      says: `The customer comes to the kiosk and picks a utility: that of ${which}.`,
      touches: people,
      does: (here) =>
        pathOf(here.owner) === 'uninvolved'
          ? {
              next: {
                kiosk: kiosk.step(here.kiosk, 'subject.entered').to,
                owner: owner.step(here.owner, 'client.approached').to,
                [asks.name]: which,
              },
            }
          : undefined,
    });
  const options = act({
    name: 'owner: choose',
    actor: 'owner',
    says: 'The customer chooses how the passcode is to reach them.',
    touches: people,
    does: (here) =>
      pathOf(here.kiosk) === 'choosing' ? { next: { kiosk: kiosk.step(here.kiosk, 'option.chosen').to } } : undefined,
  });
  const types = act({
    name: 'owner: type',
    actor: 'owner',
    says: 'The customer types the passcode into the kiosk.',
    touches: people,
    transaction: at.transaction,
    does: (here) => {
      const { to, duties } = owner.step(here.owner, 'code.asked');
      if (pathOf(here.kiosk) !== 'waiting' || !duties.includes('giveCode')) return undefined;
      return { next: { kiosk: kiosk.step(here.kiosk, 'code.entered').to, owner: to }, truth: { givenTo: 'kiosk' } };
    },
  });
  return [chooses('the honest server'), chooses('the evil server'), options, types];
}

function starts({ policy: { switches } }: Setting, server: Server, kiosk: Actor): WorldRule[] {
  const start = (how: string, from: Place, actor: 'kiosk' | 'stranger', issuer: 'expected' | 'other', says: string) =>
    server.asked({
      name: `start ${how}`,
      actor,
      says,
      ...(how === 'direct' ? {} : { needs: 'A16' as const }),
      as: from === at ? 'kiosk' : 'stranger',
      at: from,
      touches: people,
      exchange: 'identification',
      when: (here) =>
        pathOf(here.kiosk) === 'identifying' && (here[asks.name] === 'the honest server') === (how === 'direct'),
      after: (here, { outcome }) => {
        const { type, facts } = answerEvent(outcome, issuer);
        const next = { kiosk: kiosk.step(here.kiosk, type, facts).to };
        return { next: outcome === 'sessionIssued' ? { ...next, route: how } : next };
      },
    });
  const noticed = switches.issuerReturned && switches.issuerCompared ? 'other' : 'expected';
  const asKiosk = start(
    'relayed as kiosk',
    at,
    'stranger',
    'expected',
    'The evil server takes the request and the assertion of the kiosk to the honest server, as if it were the kiosk.',
  );
  return [
    start('direct', at, 'kiosk', 'expected', 'The kiosk starts the transaction at the honest server.'),
    start(
      'by evil metadata',
      at,
      'kiosk',
      noticed,
      'The metadata of the evil server names the endpoint of the honest one, where the kiosk starts the transaction.',
    ),
    start(
      'relayed as stranger',
      elsewhere,
      'stranger',
      'expected',
      'The evil server takes the request of the kiosk and asks the same of the honest server, with a client of its own.',
    ),
    ...(switches.assertionAudience ? [] : [asKiosk]),
  ];
}

const sends = (server: Server, kiosk: Actor): WorldRule[] =>
  ([at, elsewhere] as const).map((from) =>
    server.asked({
      name: `send, ${from.quota}`,
      actor: from === at ? 'kiosk' : 'stranger',
      says:
        from === at
          ? 'The kiosk has the passcode sent by the honest server.'
          : 'The kiosk asks the evil server for the passcode, which asks the honest server for it.',
      at: from,
      touches: people,
      exchange: 'delivery',
      when: (here) =>
        pathOf(here.kiosk) === 'sending' && (here.route === 'relayed as stranger') === (from === elsewhere),
      after: (here, { outcome, duties }: Answered) => {
        const { type, facts } = answerEvent(outcome);
        const next = { kiosk: kiosk.step(here.kiosk, type, facts).to };
        return { next: duties.includes('sendCode') ? { ...next, message: 'unread' } : next };
      },
    }),
  );

function redeems({ policy: { switches } }: Setting, server: Server, kiosk: Actor): WorldRule[] {
  const honest = server.asked({
    name: 'redeem',
    actor: 'kiosk',
    says: 'The kiosk redeems the passcode at the honest server.',
    at,
    touches: people,
    exchange: 'redemption',
    facts: { code: 'newest' },
    when: (here) => pathOf(here.kiosk) === 'redeeming' && here[asks.name] === 'the honest server',
    after: (here, { outcome }) => {
      const { type, facts } = answerEvent(outcome);
      return {
        next: { kiosk: kiosk.step(here.kiosk, type, facts).to },
        truth: { brought: 'newest', receiver: 'kiosk' },
      };
    },
  });
  const strays = act({
    name: 'hand the passcode to the evil server',
    actor: 'kiosk',
    says: 'The kiosk brings the passcode of the honest server to the token endpoint of the evil server.',
    touches: people,
    transaction: at.transaction,
    does: (here) =>
      pathOf(here.kiosk) === 'redeeming' && here[asks.name] === 'the evil server'
        ? {
            next: { kiosk: kiosk.step(here.kiosk, 'answer.missing').to, [knows.name]: 'newest' },
            truth: { strayed: true },
          }
        : undefined,
  });
  const steals = server.asked({
    name: 'redeem as evil server',
    actor: 'stranger',
    says: 'The evil server redeems the passcode at the honest server.',
    needs: 'A16',
    at: switches.assertionAudience ? elsewhere : at,
    as: switches.assertionAudience ? 'stranger' : 'kiosk',
    touches: people,
    exchange: 'redemption',
    when: (here) => here[knows.name] === 'newest',
    facts: (here) => ({
      code: 'newest',
      client: switches.assertionAudience && here.route !== 'relayed as stranger' ? 'other' : 'same',
    }),
    after: () => ({ truth: { brought: 'newest', receiver: 'stranger' } }),
  });
  return [honest, strays, steals];
}
