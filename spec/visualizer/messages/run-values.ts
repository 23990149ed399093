/** The values that go through a run: handles, passcodes and binding messages, taken from recordings in turn. */
import { parameters as p } from '../../../model/index.ts';
import { dutiesIn } from '../run/course.ts';
import type { Taken } from '../run/take.ts';
import type { Example } from './examples.ts';

export interface RunValues {
  /** Handle of the newest transaction so far. */
  readonly session: string;
  readonly bindingMessage: string;
  /** Passcodes of the newest transaction, the newest one last. */
  readonly codes: readonly string[];
}

/** The values as they are at a step. Transactions and passcodes are counted, and each gets the next recorded value. */
export function valuesOf(examples: readonly Example[], taken: readonly Taken[], place: number): RunValues {
  const sessions = recordedValues(examples, 'sessionIssued', p.authSession.name);
  const phrases = recordedValues(examples, 'codeSent', p.bindingMessage.name);
  const right = [
    ...new Set(
      examples
        .filter(({ recorded }) => recorded.outcome === 'tokenIssued')
        .flatMap(({ recorded }) => new URLSearchParams(recorded.request.body).get(p.userCode.name) ?? []),
    ),
  ];
  let transactions = 0;
  let sent = 0;
  let codes: string[] = [];
  for (const { outcome, moves } of taken.slice(0, place + 1)) {
    if (outcome === 'sessionIssued') {
      transactions += 1;
      codes = [];
    }
    const hasCode = moves.some(({ effects }) =>
      dutiesIn(effects).some((duty) => duty === 'sendCode' || duty === 'withholdCode'),
    );
    if (!hasCode) continue;
    codes.push(nth(right, sent));
    sent += 1;
  }
  const current = Math.max(0, transactions - 1);
  return { session: nth(sessions, current), bindingMessage: nth(phrases, current), codes };
}

/** The values of a member of recorded answers, each once. */
function recordedValues(examples: readonly Example[], outcome: string, member: string): string[] {
  const found = examples
    .filter(({ recorded }) => recorded.outcome === outcome)
    .map(({ recorded }) => (JSON.parse(recorded.response.body ?? '{}') as Record<string, unknown>)[member]); // a recorded JSON object
  return [...new Set(found.filter((value) => typeof value === 'string'))];
}

const nth = (values: readonly string[], place: number): string => values[place % values.length] ?? '';

/** A passcode in the length that the policy asks for. */
export const inLength = (code: string, length: number): string =>
  code.repeat(Math.ceil(length / code.length)).slice(0, length);

/** A passcode that is not the given one. */
export const otherThan = (code: string): string => code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
