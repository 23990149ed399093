/** One act in progress: answers requests of the client under test, and notes what no careful client would have asked. */
import { randomBytes, randomInt } from 'node:crypto';
import {
  bindingAnimals,
  bindingColours,
  type ErrorName,
  errors,
  grantType,
  parameters as p,
  type RequirementId,
} from '../../model/index.ts';
import type { ActName } from './acts.ts';

/** Something that a careful client does not do. */
export interface Finding {
  readonly requirement: RequirementId;
  /** What was seen, as a sentence; no passcode and no session is in it. */
  readonly words: string;
}

export interface ActAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
}

/** Why a transaction is over. */
type End = 'locked' | 'expired' | 'spent' | 'refused' | 'foreign';

interface HostileTransaction {
  readonly session: string;
  code: string | undefined;
  wrongCodes: number;
  /** Epoch milliseconds before which no other passcode is sent, and before which nothing is redeemed. */
  resendAt: number;
  redeemAt: number;
  end: End | undefined;
  /** Whether the one surprise of the act has been sprung on it. */
  isSurprised: boolean;
}

export interface ActProgress {
  readonly findings: readonly Finding[];
  /** Transactions that were started, by how they stand, oldest first. */
  readonly ends: readonly (End | 'open')[];
  /** Every passcode that was sent. */
  readonly codes: readonly string[];
}

const intervalSeconds = 5;
const retryAfterSeconds = 3;
const wrongCodesToLock = 2;
const codeDigits = 8;

/** An error that is in no registry. */
export const strangeError = 'manual_review_required';

/** What using a transaction that is over is a sign of. */
const misuse: Readonly<Record<End, Finding>> = {
  locked: {
    requirement: 'otp-client/stop-when-over',
    words: 'The client used a transaction again after it was told that it is locked.',
  },
  expired: {
    requirement: 'otp-client/stop-when-over',
    words: 'The client used a transaction again after it was told that it has expired.',
  },
  spent: {
    requirement: 'transaction/single-grant',
    words: 'The client used a transaction again for which it had been granted a token.',
  },
  refused: {
    requirement: 'error-response/open-code',
    words: 'The client went on after an error that it does not know, which is a refusal.',
  },
  foreign: {
    requirement: 'otp-client/compare-issuer',
    words: 'The client used a session that came with the issuer identifier of another server.',
  },
};

export interface HostileAct {
  answer(endpoint: 'otpAuthorization' | 'otpDelivery' | 'token', form: ReadonlyMap<string, string>): ActAnswer;
  note(finding: Finding): void;
  readonly progress: ActProgress;
}

export interface ActOptions {
  readonly issuer: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Called with each passcode, which the person at the client enters. */
  readonly onCode?: (code: string) => void;
}

/** An act in which nothing has happened. */
export function hostileAct(name: ActName, { issuer, now, onCode = () => {} }: ActOptions): HostileAct {
  const transactions: HostileTransaction[] = [];
  const findings: Finding[] = [];
  const codes: string[] = [];
  const note = (finding: Finding): void => {
    if (!findings.some(({ words }) => words === finding.words)) findings.push(finding);
  };

  const identify = (): ActAnswer => {
    const session = randomBytes(32).toString('base64url');
    const end = name === 'issuer' ? 'foreign' : undefined;
    transactions.push({ session, code: undefined, wrongCodes: 0, resendAt: 0, redeemAt: 0, end, isSurprised: false });
    return {
      status: 200,
      body: {
        auth_session: session,
        expires_in: 900,
        delivery_options: ['sms', 'voice', 'email'].map((method) => ({ id: method, method })),
        iss: name === 'issuer' ? 'https://other-utility.example' : issuer,
      },
    };
  };

  const deliver = (known: HostileTransaction): ActAnswer => {
    if (name === 'session' && known === transactions[0]) {
      known.end = 'expired';
      return refused('expiredToken');
    }
    if (now() < known.resendAt) {
      note({
        requirement: 'otp-client/obey-interval',
        words: `The client asked for another passcode before the interval of ${intervalSeconds} seconds had passed.`,
      });
      return { ...refused('slowDown', 429), retryAfterSeconds: Math.ceil((known.resendAt - now()) / 1000) };
    }
    known.code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
    known.resendAt = now() + intervalSeconds * 1000;
    codes.push(known.code);
    onCode(known.code);
    return {
      status: 200,
      body: {
        expires_in: 600,
        interval: intervalSeconds,
        code_length: codeDigits,
        code_charset: 'numeric',
        binding_message: `${bindingColours[0]} ${bindingAnimals[0]}`,
      },
    };
  };

  const redeem = (known: HostileTransaction, code: string | undefined): ActAnswer => {
    if (now() < known.redeemAt) {
      note({
        requirement: 'otp-client/obey-retry-after',
        words: `The client repeated a request before the ${retryAfterSeconds} seconds of Retry-After had passed.`,
      });
    }
    if (name === 'interval' && !known.isSurprised) {
      known.isSurprised = true;
      known.redeemAt = now() + retryAfterSeconds * 1000;
      return { ...refused('slowDown', 429), retryAfterSeconds };
    }
    if (name === 'unknown-error' && known === transactions[0]) {
      known.end = 'refused';
      return { status: 400, body: { error: strangeError, review: { days: 2 } } };
    }
    if (name === 'lock' || known.code === undefined || plain(code) !== known.code) {
      known.wrongCodes += 1;
      if (known.wrongCodes < wrongCodesToLock) return refused('invalidUserCode');
      known.end = 'locked';
      return refused('invalidGrant');
    }
    known.end = 'spent';
    return {
      status: 200,
      body: {
        access_token: randomBytes(32).toString('base64url'),
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'usage:read',
      },
    };
  };

  return {
    note,
    answer(endpoint, form) {
      if (endpoint === 'otpAuthorization') return identify();
      if (endpoint === 'token' && form.get(p.grantType.name) !== grantType.name) return refused('unsupportedGrantType');
      const known = transactions.find(({ session }) => session === form.get(p.authSession.name));
      if (known?.end !== undefined) note(misuse[known.end]);
      if (known === undefined || known.end !== undefined) {
        return refused(endpoint === 'token' ? 'invalidGrant' : 'invalidSession');
      }
      return endpoint === 'token' ? redeem(known, form.get(p.userCode.name)) : deliver(known);
    },
    get progress() {
      return { findings, codes, ends: transactions.map(({ end }) => end ?? 'open') };
    },
  };
}

const refused = (error: ErrorName, status = 400): ActAnswer => ({ status, body: { error: errors[error].name } });

/** Passcodes are compared without what people put between their digits. */
const plain = (code = ''): string => code.replace(/[\s-]/g, '');
