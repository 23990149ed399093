/** A step as a sequence diagram shows it: who says what to whom, in words of the model. */
import {
  type DutyName,
  duties as dutyRows,
  type EndpointRow,
  type ExchangeName,
  type ExchangeRow,
  endpoints,
  errors,
  exchanges,
  type MachineName,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
  type Party,
} from '../../../model/index.ts';
import { dutiesIn, type Move } from './course.ts';
import { definitionOf, type RequestStep, request, type ToldStep } from './step.ts';
import type { Taken } from './take.ts';
import { timerOf } from './world.ts';

export const lanes = {
  customer: 'Customer',
  client: 'Client',
  server: 'Authorization server',
  delivery: 'Delivery',
  adversary: 'Adversary',
} as const;

export type Lane = keyof typeof lanes;

export const laneNames = Object.keys(lanes) as readonly Lane[]; // keys of the table itself

export type ArrowKind = 'request' | 'answer' | 'error' | 'message' | 'act' | 'time' | 'note';

export interface Arrow {
  readonly from: Lane;
  /** The same as `from` for what a party does by itself. */
  readonly to: Lane;
  readonly kind: ArrowKind;
  readonly text: string;
}

const laneOf: Readonly<Record<MachineName, Lane>> = {
  admission: 'server',
  quota: 'server',
  account: 'server',
  transaction: 'server',
  grant: 'server',
  channel: 'delivery',
  client: 'client',
  resourceOwner: 'customer',
};

/** Between whom something passes when a duty is done. Duties that are not here show in what follows from them. */
const passes: Readonly<Partial<Record<DutyName, readonly [Lane, Lane]>>> = {
  nameSubject: ['customer', 'client'],
  chooseOption: ['customer', 'client'],
  giveCode: ['customer', 'client'],
  giveCodeToStranger: ['customer', 'adversary'],
  deny: ['customer', 'server'],
  notifyOtherContacts: ['server', 'customer'],
  withholdCode: ['server', 'server'],
  revokeTokens: ['server', 'server'],
  tryAgainLater: ['delivery', 'delivery'],
};

const laneOfActor: Readonly<Record<Party, Lane>> = {
  kiosk: 'client',
  stranger: 'adversary',
  owner: 'customer',
  server: 'server',
  network: 'delivery',
  clock: 'server',
};

/** The arrows of a step, in order. */
export function arrowsOf({ step, moves, outcome, told }: Taken): Arrow[] {
  if (step.kind === 'told') return toldArrows(step, outcome, told?.cannot !== undefined);
  if (step.kind === 'request') {
    const asked = moves.findIndex(({ machine }) => machine === 'admission');
    const before = moves.slice(0, asked).flatMap(({ effects }) => passed(dutiesIn(effects)));
    const after = moves.slice(asked);
    return [
      ...before,
      { from: step.by, to: 'server', kind: 'request', text: requestWords(step) },
      ...(outcome === undefined ? [] : [answer(outcome, step)]),
      ...after.flatMap(({ effects }) => passed(dutiesIn(effects))),
      ...after.filter(({ machine }) => machine === 'channel').map(channelArrow),
    ];
  }
  return [
    ...happening(moves, step.machine, step.event.type),
    ...moves.flatMap(({ effects }) => passed(dutiesIn(effects))),
  ];
}

/**
 * What a trace tells: who asks and is answered, and what the duties carry. Everything else is in the words of the step.
 *
 * @param outcome what the machines answered
 */
