/**
 * Messages on their way: they wait in the outbox, are handed over late, refused or lost, while newer passcodes replace
 * theirs. And a stranger who would like to have them sent elsewhere.
 */
import type { Facts, Truth } from '../../../model/index.ts';
import type { Values } from '../engine/index.ts';
import { tableOf } from '../table/tables.ts';
import { assembled } from './assemble.ts';
import { type Actor, actorOf, pathOf } from './cast.ts';
import { variablesAt } from './guessing.ts';
import { act, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
const letters = ['first letter', 'second letter'] as const;
type Letter = (typeof letters)[number];

/** Whose passcode is worth something. */
const living = variable('living', 'neither', ...letters);
/** How and where each message goes. */
const ways = ['offered', 'unoffered', 'to a claimed number', 'to a new contact'] as const;
const wayOf = (letter: Letter): string => `way of the ${letter}`;

export function channelWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const table = tableOf(setting.machines.channel, setting.policy);
  const carriers = Object.fromEntries(letters.map((letter) => [letter, actorOf(letter, 'channel', table)])) as Record<
    Letter,
    Actor
  >; // one for each letter
  return assembled({
    name: 'channel',
    variables: [
      ...variablesAt(server, [at]),
      ...letters.flatMap((letter) => [carriers[letter].variable, variable(wayOf(letter), ...ways)]),
      living,
    ],
    rules: [
      start(server),
      ...sending(setting, server, carriers),
      ...letters.flatMap((letter) => carrying(carriers[letter], letter)),
      ...dying(server, carriers),
    ],
  });
}

const all = [...letters, ...letters.map(wayOf), living.name];

const start = (server: Server): WorldRule => {
  const [absent] = server.variable('transaction', at.transaction).values;
  return server.asked({
    name: 'start',
    actor: 'stranger',
    says: "The stranger's client starts a transaction for the customer.",
    needs: 'A1',
    at,
    exchange: 'identification',
    when: (here) => here[at.transaction] === absent,
  });
};

function sending({ policy: { switches } }: Setting, server: Server, carriers: Record<Letter, Actor>): WorldRule[] {
  const send = (way: (typeof ways)[number], says: string, facts: Facts = {}) =>
    server.asked({
      name: `send, ${way}`,
      actor: 'stranger',
      says,
      needs: way === 'offered' ? 'A1' : 'A17',
      at,
      touches: all,
      exchange: 'delivery',
      facts,
      after: (here, { duties }) => {
        const letter = letters.find((one) => pathOf(here[one]) === 'empty');
        if (!duties.includes('sendCode') || letter === undefined) return {};
        const older = letters.filter((one) => one !== letter);
        const replaced = older.map((one) => [one, carriers[one].step(here[one], 'code.superseded').to]);
        const queued = carriers[letter].step(here[letter], 'message.queued').to;
        return {
          next: { ...Object.fromEntries(replaced), [letter]: queued, [wayOf(letter)]: way, [living.name]: letter },
        };
      },
    });
  return [
    send('offered', "The stranger's client has a passcode sent by an offered option."),
    send('unoffered', "The stranger's client asks for an option that was not offered.", { option: 'unoffered' }),
    ...(switches.identifiesOnly
      ? []
      : [send('to a claimed number', 'The request names a number of the stranger, and the passcode is sent to it.')]),
    ...(switches.contactOnFile
      ? []
      : [
          send('to a new contact', 'The stranger gives the utility a new contact; the passcode is sent to it at once.'),
        ]),
  ];
}

function carrying(carrier: Actor, letter: Letter): WorldRule[] {
  const words = `the message with the ${letter === 'first letter' ? 'first' : 'second'} passcode`;
  const gateway = (event: 'gateway.accepted' | 'gateway.refused', says: string) =>
    act({
      name: `${letter}: ${event}`,
      actor: 'network',
      says,
      needs: 'A20',
      touches: [letter],
      does: (here) =>
        pathOf(here[letter]) === 'queued' ? { next: { [letter]: carrier.step(here[letter], event).to } } : undefined,
    });
  return [
    act({
      name: `${letter}: handover.due`,
      actor: 'server',
      says: `The authorization server hands ${words} over.`,
      touches: all,
      transaction: at.transaction,
      does: (here) => {
        const { to, duties } = carrier.step(here[letter], 'handover.due');
        return duties.includes('handOver') ? { next: { [letter]: to }, truth: handedOver(here, letter) } : undefined;
      },
    }),
    gateway('gateway.accepted', `The gateway takes ${words}.`),
    gateway('gateway.refused', `The gateway refuses ${words}.`),
  ];
}

function handedOver(here: Values, letter: Letter): Truth {
  if (here[living.name] !== letter) return { handedOver: 'dead' };
  const way = here[wayOf(letter)];
  if (way === 'offered' || way === 'unoffered') return { handedOver: way };
  return { handedOver: 'offered', leaked: true };
}

/** What makes a passcode worthless tells the message that carries it. */
function dying(server: Server, carriers: Record<Letter, Actor>): WorldRule[] {
  const denial = server.happens({
    name: 'owner: deny',
    actor: 'owner',
    says: 'The customer tells the utility that the transaction is not theirs.',
    at,
    machine: 'transaction',
    event: 'denial.received',
  });
  return [denial, ...server.clock(at)].map((rule) => ({
    ...rule,
    touches: [...rule.touches, ...letters, living.name],
    fire: (here) => {
      const fired = rule.fire(here);
      if (fired === undefined || fired.seen.after?.startsWith('pending') === fired.seen.before?.startsWith('pending')) {
        return fired;
      }
      const event = rule.name.endsWith('code.expired') ? 'code.lapsed' : 'code.superseded';
      const told = letters.map((one) => [one, carriers[one].step(here[one], event).to]);
      return { ...fired, next: { ...fired.next, ...Object.fromEntries(told), [living.name]: 'neither' } };
    },
  }));
}
