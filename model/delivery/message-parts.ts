/** What messages have in common in every language. */
import type { CodeMessageParts } from './message.ts';

/**
 * The end of a text message by which a browser binds the passcode to the client's pages; nothing for a client without any.
 *
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export const originBoundLines = ({
  autofillDomain,
  code,
}: Pick<CodeMessageParts, 'autofillDomain' | 'code'>): string[] =>
  autofillDomain === undefined ? [] : ['', `@${autofillDomain} #${code}`];

/** The names of the units of a language, whose plurals end in s, and what is less than the least of them. */
export type DurationWords = Readonly<Record<'day' | 'hour' | 'minute' | 'second' | 'less', string>>;

const unitSeconds = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;

/** A duration in the words of a language, rounded down to whole units. */
export function durationIn(words: DurationWords, seconds: number): string {
  for (const unit of ['day', 'hour', 'minute', 'second'] as const) {
    const count = Math.floor(seconds / unitSeconds[unit]);
    if (count >= 1) return `${count} ${words[unit]}${count === 1 ? '' : 's'}`;
  }
  return words.less;
}
