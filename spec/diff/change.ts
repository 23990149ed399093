/** One difference between two versions of the protocol, and whom it breaks. */

export type Area = 'machine' | 'wire' | 'requirements';

export type Kind = 'added' | 'removed' | 'renamed' | 'changed' | 'reworded';

export interface Change {
  readonly area: Area;
  readonly kind: Kind;
  /** What it is about: `OtpDeliveryRequest delivery_option`, `transaction/send-limit`, `transaction: denied`. */
  readonly subject: string;
  /** What differs, as a phrase. */
  readonly detail: string;
  /** Whether a client that was written for the old version can fail with a server of the new one. */
  readonly breaksClient: boolean;
  /** Whether a server that was written for the old version can fail a client of the new one, or no longer conforms. */
  readonly breaksServer: boolean;
}

/** Changes in the order of their subjects, so that the same difference is always told in the same way. */
export const sorted = (changes: readonly Change[]): Change[] =>
  [...changes].sort((one, other) => compare(keyOf(one), keyOf(other)));

const keyOf = ({ area, subject, kind, detail }: Change): string => [area, subject, kind, detail].join('\n');
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
