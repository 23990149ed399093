/** Passcodes that somebody chose, so that a test knows them beforehand. */
import { codeCharsets, magicCode, sandboxCustomerRows } from '../../model/index.ts';
import type { Settings } from '../authorization-server.ts';

export interface FixedCodes {
  /** The passcode of a contact; undefined where chance decides. */
  find(contact: string): string | undefined;
  /**
   * Chooses the passcode of a contact from now on, or leaves it to chance again.
   *
   * @returns what is wrong with the passcode, as a sentence; undefined when it is kept
   */
  choose(contact: string, code: string | null): string | undefined;
}

/** The passcodes of the magic customers, and room for more. */
export function fixedCodes({ policy, codeCharset }: Pick<Settings, 'policy' | 'codeCharset'>): FixedCodes {
  const { codeLength } = policy.limits;
  const { characters, name } = codeCharsets[codeCharset];
  const magicContacts = sandboxCustomerRows.flatMap(({ magic, contacts }) => (magic ? Object.values(contacts) : []));
  const codes = new Map(magicContacts.map((contact) => [keyOf(contact), magicCode(codeLength, characters)]));
  return {
    find: (contact) => codes.get(keyOf(contact)),
    choose(contact, code) {
      if (code === null) {
        codes.delete(keyOf(contact));
        return undefined;
      }
      if (code.length !== codeLength || ![...code].every((one) => characters.includes(one))) {
        return `A passcode of this server has ${codeLength} characters of the set ${name}`;
      }
      codes.set(keyOf(contact), code);
      return undefined;
    },
  };
}

/** Contacts are compared as the outbox compares them. */
const keyOf = (contact: string): string => contact.trim().toLowerCase();
