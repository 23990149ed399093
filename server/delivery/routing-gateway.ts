/** One gateway made of several: each message goes where its delivery method points. */
import type { DeliveryMethod } from '../../model/vocabulary/index.ts';
import type { DeliveryGateway } from '../ports.ts';

/**
 * A gateway that hands each message to the gateway of its method, and refuses methods that have none. Closing it closes
 * each of them once.
 */
export function createRoutingGateway(
  routes: Readonly<Record<DeliveryMethod, DeliveryGateway | undefined>>,
): DeliveryGateway {
  return {
    async hand(message) {
      const gateway = routes[message.method];
      if (gateway === undefined) return { outcome: 'refused', reason: `no gateway delivers by ${message.method}` };
      return gateway.hand(message);
    },
    async close() {
      const gateways = new Set(Object.values(routes).filter((gateway) => gateway !== undefined));
      await Promise.all([...gateways].map((gateway) => gateway.close()));
    },
  };
}
