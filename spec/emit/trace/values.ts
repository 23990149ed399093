/**
 * The values that go through a trace: each transaction gets a recorded handle, each passcode that is sent a recorded
 * passcode, and every guess is another one.
 */
import { parameters as p } from '../../../model/index.ts';
import type { ToldStep } from '../../verify/check/told-trace.ts';
import type { Recording } from '../recording.ts';

/** What recordings have to offer, each value once, in their order. */
export interface ValuePool {
  readonly sessions: readonly string[];
  readonly phrases: readonly string[];
  readonly codes: readonly string[];
  readonly tokens: readonly string[];
  /** Of the one client that proves who it is with assertions. */
  readonly assertions: readonly string[];
  readonly assertingClient: string;
}

export function valuePool(recordings: readonly Recording[]): ValuePool {
  const steps = recordings.flatMap((recording) => recording.steps);
  const inResponses = (outcome: string, member: string): string[] =>
    steps
      .filter((step) => step.outcome === outcome)
      .map(({ response }) => (JSON.parse(response.body ?? '{}') as Record<string, unknown>)[member]) // a JSON object
      .filter((value) => typeof value === 'string');
  const inRequests = (member: string): string[] =>
    steps.flatMap(({ request }) => new URLSearchParams(request.body).get(member) ?? []);
  return {
    sessions: [...new Set(inResponses('sessionIssued', p.authSession.name))],
    phrases: [...new Set(inResponses('codeSent', p.bindingMessage.name))],
    codes: [...new Set(inRequests(p.userCode.name))].filter((code) => /^\d{8}$/.test(code)),
    tokens: [...new Set(inResponses('tokenIssued', p.accessToken.name))],
    assertions: [...new Set(inRequests(p.clientAssertion.name))],
    assertingClient: inRequests(p.clientId.name)[0] ?? '',
  };
}

/** One transaction, as far as messages show it. */
interface Open {
  readonly session: string;
  readonly phrase: string;
  /** Passcodes so far, the newest one last. */
  readonly codes: readonly string[];
}

export interface StepValues {
  /** Undefined when there is no transaction. */
  readonly session: string | undefined;
  readonly phrase: string;
  /** The newest access token, empty as long as there is none. */
  readonly token: string;
  /** What the request brings as a passcode. */
  readonly code: string;
  /** Of the kiosk: a new one for each request of its own. Empty when no recording has one. */
  readonly assertion: string;
}

/** Hands out values step by step. */
export function valuesThrough(pool: ValuePool): (step: ToldStep) => StepValues {
  const open = new Map<string, Open>();
  let opened = 0;
  let sent = 0;
  let guessed = 0;
  let granted = 0;
  let asserted = 0;
  const broughtCode = ({ truth, asked, transaction = '' }: ToldStep): string => {
    const codes = open.get(transaction)?.codes ?? [];
    const others = [...open].filter(([name]) => name !== transaction).flatMap(([, other]) => other.codes);
    switch (truth?.brought ?? asked?.facts.code) {
      case 'newest':
        return codes.at(-1) ?? '';
      case 'stale':
        return codes.at(-2) ?? codes.at(-1) ?? '';
      case 'ofAnother':
        return others.at(-1) ?? '';
      default:
        guessed += 1;
        return otherThan(codes.at(-1) ?? nth(pool.codes, 0), guessed);
    }
  };
  return (step) => {
    const { transaction = '', outcome, duties = [], exchange } = step;
    if (outcome === 'sessionIssued') {
      open.set(transaction, { session: nth(pool.sessions, opened), phrase: nth(pool.phrases, opened), codes: [] });
      opened += 1;
    }
    const code = exchange === 'redemption' ? broughtCode(step) : '';
    const before = open.get(transaction);
    if (before !== undefined && (duties.includes('sendCode') || duties.includes('withholdCode'))) {
      open.set(transaction, { ...before, codes: [...before.codes, nth(pool.codes, sent)] });
      sent += 1;
    }
    if (step.asked?.as === 'kiosk') asserted += 1;
    if (duties.includes('issueAccessToken')) granted += 1;
    return {
      session: before?.session,
      phrase: before?.phrase ?? '',
      code,
      token: granted === 0 ? '' : nth(pool.tokens, granted - 1),
      assertion: nth(pool.assertions, Math.max(0, asserted - 1)),
    };
  };
}

const nth = (values: readonly string[], place: number): string => values[place % values.length] ?? '';

/** A passcode of the same length that is not the given one: the last digits are others. */
const otherThan = (code: string, by: number): string =>
  code.replace(/\d{2}$/, (last) => String((Number(last) + by) % 100).padStart(2, '0'));
