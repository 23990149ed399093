/**
 * A transaction that goes well, as a sequence of arrows between three parties. The order is that of the shortest way
 * through the client's machine to its token, so that the figure and the machine cannot disagree.
 */
import {
  type ClientEffect,
  client,
  defaultPolicy,
  duties,
  type EventOf,
  exchanges,
  type MessageName,
  type OutcomeRow,
  outcomes,
} from '../../../../model/index.ts';
import { explore, type Step } from '../../../walk/explore.ts';
import { messageWords } from '../message-tables.ts';
import type { Scene, Shape } from './scene.ts';

type Lane = 'owner' | 'client' | 'server';

export interface Arrow {
  /** The event or duty of the client's machine, or `message` for what comes to the resource owner. */
  readonly id: string;
  readonly from: Lane;
  readonly to: Lane;
  readonly words: string;
}

type ClientEvent = EventOf<typeof client>;

const message = (name: MessageName): string => messageWords(name).replace(/^./, (first) => first.toUpperCase());

const answerOf = (outcome: keyof typeof outcomes): string => {
  const row: OutcomeRow = outcomes[outcome];
  return row.message === undefined ? outcome : message(row.message);
};

/** What each event of the client is to the others: who caused it, and by saying what. */
const caused: Readonly<Record<ClientEvent, Pick<Arrow, 'from' | 'words'> | undefined>> = {
  'subject.entered': { from: 'owner', words: duties.nameSubject.description },
  'session.received': { from: 'server', words: answerOf('sessionIssued') },
  'option.chosen': { from: 'owner', words: duties.chooseOption.description },
  'code.announced': { from: 'server', words: answerOf('codeSent') },
  'code.entered': { from: 'owner', words: 'Give the passcode.' },
  'token.received': { from: 'server', words: answerOf('tokenIssued') },
  'resend.asked': undefined,
  'error.received': undefined,
  'answer.missing': undefined,
  'restart.asked': undefined,
};

/** What each request of the client is to the server. */
const asked: Readonly<Record<ClientEffect, string | undefined>> = {
  requestIdentification: message(exchanges.identification.request),
  requestDelivery: message(exchanges.delivery.request),
  requestToken: message(exchanges.redemption.request),
  requestResource: undefined, // what follows the grant is not part of it
};

/** The arrows, in order. The message to the resource owner leaves when the client is told that it will. */
export function arrows(): Arrow[] {
  return shortestWay().flatMap(({ event, effects }): Arrow[] => {
    const cause = caused[event];
    if (cause === undefined) throw new Error(`the figure has no arrow for ${event}`);
    const sent = effects.flatMap((id): Arrow[] => {
      const words = asked[id];
      return words === undefined ? [] : [{ id, from: 'client', to: 'server', words }];
    });
    const told: Arrow = { id: 'message', from: 'server', to: 'owner', words: 'Message with the passcode' };
    return [{ id: event, ...cause, to: 'client' }, ...(event === 'code.announced' ? [told] : []), ...sent];
  });
}

interface Way {
  readonly event: ClientEvent;
  readonly effects: readonly ClientEffect[];
}

/** The shortest way of the client's machine from its first state to the token. */
function shortestWay(): Way[] {
  const { steps } = explore(client, defaultPolicy);
  const ways = new Map<string, readonly Step[]>([[client.initial, []]]);
  for (const step of steps) {
    const way = ways.get(step.from.value);
    if (way !== undefined && !ways.has(step.to.value)) ways.set(step.to.value, [...way, step]);
  }
  return (ways.get('authorized') ?? []).map(({ event, effects }) => ({
    event: event.type as ClientEvent, // the machine's own alphabet
    effects: effects.flatMap((effect) => (effect.type === 'perform' ? [effect.params.duty as ClientEffect] : [])), // a client performs client duties
  }));
}

const lanes = {
  owner: { column: 6, width: 13, words: ['Resource', 'owner'] },
  client: { column: 28, width: 13, words: ['Client', ''] },
  server: { column: 61, width: 15, words: ['Authorization', 'server'] },
} as const satisfies Record<
  Lane,
  { readonly column: number; readonly width: number; readonly words: readonly string[] }
>;

/** The scene: at most 69 cells wide. Arrows are lettered, and their words stand above them. */
export function sequenceScene(): Scene {
  const shapes: Shape[] = [];
  let row = 4;
  for (const [index, { from, to, words }] of arrows().entries()) {
    const [start, end] = [lanes[from].column, lanes[to].column];
    const left = Math.min(start, end);
    const lines = wrapped(`(${letter(index)}) ${words.replace(/\.$/, '')}`, Math.abs(end - start) - 2);
    row += 1;
    for (const line of lines) {
      shapes.push({ kind: 'words', column: left + 2, row, words: line });
      row += 1;
    }
    const step = Math.sign(end - start);
    shapes.push({ kind: 'line', from: [start + step, row], to: [end - step, row], head: true });
    row += 1;
  }
  const heads = Object.values(lanes).flatMap(({ column, width, words }): Shape[] => [
    { kind: 'line', from: [column, 4], to: [column, row], head: false },
    { kind: 'box', column: column - Math.floor(width / 2), row: 0, width, words },
  ]);
  return [...heads, ...shapes];
}

function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width)
      lines.push(lines.length === 0 ? word : `    ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** A, B, C… */
export const letter = (index: number): string => String.fromCharCode(65 + index);

const partyWords = { owner: 'the resource owner', client: 'the client', server: 'the authorization server' } as const;

/** The figure in words. */
export const sequenceInWords = (): string =>
  arrows()
    .map(({ from, to, words }, index) => {
      const said = words.replace(/\.$/, '');
      return `(${letter(index)}) From ${partyWords[from]} to ${partyWords[to]}: ${said}.`;
    })
    .join(' ');
