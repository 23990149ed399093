/** One customer's visit, apart from where the client machine is: what its answers brought along. Lives in memory only. */
import type { DeliveryOption } from '../../model/messages/index.ts';
import type { ProblemCode, StopReason, UsageView } from './view.ts';

export interface VisitData {
  /** What is wrong with the last thing the customer did. */
  readonly problem: ProblemCode | undefined;
  readonly transaction: Transaction | undefined;
  /** As chosen by the customer. */
  readonly option: DeliveryOption | undefined;
  readonly announcement: Announcement | undefined;
  /** Epoch milliseconds before which no other passcode may be asked for. */
  readonly resendAt: number;
  /** Epoch milliseconds before which no passcode may be redeemed. */
  readonly redeemAt: number;
  /** False when the utility has said that it sends no more. */
  readonly mayResend: boolean;
  /**
   * Whether an answer to a passcode got lost. The passcode may have been right then, and used up: what the utility says
   * of it from now on does not tell that it was wrong.
   */
  readonly lostTokenAnswer: boolean;
  /** From the token response until the usage is there. */
  readonly accessToken: string | undefined;
  /** The usage, or why there is none. */
  readonly audit: UsageView | StopReason | undefined;
}

export interface Transaction {
  readonly authSession: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly options: readonly DeliveryOption[];
}

/** What the utility said about the newest passcode. */
export interface Announcement {
  readonly codeLength: number;
  /** As on the wire. */
  readonly codeCharset: string;
  readonly bindingMessage: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** A visit in which nothing has happened. */
export const newVisit: VisitData = {
  problem: undefined,
  transaction: undefined,
  option: undefined,
  announcement: undefined,
  resendAt: 0,
  redeemAt: 0,
  mayResend: true,
  lostTokenAnswer: false,
  accessToken: undefined,
  audit: undefined,
};
