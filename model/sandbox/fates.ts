/** What can become of a message with a passcode. The client never learns which; the sandbox tells. */
import type { channel, EventOf, StateOf } from '../machines/index.ts';

export interface MessageFateRow {
  /** The state of the delivery channel in which the message rests; absent for one that was never meant to go out. */
  readonly state?: StateOf<typeof channel>;
  /** The event that brought it there, where the state alone does not tell. */
  readonly event?: EventOf<typeof channel>;
  readonly description: string;
}

export const messageFates = {
  delivered: { state: 'delivered', event: 'gateway.accepted', description: 'The gateway took the message.' },
  superseded: {
    state: 'dropped',
    event: 'code.superseded',
    description: 'The passcode in the message no longer counted, mostly because of a newer one: it was not sent.',
  },
  lapsed: { state: 'dropped', event: 'code.lapsed', description: 'The passcode lapsed before the message was sent.' },
  failed: { state: 'failed', event: 'gateway.refused', description: 'The gateway refused the message each time.' },
  withheld: { description: 'There was nobody to send it to, or too much had been sent already: nothing went out.' },
} as const satisfies Record<string, MessageFateRow>;

export type MessageFate = keyof typeof messageFates;
