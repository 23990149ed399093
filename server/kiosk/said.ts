/** What customers say, made fit for the utility: nothing is sent of which the kiosk can tell that it will be refused. */
import type { PostalAddressSubject } from '../../model/messages/index.ts';
import { codeCharsets, subjectIdentifierFormats } from '../../model/vocabulary/index.ts';
import type { AddressBody } from './view.ts';

/** What came with what the customer did; never kept. */
export interface Said {
  readonly address?: AddressBody;
  /** `id` of a delivery option. */
  readonly option?: string;
  readonly code?: string;
}

/** What the message type allows, in characters; types do not last until it would be needed here. */
const longest = { street_address: 200, postal_code: 20 } as const;

/**
 * The Subject Identifier for an address as typed; undefined when it cannot be one.
 *
 * @see RFC 9493 §3
 */
export function subjectOf(address: AddressBody | undefined): PostalAddressSubject | undefined {
  const street = singleSpaced(address?.streetAddress ?? '');
  const postalCode = singleSpaced(address?.postalCode ?? '');
  if (!isLine(street, longest.street_address) || !isLine(postalCode, longest.postal_code)) return undefined;
  return { format: subjectIdentifierFormats.postalAddress.name, street_address: street, postal_code: postalCode };
}

const singleSpaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

const isLine = (text: string, longestLength: number): boolean =>
  text !== '' && [...text].length <= longestLength && !/\p{Control}/u.test(text);

/**
 * The passcode that was typed, without spaces and hyphens and in the case of its characters; undefined when it cannot be
 * one, so that no try is used up. Of a set of characters that the kiosk does not know, only the length is checked.
 */
export function codeOf(typed: string | undefined, length: number, charset: string): string | undefined {
  const bare = (typed ?? '').replaceAll(/[\s\p{Dash}]/gu, '');
  const characters = Object.values(codeCharsets).find(({ name }) => name === charset)?.characters;
  const code = characters === undefined ? bare : bare.toUpperCase();
  const isFit =
    characters === undefined ? /^[\x21-\x7E]*$/.test(code) : [...code].every((one) => characters.includes(one));
  return code.length === length && isFit ? code : undefined;
}
