/**
 * A customer in front of an honest kiosk, as parts of a world: they say who they are, choose, read the message, compare,
 * and type the passcode in; the kiosk asks the server. Requests and answers can get lost where a world says so.
 */
import type { Facts, OutcomeName, Truth } from '../../../model/index.ts';
import type { Values, Variable } from '../engine/index.ts';
import { type Actor, answerEvent, clientOf, ownerOf, pathOf } from './cast.ts';
import { act, type Setting, variable, type WorldRule } from './rule.ts';
import type { Answered, Place, Server } from './server.ts';

export interface Visit {
  readonly variables: readonly Variable[];
  readonly rules: readonly WorldRule[];
  readonly kiosk: Actor;
  readonly owner: Actor;
}

export interface VisitOptions {
  readonly at: Place;
  /** Whether requests and answers can get lost, and requests be repeated. */
  readonly lossy?: boolean;
  /** Other variables that change when a passcode is sent or typed, with what becomes of them. */
  readonly alsoTouches?: readonly string[];
  readonly onSend?: (here: Values) => Values;
  readonly onType?: (given: string) => Values;
}

/** What lies in the customer's hand: no message, the newest one, or one that a newer one has replaced. */
export const inbox = variable('inbox', 'empty', 'newest', 'stale');
/** What the kiosk was given to redeem. */
export const typed = variable('typed', 'nothing', 'newest', 'stale', 'wrong');

/** What a new passcode does to the old one, wherever that is. */
export const older = (value: string | undefined): string => (value === 'newest' ? 'stale' : (value ?? ''));

export function visitOf(setting: Setting, server: Server, options: VisitOptions): Visit {
  const kiosk = clientOf(setting, 'kiosk');
  const owner = ownerOf(setting, 'owner');
  const rules = [...encounters(kiosk, owner, options), ...requests(server, kiosk, options)];
  return { variables: [kiosk.variable, owner.variable, inbox, typed], rules, kiosk, owner };
}

function encounters(kiosk: Actor, owner: Actor, { at, alsoTouches = [], onType }: VisitOptions): WorldRule[] {
  const together = ['kiosk', 'owner'];
  const types = (name: string, says: string, code: (here: Values) => string | undefined) =>
    act({
      name,
      actor: 'owner',
      says,
      touches: [...together, 'inbox', 'typed', ...alsoTouches],
      transaction: at.transaction,
      does: (here) => {
        const given = pathOf(here.kiosk) === 'waiting' ? code(here) : undefined;
        if (given === undefined) return undefined;
        const { to } = kiosk.step(here.kiosk, 'code.entered');
        const next = { kiosk: to, owner: owner.step(here.owner, 'code.asked').to, typed: given, ...onType?.(given) };
        return { next, truth: given === 'wrong' ? {} : { givenTo: 'kiosk' } };
      },
    });
  const knowsCode = (here: Values): boolean => ['informed', 'done'].includes(pathOf(here.owner));
  return [
    act({
      name: 'owner: approach',
      actor: 'owner',
      says: 'The customer asks the kiosk for an energy audit and says who they are.',
      touches: together,
      does: (here) =>
        pathOf(here.kiosk) === 'idle' && pathOf(here.owner) === 'uninvolved'
          ? {
              next: {
                kiosk: kiosk.step(here.kiosk, 'subject.entered').to,
                owner: owner.step(here.owner, 'client.approached').to,
              },
            }
          : undefined,
    }),
    act({
      name: 'owner: choose',
      actor: 'owner',
      says: 'The customer chooses how the passcode is to reach them.',
      touches: together,
      does: (here) =>
        pathOf(here.kiosk) === 'choosing'
          ? {
              next: {
                kiosk: kiosk.step(here.kiosk, 'option.chosen').to,
                owner: owner.step(here.owner, 'options.shown').to,
              },
            }
          : undefined,
    }),
    act({
      name: 'owner: read',
      actor: 'owner',
      says: 'The customer reads the message: it names the kiosk and shows the phrase on its screen.',
      touches: [...together, 'inbox'],
      does: (here) =>
        here.inbox !== 'empty' && pathOf(here.owner) === 'engaged'
          ? { next: { owner: owner.step(here.owner, 'message.read', { name: 'expected', binding: 'same' }).to } }
          : undefined,
    }),
    types('owner: type', 'The customer types the passcode into the kiosk.', (here) =>
      knowsCode(here) && here.inbox !== 'empty' ? here.inbox : undefined,
    ),
    types('owner: mistype', 'The customer mistypes the passcode.', (here) => (knowsCode(here) ? 'wrong' : undefined)),
    act({
      name: 'owner: ask for another',
      actor: 'owner',
      says: 'The customer asks for the passcode to be sent again.',
      touches: together,
      does: (here) =>
        pathOf(here.kiosk) === 'waiting' ? { next: { kiosk: kiosk.step(here.kiosk, 'resend.asked').to } } : undefined,
    }),
  ];
}