function toldArrows(step: ToldStep, outcome: OutcomeName | undefined, isImpossible: boolean): Arrow[] {
  const happened = step.isTried === true ? step.attempt : { happens: true as const, ...step.tells };
  const from = laneOfActor[step.tells.actor];
  if (isImpossible || happened === undefined || !happened.happens) {
    return [{ from, to: from, kind: 'note', text: 'This cannot happen.' }];
  }
  const { actor, exchange, event, duties } = happened;
  const done = [
    ...passed(duties),
    ...(duties.includes('sendCode') ? [{ ...sendsCode, text: dutyRows.sendCode.description }] : []),
  ];
  if (exchange !== undefined) {
    const asked: Arrow = { from, to: 'server', kind: 'request', text: requestLine(exchange) };
    return [asked, ...(outcome === undefined ? [] : [answer(outcome, { by: from })]), ...done];
  }
  if (event?.name === 'denial.received') {
    const text = definitionOf('transaction').events[event.name]?.description ?? event.name;
    return [{ from, to: 'server', kind: 'act', text }, ...done];
  }
  return actor === 'clock' ? [{ from, to: from, kind: 'time', text: 'Time passes.' }, ...done] : done;
}

const sendsCode = { from: 'server', to: 'delivery', kind: 'message' } as const;

/** `POST /token` and what is not ordinary about it. */
export function requestWords(step: RequestStep): string {
  const notes = factNotes(step);
  return `${requestLine(step.exchange)}${notes === '' ? '' : ` (${notes})`}`;
}

function requestLine(exchange: ExchangeName): string {
  const { endpoint }: ExchangeRow = exchanges[exchange];
  const { method, path }: EndpointRow = endpoints[endpoint];
  return `${method} ${path}`;
}

/** What is not ordinary about a request, in the words of its facts. */
export function factNotes({ exchange, facts }: RequestStep): string {
  const ordinary = request(exchange).facts;
  return Object.entries(facts)
    .filter(([name, value]) => ordinary[name] !== value)
    .map(([name, value]) => (name === 'violation' ? value : `${name} ${value}`))
    .join(', ');
}

/** `400 invalid_grant`, or the status with what it means. */
export function answerWords(outcome: keyof typeof outcomes): string {
  const { status, error, words }: OutcomeRow = outcomes[outcome];
  return `${status} ${error === undefined ? words : errors[error].name}`;
}

const answer = (outcome: keyof typeof outcomes, { by }: { readonly by: Lane }): Arrow => ({
  from: 'server',
  to: by,
  kind: outcomes[outcome].status === 200 ? 'answer' : 'error',
  text: answerWords(outcome),
});

function passed(names: readonly DutyName[]): Arrow[] {
  return names.flatMap((name) => {
    const way = passes[name];
    if (way === undefined) return [];
    const kind = way[0] === way[1] ? 'note' : way[0] === 'server' ? 'message' : 'act';
    return [{ from: way[0], to: way[1], kind, text: dutyRows[name].description }];
  });
}

function channelArrow({ event, from, to }: Move): Arrow {
  const text = definitionOf('channel').events[event.type]?.description ?? event.type;
  if (event.type === 'message.queued') return { from: 'server', to: 'delivery', kind: 'message', text };
  if (event.type === 'gateway.accepted')
    return { from: 'delivery', to: 'customer', kind: 'message', text: 'the message' };
  const outcome = from.value === to.value ? '' : ` (${to.value})`;
  return { from: 'delivery', to: 'delivery', kind: 'note', text: text + outcome };
}

function happening(moves: readonly Move[], machine: MachineName, event: string): Arrow[] {
  const [first] = moves;
  if (first === undefined) return [];
  const lane = laneOf[machine];
  const text = definitionOf(machine).events[event]?.description ?? event;
  const others = moves
    .slice(1)
    .filter((move) => move.machine === 'channel')
    .map(channelArrow);
  if (machine === 'channel') return [channelArrow(first)];
  if (timerOf(machine, event) !== undefined) return [{ from: lane, to: lane, kind: 'time', text }, ...others];
  if (event === 'denial.received') return [{ from: 'customer', to: lane, kind: 'act', text }, ...others];
  if (event === 'stranger.called') return [{ from: 'adversary', to: lane, kind: 'act', text }];
  return [{ from: lane, to: lane, kind: 'note', text }, ...others];
}
