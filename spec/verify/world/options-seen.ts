/**
 * What a client sees of the delivery options, by the model's own function: without the digits themselves, which say
 * nothing to somebody who does not know the contact, since true and made-up ones are spread alike.
 */
import { type DeliveryMethod, type DeliveryOptionPolicy, offerOf, type Switches } from '../../../model/index.ts';

const served: readonly DeliveryMethod[] = ['sms', 'voice', 'email'];
const onFile = { sms: '+12025550143', email: 'customer@example.com' };

/** The options that a client is shown, for a subject that is known or not. */
export function optionsSeen(
  policy: DeliveryOptionPolicy,
  known: boolean,
  { hintsAlike, vettedHints }: Pick<Switches, 'hintsAlike' | 'vettedHints'>,
): string {
  const { options } = offerOf({
    policy: vettedHints ? policy : 'vetted',
    served,
    contacts: known ? onFile : {},
    madeUpDigits: '77',
  });
  const shown = options.map(({ method, hint = '' }) => `${method} ${hint.replace(/\d/g, '0')}`.trim()).join(' or ');
  const changing = policy === 'decoy' && !hintsAlike && !known ? ', and other digits each time' : '';
  return `offered ${shown}${changing}`;
}
