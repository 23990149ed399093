/** Budgets of accounts and clients, at whatever limits the configuration declares. */
import { accepted, inShort, refused } from '../answers.ts';
import { type Case, caseOf } from '../case.ts';
import { CodeNotObtained } from '../otp/source.ts';
import { holds, Skipped, same } from '../problem.ts';
import type { Stage } from '../stage.ts';
import { limitFor } from '../world.ts';

const one = caseOf('requirements');

/** Without a clock the windows would outlast the suite, and the cases after these would find the budgets used up. */
function needsClock(stage: Stage): void {
  if (stage.world.time.kind !== 'test clock') throw new Skipped('uses up a budget that only a test clock gives back');
}

export const budgetCases = (): Case[] => [
  one(
    'account-wrong-code-budget',
    'Wrong codes are bounded per account over all transactions, in silence',
    ['account/wrong-code-budget', 'account/exhausted-is-silent', 'account/window'],
    async (stage) => {
      needsClock(stage);
      const bound = limitFor(stage.world, 'wrongCodesPerAccount');
      const transaction = await stage.open();
      const { code } = await transaction.deliver();
      await useUpWrongCodes(stage, bound, inTurn);
      const answer = await transaction.redeem(code);
      same(
        'with the budget used up the right code is answered like a wrong one',
        inShort(answer),
        '400 invalid_user_code',
      );
      if (stage.world.source.seesNothing) {
        const silent = await stage.open();
        const sent = await silent.deliverToNobody(silent.option(), silent.recipient.contact);
        accepted('a request for a code that would not be accepted', sent, 'otp-delivery-response');
      }
      await stage.world.time.pass(limitFor(stage.world, 'accountWindowSeconds') + 1);
      const later = await stage.open();
      await later.granted();
    },
  ),
  one(
    'account-send-budget',
    'Codes are bounded per account over all transactions, in silence',
    ['account/send-budget', 'account/exhausted-is-silent'],
    async (stage) => {
      needsClock(stage);
      if (!stage.world.source.seesNothing) throw new Skipped('takes a source that can say that nothing came');
      const bound = limitFor(stage.world, 'sendsPerAccount');
      for (let count = 0; count < bound; count += 1) {
        await (await stage.open()).deliver();
      }
      const transaction = await stage.open();
      const answer = await transaction.deliverToNobody(transaction.option(), transaction.recipient.contact);
      accepted('a request for a code when the budget is used up', answer, 'otp-delivery-response');
    },
  ),
  one(
    'client-start-quota',
    'The transactions of a client are bounded',
    ['client/start-quota', 'error-response/retry-after'],
    async (stage) => {
      needsClock(stage);
      const bound = limitFor(stage.world, 'startsPerClient');
      if (bound > 2_000) throw new Skipped(`takes ${bound} requests`);
      for (let count = 0; count < bound; count += 1) {
        const answer = await stage.identify();
        same(`transaction ${count + 1} of ${bound} has to be opened`, inShort(answer), '200');
        stage.startAnew();
      }
      refused('one transaction too many', await stage.identify(), {
        status: 429,
        error: 'slow_down',
        headers: ['Retry-After'],
      });
    },
  ),
  one(
    'client-wrong-code-quota',
    'The wrong codes of a client are bounded over all accounts',
    ['client/wrong-code-quota'],
    async (stage) => {
      needsClock(stage);
      const bound = limitFor(stage.world, 'wrongCodesPerClient');
      if (bound > 2_000) throw new Skipped(`takes ${bound} requests`);
      const each = limitFor(stage.world, 'wrongCodesPerTransaction') - 1;
      const { unknown } = stage.world.config;
      if (unknown === undefined) throw new Skipped('the configuration names nobody as unknown');
      let used = 0;
      let throttledAt: number | undefined;
      while (used <= bound && throttledAt === undefined) {
        // about nobody, so that no budget of an account ends first
        const transaction = await stage.open({ subject: unknown });
        stage.startAnew();
        for (let count = 0; count < each && throttledAt === undefined; count += 1, used += 1) {
          const answer = await transaction.redeem(transaction.wrongCode(count));
          if (inShort(answer) === '429 slow_down') throttledAt = used;
          else same(`wrong code ${used + 1}`, inShort(answer), '400 invalid_user_code');
        }
      }
      holds('a client that brings wrong codes only has to be slowed down', throttledAt === bound, {
        expected: `429 slow_down after ${bound} wrong codes`,
        received: throttledAt === undefined ? 'no 429' : `429 after ${throttledAt}`,
      });
    },
  ),
  {
    ...one('codes-unlike', 'Codes are drawn evenly from their characters', ['passcode/randomness'], async (stage) => {
      if (!stage.world.source.isVaried) throw new Skipped('the source always gives the same code');
      for (let count = 0; count < 6; count += 1) {
        try {
          await (await stage.open()).deliver();
        } catch (error) {
          if (!(error instanceof CodeNotObtained) || stage.world.seenCodes.length < 4) throw error; // budgets may be used up
        }
      }
      const codes = stage.world.seenCodes;
      holds(
        'a code has at least six characters',
        codes.every(({ length }) => length >= 6),
        { expected: 'six characters', received: 'fewer' },
      );
      const twins = codes.length - new Set(codes).size;
      const likely = (codes.length * (codes.length - 1)) / 2 / 10 ** 6;
      holds('codes hardly ever come twice', twins <= Math.max(1, 5 * likely), {
        expected: 'almost no repetition',
        received: `${twins} of ${codes.length}`,
      });
      evenlySpread(codes);
    }),
    isLast: true,
  },
];

