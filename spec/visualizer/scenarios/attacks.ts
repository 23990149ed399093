/**
 * For each mitigation that a guard reads, what becomes possible without it: told from the first request to the harm. A
 * test plays each twice: without the mitigation a promise breaks, with it none does.
 */
import type { Mitigation } from '../../../model/index.ts';
import type { SettingChanges } from '../run/setting.ts';
import type { Script } from './scenario.ts';
import { handedOver } from './stories.ts';

interface Attack {
  readonly title: string;
  readonly steps: string;
  readonly limits?: NonNullable<SettingChanges['limits']>;
  readonly moral: string;
}

const waited = 'transaction!interval.elapsed';
const asked = 'identification@adversary;delivery@adversary';
const guess = 'redemption@adversary~code=wrong';
const honest = `identification;delivery;${handedOver}`;

const attacks: Readonly<Record<Mitigation, Attack>> = {
  clientBinding: {
    title: 'Another client redeems the passcode',
    steps: `${honest};resourceOwner!message.read;redemption@adversary~client=other`,
    moral: 'A handle that leaked, or was guessed, is enough to take the token of somebody else.',
  },
  keyBinding: {
    title: 'A thief has handle and credentials, and no key',
    steps: `${honest};resourceOwner!message.read;redemption@adversary~client=otherKey`,
    moral: 'What a client sends can be copied from it; a key that it only signs with cannot.',
  },
  offeredOptionsOnly: {
    title: 'The client names a contact of its own',
    steps: 'identification@adversary;delivery@adversary~option=unoffered',
    moral: 'The passcode goes where the client wants it.',
  },
  newestCodeOnly: {
    title: 'A passcode that was replaced is still worth a token',
    steps: `${honest};${waited};delivery;${handedOver};redemption@adversary~code=stale`,
    moral: 'Every passcode that lies around in an old message stays a key.',
  },
  singleUse: {
    title: 'One passcode is worth two tokens',
    steps: `${honest};resourceOwner!message.read;redemption;redemption@adversary`,
    moral: 'Whoever saw the passcode being typed has a token of their own.',
  },
  transactionLock: {
    title: 'A client guesses until it is right',
    steps: `${asked};${guess}*6;redemption@adversary`,
    moral: 'Guessing costs nothing; each guess is as good as the first.',
  },
  resendKeepsCount: {
    title: 'A resend buys fresh guesses',
    limits: { wrongCodesPerTransaction: 3 },
    steps: `${asked};${guess}*2;${waited};delivery@adversary;${guess}*2;${waited};delivery@adversary;${guess};redemption@adversary`,
    moral: 'Two guesses, a resend, two more guesses, a resend: the lock never closes, because each resend forgets.',
  },
  sendLimit: {
    title: 'A customer is flooded with messages',
    steps: `${asked};${waited};delivery@adversary;${waited};delivery@adversary;${waited};delivery@adversary`,
    moral: 'One transaction sends as many messages as its client has patience, at the cost of the utility.',
  },
  resendInterval: {
    title: 'Messages are sent at once, one after the other',
    steps: `${asked};delivery@adversary;delivery@adversary`,
    moral: 'The customer cannot tell which passcode is the newest, and pays with attention.',
  },
  codeExpiry: {
    title: 'An old passcode is still worth a token',
    steps: `${asked};${handedOver};${waited};transaction!code.expired;redemption@adversary`,
    moral: 'A telephone that is found an hour later is good enough.',
  },
  transactionExpiry: {
    title: 'A transaction never ends',
    steps: `${asked};${waited};transaction!code.expired;delivery@adversary;${handedOver};transaction!transaction.expired;redemption@adversary`,
    moral: 'What the customer forgot about is still open.',
  },
  denialEnds: {
    title: '“This was not me” changes nothing',
    steps: `${asked};${handedOver};resourceOwner!message.read~name=stranger;redemption@adversary`,
    moral: 'The customer has said no, and the token is granted all the same.',
  },
  denialRevokes: {
    title: 'Access outlives the denial',
    steps: `${asked};${handedOver};redemption@adversary;transaction!denial.received`,
    moral: 'The customer has said no, and the token is still good.',
  },
  accountFailureBudget: {
    title: 'Guesses are spread over many transactions',
    limits: { wrongCodesPerAccount: 2 },
    steps: `${asked};${guess};${asked};${guess};${asked};redemption@adversary`,
    moral: 'Each new transaction starts counting at nothing, so that one account can be guessed at for ever.',
  },
  accountSendBudget: {
    title: 'Messages are spread over many transactions',
    limits: { sendsPerAccount: 2 },
    steps: `${asked};${asked};${asked}`,
    moral: 'Each new transaction sends again, so that one customer can be flooded for ever.',
  },
  clientStartQuota: {
    title: 'A client probes as many identifiers as it likes',
    limits: { startsPerClient: 2 },
    steps: 'identification@adversary*3',
    moral: 'Nothing slows down a client that works through a list of addresses.',
  },
  clientFailureQuota: {
    title: 'A client guesses at many accounts',
    limits: { wrongCodesPerClient: 2 },
    steps: `${asked};${guess};${asked};${guess};${asked};${guess}`,
    moral: 'One guess at each of many accounts is never a second guess at one of them.',
  },
  refreshBound: {
    title: 'Another client uses a refresh token that it found',
    steps: `${honest};resourceOwner!message.read;redemption;refresh@adversary~client=other`,
    moral: 'A refresh token that leaks from the client it was issued to is worth months of data to anybody.',
  },
  refreshRotated: {
    title: 'A copied refresh token goes on working, unnoticed',
    steps: `${honest};resourceOwner!message.read;redemption;refresh;refresh@adversary~refreshToken=stale`,
    moral: 'The client and the thief refresh side by side, and nobody can tell that there are two of them.',
  },
  refreshReuseRevokes: {
    title: 'The thief was faster, and stays',
    steps: `${honest};resourceOwner!message.read;redemption;refresh@adversary;refresh~refreshToken=stale;refresh@adversary`,
    moral:
      'The client comes with a refresh token that was replaced: a sure sign of a theft, and nothing follows from it.',
  },
  supersededMessagesDropped: {
    title: 'A message arrives whose passcode is dead, after the one that counts',
    steps: `identification;delivery;${waited};delivery;channel!handover.due`,
    moral: 'The customer types a passcode that they were just sent, and it is wrong.',
  },
  lapsedMessagesDropped: {
    title: 'A message arrives whose passcode has expired',
    steps: `identification;delivery;${waited};transaction!code.expired;channel!handover.due`,
    moral: 'The customer types a passcode that they were just sent, and it is too late.',
  },
};

/** Attacks by `without-` and the name of the mitigation. */
export const attackScripts: Readonly<Record<string, Script>> = {
  ...Object.fromEntries(
    Object.entries(attacks).map(([name, { title, steps, limits = {}, moral }]) => {
      const without = name as Mitigation; // a key of the table
      return [
        `without-${kebab(name)}`,
        { title, group: 'attack', steps, moral, without, changes: { limits, off: [without] } },
      ];
    }),
  ),
  'relay-phishing': {
    title: 'The residual risk: a customer who compares nothing reads the passcode out to a stranger',
    group: 'attack',
    changes: { heed: 'careless' },
    steps: `resourceOwner!client.approached;${asked};${handedOver};resourceOwner!message.read~name=stranger;resourceOwner!stranger.called;redemption@adversary`,
    moral:
      'No server can prevent this. A customer who compares the name and the phrase says no; beside it is what happens then.',
  },
};

/** The scenario in which a mitigation is missing. */
export const attackOn = (mitigation: Mitigation): string => `without-${kebab(mitigation)}`;

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