function requests(server: Server, kiosk: Actor, options: VisitOptions): WorldRule[] {
  const { at, lossy = false, alsoTouches = [], onSend } = options;
  const steps = [
    ['identify', 'identification', 'identifying', 'The kiosk starts the transaction'],
    ['send', 'delivery', 'sending', 'The kiosk has the passcode sent'],
    ['redeem', 'redemption', 'redeeming', 'The kiosk redeems the passcode'],
  ] as const;
  const received = (here: Values, outcome: OutcomeName | undefined): string => {
    const { type, facts } = answerEvent(outcome);
    return kiosk.step(here.kiosk, type, facts).to;
  };
  const consequence = (here: Values, { duties }: Answered, heard: OutcomeName | undefined) => {
    const sent = duties.includes('sendCode');
    const typedNow = sent ? older(here.typed) : here.typed;
    const next: Values = {
      kiosk: received(here, heard),
      typed: pathOf(here.kiosk) === 'redeeming' && heard !== undefined ? 'nothing' : (typedNow ?? ''),
      ...(sent ? { inbox: 'newest', ...onSend?.(here) } : {}),
    };
    const truth: Truth = pathOf(here.kiosk) === 'redeeming' ? { brought: brought(here), receiver: 'kiosk' } : {};
    return { next, truth };
  };
  return steps.flatMap(([word, exchange, state, says]) => {
    const request = {
      actor: 'kiosk' as const,
      at,
      touches: ['kiosk', 'inbox', 'typed', ...alsoTouches],
      when: (here: Values) => pathOf(here.kiosk) === state,
      exchange,
      facts: (here: Values): Facts => ({ code: brought(here) }),
    };
    const answered = server.asked({
      ...request,
      name: `kiosk: ${word}`,
      says: `${says}.`,
      after: (here, answer) => consequence(here, answer, answer.outcome),
    });
    if (!lossy) return [answered];
    return [
      answered,
      server.asked({
        ...request,
        name: `kiosk: ${word}, answer lost`,
        says: `${says}; the answer is lost.`,
        needs: 'A20',
        after: (here, answer) => consequence(here, answer, undefined),
      }),
      server.asked({
        ...request,
        name: `kiosk: ${word}, repeated`,
        says: `${says}; the network repeats the request, and the kiosk is still to hear.`,
        needs: 'A20',
        after: (here, answer) => {
          const { next, truth } = consequence(here, answer, undefined);
          return { next: { ...next, kiosk: here.kiosk ?? '' }, truth };
        },
      }),
      act({
        name: `kiosk: ${word}, request lost`,
        actor: 'network',
        says: 'The request of the kiosk is lost.',
        needs: 'A20',
        touches: ['kiosk'],
        does: (here) => (pathOf(here.kiosk) === state ? { next: { kiosk: received(here, undefined) } } : undefined),
      }),
    ];
  });
}

const brought = ({ typed: code }: Values): 'newest' | 'stale' | 'wrong' =>
  code === 'newest' || code === 'stale' ? code : 'wrong';
