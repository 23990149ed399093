/**
 * How likely it is that a stranger who knows nothing guesses a passcode. The model has only right and wrong guesses and
 * bounds how many there are; what one of them is worth is arithmetic.
 */
import { codeCharsets, type Policy } from '../../model/index.ts';

/** How much is tried, within one window of the account and of the client. */
export interface Attempt {
  readonly transactions: {
    /** Transactions at one account, at once or one after the other. */
    readonly perAccount: number;
    /** Passcodes sent in each of them. */
    readonly sends: number;
  };
  readonly accounts: number;
  /** Clients that the stranger controls, each with a quota of its own. */
  readonly clients: number;
}

/** One transaction, from which everything else is multiplied. */
export const oneTransaction: Attempt = { transactions: { perAccount: 1, sends: 1 }, accounts: 1, clients: 1 };

/** So many different passcodes there are. */
export const passcodes = ({ limits }: Policy): number => codeCharsets.numeric.characters.length ** limits.codeLength;

/**
 * How many guesses are compared with a living passcode, at most, under a policy. A limit whose switch is off bounds
 * nothing, and without `resendKeepsCount` every send buys another set of guesses.
 */
export function guesses({ limits, switches }: Policy, { transactions, accounts, clients }: Attempt): number {
  const bounded = (count: number, limit: number, enforced: boolean): number =>
    enforced ? Math.min(count, limit) : count;
  const sets = switches.resendKeepsCount
    ? 1
    : bounded(transactions.sends, limits.sendsPerTransaction, switches.sendLimit);
  const perTransaction = bounded(
    Number.POSITIVE_INFINITY,
    limits.wrongCodesPerTransaction * sets,
    switches.transactionLock,
  );
  const perAccount = bounded(
    perTransaction * transactions.perAccount,
    limits.wrongCodesPerAccount,
    switches.accountFailureBudget,
  );
  return bounded(perAccount * accounts, limits.wrongCodesPerClient * clients, switches.clientFailureQuota);
}

/**
 * The probability that at least one guess is right: no more than the number of guesses over the number of passcodes.
 * The bound is reached when all guesses are at one passcode and differ; new passcodes and other accounts only lower it.
 *
 * @returns a number from 0 to 1
 */
export const guessProbability = (policy: Policy, attempt: Attempt): number =>
  Math.min(1, guesses(policy, attempt) / passcodes(policy));

export interface GuessRow {
  /** Name under which other documents cite it. */
  readonly id: string;
  readonly attempt: string;
  readonly guesses: number;
  /** As one in so many, rounded down; 1 is certainty. */
  readonly oneIn: number;
}

/** What a reviewer wants to know of a policy: the same attempt with budgets and without. */
export function guessTable(policy: Policy): GuessRow[] {
  const without = (...off: readonly (keyof Policy['switches'])[]): Policy => ({
    ...policy,
    switches: { ...policy.switches, ...Object.fromEntries(off.map((name) => [name, false])) },
  });
  const { sendsPerTransaction } = policy.limits;
  const resent: Attempt = { ...oneTransaction, transactions: { perAccount: 1, sends: sendsPerTransaction } };
  const parallel: Attempt = { ...resent, transactions: { perAccount: 100, sends: sendsPerTransaction } };
  const wide: Attempt = { ...parallel, accounts: 10_000 };
  const rows = [
    ['guess-transaction', 'one transaction', policy, oneTransaction],
    ['guess-resends', 'one transaction, all its resends', policy, resent],
    ['guess-resends-forgotten', 'the same, if a resend forgot wrong passcodes', without('resendKeepsCount'), resent],
    ['guess-account', '100 transactions at one account', policy, parallel],
    ['guess-account-unbounded', 'the same, without a budget of the account', without('accountFailureBudget'), parallel],
    ['guess-client', '100 transactions at each of 10,000 accounts, one client', policy, wide],
    ['guess-client-unbounded', 'the same, without a quota of the client', without('clientFailureQuota'), wide],
  ] as const satisfies readonly (readonly [string, string, Policy, Attempt])[];
  return rows.map(([id, attempt, under, tried]) => ({
    id,
    attempt,
    guesses: guesses(under, tried),
    oneIn: Math.floor(1 / guessProbability(under, tried)),
  }));
}
