/** The gateway of a sandbox: refuses the messages of some customers, and whatever else it is told to get wrong. */
import { sandboxCustomerRows, slowSeconds } from '../../model/index.ts';
import type { DeliveryGateway } from '../ports.ts';
import type { Faults } from './faults.ts';
import type { OffsetClock } from './offset-clock.ts';

const refusedContacts = new Set(
  sandboxCustomerRows.flatMap(({ magic, contacts }) => (magic?.messages === 'refused' ? Object.values(contacts) : [])),
);

/** A gateway in front of another one. Without faults, and for customers without magic, it is not to be noticed. */
export function faultyGateway(gateway: DeliveryGateway, faults: Faults, clock: OffsetClock): DeliveryGateway {
  return {
    async hand(message) {
      if (refusedContacts.has(message.contact)) return { outcome: 'refused', reason: 'a customer of the sandbox' };
      switch (faults.take('delivery')) {
        case 'ok':
          return gateway.hand(message);
        case 'fails':
          return { outcome: 'refused', reason: 'a fault of the sandbox' };
        case 'slow':
          // the gateway has taken it, and knows nothing of how long the rest of the way is
          void clock.until(clock.now() + slowSeconds * 1000).then(() => gateway.hand(message).catch(() => {}));
          return { outcome: 'accepted' };
      }
    },
    close: () => gateway.close(),
  };
}
