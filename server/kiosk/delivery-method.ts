import type { DeliveryOption } from '../../model/messages/index.ts';
import { type DeliveryMethod, deliveryMethods } from '../../model/vocabulary/index.ts';

const labels = {
  sms: 'Text message',
  voice: 'Phone call',
  email: 'Email',
  postal: 'Letter',
} as const satisfies Record<DeliveryMethod, string>;

const methods = Object.keys(deliveryMethods) as readonly DeliveryMethod[]; // keys of the table itself

/** The delivery method of that name on the wire; undefined for one that the kiosk does not know. */
export const methodNamed = (name: string): DeliveryMethod | undefined =>
  methods.find((method) => deliveryMethods[method].name === name);

/** What the customer reads on a delivery option: the method, and the masked contact where there is one. */
export function optionLabel({ method, hint }: DeliveryOption): string {
  const known = methodNamed(method);
  const label = known === undefined ? method : labels[known];
  return hint === undefined ? label : `${label} to ${hint}`;
}
