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

/**
 * The values as they are at a step. Transactions and passcodes are counted, and each gets the next recorded value.
 *
 * @param scenario the recording that the run began as: its values come first, so that they go on when the run leaves it
 */
export function valuesOf(
  examples: readonly Example[],
  taken: readonly Taken[],
  place: number,
  scenario?: string,
): RunValues {
  const own = examples.filter((example) => example.scenario === scenario);
  const ordered = [...own, ...examples];
  const sessions = recordedValues(ordered, 'sessionIssued', p.authSession.name);
  const phrases = recordedValues(ordered, 'codeSent', p.bindingMessage.name);
  const ownCodes = codesBySend(own);
  const right = rightCodes(examples).filter((code) => ![...ownCodes.values()].includes(code));
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
    codes.push(ownCodes.get(sent) ?? nth(right, sent));
    sent += 1;
  }
  const current = Math.max(0, transactions - 1);
  return { session: nth(sessions, current), bindingMessage: nth(phrases, current), codes };
}

/** The passcodes of a recording that it shows, by how many were sent before. */
function codesBySend(own: readonly Example[]): Map<number, string> {
  const codes = new Map<number, string>();
  let sent = 0;
  for (const { step, recorded } of own) {
    if (recorded.outcome === 'codeSent') sent += 1;
    const code = codeIn(recorded.request.body);
    if (code !== undefined && step.facts.code === 'newest' && sent > 0) codes.set(sent - 1, code);
  }
  return codes;
}

/** Passcodes that were worth a token, each once. */
const rightCodes = (examples: readonly Example[]): string[] => [
  ...new Set(
    examples
      .filter(({ recorded }) => recorded.outcome === 'tokenIssued')
      .flatMap(({ recorded }) => codeIn(recorded.request.body) ?? []),
  ),
];

const codeIn = (body: string | undefined): string | undefined =>
  new URLSearchParams(body).get(p.userCode.name) ?? undefined;

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
