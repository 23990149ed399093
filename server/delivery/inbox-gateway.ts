/** The default gateway of a sandbox: messages stay in this process, where a page can show them. */
import type { Clock, DeliveryGateway, OutgoingMessage } from '../ports.ts';

export interface InboxMessage extends Pick<OutgoingMessage, 'id' | 'method' | 'contact' | 'subject' | 'text'> {
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

export interface InboxGateway extends DeliveryGateway {
  /** The kept messages, newest first. */
  list(): readonly InboxMessage[];
  /** Calls the listener with each new message from now on, until the returned function is called. */
  subscribe(listener: (message: InboxMessage) => void): () => void;
}

/**
 * An empty inbox that accepts every message. A message that is handed over again, with the same id, is kept once.
 *
 * @param options.capacity how many messages are kept; the oldest make room. 100 unless set
 */
export function createInboxGateway(options: { readonly clock: Clock; readonly capacity?: number }): InboxGateway {
  const { clock, capacity = 100 } = options;
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('An inbox keeps one message at least');
  const listeners = new Set<(message: InboxMessage) => void>();
  let messages: readonly InboxMessage[] = [];
  return {
    async hand({ id, method, contact, subject, text }) {
      if (messages.some((kept) => kept.id === id)) return { outcome: 'accepted' };
      const message: InboxMessage = { id, method, contact, subject, text, receivedAt: clock.now() };
      messages = [message, ...messages].slice(0, capacity);
      for (const listener of listeners) listener(message);
      return { outcome: 'accepted' };
    },
    list: () => messages,
    subscribe(listener) {
      // a function of its own, so that one listener can subscribe twice and leave once
      const subscription = (message: InboxMessage) => listener(message);
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
    async close() {
      listeners.clear();
    },
  };
}
