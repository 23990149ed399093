/**
 * What a client must not be able to find out: whether a subject is known, unknown or throttled. Two worlds that differ
 * only in that are run in lock-step with the same requests; whatever the client can observe has to be the same.
 */
import type { Effect, EventOf, Snapshot, Stepped, transaction } from '../machines/index.ts';
import type { RequirementId } from '../requirements/index.ts';

type TransactionEvent = EventOf<typeof transaction>;

export const indistinguishability = {
  sentence: 'A client without the passcode cannot tell known, unknown and throttled subjects apart.',
  requirements: [
    'otp-authorization-response/uniform',
    'otp-delivery-response/uniform',
    'account/exhausted-is-silent',
  ] satisfies readonly RequirementId[],
  /** The facts in which the worlds differ, at any step and in any way. */
  hidden: ['contact', 'account'],
  /** What a client cannot bring, because nobody has told it to the client yet. */
  unknowable: { attribute: 'code', value: 'newest' },
  /**
   * What happens in one world only, and may be noticed: a denial comes from a person who has received a message. That a
   * client can learn from it that the subject is known is the price of telling honest clients to stop.
   */
  excepted: ['denial.received'] satisfies readonly TransactionEvent[],
} as const;

/**
 * What a client can observe of a step of the transaction, sooner or later: the answer, the timers that later answers
 * depend on, and what is counted against its own quota.
 */
export const observable = ({ effects }: Stepped): string => JSON.stringify(effects.filter(isObservable));

function isObservable(effect: Effect): boolean {
  switch (effect.type) {
    case 'respond':
    case 'startTimer':
    case 'stopTimer':
      return true;
    case 'tell':
      return effect.params.machine === 'quota';
    case 'report':
    case 'perform':
      return false;
  }
}

/** Two worlds at one moment. */
export type Worlds = readonly [Snapshot, Snapshot];
