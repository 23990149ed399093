/** A customer reads a message of a transaction and compares; what does not fit alarms them, and they say so at once. */
import type { Values } from '../engine/index.ts';
import type { Actor } from './cast.ts';
import { act, type Setting, type WorldRule } from './rule.ts';
import type { Place, Server } from './server.ts';

/** The newest message of a transaction, on the customer's phone. */
export const messageStates = ['none', 'unread', 'read'] as const;

/** What the customer compares: the name in the message with whoever they deal with, and the phrase with the screen. */
export interface Comparison {
  readonly name: 'expected' | 'stranger';
  readonly binding: 'same' | 'different';
}

export interface Reading {
  readonly owner: Actor;
  readonly at: Place;
  /** The variable that holds what became of the message. */
  readonly message: string;
  readonly comparison: Comparison | ((here: Values) => Comparison);
  /** Variables beside that of the owner and of the message. */
  readonly touches?: readonly string[];
}

/** The rules by which a message is read: it fits, it does not and is denied, or it does not and nobody says how to deny. */
export function readings({ policy }: Setting, server: Server, reading: Reading): WorldRule[] {
  const { owner, at, message, comparison } = reading;
  const touches = ['owner', message, ...(reading.touches ?? [])];
  const read = (here: Values) => {
    const compared = typeof comparison === 'function' ? comparison(here) : comparison;
    return owner.step(here.owner, 'message.read', { ...compared });
  };
  const wrongPhrase = typeof comparison === 'object' && comparison.name === 'expected';
  const unfit = wrongPhrase
    ? 'The customer reads the message, whose phrase is not the one on the screen'
    : 'The customer reads the message, which names somebody whom they do not deal with';
  const alarmed = server.happens({
    name: 'owner: read and deny',
    actor: 'owner',
    says: `${unfit}, and tells the utility that this was not them.`,
    at,
    touches,
    machine: 'transaction',
    event: 'denial.received',
    when: (here) => here[message] === 'unread' && read(here).duties.includes('deny'),
    after: (here) => ({ next: { owner: read(here).to, [message]: 'read' }, truth: { alarmed: true } }),
  });
  const helpless = act({
    name: 'owner: read and not know what to do',
    actor: 'owner',
    says: `${unfit}, and does not know what to do about it.`,
    touches,
    transaction: at.transaction,
    does: (here) =>
      here[message] === 'unread' && read(here).duties.includes('deny')
        ? { next: { owner: read(here).to, [message]: 'read' }, truth: { alarmed: true } }
        : undefined,
  });
  const content = act({
    name: 'owner: read',
    actor: 'owner',
    says: 'The customer reads the message and sees nothing amiss in it.',
    touches,
    transaction: at.transaction,
    does: (here) => {
      const { to, duties } = read(here);
      const fits = here[message] === 'unread' && to !== here.owner && !duties.includes('deny');
      return fits ? { next: { owner: to, [message]: 'read' } } : undefined;
    },
  });
  return [policy.switches.denialTold ? alarmed : helpless, content];
}
