/** How likely a passcode is guessed: from the limits alone, so that no number about it can be typed. */
import { codeCharsets, limits } from '../../../model/index.ts';

export interface Odds {
  readonly id: string;
  /** What is tried, as a phrase. */
  readonly situation: string;
  readonly tries: number;
  readonly length: number;
  readonly charset: keyof typeof codeCharsets;
}

/**
 * Each situation in which somebody can guess. A wrong passcode counts whichever passcode is right, and each try is one
 * value of the whole space, so the chance is tries by space.
 */
export const guessingOdds = (): readonly Odds[] => {
  const usual = { length: limits.codeLength.default, charset: 'numeric' } as const;
  return [
    {
      id: 'guess-transaction',
      situation: 'one transaction, default limits',
      tries: limits.wrongCodesPerTransaction.default,
      ...usual,
    },
    {
      id: 'guess-transaction-base20',
      situation: 'the same with the other character set',
      tries: limits.wrongCodesPerTransaction.default,
      length: limits.codeLength.default,
      charset: 'base20',
    },
    {
      id: 'guess-transaction-weakest',
      situation: 'one transaction, weakest limits that are allowed',
      tries: limits.wrongCodesPerTransaction.maximum,
      length: limits.codeLength.minimum,
      charset: 'numeric',
    },
    {
      id: 'guess-account',
      situation: 'one account, within one window of its budget',
      tries: limits.wrongCodesPerAccount.default,
      ...usual,
    },
    {
      id: 'guess-client',
      situation: 'one client, any account, within one window of its quota',
      tries: limits.wrongCodesPerClient.default,
      ...usual,
    },
  ];
};

/** The odds as `1 in 20,000,000`, rounded down to whole numbers. */
export function oddsInWords({ tries, length, charset }: Odds): string {
  const space = codeCharsets[charset].characters.length ** length;
  return `1 in ${String(Math.floor(space / tries)).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}
