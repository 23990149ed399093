/** Recorded messages, with what this run has made different put in: nothing else of them is touched. */
import { headers, type OutcomeRow, outcomes, parameters as p } from '../../../model/index.ts';
import type { Setting } from '../run/setting.ts';
import type { RequestStep } from '../run/step.ts';
import type { Taken } from '../run/take.ts';
import { timerKey } from '../run/world.ts';
import type { RecordedRequest, RecordedResponse } from './examples.ts';
import { inLength, otherThan, type RunValues } from './run-values.ts';

/** The request with this run's handle, and the passcode that the facts say. */
export function fittedRequest(
  request: RecordedRequest,
  { facts, exchange }: RequestStep,
  { session, codes }: RunValues,
  { policy }: Setting,
): RecordedRequest {
  // What breaks a rule of the front door is shown as it was recorded.
  if (request.body === undefined || facts.violation !== 'none') return request;
  const form = new URLSearchParams(request.body);
  if (form.has(p.authSession.name) && session !== '') form.set(p.authSession.name, session);
  const newest = codes.at(-1);
  if (exchange === 'redemption' && newest !== undefined) {
    const brought =
      facts.code === 'newest'
        ? newest
        : facts.code === 'stale'
          ? (codes.at(-2) ?? otherThan(newest))
          : otherThan(newest);
    form.set(p.userCode.name, inLength(brought, policy.limits.codeLength));
  }
  return { ...request, body: form.toString() };
}

/** The response with this run's handle, and the times and limits that it says. */
export function fittedResponse(
  response: RecordedResponse,
  taken: Taken,
  values: RunValues,
  setting: Setting,
): RecordedResponse {
  const { outcome } = taken;
  if (outcome === undefined) return response;
  const { waitsFor }: OutcomeRow = outcomes[outcome];
  const wait = waitsFor === undefined ? undefined : left(taken, timerKey(waitsFor.machine, waitsFor.timer));
  const fields =
    wait === undefined ? response.headers : { ...response.headers, [headers.retryAfter.name]: String(wait) };
  if (response.body === undefined) return { ...response, headers: fields };
  const body = JSON.parse(response.body) as Record<string, unknown>; // every recorded body is a JSON object
  return { ...response, headers: fields, body: JSON.stringify({ ...body, ...membersOf(taken, values, setting) }) };
}

function membersOf(taken: Taken, { session, bindingMessage }: RunValues, { policy }: Setting): Record<string, unknown> {
  switch (taken.outcome) {
    case 'sessionIssued':
      return { [p.authSession.name]: session, [p.expiresIn.name]: left(taken, timerKey('transaction', 'transaction')) };
    case 'codeSent':
      return {
        [p.expiresIn.name]: left(taken, timerKey('transaction', 'code')),
        [p.interval.name]: policy.limits.resendIntervalSeconds,
        [p.codeLength.name]: policy.limits.codeLength,
        [p.bindingMessage.name]: bindingMessage,
      };
    case 'tokenIssued':
      return { [p.expiresIn.name]: policy.limits.accessTokenLifeSeconds };
    default:
      return {};
  }
}

/** Seconds until a timer ends; one at least, because a client cannot wait for none. */
const left = ({ after }: Taken, key: string): number =>
  Math.max(1, (after.deadlines[key] ?? after.atSeconds) - after.atSeconds);
