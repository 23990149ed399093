/**
 * Every number an operator may set: its default, its allowed range, and why the range ends where it does.
 * Durations carry `Seconds` in their name.
 */
export interface LimitRow {
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: 'seconds' | 'count' | 'characters';
  /** What the limit bounds, as a noun phrase a sentence can end with. */
  readonly description: string;
  /** Why the range is what it is, with its source. */
  readonly rationale: string;
}

export const limits = {
  codeLength: {
    default: 8,
    minimum: 6,
    maximum: 16,
    unit: 'characters',
    description: 'length of a passcode',
    rationale: 'NIST SP 800-63B asks for six decimal digits at least; eight divide the chance of a guess by a hundred',
  },
  smsCodeLifeSeconds: {
    default: 600,
    minimum: 120,
    maximum: 600,
    unit: 'seconds',
    description: 'life of a passcode sent by text message',
    rationale: 'NIST SP 800-63B allows ten minutes at most',
  },
  voiceCodeLifeSeconds: {
    default: 600,
    minimum: 120,
    maximum: 600,
    unit: 'seconds',
    description: 'life of a passcode spoken in a call',
    rationale: 'NIST SP 800-63B allows ten minutes at most',
  },
  emailCodeLifeSeconds: {
    default: 600,
    minimum: 120,
    maximum: 86_400,
    unit: 'seconds',
    description: 'life of a passcode sent by email',
    rationale: 'NIST SP 800-63B allows 24 hours for codes that confirm an email address',
  },
  postalCodeLifeSeconds: {
    default: 1_814_400,
    minimum: 86_400,
    maximum: 2_592_000,
    unit: 'seconds',
    description: 'life of a passcode sent in a letter',
    rationale: 'NIST SP 800-63B allows 21 days, 30 for far addresses',
  },
  transactionLifeSeconds: {
    default: 900,
    minimum: 300,
    maximum: 86_400,
    unit: 'seconds',
    description: 'life of a transaction',
    rationale:
      'long enough for one passcode and one resend; one in which a letter is sent lives as long as the letter, too',
  },
  resendIntervalSeconds: {
    default: 30,
    minimum: 10,
    maximum: 120,
    unit: 'seconds',
    description: 'wait between two sends of a transaction',
    rationale: 'never longer than the shortest life of a passcode, so that a lapsed passcode can be replaced at once',
  },
  wrongCodesPerTransaction: {
    default: 5,
    minimum: 1,
    maximum: 10,
    unit: 'count',
    description: 'wrong passcodes that lock a transaction',
    rationale: 'RFC 8628 §5.1 works its example with five',
  },
  sendsPerTransaction: {
    default: 3,
    minimum: 1,
    maximum: 5,
    unit: 'count',
    description: 'passcodes sent in a transaction',
    rationale: 'each send costs money and attention; a customer who has missed three starts over',
  },
  wrongCodesPerAccount: {
    default: 20,
    minimum: 1,
    maximum: 100,
    unit: 'count',
    description: 'wrong passcodes on an account within a window, over all its transactions',
    rationale: 'NIST SP 800-63B allows 100 consecutive failures at most',
  },
  sendsPerAccount: {
    default: 10,
    minimum: 1,
    maximum: 50,
    unit: 'count',
    description: 'passcodes sent to the contacts of an account within a window, over all its transactions',
    rationale: 'bounds flooding and toll fraud without shutting out a household',
  },
  accountWindowSeconds: {
    default: 86_400,
    minimum: 3_600,
    maximum: 604_800,
    unit: 'seconds',
    description: 'window over which the budget of an account is counted',
    rationale: 'a day, so that an exhausted budget heals without a call to the utility',
  },
  startsPerClient: {
    default: 600,
    minimum: 1,
    maximum: 1_000_000,
    unit: 'count',
    description: 'transactions a client can start within a window',
    rationale: 'bounds probing of identifiers by one client; sized to the client by the operator',
  },
  wrongCodesPerClient: {
    default: 200,
    minimum: 1,
    maximum: 100_000,
    unit: 'count',
    description: 'wrong passcodes from a client within a window, over all accounts',
    rationale: 'bounds guessing across many accounts by one client',
  },
  clientWindowSeconds: {
    default: 3_600,
    minimum: 60,
    maximum: 86_400,
    unit: 'seconds',
    description: 'window over which the quota of a client is counted',
    rationale: 'an hour, so that an honest client with a busy day is not shut out for long',
  },
  handoverAttempts: {
    default: 3,
    minimum: 1,
    maximum: 10,
    unit: 'count',
    description: 'attempts to hand a message to the delivery gateway',
    rationale: 'a gateway that refused three times is down; the resource owner can ask for another method',
  },
  accessTokenLifeSeconds: {
    default: 3_600,
    minimum: 60,
    maximum: 86_400,
    unit: 'seconds',
    description: 'life of an access token',
    rationale: 'RFC 6750 §5.3 recommends one hour or less; that is enough to fetch a year of usage',
  },
  grantLifeSeconds: {
    default: 7_776_000,
    minimum: 3_600,
    maximum: 31_536_000,
    unit: 'seconds',
    description: 'life of a grant, within which its tokens can be refreshed',
    rationale: 'a season of usage data; a passcode is weak proof for longer than a year',
  },
  assertionLifeSeconds: {
    default: 300,
    minimum: 30,
    maximum: 600,
    unit: 'seconds',
    description: 'longest life that a client assertion may claim',
    rationale: 'bounds how long used assertion identifiers have to be remembered',
  },
  proofLifeSeconds: {
    default: 60,
    minimum: 10,
    maximum: 300,
    unit: 'seconds',
    description: 'age that a DPoP proof may have',
    rationale: 'RFC 9449 §11.1 wants it acceptable for seconds or minutes; used proofs have to be remembered as long',
  },
  nonceLifeSeconds: {
    default: 300,
    minimum: 60,
    maximum: 3_600,
    unit: 'seconds',
    description:
      'time after which another nonce for DPoP proofs is handed out; the one before stays good as long again',
    rationale: 'a visit at a kiosk takes some minutes and needs one or two nonces',
  },
  requestBytes: {
    default: 16_384,
    minimum: 8_192,
    maximum: 65_536,
    unit: 'count',
    description: 'bytes of a request body',
    rationale: 'holds the longest request whose parameters are all of legal length',
  },
} as const satisfies Record<string, LimitRow>;

export type LimitName = keyof typeof limits;

/** A value for every limit. */
export type Limits = Readonly<Record<LimitName, number>>;

/** The defaults, as a value for every limit. */
export const defaultLimits: Limits = Object.fromEntries(
  Object.entries(limits).map(([name, row]) => [name, row.default]),
) as Limits; // every LimitName is a key of `limits`
