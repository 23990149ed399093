/** What has to come of a transaction, in its most telling courses. The complete state suite has all the others. */
import { accepted, inShort, isNotStored, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { holds, Skipped, same } from '../problem.ts';
import { neverGivenOut } from '../stage.ts';
import { clientFor, needsVariedCodes } from '../world.ts';

const one = caseOf('requirements');

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
      needsVariedCodes(stage.world);
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
