/** How transactions end, and what is bounded in them: resends, wrong codes, and lives. */
import { accepted, inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import type { Transaction } from '../transaction.ts';
import { limitFor, needsVariedCodes } from '../world.ts';

const one = caseOf('requirements');

/** Sends again, after the interval that the last answer named. */
async function resent(stage: Stage, transaction: Transaction, interval: unknown): Promise<string> {
  await stage.world.time.pass(Number(interval));
  return (await transaction.deliver()).code;
}

export const transactionLimitCases = (): Case[] => [
  one(
    'resend-too-soon',
    'A code is not sent again before the interval has passed',
    ['transaction/resend-interval', 'error-response/retry-after'],
    async (stage) => {
      const transaction = await stage.open();
      const { answer } = await transaction.deliver();
      const interval = Number(answer.body.interval);
      if (interval < 2) throw new Skipped('the interval is so short that it may have passed');
      const again = await transaction.ask();
      refused('a request for a code that comes too soon', again, { status: 429, error: 'slow_down' });
      const wait = Number(again.headers['retry-after']);
      holds('Retry-After has to be within the interval', wait <= interval, {
        expected: `at most ${interval}`,
        received: String(wait),
      });
    },
  ),
  one(
    'newest-code-only',
    'A resend makes the earlier code worthless',
    ['transaction/newest-code-only'],
    async (stage) => {
      needsVariedCodes(stage.world);
      const transaction = await stage.open();
      const { code: stale, answer } = await transaction.deliver();
      const newest = await resent(stage, transaction, answer.body.interval);
      if (newest === stale) return; // the same code twice, by chance
      refused('the earlier code', await transaction.redeem(stale), { status: 400, error: 'invalid_user_code' });
      accepted('the newest code', await transaction.redeem(newest), 'access-token-response');
    },
  ),
  one(
    'wrong-code-lock',
    'A bounded number of wrong codes locks the transaction for good',
    ['transaction/wrong-code-lock', 'transaction/final-states'],
    async (stage) => {
      const transaction = await stage.open();
      const { code } = await transaction.deliver();
      const bound = await wrongUntilLocked(transaction, 10);
      const declared = stage.world.config.limits?.wrongCodesPerTransaction;
      if (declared !== undefined) same('the declared number of wrong codes locks', bound, declared);
      refused('the right code in a locked transaction', await transaction.redeem(code), {
        status: 400,
        error: 'invalid_grant',
      });
      refused('a request for a code in a locked transaction', await transaction.ask(), {
        status: 400,
        error: 'invalid_session',
      });
    },
  ),
  one(
    'resend-keeps-count',
    'A resend does not reset the count of wrong codes',
    ['transaction/resend-keeps-count'],
    async (stage) => {
      const bound = limitFor(stage.world, 'wrongCodesPerTransaction');
      const transaction = await stage.open();
      const { answer } = await transaction.deliver();
      for (let count = 1; count < bound; count += 1) await transaction.redeem(transaction.wrongCode(count));
      const code = await resent(stage, transaction, answer.body.interval);
      refused('the last wrong code, after a resend', await transaction.redeem(transaction.wrongCode(bound)), {
        status: 400,
        error: 'invalid_grant',
      });
      refused('the right code in a locked transaction', await transaction.redeem(code), {
        status: 400,
        error: 'invalid_grant',
      });
    },
  ),
  one('send-limit', 'The number of codes in a transaction is bounded', ['transaction/send-limit'], async (stage) => {
    const bound = limitFor(stage.world, 'sendsPerTransaction');
    const transaction = await stage.open();
    let { answer } = await transaction.deliver();
    for (let count = 1; count < bound; count += 1) {
      await stage.world.time.pass(Number(answer.body.interval));
      answer = await transaction.ask();
      accepted(`the request for code ${count + 1} of ${bound}`, answer, 'otp-delivery-response');
    }
    await stage.world.time.pass(Number(answer.body.interval));
    refused('a request for one code too many', await transaction.ask(), {
      status: 400,
      error: 'delivery_limit_exceeded',
    });
  }),
  one(
    'code-expiry',
    'A code is worthless after its life, and a new one can be asked for',
    ['transaction/code-expiry'],
    async (stage) => {
      const transaction = await stage.open();
      const { code, answer } = await transaction.deliver();
      holds(
        'a code lives ten minutes at most when it is sent by text or call',
        Number(answer.body.expires_in) <= lifeOf(transaction),
        {
          expected: `at most ${lifeOf(transaction)} seconds`,
          received: String(answer.body.expires_in),
        },
      );
      const opened = stage.last === undefined ? 0 : Number(answer.body.expires_in);
      await stage.world.time.pass(opened + 1);
      refused('a code after its life', await transaction.redeem(code), { status: 400, error: 'expired_token' });
    },
  ),
  one(
    'transaction-expiry',
    'A transaction ends after its life',
    ['transaction/transaction-expiry', 'transaction/final-states'],
    async (stage) => {
      const answer = await stage.identify();
      accepted('the identification of a known customer', answer, 'otp-authorization-response');
      const session = String(answer.body.auth_session);
      await stage.world.time.pass(Number(answer.body.expires_in) + 1);
      const [option] = answer.body.delivery_options as readonly { readonly id: string }[]; // the schema was held against it
      const asked = await stage.post('The transaction is over', 'delivery', {
        auth_session: session,
        delivery_option: option?.id,
      });
      refused('a request for a code after the life of the transaction', asked, { status: 400, error: 'expired_token' });
      const redeemed = await stage.post('The transaction is over', 'redemption', stage.redemption(session, '00000000'));
      refused('a code after the life of the transaction', redeemed, { status: 400, error: 'expired_token' });
    },
  ),
  one('denial-ends', 'A denial ends the transaction', ['transaction/denial-ends'], async (stage) => {
    const transaction = await stage.open();
    const { code } = await transaction.deliver();
    await transaction.deny();
    refused('the right code after a denial', await transaction.redeem(code), { status: 400, error: 'access_denied' });
    refused('a request for a code after a denial', await transaction.ask(), { status: 400, error: 'access_denied' });
  }),
];

const lifeOf = ({ recipient: { method } }: Transaction): number =>
  method === 'email' ? 86_400 : method === 'postal' ? 2_592_000 : 600;

/** Brings wrong codes until the transaction is locked; hands back how many it took. @throws Deviation when none of them locks */
async function wrongUntilLocked(transaction: Transaction, most: number): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    const answer = await transaction.redeem(transaction.wrongCode(count));
    if (inShort(answer) === '400 invalid_grant') return count;
    refused(`wrong code ${count}`, answer, { status: 400, error: 'invalid_user_code' });
  }
  holds('wrong codes have to lock a transaction', false, {
    expected: `a lock after ${most} wrong codes at most`,
    received: 'none',
  });
  return most;
}
