/** Messages with their passcodes taken out, as soon as there are any: what every end-to-end test writes for itself. */
import { codeCharsets } from '../../model/index.ts';
import type { InboxGateway, InboxMessage } from '../delivery/inbox-gateway.ts';
import { codeInText } from '../inbox/page/code-in-text.js';

export interface ReceivedMessage extends Omit<InboxMessage, 'receivedAt'> {
  /** The passcode in the text, without what separates its characters; null in a notice. */
  readonly code: string | null;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

export interface MessageQuery {
  /** Only messages to this contact. */
  readonly contact?: string;
  /** Only messages that came after the one with this id; all when nobody knows it any more. */
  readonly afterId?: string;
  /** How long to wait for the first one, by the clock on the wall. Not at all unless set. */
  readonly waitSeconds?: number;
}

/**
 * The messages that fit, newest first: those that are there, or else the first one that comes in time.
 *
 * @param stopped ends the waiting
 */
export async function receivedMessages(
  gateway: InboxGateway,
  query: MessageQuery,
  stopped: AbortSignal,
): Promise<ReceivedMessage[]> {
  const found = fitting(gateway.list(), query);
  if (found.length > 0 || !query.waitSeconds) return found.map(received);
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      stopped.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, (query.waitSeconds ?? 0) * 1000);
    const unsubscribe = gateway.subscribe((message) => fits(message, query) && done());
    stopped.addEventListener('abort', done);
  });
  return fitting(gateway.list(), query).map(received);
}

function fitting(messages: readonly InboxMessage[], query: MessageQuery): readonly InboxMessage[] {
  const last = messages.findIndex(({ id }) => id === query.afterId);
  return messages.slice(0, last === -1 ? undefined : last).filter((message) => fits(message, query));
}

const fits = ({ contact }: InboxMessage, query: MessageQuery): boolean =>
  query.contact === undefined || contact.toLowerCase() === query.contact.trim().toLowerCase();

/** A message as the sandbox hands it out. */
export const received = (message: InboxMessage): ReceivedMessage => ({
  ...message,
  code: codeInText(message.text)?.code ?? lettersIn(message.text) ?? null,
  receivedAt: new Date(message.receivedAt).toISOString(),
});

const letter = `[${codeCharsets.base20.characters}]`;
const letters = new RegExp(`(?<!\\w)${letter}(?:(?:, )?${letter}){5,15}(?!\\w)`);

/** A passcode of letters, written or spelled: words do without vowels nowhere else. */
const lettersIn = (text: string): string | undefined => letters.exec(text)?.[0].replaceAll(', ', '');
