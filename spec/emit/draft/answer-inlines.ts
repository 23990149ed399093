/** How an outcome looks on the wire, in few words. */
import { errors, type OutcomeName, type OutcomeRow, outcomes } from '../../../model/index.ts';
import { code, type Inlines, text } from './tree.ts';

/** An answer as it is on the wire: `200`, or `400` and an error code. */
export function answerInlines(outcome: string | undefined): Inlines {
  if (outcome === undefined || !Object.hasOwn(outcomes, outcome)) return [];
  const { status, error }: OutcomeRow = outcomes[outcome as OutcomeName]; // an own key
  return error === undefined ? [text(String(status))] : [text(`${status} `), code(errors[error].name)];
}
