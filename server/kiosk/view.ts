/**
 * What the kiosk's page and its back end say to each other. The page holds no state of its own worth keeping: it posts what the
 * customer did and draws the view that comes back. Session, passcode checks and tokens stay behind the back end.
 *
 * Under `/kiosk`, same origin, session in an HttpOnly cookie:
 *
 * | request | body | answer |
 * |---|---|---|
 * | `GET view` | | `KioskView` |
 * | `POST address` | `AddressBody` | `KioskView` |
 * | `POST method` | `MethodBody` | `KioskView` |
 * | `POST code` | `CodeBody` | `KioskView` |
 * | `POST resend` | `{}` | `KioskView` |
 * | `POST restart` | `{}` | `KioskView` of a new customer |
 *
 * Every answer that the customer should see as a screen has status 200. Any other status, and no answer at all, is shown as a lost
 * connection with a retry of the same request.
 */
export type KioskView = AddressView | MethodView | CodeView | UsageView | StoppedView;

/** Asks for the address of the home. */
export interface AddressView {
  readonly screen: 'address';
  readonly problem?: Problem;
}

/** Asks how the utility should send the passcode. */
export interface MethodView {
  readonly screen: 'method';
  readonly options: readonly MethodChoice[];
  readonly problem?: Problem;
}

/** One way to be sent the passcode, as the customer reads it. */
export interface MethodChoice {
  /** Goes into `MethodBody`. */
  readonly id: string;
  /** Delivery method as on the wire. The page has a picture for those it knows. */
  readonly method: string;
  /** Title of the choice, such as "Text message"; holds the masked contact where there is one. */
  readonly label: string;
}

/** Asks for the passcode. All seconds count from the moment of the answer. */
export interface CodeView {
  readonly screen: 'code';
  /** Delivery method as on the wire. */
  readonly method: string;
  /** As it was chosen, such as "Text message". */
  readonly methodLabel: string;
  /** Characters of the passcode. */
  readonly codeLength: number;
  /** Whether the passcode consists of digits; letters otherwise. */
  readonly numeric: boolean;
  /** The phrase that has to stand in the message too. */
  readonly bindingMessage: string;
  /** Seconds until the passcode lapses; 0 when it has. */
  readonly expiresInSeconds: number;
  /** Seconds until another passcode may be asked for; 0 when it may be now. */
  readonly resendInSeconds: number;
  /** False when no more passcodes will be sent, however long one waits. */
  readonly mayResend: boolean;
  readonly problem?: Problem;
}

/** The free audit: a year of use. */
export interface UsageView {
  readonly screen: 'usage';
  /** Oldest first. 13 when the year begins within a month: then the first and the last are parts of months. */
  readonly monthly: readonly MonthlyUse[];
  /** Kilowatt-hours of every hour, oldest first, whole days only: the first is the hour after midnight of `startsOn`. */
  readonly hourly: readonly number[];
  /** First day of `hourly`, `YYYY-MM-DD`, on the home's clock. */
  readonly startsOn: string;
  /** Sum over the year. */
  readonly totalKilowattHours: number;
}

export interface MonthlyUse {
  /** Month and year, such as "Nov 2024". */
  readonly label: string;
  readonly kilowattHours: number;
}

/** Nothing more can come of this visit. Nothing was shared. */
export interface StoppedView {
  readonly screen: 'stopped';
  readonly reason: StopReason;
}

/**
 * Why a visit ended: out of time; too many wrong passcodes; over, after an answer got lost, so that nobody can tell why; the resource owner said "this was not me"; no passcode left to send;
 * the utility has no capacity; it turned the kiosk down; it does not answer.
 */
export type StopReason = 'expired' | 'locked' | 'closed' | 'denied' | 'sends' | 'busy' | 'refused' | 'unreachable';

/** Something that the customer can put right on the same screen. */
export interface Problem {
  readonly code: ProblemCode;
  /** Said instead of the page's own words. */
  readonly words?: string;
}

export type ProblemCode =
  | 'wrongCode'
  | 'lapsedCode'
  | 'tooSoon'
  | 'sendLimit'
  | 'address'
  | 'busy'
  | 'unreachable'
  | 'codeForm';

/** Body of `POST address`. */
export interface AddressBody {
  readonly streetAddress: string;
  readonly postalCode: string;
}

/** Body of `POST method`. */
export interface MethodBody {
  /** `id` of the chosen option. */
  readonly option: string;
}

/** Body of `POST code`. */
export interface CodeBody {
  /** As typed, without spaces and hyphens. */
  readonly code: string;
}
