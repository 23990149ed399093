/** What is true of a step in words: who gets what, what a passcode is worth, what a client can tell apart. */
import type { Party, Truth } from '../../../model/index.ts';
import type { ToldStep } from '../../verify/check/told-trace.ts';

export const partyWords: Readonly<Record<Party, string>> = {
  kiosk: 'the kiosk',
  stranger: 'the stranger',
  owner: 'the customer',
  server: 'the authorization server',
  network: 'the network',
  clock: 'the clock',
};

const broughtWords: Readonly<Record<NonNullable<Truth['brought']>, string>> = {
  newest: 'The passcode in the request is the newest one of the transaction.',
  stale: 'The passcode in the request was replaced by a newer one.',
  ofAnother: 'The passcode in the request belongs to another transaction.',
  wrong: 'The passcode in the request is wrong.',
};

const handedOverWords: Readonly<Record<NonNullable<Truth['handedOver']>, string>> = {
  offered: 'The passcode leaves by an option that was offered.',
  unoffered: 'The passcode leaves by an option that was never offered.',
  dead: 'The passcode that leaves is worth nothing any more.',
};

const usedWords: Readonly<Record<NonNullable<Truth['used']>, string>> = {
  valid: 'The token is one that was granted and not revoked.',
  revoked: 'The token was revoked.',
  missing: 'There is no token.',
};

const breadthWords = { none: 'nothing', narrow: 'monthly totals', wide: 'hourly usage' } as const;

/** Sentences about a step, beside the one that tells it. */
export function notesOf({ truth = {}, duties = [] }: Pick<ToldStep, 'truth' | 'duties'>): string[] {
  const { brought, receiver, givenTo, leaked, alarmed, handedOver, asked, said, granted, served, used, strayed } =
    truth;
  const grants = duties.includes('issueAccessToken');
  return [
    brought === undefined ? [] : broughtWords[brought],
    grants && receiver !== undefined ? `A token is granted, and ${partyWords[receiver]} has it.` : [],
    duties.includes('withholdCode') ? 'Nothing is sent, and the answer does not say so.' : [],
    givenTo === undefined ? [] : `The customer means to give the passcode to ${partyWords[givenTo]}.`,
    leaked === true ? 'The passcode becomes known to somebody who was neither sent nor given it.' : [],
    strayed === true ? 'The passcode becomes known to another authorization server than the one that sent it.' : [],
    alarmed === true ? 'The customer has noticed a transaction that is not theirs.' : [],
    handedOver === undefined ? [] : handedOverWords[handedOver],
    asked === undefined ? [] : `Asked for: ${breadthWords[asked]}.`,
    said === undefined ? [] : `What the customer takes the message to say: ${breadthWords[said]}.`,
    granted === undefined ? [] : `Granted: ${breadthWords[granted]}.`,
    served === undefined ? [] : `Served: ${breadthWords[served]}.`,
    used === undefined ? [] : usedWords[used],
    ...observedWords(truth),
  ].flat();
}

function observedWords({ observed }: Truth): string[] {
  if (observed === undefined) return [];
  const [here, there] = observed;
  if (here === there) return [`In both worlds the client observes the same: ${here}.`];
  return [`In one world the client observes: ${here}.`, `In the other world it observes: ${there}.`];
}
