/** What a client is offered for a subject: the policy that applies to it, and digits that nobody can tell from true ones. */
import {
  type DeliveryMethod,
  type DeliveryMethodRow,
  type DeliveryOptionPolicy,
  deliveryMethods,
  hintDigits,
  type Offer,
  offerOf,
  type SubjectIdentifier,
  subjectIdentifierFormats,
} from '../../model/index.ts';
import type { Received } from '../admission/admission.ts';
import type { Settings } from '../authorization-server.ts';
import type { Customer, KeyRing } from '../ports.ts';

/** The methods that a server with these settings serves, in the order of the model. */
export const servedMethods = ({ deliveryMethods: chosen }: Settings): readonly DeliveryMethod[] =>
  (Object.keys(deliveryMethods) as DeliveryMethod[]) // its own keys
    .filter((method) => chosen?.includes(method) ?? (deliveryMethods[method] as DeliveryMethodRow).served);

/**
 * The offer to the client of an admitted request.
 *
 * @param customer whom the subject names, as far as messages go
 */
export async function offerTo(
  { server, client }: Received,
  subject: SubjectIdentifier,
  customer: Customer | undefined,
): Promise<Offer> {
  const { settings, ports } = server;
  const policy: DeliveryOptionPolicy =
    client?.maySeeHints === true ? 'vetted' : (settings.deliveryOptions ?? 'generic');
  const canonical = ports.customers.canonical(subject);
  // in another spelling a customer may not be found, and is hinted at all the same
  const hinted = policy === 'decoy' ? await ports.customers.find(canonical) : customer;
  const { options, reachable } = offerOf({
    policy,
    served: servedMethods(settings),
    contacts: hinted?.contacts ?? {},
    madeUpDigits: policy === 'decoy' ? madeUpDigits(ports.keys, canonical) : '',
    ...(subject.format === subjectIdentifierFormats.phoneNumber.name ? { namedNumber: subject.phone_number } : {}),
  });
  return { options, reachable: hinted?.accountId === customer?.accountId ? reachable : [] };
}

/** Digits that follow from the subject and a key: the same in every process and after every restart. */
function madeUpDigits(keys: KeyRing, canonical: SubjectIdentifier): string {
  const text = JSON.stringify(Object.entries(canonical).sort(([one], [other]) => (one < other ? -1 : 1)));
  // six bytes are so many more than a hundred numbers that each of those comes up equally often
  const drawn = Buffer.from(keys.keyedHash('hint', text), 'base64url').readUIntBE(0, 6);
  return String(drawn % 10 ** hintDigits).padStart(hintDigits, '0');
}
