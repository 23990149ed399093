/** What holds for every transaction, whatever clients, resource owners and clocks do. */
import type { ExchangeName, OutcomeName } from '../exchange/index.ts';
import { keyOf, transaction } from '../machines/index.ts';
import { factOf, isAnswered, isDone, isEvent, isGrant, isSend, isStart } from './happening.ts';
import type { Happening, Memory, Property } from './property.ts';

/** What a request is answered with that names no transaction at all, which is what a stranger has to be told too. */
const unknownSession: Readonly<Partial<Record<ExchangeName, OutcomeName>>> = {
  delivery: 'sessionInvalid',
  redemption: 'grantInvalid',
};

const finalStates: ReadonlySet<string> = new Set(
  Object.entries(transaction.states)
    .filter(([, state]) => 'tags' in state && state.tags.some((tag) => tag === 'final'))
    .map(([name]) => name),
);

/** Nothing is sent and nothing granted once something has happened, until another transaction starts. */
const nothingAfter =
  (happens: (seen: Happening) => boolean) =>
  (memory: Memory, seen: Happening): Memory | 'violated' => {
    if (isStart(seen)) return { over: false };
    if (memory.over && (isSend(seen) || isGrant(seen))) return 'violated';
    return happens(seen) ? { over: true } : memory;
  };

/** A step that needs no memory: whenever the first holds, the second has to. */
const always = (when: (seen: Happening) => boolean, holds: (seen: Happening) => boolean) =>
  ({
    start: {},
    watch: (memory: Memory, seen: Happening) => (when(seen) && !holds(seen) ? 'violated' : memory),
  }) as const;