/** Chi-square over all characters of all codes, at a level at which a right server fails once in a million runs. */
function evenlySpread(codes: readonly string[]): void {
  const all = codes.join('');
  const letters = /^\d+$/.test(all) ? '0123456789' : 'BCDFGHJKLMNPQRSTVWXZ';
  const expected = all.length / letters.length;
  const kinds = new Set(all).size;
  holds('a code may be made of all its characters', all.length < 24 || kinds > letters.length / 3, {
    expected: `more than ${Math.floor(letters.length / 3)} different characters`,
    received: `${kinds} in ${all.length}`,
  });
  if (expected < 4) return; // too few for the test to mean anything
  const statistic = [...letters].reduce((sum, letter) => {
    const count = all.split(letter).length - 1;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  // Wilson and Hilferty: the cube root of a chi-square variable is nearly normal; 4.75 is one in a million
  const freedom = letters.length - 1;
  const bound = freedom * (1 - 2 / (9 * freedom) + 4.75 * Math.sqrt(2 / (9 * freedom))) ** 3;
  holds('each character has to come about equally often', statistic <= bound, {
    expected: `chi-square of ${bound.toFixed(1)} at most, over ${all.length} characters`,
    received: statistic.toFixed(1),
  });
}

/** Guesses in one transaction after another. */
async function inTurn(guesses: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const guess of guesses) await guess();
}

/**
 * Brings as many wrong codes as an account bears, in transactions in which a code was sent: before that, a guess is no
 * guess at the account.
 *
 * @param play sends the guesses: one after the other, or at the same moment
 * @throws Skipped when the codes of these transactions would use up the other budget of the account
 */
export async function useUpWrongCodes(
  stage: Stage,
  bound: number,
  play: (guesses: readonly (() => Promise<unknown>)[]) => Promise<unknown>,
): Promise<void> {
  const each = limitFor(stage.world, 'wrongCodesPerTransaction');
  const count = Math.ceil(bound / each);
  // one more was sent before, whose code is brought at the end
  if (count + 1 > limitFor(stage.world, 'sendsPerAccount'))
    throw new Skipped('the budget of codes ends before that of wrong codes');
  const guesses: (() => Promise<unknown>)[] = [];
  for (let place = 0; place < count; place += 1) {
    const transaction = await stage.open();
    await transaction.deliver();
    const own = Math.min(each, bound - place * each);
    guesses.push(
      ...Array.from({ length: own }, (_, number) => () => transaction.redeem(transaction.wrongCode(number))),
    );
  }
  await play(guesses);
}
