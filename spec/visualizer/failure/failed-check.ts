/**
 * What a suite hands over when a server answered otherwise than it should: how the check was played, where the two part,
 * and what was expected and received there. It stands as JSON in the fragment of a link to the visualizer.
 */
import { type ExchangeName, type LimitName, type MachineName, requirements } from '../../../model/index.ts';

/** One thing that was done, in the words of `tests/complete-suite.json`, of the exchanges, or of the machines. */
export type CheckStep =
  | {
      readonly input: string;
      readonly times?: number;
      readonly bodyBytes?: number;
      readonly assertionLifeSeconds?: number;
    }
  | { readonly untilSeconds: number }
  | { readonly request: ExchangeName; readonly facts?: Readonly<Record<string, string>>; readonly by?: string }
  | {
      readonly machine: MachineName;
      readonly event: string;
      readonly attributes?: Readonly<Record<string, string>>;
    };

export interface FailedCheck {
  /** Digest of the machines that the suite was made from; the first twelve characters will do. */
  readonly machines: string;
  /** What the check is called. */
  readonly title: string;
  /** Where the policy is not the recommended one. */
  readonly limits?: Readonly<Partial<Record<LimitName, number>>>;
  readonly steps: readonly CheckStep[];
  /** Which of the things done was answered otherwise; the first is 1. Each of `times` counts, `untilSeconds` does not. */
  readonly divergesAt: number;
  readonly expected: string;
  readonly received: string;
  /** The sentence that is not kept. */
  readonly requirement?: string;
}

/** The member of the fragment: `visualizer.html#failed=…`, the JSON percent-encoded. */
export const failedMember = 'failed';

/** The fragment of a link, with its `#`. */
export const failedCheckFragment = (check: FailedCheck): string =>
  `#${failedMember}=${encodeURIComponent(JSON.stringify(check))}`;

/** Longest words that a link may bring onto the page. */
export const wordsLimit = 200;

/**
 * What looks like a passcode, a token or a handle may stand in no link. No status and no error code of the protocol is so
 * long, and none has so many digits.
 */
export const secretPattern = '[0-9]{6,}|[A-Za-z0-9_~+/=.-]{40,}';

const secret = new RegExp(secretPattern);

/** The words, if they may be shown. */
export const shownWords = (words: unknown): string | undefined =>
  typeof words === 'string' && words.length <= wordsLimit && !secret.test(words) && !/[\r\n]/.test(words)
    ? words
    : undefined;

export const isKnownSentence = (id: unknown): id is keyof typeof requirements =>
  typeof id === 'string' && Object.hasOwn(requirements, id);