export const transactionProperties = {
  grantOnce: {
    sentence: 'At most one token is granted in a transaction.',
    requirements: ['transaction/single-grant'],
    start: { granted: false },
    watch: (memory, seen) => {
      if (isStart(seen)) return { granted: false };
      if (!isGrant(seen)) return memory;
      return memory.granted ? 'violated' : { granted: true };
    },
  },
  grantNeedsNewestCode: {
    sentence: 'A token is granted only for the newest passcode of that transaction, and only if that one was sent.',
    requirements: ['transaction/newest-code-only', 'code-message/contact-on-file'],
    start: { newest: 'none' },
    watch: (memory, seen) => {
      if (isStart(seen)) return { newest: 'none' };
      if (isGrant(seen) && (factOf(seen, 'code') !== 'newest' || memory.newest !== 'sent')) return 'violated';
      if (isAnswered(seen, 'codeSent')) return { newest: isSend(seen) ? 'sent' : 'withheld' };
      return memory;
    },
  },
  grantNeedsLivingCode: {
    sentence: 'A token is never granted for a passcode whose life is over.',
    requirements: ['transaction/code-expiry'],
    start: { alive: false },
    watch: (memory, seen) => {
      if (isGrant(seen) && !memory.alive) return 'violated';
      if (isAnswered(seen, 'codeSent')) return { alive: true };
      return isStart(seen) || isEvent(seen, 'transaction', 'code.expired') ? { alive: false } : memory;
    },
  },
  grantIsNotified: {
    sentence: 'With every grant the other contacts of the account are told.',
    requirements: ['transaction/notify-other-contacts'],
    ...always(isGrant, (seen) => isDone(seen, 'notifyOtherContacts')),
  },
  strangersLearnNothing: {
    sentence: 'A client that did not start a transaction changes nothing, and is answered as if there were none.',
    requirements: ['transaction/client-binding'],
    ...always(
      (seen) =>
        seen.kind === 'request' &&
        Object.hasOwn(unknownSession, seen.exchange) && // grants have a property of their own
        factOf(seen, 'violation') === 'none' &&
        factOf(seen, 'client') === 'other' &&
        seen.outcome !== 'clientTooBusy', // its own quota, which speaks before anything is looked up
      (seen) =>
        seen.kind === 'request' &&
        seen.outcome === unknownSession[seen.exchange] &&
        seen.effects.length === 0 &&
        keyOf(seen.before.transaction) === keyOf(seen.after.transaction) &&
        keyOf(seen.before.account) === keyOf(seen.after.account),
    ),
  },
  otherKeysChangeNothing: {
    sentence: 'A request without the key that the transaction began with changes nothing, whoever sends it.',
    requirements: ['dpop-proof/same-key'],
    ...always(
      (seen) =>
        seen.kind === 'request' &&
        Object.hasOwn(unknownSession, seen.exchange) &&
        factOf(seen, 'violation') === 'none' &&
        factOf(seen, 'client') === 'otherKey',
      (seen) =>
        seen.kind === 'request' &&
        seen.effects.length === 0 &&
        keyOf(seen.before.transaction) === keyOf(seen.after.transaction) &&
        keyOf(seen.before.account) === keyOf(seen.after.account),
    ),
  },
  sendsGoToContactsOnFile: {
    sentence: 'A passcode is sent only when there is a contact on file for it.',
    requirements: ['code-message/contact-on-file'],
    ...always(isSend, (seen) => factOf(seen, 'contact') === 'onFile'),
  },
  sendsUseOfferedOptions: {
    sentence: 'A passcode is sent only by a delivery option that was offered.',
    requirements: ['otp-delivery-request/offered-option'],
    ...always(isSend, (seen) => factOf(seen, 'option') === 'offered'),
  },
  sendsBounded: {
    sentence: 'A transaction sends no more passcodes than its limit.',
    requirements: ['transaction/send-limit'],
    start: { sends: 0 },
    watch: (memory, seen, { limits }) => {
      if (isStart(seen)) return { sends: 0 };
      if (!isAnswered(seen, 'codeSent')) return memory;
      return memory.sends === limits.sendsPerTransaction ? 'violated' : { sends: Number(memory.sends) + 1 };
    },
  },
  sendsSpaced: {
    sentence: 'Between two sends of a transaction the wait is over, or the first passcode is.',
    requirements: ['transaction/resend-interval'],
    start: { waiting: false },
    watch: (memory, seen) => {
      if (isAnswered(seen, 'codeSent')) return memory.waiting ? 'violated' : { waiting: true };
      const over = isEvent(seen, 'transaction', 'interval.elapsed') || isEvent(seen, 'transaction', 'code.expired');
      return over || isStart(seen) ? { waiting: false } : memory;
    },
  },
  guessesBounded: {
    sentence: 'A transaction lets fewer wrong passcodes pass than its limit, over all its resends.',
    requirements: ['transaction/wrong-code-lock', 'transaction/wrong-code-counted', 'transaction/resend-keeps-count'],
    start: { wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (isStart(seen)) return { wrong: 0 };
      if (!isAnswered(seen, 'codeWrong')) return memory;
      const wrong = Number(memory.wrong) + 1;
      return wrong >= limits.wrongCodesPerTransaction ? 'violated' : { wrong };
    },
  },
  countNeverFalls: {
    sentence: 'The count of wrong passcodes never falls within a transaction, and never exceeds its limit.',
    requirements: ['transaction/resend-keeps-count'],
    start: {},
    watch: (memory, seen, { limits }) => {
      const before = Number(isStart(seen) ? 0 : seen.before.transaction.context.wrongCodes);
      const after = Number(seen.after.transaction.context.wrongCodes);
      return before <= after && after <= limits.wrongCodesPerTransaction ? memory : 'violated';
    },
  },
  denialEnds: {
    sentence: 'After a denial the transaction sends and grants nothing.',
    requirements: ['transaction/denial-ends'],
    start: { over: false },
    watch: nothingAfter((seen) => isEvent(seen, 'transaction', 'denial.received')),
  },
  expiryEnds: {
    sentence: 'After its life the transaction sends and grants nothing.',
    requirements: ['transaction/transaction-expiry'],
    start: { over: false },
    watch: nothingAfter((seen) => isEvent(seen, 'transaction', 'transaction.expired')),
  },
  denialRevokes: {
    sentence: 'A denial after a grant revokes what was granted, at once.',
    requirements: ['transaction/denial-revokes'],
    start: { granted: false },
    watch: (memory, seen) => {
      if (isStart(seen)) return { granted: false };
      if (isGrant(seen)) return { granted: true };
      if (!isEvent(seen, 'transaction', 'denial.received') || !memory.granted) return memory;
      return isDone(seen, 'revokeTokens') ? { granted: false } : 'violated';
    },
  },
  finalStaysFinal: {
    sentence: 'A transaction that is spent, locked, denied or expired stays so, and sends and grants nothing.',
    requirements: ['transaction/final-states'],
    ...always(
      (seen) => finalStates.has(seen.before.transaction.value) && !isStart(seen),
      (seen) => finalStates.has(seen.after.transaction.value) && !isSend(seen) && !isGrant(seen),
    ),
  },
  refusedRequestsChangeNothing: {
    sentence: 'A request that breaks a rule of the front door changes nothing.',
    requirements: ['request/client-authenticated', 'request/parameters-well-formed'],
    ...always(
      (seen) => seen.kind === 'request' && factOf(seen, 'violation') !== 'none',
      (seen) =>
        seen.effects.length === 0 &&
        keyOf(seen.before.transaction) === keyOf(seen.after.transaction) &&
        keyOf(seen.before.account) === keyOf(seen.after.account) &&
        keyOf(seen.before.quota) === keyOf(seen.after.quota),
    ),
  },
} as const satisfies Record<string, Property>;
