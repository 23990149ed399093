/** What an account has to bear and what a client may do, over all transactions at once. */
import type { WorldHappening, WorldProperty } from './world.ts';
import { grants, opens, refuses, sends } from './world-transaction.ts';

/** A guess at the account: before a passcode is out, a wrong one says nothing about it. */
const guessesAtAccount = (seen: WorldHappening): boolean =>
  refuses(seen) && seen.before?.startsWith('pending') === true;

export const worldBudgetProperties = {
  accountGuessesBounded: {
    about: 'account',
    sentence:
      'After as many wrong passcodes as the budget of an account allows none is accepted, over all transactions.',
    requirements: ['account/wrong-code-budget', 'account/exhausted-is-silent', 'account/success-clears-failures'],
    start: { wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (grants(seen)) return memory.wrong === limits.wrongCodesPerAccount ? 'violated' : { wrong: 0 };
      if (seen.event === 'account window.elapsed') return { wrong: 0 };
      if (!guessesAtAccount(seen)) return memory;
      return { wrong: Math.min(Number(memory.wrong) + 1, limits.wrongCodesPerAccount) };
    },
  },
  accountSendsBounded: {
    about: 'account',
    sentence: 'No more passcodes than the budget of an account allows are sent to it, over all transactions.',
    requirements: ['account/send-budget', 'account/exhausted-is-silent'],
    start: { sends: 0 },
    watch: (memory, seen, { limits }) => {
      if (seen.event === 'account window.elapsed') return { sends: 0 };
      if (!sends(seen)) return memory;
      return memory.sends === limits.sendsPerAccount ? 'violated' : { sends: Number(memory.sends) + 1 };
    },
  },
  clientStartsBounded: {
    about: 'client',
    sentence: 'A client starts no more transactions than its quota.',
    requirements: ['client/start-quota'],
    start: { starts: 0 },
    watch: (memory, seen, { limits }) => {
      if (seen.event === 'quota window.elapsed') return { starts: 0 };
      if (!opens(seen)) return memory;
      return memory.starts === limits.startsPerClient ? 'violated' : { starts: Number(memory.starts) + 1 };
    },
  },
  clientGuessesBounded: {
    about: 'client',
    sentence: 'A client tries no more wrong passcodes than its quota, over all accounts.',
    requirements: ['client/wrong-code-quota'],
    start: { wrong: 0 },
    watch: (memory, seen, { limits }) => {
      if (seen.event === 'quota window.elapsed') return { wrong: 0 };
      if (!refuses(seen)) return memory;
      return memory.wrong === limits.wrongCodesPerClient ? 'violated' : { wrong: Number(memory.wrong) + 1 };
    },
  },
} as const satisfies Record<string, WorldProperty>;
