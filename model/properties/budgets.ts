/** What holds across transactions: how much an account has to bear, and how much a client may do. */
import { isAnswered, isEvent, isGrant, isSend, isStart, isWrongCode } from './happening.ts';
import type { Property } from './property.ts';

export const budgetProperties = {
  accountSendsBounded: {
    sentence: 'No more passcodes than the budget are sent to an account within a window, over all transactions.',
    requirements: ['account/send-budget', 'account/exhausted-is-silent'],
    start: { sends: 0 },
    watch: (memory, seen, { limits }) => {
      if (isEvent(seen, 'account', 'window.elapsed')) return { sends: 0 };
      if (!isSend(seen)) return memory;
      return memory.sends === limits.sendsPerAccount ? 'violated' : { sends: Number(memory.sends) + 1 };
    },
  },
  accountGuessesBounded: {
    sentence: 'An account accepts no passcode after as many wrong ones as the budget allows within a window.',
    requirements: ['account/wrong-code-budget', 'account/exhausted-is-silent', 'account/success-clears-failures'],
    start: { out: false, wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (isGrant(seen)) return memory.wrong === limits.wrongCodesPerAccount ? 'violated' : { ...memory, wrong: 0 };
      if (isEvent(seen, 'account', 'window.elapsed')) return { ...memory, wrong: 0 };
      if (isStart(seen)) return { ...memory, out: false };
      if (isAnswered(seen, 'codeSent')) return { ...memory, out: true };
      // Before a passcode is out a guess is no guess at the account.
      if (!isWrongCode(seen) || !memory.out) return memory;
      return { ...memory, wrong: Math.min(Number(memory.wrong) + 1, limits.wrongCodesPerAccount) };
    },
  },
  throttledGetNothing: {
    sentence:
      'Nothing is sent to an account on which as many wrong passcodes came as its budget allows within a window.',
    requirements: ['account/exhausted-is-silent', 'account/wrong-code-budget'],
    start: { out: false, wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (isSend(seen) && memory.wrong === limits.wrongCodesPerAccount) return 'violated';
      if (isGrant(seen) || isEvent(seen, 'account', 'window.elapsed')) return { ...memory, wrong: 0 };
      if (isStart(seen)) return { ...memory, out: false };
      if (isAnswered(seen, 'codeSent')) return { ...memory, out: true };
      if (!isWrongCode(seen) || !memory.out) return memory;
      return { ...memory, wrong: Math.min(Number(memory.wrong) + 1, limits.wrongCodesPerAccount) };
    },
  },
  clientStartsBounded: {
    sentence: 'A client starts no more transactions within a window than its quota.',
    requirements: ['client/start-quota'],
    start: { starts: 0 },
    watch: (memory, seen, { limits }) => {
      if (isEvent(seen, 'quota', 'window.elapsed')) return { starts: 0 };
      if (!isStart(seen)) return memory;
      return memory.starts === limits.startsPerClient ? 'violated' : { starts: Number(memory.starts) + 1 };
    },
  },
  clientGuessesBounded: {
    sentence: 'A client tries no more wrong passcodes within a window than its quota, over all accounts.',
    requirements: ['client/wrong-code-quota'],
    start: { wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (isEvent(seen, 'quota', 'window.elapsed')) return { wrong: 0 };
      if (!isWrongCode(seen)) return memory;
      return memory.wrong === limits.wrongCodesPerClient ? 'violated' : { wrong: Number(memory.wrong) + 1 };
    },
  },
} as const satisfies Record<string, Property>;
