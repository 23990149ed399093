/** What an answer other than the hoped-for one means to a visit that goes on. Where the machine stops, nothing needs to be added. */
import type { ReceivedError } from './answers.ts';
import type { VisitData } from './visit.ts';

/** The requests after which a visit can stay on its screen. */
export type RepeatableRequest = 'requestIdentification' | 'requestDelivery' | 'requestToken';

export type Setback = ReceivedError | 'missing';

/**
 * What changes in a visit.
 *
 * @param retryAt epoch milliseconds before which the same must not be asked again
 * @param nowAt epoch milliseconds
 */
type Change = (data: VisitData, retryAt: number, nowAt: number) => Partial<VisitData>;

export const setbacks: Readonly<Record<RepeatableRequest, Readonly<Partial<Record<Setback, Change>>>>> = {
  requestIdentification: {
    missing: () => ({ problem: 'unreachable' }),
  },
  requestDelivery: {
    slowDown: (_data, retryAt) => ({ problem: 'tooSoon', resendAt: retryAt }),
    deliveryLimitExceeded: () => ({ problem: 'sendLimit', mayResend: false }),
    missing: () => ({ problem: 'unreachable' }),
  },
  requestToken: {
    invalidUserCode: () => ({ problem: 'wrongCode' }),
    expiredToken: ({ announcement }, _retryAt, nowAt) => ({
      problem: 'lapsedCode',
      announcement: announcement && { ...announcement, expiresAt: nowAt },
    }),
    slowDown: (_data, retryAt) => ({ problem: 'busy', redeemAt: retryAt }),
    missing: () => ({ problem: 'unreachable', lostTokenAnswer: true }),
  },
};
