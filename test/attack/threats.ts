/**
 * Where each attack of the draft is tried on this server. Tests of the machine prove more, but a reviewer wants to see
 * the attack itself. A row names a file and a title in it; a test holds both to what is there.
 */
import type { AttackId } from '../../spec/draft/checklists.ts';

export interface TriedAt {
  readonly file: string;
  /** Words of the title of the test. */
  readonly title: string;
}

const exchange = (file: string, title: string): TriedAt => ({ file: `test/server/exchange/${file}.test.ts`, title });

/** At least one test for each attack. */
export const threats: Record<AttackId, readonly [TriedAt, ...TriedAt[]]> = {
  'code-guessing': [exchange('limits', 'one fewer than the limit does no harm')],
  'cross-account-guessing': [
    exchange('attacks', 'guesses one code at many accounts no more often than its quota allows'),
    exchange('limits', 'bounds the guesses over all accounts'),
  ],
  'parallel-transactions': [
    exchange('limits', 'bounds the guesses over all transactions and clients'),
    exchange('races', 'guesses at once over several transactions share one budget'),
  ],
  'resend-reset': [exchange('limits', 'transaction/resend-keeps-count')],
  'stale-code': [exchange('limits', 'an old passcode counts as a wrong one')],
  'counter-race': [
    exchange('races', 'of 64 guesses at once exactly as many are counted as the limit allows'),
    exchange('races', 'of 16 right redemptions at once exactly one gets a token'),
    { file: 'test/races/races.test.ts', title: 'calls that race can be explained' },
  ],
  'code-replay': [exchange('restart', 'nothing is granted twice, and what was granted stays granted')],
  'late-code': [
    exchange('timers', 'a passcode never outlives its transaction'),
    exchange('timers', 'no passcode that has lapsed'),
  ],
  'message-flooding': [exchange('attacks', 'floods nobody')],
  'toll-fraud': [exchange('messages-to-customers', 'a contact that is not on file is written to by nobody')],
  'enumeration-by-content': [
    exchange('indistinguishability', 'a client cannot tell somebody known from somebody'),
    { file: 'test/server/denial/denial.test.ts', title: 'Nobody can probe with a denial' },
  ],
  'enumeration-by-timing': [
    exchange('indistinguishability', 'as much work is done for'),
    { file: 'test/attack/timing.test.ts', title: 'cannot be told apart by time' },
  ],
  'hint-harvesting': [exchange('indistinguishability', 'everybody is offered the same, whatever is on file')],
  'code-swap': [exchange('attacks', 'not in another transaction of the same client and customer')],
  'relay-phishing': [
    exchange('messages-to-customers', 'it names the client by its registered display name'),
    exchange('messages-to-customers', 'it contains the words that the client shows'),
    exchange('messages-to-customers', 'it says what to do when it was not asked for'),
  ],
  'malicious-client': [exchange('attacks', 'A client that is up to no good')],
  'client-impersonation': [
    exchange('attacks', 'not in the session of another client, even of one that knows both'),
    exchange('races', 'of 16 uses of one assertion at once exactly one authenticates'),
  ],
  'mix-up': [exchange('attacks', 'not at another utility, which a customer of both was made to ask (mix-up)')],
  'consent-mismatch': [exchange('grants', 'nothing in the later requests widens what the message said')],
  'message-injection': [exchange('messages-to-customers', 'nothing that came in the request is in it')],
  'channel-change': [
    exchange('attacks', 'a passcode that was sent by text is dead once another was sent by email'),
    exchange('messages-to-customers', 'a contact that changes after identification does not get the passcode'),
  ],
  'channel-takeover': [exchange('grants', 'every contact but the one that got the passcode is told, each once')],
  'shared-contact': [exchange('grants', 'contacts that differ in case or spaces only are one')],
  'shoulder-surfing': [exchange('limits', 'what another client does to a transaction leaves it as it was')],
  'lock-out': [
    exchange('limits', 'is not locked by strangers'),
    exchange('attacks', 'locks a customer out of its own transactions only'),
  ],
  'token-theft': [
    exchange('grants', 'it lives as long as it says'),
    { file: 'test/server/denial/denial.test.ts', title: 'revokes the token, by the link of the passcode' },
  ],
  'stored-secrets': [
    exchange('secrets', 'no secret is in the log or in the bytes of the store'),
    exchange('secrets', 'what is kept of passcodes and sessions cannot be found by hashing guesses'),
  ],
  'identifier-probing': [
    exchange('indistinguishability', 'nothing from the records is in any answer before the grant'),
  ],
  'method-downgrade': [
    { file: 'test/server/http/bad-requests.test.ts', title: 'a delivery option that was not offered is refused' },
  ],
  'resource-exhaustion': [
    exchange('limits', 'starts so many transactions in a window, whoever they are about'),
    { file: 'test/attack/assault.test.ts', title: 'every answer is one that the document describes' },
  ],
};
