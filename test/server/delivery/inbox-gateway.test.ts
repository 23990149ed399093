import { describe, expect, it } from 'vitest';
import { createInboxGateway, type InboxMessage } from '../../../server/delivery/inbox-gateway.ts';
import { outgoingMessage } from './outgoing-message.ts';

/** An inbox whose clock shows one second more at each look. */
function inboxWithClock(capacity?: number) {
  let now = 1_000_000;
  const clock = { now: () => (now += 1000) };
  return createInboxGateway(capacity === undefined ? { clock } : { clock, capacity });
}

describe('the inbox gateway', () => {
  it('accepts every message and lists what a reader needs, newest first', async () => {
    const inbox = inboxWithClock();
    expect(await inbox.hand(outgoingMessage({ id: 'one' }))).toEqual({ outcome: 'accepted' });
    await inbox.hand(outgoingMessage({ id: 'two', method: 'email', contact: 'heather@example.com', text: 'Hi' }));
    expect(inbox.list().map((message) => [message.id, message.receivedAt])).toEqual([
      ['two', 1_002_000],
      ['one', 1_001_000],
    ]);
    expect(inbox.list()[0]).toEqual({
      id: 'two',
      method: 'email',
      contact: 'heather@example.com',
      subject: 'Your code for Bright Audit',
      text: 'Hi',
      receivedAt: 1_002_000,
    });
  });

  it('keeps a message once, however often it is handed over', async () => {
    const inbox = inboxWithClock();
    const heard: string[] = [];
    inbox.subscribe((message) => heard.push(message.id));
    await inbox.hand(outgoingMessage());
    expect(await inbox.hand(outgoingMessage())).toEqual({ outcome: 'accepted' });
    expect(inbox.list()).toHaveLength(1);
    expect(heard).toEqual(['message-1']);
  });

  it('lets the oldest message go when it is full', async () => {
    const inbox = inboxWithClock(2);
    for (const id of ['one', 'two', 'three']) await inbox.hand(outgoingMessage({ id }));
    expect(inbox.list().map((message) => message.id)).toEqual(['three', 'two']);
    expect(() => inboxWithClock(0)).toThrow(RangeError);
  });

  it('tells each listener of each new message until it leaves or the inbox is closed', async () => {
    const inbox = inboxWithClock();
    const heard: string[] = [];
    const listener = (message: InboxMessage) => void heard.push(message.id);
    await inbox.hand(outgoingMessage({ id: 'before' }));
    const leave = inbox.subscribe(listener);
    inbox.subscribe(listener);
    await inbox.hand(outgoingMessage({ id: 'both' }));
    leave();
    await inbox.hand(outgoingMessage({ id: 'one' }));
    await inbox.close();
    await inbox.hand(outgoingMessage({ id: 'none' }));
    expect(heard).toEqual(['both', 'both', 'one']);
  });
});
