/** What holds for one transaction, however many others there are and however requests and timers interleave. */
import { type StateDefinition, transaction } from '../machines/index.ts';
import type { Memory } from './property.ts';
import type { WorldHappening, WorldProperty } from './world.ts';

export const opens = ({ outcome }: WorldHappening): boolean => outcome === 'sessionIssued';
export const sends = ({ duties }: WorldHappening): boolean => duties.includes('sendCode');
export const grants = ({ duties }: WorldHappening): boolean => duties.includes('issueAccessToken');

/** A passcode was compared and found wrong: the client is told so, or that the transaction is over because of it. */
export const refuses = ({ outcome, before, after }: WorldHappening): boolean =>
  outcome === 'codeWrong' || (outcome === 'grantInvalid' && before !== after);

const states: Readonly<Record<string, StateDefinition>> = transaction.states;

/** The timer whose end is the end of a transaction. */
const lifeTimer = 'transaction' satisfies keyof typeof transaction.timers;

/** Whether something can still come of a transaction in this state. */
const isLive = (state = ''): boolean => states[state.split('.')[0] ?? '']?.tags?.includes('live') === true;

export const worldTransactionProperties = {
  tokenNeedsItsCode: {
    about: 'transaction',
    sentence: 'A token is granted only for the newest passcode of that very transaction, sent and still alive.',
    requirements: ['transaction/newest-code-only', 'transaction/code-expiry', 'passcode/randomness'],
    start: { code: 'none' },
    watch: (memory, seen) => {
      if (opens(seen)) return { code: 'none' };
      if (grants(seen) && (seen.truth.brought !== 'newest' || memory.code !== 'alive')) return 'violated';
      if (seen.outcome === 'codeSent') return { code: sends(seen) ? 'alive' : 'withheld' };
      return seen.event === 'transaction code.expired' ? { code: 'none' } : memory;
    },
  },
  oneTokenPerTransaction: {
    about: 'transaction',
    sentence: 'A transaction ends with one token at most.',
    requirements: ['transaction/single-grant', 'transaction/atomic-check'],
    start: { granted: false },
    watch: (memory, seen) => {
      if (opens(seen)) return { granted: false };
      if (!grants(seen)) return memory;
      return memory.granted ? 'violated' : { granted: true };
    },
  },
  wrongCodesBounded: {
    about: 'transaction',
    sentence:
      'Fewer wrong passcodes than the limit pass in a transaction, over all its resends and in every interleaving.',
    requirements: ['transaction/wrong-code-lock', 'transaction/wrong-code-counted', 'transaction/resend-keeps-count'],
    start: { wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (opens(seen)) return { wrong: 0 };
      const wrong = Number(memory.wrong);
      if (grants(seen)) return wrong >= limits.wrongCodesPerTransaction ? 'violated' : memory;
      if (seen.outcome === 'codeWrong' && wrong + 1 >= limits.wrongCodesPerTransaction) return 'violated';
      return refuses(seen) ? { wrong: Math.min(wrong + 1, limits.wrongCodesPerTransaction) } : memory;
    },
  },
  sendsBounded: {
    about: 'transaction',
    sentence: 'A transaction sends no more passcodes than its limit.',
    requirements: ['transaction/send-limit'],
    start: { sends: 0 },
    watch: (memory, seen, { limits }) => {
      if (opens(seen)) return { sends: 0 };
      if (seen.outcome !== 'codeSent') return memory;
      return memory.sends === limits.sendsPerTransaction ? 'violated' : { sends: Number(memory.sends) + 1 };
    },
  },
  sendsSpaced: {
    about: 'transaction',
    sentence: 'Between two sends of a transaction the wait is over.',
    requirements: ['transaction/resend-interval'],
    start: { waiting: false },
    watch: (memory, seen) => {
      if (seen.outcome === 'codeSent') return memory.waiting ? 'violated' : { waiting: true };
      return opens(seen) || seen.event === 'transaction interval.elapsed' ? { waiting: false } : memory;
    },
  },
  overMeansOver: {
    about: 'transaction',
    sentence: 'After a denial, a grant or the end of its life a transaction sends nothing and grants nothing.',
    requirements: ['transaction/final-states', 'transaction/denial-ends', 'transaction/transaction-expiry'],
    start: { over: false },
    watch: (memory, seen) => {
      if (opens(seen)) return { over: false };
      if (memory.over && (sends(seen) || grants(seen))) return 'violated';
      const ends = ['transaction denial.received', 'transaction transaction.expired'];
      return grants(seen) || ends.includes(seen.event ?? '') ? { over: true } : memory;
    },
  },
  everyTransactionEnds: {
    about: 'transaction',
    sentence: 'A transaction from which something can still come has a clock running that ends it.',
    requirements: ['transaction/transaction-expiry'],
    ...never(({ after, timers = [] }) => isLive(after) && !timers.includes(lifeTimer)),
  },
  codesStayWithinOptions: {
    about: 'transaction',
    sentence: 'A passcode leaves by a delivery option that was offered, or not at all.',
    requirements: ['otp-delivery-request/offered-option'],
    ...never(({ truth }) => truth.handedOver === 'unoffered'),
  },
  deadCodesStayUnsent: {
    about: 'transaction',
    sentence: 'A passcode that is worth nothing any more is not handed over.',
    requirements: ['code-message/superseded-dropped', 'code-message/lapsed-dropped'],
    ...never(({ truth }) => truth.handedOver === 'dead'),
  },
} as const satisfies Record<string, WorldProperty>;

/** A property that needs no memory: a step of this kind must not happen. */
export function never(happens: (seen: WorldHappening) => boolean) {
  return {
    start: {},
    watch: (memory: Memory, seen: WorldHappening): Memory | 'violated' => (happens(seen) ? 'violated' : memory),
  } as const;
}
