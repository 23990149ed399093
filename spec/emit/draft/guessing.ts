/** How likely a passcode is guessed: from the limits alone, so that no number about it can be typed. */
import { codeCharsets, defaultPolicy, limits } from '../../../model/index.ts';
import { guessTable } from '../../verify/guess-probability.ts';

export interface Odds {
  readonly id: string;
  /** What is tried, as a phrase. */
  readonly situation: string;
  readonly tries: number;
  readonly length: number;
  readonly charset: keyof typeof codeCharsets;
}

/**
 * Each situation in which somebody can guess: those of the verification, and what other choices of the operator make of
 * the first of them. A wrong passcode counts whichever passcode is right, and each try is one value of the whole space,
 * so the chance is tries by space at most.
 */
export const guessingOdds = (): readonly Odds[] => {
  const length = limits.codeLength.default;
  const usual = guessTable(defaultPolicy).map(
    ({ id, attempt, guesses }): Odds => ({ id, situation: attempt, tries: guesses, length, charset: 'numeric' }),
  );
  const year = 365 * 86_400;
  return [
    ...usual,
    {
      id: 'guess-account-year',
      situation: 'one account, its budget used up in every window of a year',
      tries: limits.wrongCodesPerAccount.default * Math.floor(year / limits.accountWindowSeconds.default),
      length,
      charset: 'numeric',
    },
    {
      id: 'guess-client-year',
      situation: 'one client, its quota used up in every window of a year',
      tries: limits.wrongCodesPerClient.default * Math.floor(year / limits.clientWindowSeconds.default),
      length,
      charset: 'numeric',
    },
    {
      id: 'guess-transaction-base20',
      situation: 'one transaction, other character set',
      tries: limits.wrongCodesPerTransaction.default,
      length,
      charset: 'base20',
    },
    {
      id: 'guess-transaction-weakest',
      situation: 'one transaction, weakest limits that are allowed',
      tries: limits.wrongCodesPerTransaction.maximum,
      length: limits.codeLength.minimum,
      charset: 'numeric',
    },
  ];
};

/** The odds as `1 in 20,000,000`, rounded down to whole numbers. */
export function oddsInWords({ tries, length, charset }: Odds): string {
  const space = codeCharsets[charset].characters.length ** length;
  return `1 in ${String(Math.floor(space / tries)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}
