import type { OutgoingMessage } from '../../../server/ports.ts';

/** A message with everything in it that must not leak, with what a test changes. */
export const outgoingMessage = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'message-1',
  method: 'sms',
  contact: '+12025550143',
  subject: 'Your code for Bright Audit',
  text: 'Bright Audit asks to see your electricity use.\nYour code is 04915672 — “amber otter”.',
  locale: 'en',
  ...changes,
});

/** What no reason may contain. */
export const secretsOfMessage = ['04915672', '12025550143', 'heather', 'example.com'];
