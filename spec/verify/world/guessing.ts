/**
 * Worlds in which a stranger has a client of its own, starts transactions for customers and guesses: one after the
 * other, several at once for one customer, for many customers, and as a customer with an account of its own.
 */
import { assembled } from './assemble.ts';
import type { PeopledWorld, Setting, WorldRule } from './rule.ts';
import { type Place, type Server, serverOf } from './server.ts';

const single: Place = { transaction: 'first', account: 'account', quota: 'quota' };

/** What a stranger can do in one transaction without having been told anything. */
export function guesses(server: Server, at: Place, whose = "the customer's account"): WorldRule[] {
  const the = at.transaction;
  const by = { actor: 'stranger', at, needs: 'A1' } as const;
  return [
    server.asked({
      ...by,
      name: `${the}: start`,
      says: `The stranger's client starts the ${the} transaction, for ${whose}.`,
      ...(at === single ? {} : { needs: 'A3' }),
      exchange: 'identification',
    }),
    server.asked({
      ...by,
      name: `${the}: send`,
      says: `The stranger's client has a passcode sent in the ${the} transaction.`,
      exchange: 'delivery',
    }),
    server.asked({
      ...by,
      name: `${the}: wrong`,
      says: `The stranger's client tries a wrong passcode in the ${the} transaction.`,
      needs: 'A2',
      exchange: 'redemption',
      after: () => ({ truth: { brought: 'wrong', receiver: 'stranger' } }),
    }),
    server.asked({
      ...by,
      name: `${the}: lucky`,
      says: `The stranger's client guesses the passcode of the ${the} transaction.`,
      needs: 'A2',
      exchange: 'redemption',
      facts: { code: 'newest' },
      after: () => ({ truth: { brought: 'newest', receiver: 'stranger' } }),
    }),
    server.asked({
      ...by,
      name: `${the}: stale`,
      says: `The stranger's client guesses a passcode of the ${the} transaction that a newer one replaced.`,
      needs: 'A2',
      exchange: 'redemption',
      facts: { code: 'stale' },
      when: (here) => sentBefore(here[the]) > 1,
      after: () => ({ truth: { brought: 'stale', receiver: 'stranger' } }),
    }),
    server.happens({
      name: `${the}: deny`,
      actor: 'owner',
      says: `The customer tells the utility that the ${the} transaction is not theirs.`,
      at,
      machine: 'transaction',
      event: 'denial.received',
    }),
    ...server.clock(at),
  ];
}

/** How many passcodes a transaction has sent, as far as its machine counts. */
const sentBefore = (state = ''): number => Number(/\bsends (\d+)/.exec(state)?.[1] ?? 0);

/** One transaction after the other, for one customer. */
export function guessingWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  return assembled({ name: 'guessing', variables: variablesAt(server, [single]), rules: guesses(server, single) });
}

/** Two transactions at once, for one customer. */
export function parallelWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const places = [single, { ...single, transaction: 'second' }];
  return assembled({
    name: 'parallel',
    variables: variablesAt(server, places),
    rules: places.flatMap((at) => guesses(server, at)),
    subjects: { transaction: ['first', 'second'] },
  });
}

/** Two transactions at once, for two customers, by one client. */
export function manyAccountsWorld(setting: Setting): PeopledWorld {
  const server = serverOf(setting);
  const places = [single, { ...single, transaction: 'second', account: "neighbour's account" }];
  return assembled({
    name: 'many-accounts',
    variables: variablesAt(server, places),
    rules: places.flatMap((at) => guesses(server, at, at.account === 'account' ? 'one customer' : 'another customer')),
    subjects: { transaction: ['first'], account: ['account'] },
  });
}

/** The stranger is a customer as well, and brings the passcode of its own account to the transaction of another. */
export function swapWorld(setting: Setting): PeopledWorld {
  const { ownCodeOnly } = setting.policy.switches;
  const server = serverOf(setting);
  const own = { ...single, transaction: 'second', account: "stranger's account" };
  const received = { name: "stranger's passcode", values: ['none', 'received'] };
  const receives = server.asked({
    name: 'second: send to itself',
    actor: 'stranger',
    says: 'The stranger has a passcode sent to its own contact, in the second transaction, and reads it.',
    needs: 'A4',
    at: own,
    touches: [received.name],
    exchange: 'delivery',
    after: (_here, { duties }) => (duties.includes('sendCode') ? { next: { [received.name]: 'received' } } : {}),
  });
  const swaps = server.asked({
    name: 'first: swap',
    actor: 'stranger',
    says: 'The stranger brings the passcode of the second transaction to the first one.',
    needs: 'A4',
    at: single,
    touches: [received.name],
    when: (here) => here[received.name] === 'received',
    exchange: 'redemption',
    facts: { code: ownCodeOnly ? 'wrong' : 'newest' },
    after: () => ({ truth: { brought: 'ofAnother', receiver: 'stranger' } }),
  });
  const starts = server.asked({
    name: 'second: start for itself',
    actor: 'stranger',
    says: 'The stranger starts the second transaction, for its own account.',
    needs: 'A4',
    at: own,
    exchange: 'identification',
  });
  return assembled({
    name: 'swap',
    variables: [...variablesAt(server, [single, own]), received],
    rules: [...guesses(server, single), starts, receives, swaps, ...server.clock(own)],
  });
}

/** The variables of some places, each once: what is shared stands between what is not. */
export function variablesAt(server: Server, places: readonly Place[]) {
  const names = (machine: keyof Place): string[] => [...new Set(places.map((at) => at[machine]))];
  return [
    ...names('quota').map((name) => server.variable('quota', name)),
    ...names('account').map((name) => server.variable('account', name)),
    ...names('transaction').map((name) => server.variable('transaction', name)),
  ];
}
