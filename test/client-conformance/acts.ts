/**
 * What the hostile authorization server does to a client: six acts, each under an issuer of its own. In each it is right
 * about everything but one thing, and there a client that is not careful makes a mistake that can be seen from outside.
 */
import type { RequirementId } from '../../model/index.ts';

export interface Act {
  /** The mistake that the act is for, as a phrase about the client. */
  readonly fault: string;
  readonly requirements: readonly RequirementId[];
  /** What whoever sits at the client does, step by step. */
  readonly steps: readonly string[];
}

/** In this order they are played; the name is the path of the issuer. */
export const acts = {
  interval: {
    fault: 'ignores the wait that it was told',
    requirements: ['otp-client/obey-interval', 'otp-client/obey-retry-after'],
    steps: [
      'Start, and choose a delivery method.',
      'Ask for another passcode at once, as often as the client lets you.',
      'Enter the passcode. The first answer is slow_down: enter it again, at once and later, until it is taken.',
    ],
  },
  lock: {
    fault: 'tries again after the transaction was locked',
    requirements: ['otp-client/stop-when-over'],
    steps: [
      'Start, and choose a delivery method.',
      'Enter wrong passcodes, as often as the client lets you. The second one locks the transaction.',
      'Ask for another passcode, if the client lets you.',
    ],
  },
  code: {
    fault: 'logs or keeps the passcode, or sends it elsewhere',
    requirements: ['otp-client/code-unlogged'],
    steps: [
      'Start, choose a delivery method, and enter the passcode.',
      'Let the logs and data of the client be watched.',
    ],
  },
  session: {
    fault: 'uses a transaction again that is over',
    requirements: ['otp-client/stop-when-over', 'transaction/single-grant'],
    steps: [
      'Start, and choose a delivery method. The answer is that the transaction has expired: start over.',
      'Choose a delivery method and enter the passcode.',
      'Start once more as another customer, choose a delivery method, and enter the passcode.',
    ],
  },
  'unknown-error': {
    fault: 'breaks on an error that it does not know',
    requirements: ['error-response/open-code'],
    steps: [
      'Start, choose a delivery method, and enter the passcode. The answer is an error that nobody knows.',
      'Enter it again, if the client lets you.',
      'Start over, choose a delivery method, and enter the passcode.',
    ],
  },
  issuer: {
    fault: 'accepts a session of another issuer',
    requirements: ['otp-client/compare-issuer'],
    steps: ['Start. The answer names another issuer.', 'Choose a delivery method, if the client lets you.'],
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

export const actNames = Object.keys(acts) as readonly ActName[]; // keys of the table itself
