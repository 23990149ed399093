/** How a message can fare between the outbox and the customer. */
import type { Script } from './scenario.ts';
import { handedOver } from './stories.ts';

const refused = 'channel!handover.due;channel!gateway.refused';
const waited = 'transaction!interval.elapsed';
const group = 'delivery';

export const deliveries: Readonly<Record<string, Script>> = {
  delivered: {
    title: 'The gateway takes the message, and the customer reads it',
    group,
    steps: `identification;delivery;${handedOver};resourceOwner!message.read`,
  },
  'delivered-late': {
    title: 'The gateway refuses the message once and takes it then',
    group,
    steps: `identification;delivery;${refused};${handedOver};resourceOwner!message.read;redemption`,
  },
  undelivered: {
    title: 'The gateway refuses the message each time, and the client cannot tell',
    group,
    steps: `identification;delivery;${refused};${refused};${refused};${waited};delivery;${handedOver};resourceOwner!message.read;redemption`,
    moral: 'The answer was the same as ever. All the customer can do is ask again.',
  },
  superseded: {
    title: 'A message that waits is dropped, because a newer passcode replaces its own',
    group,
    steps: `identification;delivery;${waited};delivery;${handedOver};resourceOwner!message.read;redemption`,
  },
  lapsed: {
    title: 'A message that waits is dropped, because its passcode has expired',
    group,
    steps: `identification;delivery;${waited};transaction!code.expired;delivery;${handedOver};resourceOwner!message.read;redemption`,
  },
  withheld: {
    title: 'The budget of the account is used up: nothing is sent, and it looks as if it were',
    group,
    changes: { limits: { sendsPerAccount: 1 } },
    steps: `identification;delivery;${handedOver};${waited};delivery;redemption~code=wrong`,
  },
};
