/** What has to come of a transaction, in its most telling courses. The complete state suite has all the others. */
import { accepted, inShort, isNotStored, refused } from '../answers.ts';
import type { Case } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import { neverGivenOut, type Stage } from '../stage.ts';
import type { Transaction } from '../transaction.ts';
import { clientFor, limitFor } from '../world.ts';

const one = (id: string, title: string, requirements: readonly string[], play: Case['play']): Case => ({
  id: `requirements/${id}`,
  suite: 'requirements',
  title,
  requirements,
  play,
});

/** Sends again, after the interval that the last answer named. */
async function resent(stage: Stage, transaction: Transaction, interval: unknown): Promise<string> {
  await stage.world.time.pass(Number(interval));
  return (await transaction.deliver()).code;
}

function needsVariedCodes(stage: Stage): void {
  if (!stage.world.source.isVaried)
    throw new Skipped('takes codes that differ, and the source always gives the same one');
}

export const transactionCases = (): Case[] => [
  one(
    'story',
    'A customer is identified, gets a code, and the code is redeemed for a token',
    [
      'otp-delivery-response/code-properties',
      'otp-delivery-response/no-store',
      'access-token-response/says-scope',
      'access-token-response/no-store',
      'code-message/contact-on-file',
    ],
    async (stage) => {
      const transaction = await stage.open();
      const { code, answer } = await transaction.deliver();
      same('code_length has to be the length of the code', answer.body.code_length, code.length);
      const granted = await transaction.redeem(code);
      accepted('the newest code', granted, 'access-token-response');
      same('the whole scope was asked for and said', granted.body.scope, stage.world.config.scopes.full);
    },
  ),
  one(
    'narrow-scope',
    'A token for less is for less',
    ['access-token-response/scope-not-wider', 'access-token-response/says-scope'],
    async (stage) => {
      const { narrow } = stage.world.config.scopes;
      if (narrow === undefined) throw new Skipped('the configuration names no scopes.narrow');
      const transaction = await stage.open({ form: { scope: narrow } });
      const { answer } = await transaction.granted();
      same('no more may be granted than was asked for', answer.body.scope, narrow);
    },
  ),
  one(
    'delivery-session-unknown',
    'A code is not sent in a transaction that nobody opened',
    ['otp-delivery-request/session-known'],
    async (stage) => {
      const answer = await stage.post('There is no such session', 'delivery', {
        auth_session: neverGivenOut,
        delivery_option: 'sms',
      });
      refused('a session that was never given out', answer, { status: 400, error: 'invalid_session' });
    },
  ),
  one(
    'redemption-session-unknown',
    'A code is not redeemed in a transaction that nobody opened',
    ['access-token-request/session-known'],
    async (stage) => {
      const answer = await stage.post(
        'There is no such session',
        'redemption',
        stage.redemption(neverGivenOut, '00000000'),
      );
      refused('a session that was never given out', answer, { status: 400, error: 'invalid_grant' });
    },
  ),
  one(
    'option-not-offered',
    'A delivery option that was not offered is refused',
    ['otp-delivery-request/offered-option'],
    async (stage) => {
      const transaction = await stage.open();
      refused('a delivery option that was not offered', await transaction.ask('pigeon'), {
        status: 400,
        error: 'invalid_request',
      });
    },
  ),
  one(
    'code-before-delivery',
    'Before a code was sent, no code is right',
    ['transaction/wrong-code-counted'],
    async (stage) => {
      const transaction = await stage.open();
      for (const guess of ['00000000', '12345678']) {
        refused('a code before any was sent', await transaction.redeem(guess), {
          status: 400,
          error: 'invalid_user_code',
        });
      }
    },
  ),
  one(
    'wrong-code-then-right',
    'After a wrong code the right one is still right',
    ['transaction/wrong-code-counted'],
    async (stage) => {
      const transaction = await stage.open();
      const { code } = await transaction.deliver();
      refused('a wrong code', await transaction.redeem(transaction.wrongCode()), {
        status: 400,
        error: 'invalid_user_code',
      });
      accepted('the right code after a wrong one', await transaction.redeem(code), 'access-token-response');
    },
  ),
  one(
    'code-once',
    'A code is good for one token',
    ['transaction/single-grant', 'transaction/final-states'],
    async (stage) => {
      const transaction = await stage.open();
      await transaction.granted();
      const [code = ''] = transaction.codes;
      for (const guess of [code, transaction.wrongCode()]) {
        refused('a code after the grant', await transaction.redeem(guess), { status: 400, error: 'invalid_grant' });
      }
      refused('a request for a code after the grant', await transaction.ask(), {
        status: 400,
        error: 'invalid_session',
      });
    },
  ),
  one(
    'code-normalized',
    'Spaces and hyphens in a code do not count',
    ['access-token-request/code-normalized'],
    async (stage) => {
      const transaction = await stage.open();
      const { code } = await transaction.deliver();
      const half = Math.floor(code.length / 2);
      const typed = ` ${code.slice(0, half).toLowerCase()}-${code.slice(half)} `;
      stage.redaction.learn('user_code', typed);
      accepted('a code as people write it', await transaction.redeem(typed), 'access-token-response');
    },
  ),
  one(
    'client-binding',
    'A transaction of another client does not exist, whatever its state',
    ['transaction/client-binding'],
    async (stage) => {
      const other = clientFor(stage.world, 'other');
      const transaction = await stage.open();
      refused('a request for a code by another client', await transaction.ask(undefined, other), {
        status: 400,
        error: 'invalid_session',
      });
      const { code } = await transaction.deliver();
      refused('the right code, brought by another client', await transaction.redeem(code, other), {
        status: 400,
        error: 'invalid_grant',
      });
      accepted('the right code, brought by its client', await transaction.redeem(code), 'access-token-response');
      refused('a spent code, brought by another client', await transaction.redeem(code, other), {
        status: 400,
        error: 'invalid_grant',
      });
    },
  ),
  one(
    'code-of-another-transaction',
    'A code belongs to its own transaction',
    ['transaction/newest-code-only', 'transaction/wrong-code-counted'],
    async (stage) => {
      needsVariedCodes(stage);
      const first = await stage.open();
      const { code } = await first.deliver();
      const second = await stage.open();
      await second.deliver();
      if (second.codes.includes(code)) return; // the same code twice, by chance
      refused('the code of another transaction', await second.redeem(code), {
        status: 400,
        error: 'invalid_user_code',
      });
    },
  ),
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
      needsVariedCodes(stage);
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
  one(
    'errors-not-stored',
    'Errors are marked as not to be stored by caches',
    ['error-response/no-store', 'error-response/uniform'],
    async (stage) => {
      const transaction = await stage.open();
      for (const answer of [await transaction.ask('pigeon'), await transaction.redeem('00000000')]) {
        isNotStored('an error', answer);
        holds('an error has the member error', typeof answer.body.error === 'string', {
          expected: 'error',
          received: inShort(answer),
        });
      }
    },
  ),
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
