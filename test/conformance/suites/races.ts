/** Requests at the same moment: whatever their order, their answers have to be those of some order. */
import { inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { asserting } from '../clients.ts';
import { Deviation, holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import type { Transaction } from '../transaction.ts';
import type { WireAnswer } from '../wire.ts';
import { clientFor, healBudgets, limitFor, needsVariedCodes } from '../world.ts';
import { useUpWrongCodes } from './budgets.ts';
import { isLinearizable, type Operation, type Sequential } from './linear.ts';

const one = caseOf('races');

/** How often a race is run: a server that is wrong now and then has to be caught. */
export const rounds = 6;

type Move = 'right' | 'wrong' | 'deliver' | 'deny';

interface Raced {
  readonly wrong: number;
  readonly end: 'none' | 'spent' | 'locked' | 'denied';
  readonly sends: number;
  /** Whether another code can be asked for. */
  readonly isCool: boolean;
}

/** A transaction in which a code was sent and may be sent again, as one client sees it. Written from the draft's rules. */
const transactionRules =
  (bound: number, mostSends: number): Sequential<Raced, Move> =>
  (state, move) => {
    if (move === 'deny') return { answer: '-', state: state.end === 'none' ? { ...state, end: 'denied' } : state };
    if (state.end === 'denied') return { answer: '400 access_denied', state };
    if (move === 'deliver') {
      if (state.end !== 'none') return { answer: '400 invalid_session', state };
      if (state.sends >= mostSends) return { answer: '400 delivery_limit_exceeded', state };
      if (!state.isCool) return { answer: '429 slow_down', state };
      return { answer: '200', state: { ...state, sends: state.sends + 1, isCool: false } };
    }
    if (state.end !== 'none') return { answer: '400 invalid_grant', state };
    // a resend makes the code worthless that the right move brings
    if (move === 'right' && state.sends === 1) return { answer: '200', state: { ...state, end: 'spent' } };
    const wrong = state.wrong + 1;
    return wrong >= bound
      ? { answer: '400 invalid_grant', state: { ...state, wrong, end: 'locked' } }
      : { answer: '400 invalid_user_code', state: { ...state, wrong } };
  };

/** Sends all moves at once, in an order drawn by the seed, and records when each was sent and answered. */
async function raced(stage: Stage, transaction: Transaction, moves: readonly Move[]): Promise<Operation<Move>[]> {
  const [code = ''] = transaction.codes;
  const play: Readonly<Record<Move, (place: number) => Promise<WireAnswer | undefined>>> = {
    right: () => transaction.redeem(code),
    wrong: (place) => transaction.redeem(transaction.wrongCode(place)),
    deliver: () => transaction.ask(),
    deny: async () => {
      await transaction.deny();
      return undefined;
    },
  };
  return Promise.all(
    stage.world.chance.shuffled(moves).map(async (name, place): Promise<Operation<Move>> => {
      const sentAt = performance.now();
      const answer = await play[name](place);
      return { name, answer: answer === undefined ? '-' : inShort(answer), sentAt, answeredAt: performance.now() };
    }),
  );
}

/** One race: opened, sent to, raced, and held against the rules. */
function race(moves: (bound: number) => readonly Move[], isResendable = false): Case['play'] {
  return async (stage) => {
    const bound = limitFor(stage.world, 'wrongCodesPerTransaction');
    const mostSends = limitFor(stage.world, 'sendsPerTransaction');
    if (isResendable && moves(bound).includes('right')) needsVariedCodes(stage.world);
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await healBudgets(stage.world);
      stage.startAnew();
      const transaction = await stage.open();
      const { answer } = await transaction.deliver();
      if (isResendable) await stage.world.time.pass(Number(answer.body.interval) + 1);
      const operations = await raced(stage, transaction, moves(bound));
      const initial: Raced = { wrong: 0, end: 'none', sends: 1, isCool: isResendable };
      if (isLinearizable(operations, initial, transactionRules(bound, mostSends))) continue;
      throw new Deviation('the answers to requests at the same moment fit no order of them', {
        expected: 'the answers of some order',
        received: operations.map(({ name, answer: got }) => `${name}: ${got}`).join(', '),
      });
    }
  };
}

const many = (count: number, move: Move): Move[] => Array.from({ length: count }, () => move);

export const raceCases = (): Case[] => [
  one(
    'right-codes',
    'A code that is brought many times at once is good for one token',
    ['transaction/single-grant', 'transaction/atomic-check'],
    race(() => many(8, 'right')),
  ),
  one(
    'wrong-codes',
    'Wrong codes at once are all counted',
    ['transaction/atomic-check', 'transaction/wrong-code-lock'],
    race((bound) => many(bound + 4, 'wrong')),
  ),
  one(
    'guesses-and-code',
    'The right code among wrong ones at once is good before the lock, or not at all',
    ['transaction/atomic-check', 'transaction/wrong-code-lock', 'transaction/single-grant'],
    race((bound) => [...many(bound + 1, 'wrong'), 'right', 'right']),
  ),
  one(
    'resends',
    'Of many requests for another code at once, one is served',
    ['transaction/atomic-check', 'transaction/resend-interval'],
    race(() => many(5, 'deliver'), true),
  ),
  one(
    'resend-and-code',
    'A code is redeemed before a resend, or worthless after it',
    ['transaction/atomic-check', 'transaction/newest-code-only'],
    race(() => ['deliver', 'right', 'deliver', 'right'], true),
  ),
  one(
    'denial-and-code',
    'A denial comes before the grant or takes its token back',
    ['transaction/atomic-check', 'transaction/denial-ends', 'transaction/denial-revokes'],
    async (stage) => {
      for (let round = 0; round < rounds; round += 1) {
        if (round > 0) await healBudgets(stage.world);
        stage.startAnew();
        const transaction = await stage.open();
        await transaction.deliver();
        const [code = ''] = transaction.codes;
        const [answer] = await Promise.all([transaction.redeem(code), transaction.deny()]);
        if (answer.status !== 200) {
          refused('a code that came after the denial', answer, { status: 400, error: 'access_denied' });
          continue;
        }
        if (stage.world.config.resource === undefined) continue;
        const authorization = `Bearer ${String(answer.body.access_token)}`;
        const used = await stage.resource('The token was denied', stage.world.config.resource.narrowQuery ?? '', {
          authorization,
        });
        same('a token that was denied is worthless', inShort(used), '401 invalid_token');
      }
    },
  ),
  one(
    'sessions',
    'Transactions that start at once are different ones',
    ['otp-authorization-response/session-entropy'],
    async (stage) => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => stage.identify()));
      const sessions = answers.map(({ body }) => String(body.auth_session));
      same('each has its own handle', new Set(sessions).size, sessions.length);
    },
  ),
  one(
    'assertions',
    'An assertion that is used many times at once is good for one request',
    ['request/assertion-once', 'transaction/atomic-check'],
    async (stage) => {
      const { sign, id } = clientFor(stage.world, 'signing');
      if (sign === undefined) throw new Skipped('the configuration names no client with a key');
      for (let round = 0; round < rounds; round += 1) {
        const assertion = await sign();
        const client = { id, credentials: async () => asserting(assertion) };
        const answers = await Promise.all(Array.from({ length: 6 }, () => stage.identify({ client })));
        same('one request is answered', answers.map(inShort).sort(), [
          '200',
          ...Array.from({ length: 5 }, () => '401 invalid_client'),
        ]);
      }
    },
  ),
  one(
    'account-budget',
    'Wrong codes in many transactions at once are all counted for the account',
    ['account/wrong-code-budget', 'transaction/atomic-check'],
    async (stage) => {
      if (stage.world.time.kind !== 'test clock')
        throw new Skipped('uses up a budget that only a test clock gives back');
      const first = await stage.open();
      const { code } = await first.deliver();
      await useUpWrongCodes(stage, limitFor(stage.world, 'wrongCodesPerAccount'), (guesses) =>
        Promise.all(guesses.map((guess) => guess())),
      );
      const answer = await first.redeem(code);
      holds(
        'with the budget used up the right code is answered like a wrong one',
        inShort(answer) === '400 invalid_user_code',
        {
          expected: '400 invalid_user_code',
          received: inShort(answer),
        },
      );
    },
  ),
];
