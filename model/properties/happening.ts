/** What can be seen of a step from outside: what was asked, what was answered, and what was done. */
import type { OutcomeName, ServerMachine } from '../exchange/index.ts';
import type { ServerEffect } from '../requirements/index.ts';
import type { Happening } from './property.ts';

/** Whether a request was answered with an outcome. */
export const isAnswered = (seen: Happening, outcome: OutcomeName): boolean =>
  seen.kind === 'request' && seen.outcome === outcome;

/** A new transaction takes the place of the one before. */
export const isStart = (seen: Happening): boolean => isAnswered(seen, 'sessionIssued');

/** Whether something happened that no request caused. */
export const isEvent = (seen: Happening, machine: ServerMachine, event: string): boolean =>
  seen.kind === 'event' && seen.machine === machine && seen.event === event;

/** Whether a duty of the server was asked for. */
export const isDone = (seen: Happening, duty: ServerEffect): boolean =>
  seen.effects.some(({ effect }) => effect.type === 'perform' && effect.params.duty === duty);

/** A passcode leaves for a contact. */
export const isSend = (seen: Happening): boolean => isDone(seen, 'sendCode');

/** A token is granted. */
export const isGrant = (seen: Happening): boolean => isDone(seen, 'issueAccessToken');

/** A passcode was compared and found wrong: the client is told so, or that the transaction is over because of it. */
export const isWrongCode = (seen: Happening): boolean =>
  isAnswered(seen, 'codeWrong') ||
  (isAnswered(seen, 'grantInvalid') && seen.before.transaction.value !== seen.after.transaction.value);

/** A fact about the request; undefined when there was none. */
export const factOf = (seen: Happening, name: string): string | undefined =>
  seen.kind === 'request' ? seen.facts[name] : undefined;
