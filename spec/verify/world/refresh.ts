/** A kiosk that refreshes its access token, and a stranger who copied a refresh token of it. */
import type { Facts, Truth, WorldHappening } from '../../../model/index.ts';
import type { Fired, Values } from '../engine/index.ts';
import { tableOf } from '../table/tables.ts';
import { assembled } from './assemble.ts';
import { type Actor, actorOf, pathOf } from './cast.ts';
import { act, type PeopledWorld, type Setting, type Telling, variable, type WorldRule } from './rule.ts';

/** Who holds which refresh token of the grant. The world keeps count by itself: no machine is asked. */
const kiosk = variable('kiosk holds', 'nothing', 'newest', 'stale');
const stranger = variable('stranger holds', 'nothing', 'newest', 'stale');
const place = ['grant', kiosk.name, stranger.name];

export function refreshWorld({ policy, machines }: Setting): PeopledWorld {
  const table = tableOf(machines.grant, policy);
  const grant = actorOf('grant', 'grant', table);
  return assembled({
    name: 'refresh',
    variables: [grant.variable, kiosk, stranger],
    rules: [
      ...eventsOf(grant),
      copies,
      refreshes(
        grant,
        kiosk.name,
        { client: 'same' },
        {
          name: 'kiosk: refresh',
          actor: 'kiosk',
          says: 'The kiosk refreshes its access token.',
        },
      ),
      refreshes(
        grant,
        stranger.name,
        { client: 'same' },
        {
          name: 'stranger: refresh, with the credentials of the kiosk',
          actor: 'stranger',
          says: 'The stranger brings the refresh token that it copied, with the credentials of the kiosk.',
          needs: 'A7',
        },
      ),
      refreshes(
        grant,
        stranger.name,
        { client: 'other' },
        {
          name: 'stranger: refresh, with its own client',
          actor: 'stranger',
          says: 'The stranger brings the refresh token that it copied, with a client of its own.',
          needs: 'A1',
        },
      ),
    ],
  });
}

const copies = act({
  name: 'stranger: copy',
  actor: 'stranger',
  says: 'The stranger copies the refresh token that the kiosk holds.',
  needs: 'A22',
  touches: place,
  does: (here) => (here[kiosk.name] === 'nothing' ? undefined : { next: { [stranger.name]: here[kiosk.name] ?? '' } }),
});

function refreshes(grant: Actor, holder: string, facts: Facts, telling: Telling): WorldRule {
  return {
    ...telling,
    touches: place,
    fire: (here): Fired<WorldHappening> | undefined => {
      const held = here[holder];
      if (held !== 'newest' && held !== 'stale') return undefined;
      const { to, duties } = grant.step(here.grant, 'refresh.requested', {
        ...facts,
        refreshToken: held,
        scope: 'within',
      });
      const next: Values = duties.includes('rotateTokens')
        ? { ...replaced(here), [holder]: 'newest', grant: to }
        : { grant: to };
      const truth: Truth = { brought: held, ...(facts.client === 'other' ? { foreign: true } : {}) };
      return { next, seen: { actor: telling.actor, exchange: 'refresh', duties, truth } };
    },
  };
}

/** A new refresh token makes old ones of all others. */
const replaced = (here: Values): Values =>
  Object.fromEntries([kiosk.name, stranger.name].flatMap((name) => (here[name] === 'newest' ? [[name, 'stale']] : [])));

/** What no request to the grant causes: its beginning, the word of its resource owner, and its end. */
function eventsOf(grant: Actor): WorldRule[] {
  const event = (name: string, telling: Telling, when: (here: Values) => boolean, next: Values = {}): WorldRule => ({
    ...telling,
    touches: place,
    fire: (here): Fired<WorldHappening> | undefined => {
      if (!when(here)) return undefined;
      const { to, duties } = grant.step(here.grant, name);
      return {
        next: { ...next, grant: to },
        seen: { actor: telling.actor, event: `grant ${name}`, duties, truth: {} },
      };
    },
  });
  return [
    event(
      'grant.issued',
      { name: 'kiosk: redeem', actor: 'kiosk', says: 'The kiosk redeems the passcode and gets its first tokens.' },
      (here) => pathOf(here.grant) === 'absent',
      { [kiosk.name]: 'newest' },
    ),
    event(
      'grant.denied',
      { name: 'owner: deny', actor: 'owner', says: 'The customer tells the utility that the grant is not theirs.' },
      (here) => pathOf(here.grant) !== 'absent',
    ),
    event(
      'grant.expired',
      { name: 'clock: grant.expired', actor: 'clock', says: 'The life of the grant is over.' },
      (here) => here.grant?.includes('timers grant') === true,
    ),
  ];
}
