/**
 * The shape of a vocabulary row: one wire identifier, where it comes from, and what IANA is asked to register for it.
 * Every other file takes its wire strings from such rows, so that a name is spelled once.
 */
import type { ReferenceId } from './references.ts';

/** A place in a document. Sections of our own draft are named by anchor, never by number. */
export interface Source {
  readonly document: ReferenceId;
  /** Section number, or for `otp-flow` the anchor of the draft's section. */
  readonly section: string;
}

/** Registered by somebody else already, so nothing is asked of IANA. */
export interface AlreadyRegistered {
  readonly status: 'registered';
  readonly registry: IanaRegistry;
}

/** New with OTP-flow: the fields of the registry's template that are not the name, description or reference. */
export interface RequestedRegistration {
  readonly status: 'requested';
  readonly registry: IanaRegistry;
  /** "Parameter Usage Location" or "Error Usage Location", where the template has one. */
  readonly usageLocation?: string;
  readonly changeController: 'IETF';
}

/** Has no registry: members of a response of a new endpoint, paths, and the like. */
export interface Unregistered {
  readonly status: 'none';
  readonly reason: string;
}

/** The registries OTP-flow touches; the last one it creates. */
export type IanaRegistry =
  | 'OAuth URI'
  | 'OAuth Parameters'
  | 'OAuth Extensions Error Registry'
  | 'OAuth Authorization Server Metadata'
  | 'OAuth Dynamic Client Registration Metadata'
  | 'Security Event Identifier Formats'
  | 'OTP Delivery Methods';

export type Registration = AlreadyRegistered | RequestedRegistration | Unregistered;

/** One wire identifier. */
export interface Row {
  /** The string on the wire, verbatim. */
  readonly name: string;
  /** One sentence, fit for an IANA template's description field. */
  readonly description: string;
  readonly source: Source;
  readonly iana: Registration;
}

/** Shorthand for the common case of a row that another document registered. */
export const registeredIn = (registry: IanaRegistry): AlreadyRegistered => ({ status: 'registered', registry });

/** Shorthand for a row that OTP-flow asks IANA to add. */
export const requestedIn = (registry: IanaRegistry, usageLocation?: string): RequestedRegistration => ({
  status: 'requested',
  registry,
  changeController: 'IETF',
  ...(usageLocation === undefined ? {} : { usageLocation }),
});

/** Shorthand for a name that no registry covers; says why. */
export const noRegistry = (reason: string): Unregistered => ({ status: 'none', reason });

/** The place in our own draft that defines a name. */
export const ourDraft = (anchor: string): Source => ({ document: 'otp-flow', section: anchor });

/** The place in an RFC that defines a name. */
export const inRfc = (document: ReferenceId, section: string): Source => ({ document, section });
