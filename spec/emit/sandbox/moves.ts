/** Everything that a client can do next with a sandbox, as requests, and where each leads. */
import {
  codeCharsets,
  defaultPolicy,
  type ExchangeName,
  type Facts,
  type MessageFate,
  magicCode,
  type OutcomeName,
  parameters as p,
  rulesOf,
  type SandboxCustomer,
  sandboxClientRows,
  sandboxCustomerRows,
  scopes,
} from '../../../model/index.ts';
import { exchangeNames } from '../answers.ts';
import { breaking, toldBefore } from './front-door.ts';
import {
  auditor,
  delivering,
  formRequest,
  identifying,
  memberOf,
  readRequest,
  redeeming,
  type SandboxRequest,
  sandboxRequest,
  unknownSession,
  usageRequest,
  wrongCode,
} from './request.ts';
import { advanced, forBusyClient, openedFor, requested, type SandboxWorld } from './world.ts';

/** What a row of the table is a way to. */
export type Target =
  | { readonly exchange: ExchangeName; readonly outcome: OutcomeName; readonly rule?: string }
  | { readonly fate: MessageFate };

/** What was done so far, and where it led. */
export interface Node {
  readonly world: SandboxWorld;
  readonly requests: readonly SandboxRequest[];
  readonly cost: number;
  /** Which of the requests opened the transaction, and which was granted a token, from 1. */
  readonly openedBy?: number;
  readonly grantedBy?: number;
}

export interface Move {
  /** What the sandbox is told first. */
  readonly before?: SandboxRequest;
  readonly request: SandboxRequest;
  readonly world: SandboxWorld;
  readonly target?: Extract<Target, { exchange: ExchangeName }>;
  readonly cost?: number;
}

/** A plain request costs 1. A customer with a past is harder to understand, and the clock is everybody's. */
export const costs = { plain: 1, past: 2.5, clock: 3 } as const;

/** The fixed passcode of magic customers under the recommended policy. */
export const tableCode = magicCode(defaultPolicy.limits.codeLength, codeCharsets.numeric.characters);

/** Everything that can be done next, the plainest first. */
export function* movesOf(node: Node): Generator<Move> {
  // the front door knows no past, but for the token that it is shown
  if (node.requests.length === 0 || node.grantedBy !== undefined) {
    yield* frontDoorMoves(node);
    yield* readingMoves(node);
  }
  if (node.openedBy === undefined) yield* openingMoves(node);
  yield* transactionMoves(node);
}

function* frontDoorMoves({ world, grantedBy }: Node): Generator<Move> {
  const isMonthly = grantedBy !== undefined && world.scope === 'usageSummary';
  const atHand = { monthlyToken: isMonthly ? memberOf(grantedBy, p.accessToken.name) : undefined };
  for (const exchange of exchangeNames) {
    for (const rule of rulesOf(exchange)) {
      const request = breaking[rule](exchange, atHand);
      if (request === undefined) continue;
      const { outcome } = requested(world, exchange, { violation: rule });
      const before = toldBefore[rule];
      yield { ...(before && { before }), request, world, target: { exchange, outcome, rule } };
    }
  }
}

function* readingMoves({ world, grantedBy }: Node): Generator<Move> {
  const read = (exchange: ExchangeName, request: SandboxRequest): Move => {
    const { outcome } = requested(world, exchange, { violation: 'none' });
    return { request, world, target: { exchange, outcome } };
  };
  yield read('metadata', readRequest('The metadata', 'metadata'));
  yield read('keys', readRequest('The keys', 'keys'));
  if (grantedBy !== undefined) {
    yield read('usage', usageRequest('Usage by month', memberOf(grantedBy, p.accessToken.name)));
  }
}

function* openingMoves({ world }: Node): Generator<Move> {
  for (const { clientId, isBusy, scopes: allowed } of sandboxClientRows) {
    if (clientId !== auditor && !isBusy) continue;
    for (const customer of bySimplicity) {
      for (const scope of allowed) {
        const title = `${clientId} names ${customer.id} and asks for ${scopes[scope].name}`;
        const request = formRequest(title, 'identification', clientId, identifying(customer, scope));
        const met = isBusy ? forBusyClient(world) : world;
        const { outcome, world: after } = requested(met, 'identification', { violation: 'none' });
        const isOpen = outcome === 'sessionIssued';
        yield {
          request,
          world: isOpen ? openedFor(after, customer, scope) : world,
          target: { exchange: 'identification', outcome },
          cost: customer.magic?.history.length ? costs.past : costs.plain,
        };
      }
    }
    if (!isBusy) continue;
    const request = formRequest(
      `${clientId} brings a passcode`,
      'redemption',
      clientId,
      redeeming(unknownSession, wrongCode),
    );
    const { outcome } = requested(forBusyClient(world), 'redemption', {
      violation: 'none',
      client: 'other',
      code: 'wrong',
    });
    yield { request, world, target: { exchange: 'redemption', outcome } };
  }
}

function* transactionMoves(node: Node): Generator<Move> {
  const known = sessionOf(node);
  const session = known ?? unknownSession;
  const where = known === undefined ? ', in a transaction that nobody opened' : '';
  const { world } = node;
  const move = (exchange: 'delivery' | 'redemption', facts: Facts, request: SandboxRequest): Move => {
    const { outcome, world: after } = requested(world, exchange, { violation: 'none', ...facts });
    return { request, world: after, target: { exchange, outcome } };
  };
  const ask = (title: string, facts: Facts, option?: string): Move =>
    move(
      'delivery',
      { client: 'same', option: 'offered', contact: 'onFile', ...facts },
      formRequest(title, 'delivery', auditor, delivering(session, option)),
    );
  const bring = (title: string, code: 'newest' | 'wrong'): Move =>
    move(
      'redemption',
      { client: 'same', code },
      formRequest(title, 'redemption', auditor, redeeming(session, code === 'newest' ? tableCode : wrongCode)),
    );

  if (world.customer?.contacts.sms !== undefined || world.customer === undefined) {
    yield ask(`A text message is asked for${where}`, {});
  }
  yield ask('A delivery option is chosen that nobody offered', { option: 'unoffered' }, 'pigeon');
  yield bring(`A wrong passcode is brought${where}`, 'wrong');
  const isSent = world.messages.some(({ fate }) => fate !== 'withheld');
  if (world.customer?.magic !== undefined && isSent) yield bring('The passcode is brought', 'newest');
  for (const endsAt of Object.values(world.timers).sort((one, other) => one - other)) {
    const advanceSeconds = endsAt - world.now;
    if (advanceSeconds <= 0) continue;
    const request = sandboxRequest(`${advanceSeconds} seconds pass`, 'clock', { advanceSeconds });
    yield { request, world: advanced(world, advanceSeconds), cost: costs.clock };
  }
}

/** Where everything else is the same, the customer comes first whose passcode is known. */
const bySimplicity: readonly SandboxCustomer[] = [
  ...sandboxCustomerRows.filter(({ magic }) => magic?.history.length === 0),
  ...sandboxCustomerRows.filter(({ magic }) => magic?.history.length !== 0),
];

/** The handle of the transaction, as a placeholder; undefined before there is one. */
export const sessionOf = ({ openedBy }: Node): string | undefined =>
  openedBy === undefined ? undefined : memberOf(openedBy, p.authSession.name);
