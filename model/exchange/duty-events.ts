/**
 * What a duty means to the machine of the grant: carrying out the one is the event of the other, in the same atomic
 * step. The transaction decides that there is a grant and that it is taken back, and knows nothing of what follows.
 */
import type { EventOf, grant } from '../machines/index.ts';
import type { DutyName } from '../requirements/index.ts';

export interface DutyEvent {
  readonly machine: 'grant';
  readonly event: EventOf<typeof grant>;
  /** The machine starts anew: this grant is another one than those before. */
  readonly opens?: true;
}

/** By the duty of the transaction. */
export const dutyEvents = {
  issueAccessToken: { machine: 'grant', event: 'grant.issued', opens: true },
  revokeTokens: { machine: 'grant', event: 'grant.denied' },
} as const satisfies Partial<Record<DutyName, DutyEvent>>;
