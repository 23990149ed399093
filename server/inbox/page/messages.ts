/**
 * What the sandbox inbox's page asks of its back end, under `/inbox`:
 *
 * | request | answer |
 * |---|---|
 * | `GET messages` | 200 with `InboxMessages` |
 * | `POST messages/:id/denial`, body `{}` | 204 when the utility was told "this was not me" |
 *
 * Any other answer is shown as a lost connection.
 */
import type { DeliveryMethod } from '../../../model/vocabulary/index.ts';

export interface InboxMessages {
  /** Newest first. */
  readonly messages: readonly InboxMessage[];
}

/** A message as its receiver sees it. */
export interface InboxMessage {
  readonly id: string;
  readonly method: DeliveryMethod;
  /** Phone number or email address that it went to. */
  readonly contact: string;
  /** Shown where the method has subjects. */
  readonly subject: string;
  /** Lines are separated by `\n`. */
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** Whether its receiver can still say "this was not me". */
  readonly mayDeny: boolean;
}
