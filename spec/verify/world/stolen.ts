/**
 * An honest visit, and a stranger who got hold of something: a passcode seen over a shoulder, a handle, an assertion, the
 * credentials of the kiosk, or whatever lies in stores and logs.
 */
import type { Facts } from '../../../model/index.ts';
import type { Values } from '../engine/index.ts';
import type { CapabilityId } from './adversary.ts';
import { assembled } from './assemble.ts';
import { variablesAt } from './guessing.ts';
import { act, type Credentials, type PeopledWorld, type Setting, variable, type WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';
import { older, visitOf } from './visit.ts';

const at: Place = { transaction: 'first', account: 'account', quota: 'quota' };
/** The stranger's own client has a quota of its own. */
const elsewhere: Place = { ...at, quota: "stranger's quota" };
/** Which passcode of the honest transaction the stranger knows. */
const code = variable('stranger knows', 'nothing', 'newest', 'stale');

const learns = (given: string): Values => (given === 'wrong' ? {} : { [code.name]: given });
const forgets = (here: Values): Values => ({ [code.name]: older(here[code.name]) });

/** The stranger sees passcodes and knows the handle, and comes with a client of its own or as nobody it can prove to be. */
export function shoulderWorld(setting: Setting): PeopledWorld {
  const { clientAuthenticated, assertionOnce } = setting.policy.switches;
  const server = serverOf(setting);
  const visit = visitOf(setting, server, { at, alsoTouches: [code.name], onSend: forgets, onType: learns });
  const claims: Facts = clientAuthenticated ? { violation: 'clientUnauthenticated' } : {};
  const replays: Facts = assertionOnce ? { violation: 'clientUnauthenticated' } : {};
  return assembled({
    name: 'shoulder',
    variables: [...variablesAt(server, [at, elsewhere]), ...visit.variables, code],
    rules: [
      ...visit.rules,
      ...thefts(server, {
        needs: 'A6',
        how: 'with its own client and the handle of the kiosk',
        as: 'stranger',
        facts: { client: 'other' },
        place: elsewhere,
      }),
      ...thefts(server, {
        needs: 'A6',
        how: 'with the handle and the name of the kiosk, and no credentials',
        as: 'claimed',
        facts: claims,
      }),
      ...thefts(server, {
        needs: 'A8',
        how: 'with the handle and an assertion that the kiosk has used before',
        as: 'replayed',
        facts: replays,
      }),
      ...thefts(server, {
        needs: 'A23',
        how: 'with the handle and the credentials of the kiosk, and no key of it',
        as: 'kiosk',
        facts: { client: 'otherKey' },
      }),
      ...server.clock(at),
      denial(server),
    ],
  });
}

/** The stranger has the credentials of the kiosk and sees passcodes, but has no handle, unless one can be guessed. */
export function credentialsWorld(setting: Setting): PeopledWorld {
  const { sessionEntropy, codeKeptByClient } = setting.policy.switches;
  const server = serverOf(setting);
  const visit = visitOf(setting, server, { at, alsoTouches: [code.name], onSend: forgets });
  const reads = act({
    name: 'stranger: read logs of the kiosk',
    actor: 'stranger',
    says: 'The stranger reads the logs of the kiosk, with the passcode in them.',
    needs: 'A11',
    touches: ['typed', code.name],
    transaction: at.transaction,
    does: (here) => {
      const logged = here.typed === 'newest' || here.typed === 'stale';
      return codeKeptByClient || !logged
        ? undefined
        : { next: { [code.name]: here.typed ?? '' }, truth: { leaked: true } };
    },
  });
  const sees = act({
    name: 'stranger: look over the shoulder',
    actor: 'stranger',
    says: 'The stranger sees over the shoulder of the customer which passcode is typed.',
    needs: 'A5',
    touches: ['typed', code.name],
    does: (here) =>
      here.typed === 'newest' || here.typed === 'stale' ? { next: { [code.name]: here.typed } } : undefined,
  });
  const guessed = thefts(server, {
    needs: 'A7',
    how: 'with the credentials of the kiosk and a handle that it guessed',
    as: 'kiosk',
    facts: {},
  });
  return assembled({
    name: 'credentials',
    variables: [...variablesAt(server, [at]), ...visit.variables, code],
    rules: [...visit.rules, reads, sees, ...(sessionEntropy ? [] : guessed), ...server.clock(at), denial(server)],
  });
}

interface Theft {
  readonly needs: CapabilityId;
  readonly how: string;
  readonly as: Credentials;
  readonly facts: Facts;
  readonly place?: Place;
}

/** What a thief tries in somebody else's transaction. */
function thefts(server: Server, { needs, how, as, facts, place = at }: Theft): WorldRule[] {
  const by = { actor: 'stranger', needs, as, at: place, touches: [code.name, 'inbox', 'typed'] } as const;
  return [
    server.asked({
      ...by,
      name: `stranger: send, ${how}`,
      says: `The stranger has a passcode sent, ${how}.`,
      exchange: 'delivery',
      facts,
      after: (here, { duties }) =>
        duties.includes('sendCode') ? { next: { ...forgets(here), inbox: 'newest', typed: older(here.typed) } } : {},
    }),
    server.asked({
      ...by,
      name: `stranger: redeem, ${how}`,
      says: `The stranger redeems the passcode that it saw, ${how}.`,
      when: (here) => here[code.name] !== 'nothing',
      exchange: 'redemption',
      facts: (here) => ({ ...facts, code: here[code.name] ?? '' }),
      after: (here) => ({
        truth: { brought: here[code.name] === 'newest' ? 'newest' : 'stale', receiver: 'stranger' },
      }),
    }),
  ];
}

const denial = (server: Server): WorldRule =>
  server.happens({
    name: 'owner: deny',
    actor: 'owner',
    says: 'The customer tells the utility that the transaction is not theirs.',
    at,
    machine: 'transaction',
    event: 'denial.received',
  });
