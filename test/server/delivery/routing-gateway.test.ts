import { describe, expect, it } from 'vitest';
import { createRoutingGateway } from '../../../server/delivery/routing-gateway.ts';
import type { DeliveryGateway } from '../../../server/ports.ts';
import { outgoingMessage } from './outgoing-message.ts';

/** A gateway that refuses with its own name, and counts how often it was closed. */
function namedGateway(name: string): DeliveryGateway & { closed: number } {
  return {
    closed: 0,
    hand: async () => ({ outcome: 'refused', reason: name }),
    async close() {
      this.closed += 1;
    },
  };
}

describe('the routing gateway', () => {
  const phone = namedGateway('phone');
  const mail = namedGateway('mail');
  const gateway = createRoutingGateway({ sms: phone, voice: phone, email: mail, postal: undefined });
  const hand = (method: 'sms' | 'voice' | 'email' | 'postal') => gateway.hand(outgoingMessage({ method }));

  it('hands each message to the gateway of its delivery method', async () => {
    expect(await hand('sms')).toEqual({ outcome: 'refused', reason: 'phone' });
    expect(await hand('voice')).toEqual({ outcome: 'refused', reason: 'phone' });
    expect(await hand('email')).toEqual({ outcome: 'refused', reason: 'mail' });
  });

  it('refuses a message whose delivery method has no gateway', async () => {
    expect(await hand('postal')).toEqual({ outcome: 'refused', reason: 'no gateway delivers by postal' });
  });

  it('closes each of its gateways once', async () => {
    await gateway.close();
    expect([phone.closed, mail.closed]).toEqual([1, 1]);
  });
});
