/**
 * What the client machine asks for, carried out. Each handler returns what the visit knows now, and the event that goes
 * back to the machine. What the kiosk can tell by itself, it answers itself, as the utility would.
 */
import {
  type ClientEffect,
  defaultPolicy,
  type MachineEvent,
  type OtpAuthorizationResponse,
  type OtpDeliveryResponse,
} from '../../model/index.ts';
import type { Clock, OperatorLog } from '../ports.ts';
import { eventOf, type Failure, type Refusal } from './answers.ts';
import { usageView } from './page/usage-view.ts';
import { codeOf, type Said, subjectOf } from './said.ts';
import { type RepeatableRequest, setbacks } from './setbacks.ts';
import type { Utility } from './utility.ts';
import type { Announcement, Transaction, VisitData } from './visit.ts';

export interface Done {
  readonly data: VisitData;
  /** Absent when the machine waits for nothing. */
  readonly event?: MachineEvent;
}

/** @throws Error when the machine asks for something that the visit has no ground for */
export type DutyHandler = (data: VisitData, said: Said) => Promise<Done>;

export interface DutyPorts {
  readonly utility: Utility;
  readonly clock: Clock;
  readonly log: OperatorLog;
}

/** One handler for each duty of the client. All visits share them, since the quota of the kiosk is one. */
export function clientDuties({ utility, clock, log }: DutyPorts): Readonly<Record<ClientEffect, DutyHandler>> {
  let identifyAt = 0;

  return {
    async requestIdentification(data, { address }) {
      const subject = subjectOf(address);
      if (subject === undefined) return { data: { ...data, problem: 'address' }, event: { type: 'answer.missing' } };
      if (clock.now() < identifyAt) return setBack('requestIdentification', data, heldBack(identifyAt, clock), clock);
      const answer = await utility.identify(subject);
      if (answer.type === 'session.received') {
        const transaction = answer.issuer === 'expected' ? transactionOf(answer.response, clock.now()) : undefined;
        if (transaction === undefined) log.note('kiosk.issuer_differs', {});
        return { data: { ...data, transaction }, event: eventOf(answer) };
      }
      noteFailure(log, 'requestIdentification', answer);
      if (isSlowDown(answer)) identifyAt = retryAt(answer, clock);
      return setBack('requestIdentification', data, answer, clock);
    },

    async requestDelivery(data, { option: id }) {
      const transaction = needed(data.transaction, 'transaction');
      const option = id === undefined ? data.option : transaction.options.find((offered) => offered.id === id);
      if (option === undefined) return { data, event: { type: 'answer.missing' } };
      if (clock.now() < data.resendAt) return setBack('requestDelivery', data, heldBack(data.resendAt, clock), clock);
      const answer = await utility.deliver(transaction.authSession, option.id);
      if (answer.type === 'code.announced') {
        const announcement = announcementOf(answer.response, transaction, clock.now());
        const resendAt = clock.now() + answer.response.interval * 1000;
        return { data: { ...data, option, announcement, resendAt }, event: eventOf(answer) };
      }
      noteFailure(log, 'requestDelivery', answer);
      return setBack('requestDelivery', { ...data, option: data.option ?? option }, answer, clock);
    },

    async requestToken(data, { code: typed }) {
      const transaction = needed(data.transaction, 'transaction');
      const code = data.announcement && codeOf(typed, data.announcement.codeLength, data.announcement.codeCharset);
      if (code === undefined) {
        return { data: { ...data, problem: 'codeForm' }, event: { type: 'error.received', error: 'invalidUserCode' } };
      }
      if (clock.now() < data.redeemAt) return setBack('requestToken', data, heldBack(data.redeemAt, clock), clock);
      const answer = await utility.redeem(transaction.authSession, code);
      if (answer.type === 'token.received') {
        const accessToken = answer.response.access_token;
        return { data: { ...data, accessToken, transaction: undefined }, event: eventOf(answer) };
      }
      noteFailure(log, 'requestToken', answer);
      return setBack('requestToken', data, answer, clock);
    },

    async requestResource(data) {
      const answer = await utility.fetchUsage(needed(data.accessToken, 'access token'));
      const known = { ...data, accessToken: undefined };
      if (answer.type === 'usage.received') return { data: { ...known, audit: usageView(answer.intervals) } };
      noteFailure(log, 'requestResource', answer);
      return { data: { ...known, audit: answer.type === 'answer.missing' ? 'unreachable' : 'refused' } };
    },
  };
}

const transactionOf = (response: OtpAuthorizationResponse, nowAt: number): Transaction => ({
  authSession: response.auth_session,
  expiresAt: nowAt + response.expires_in * 1000,
  options: response.delivery_options,
});

const announcementOf = (response: OtpDeliveryResponse, { expiresAt }: Transaction, nowAt: number): Announcement => ({
  codeLength: response.code_length,
  codeCharset: response.code_charset,
  bindingMessage: response.binding_message,
  // a passcode is worth nothing without its transaction
  expiresAt: Math.min(nowAt + response.expires_in * 1000, expiresAt),
});

function setBack(request: RepeatableRequest, data: VisitData, failure: Failure, clock: Clock): Done {
  const change = setbacks[request][failure.type === 'error.received' ? failure.error : 'missing'];
  const retry = failure.type === 'error.received' ? retryAt(failure, clock) : clock.now();
  return { data: { ...data, ...change?.(data, retry, clock.now()) }, event: eventOf(failure) };
}

const isSlowDown = (failure: Failure): failure is Refusal =>
  failure.type === 'error.received' && failure.error === 'slowDown';

/** When the utility does not say how long to wait, the usual wait between two passcodes it is. */
const retryAt = ({ retryAfterSeconds = defaultPolicy.limits.resendIntervalSeconds }: Refusal, clock: Clock): number =>
  clock.now() + retryAfterSeconds * 1000;

/** The kiosk's own answer to a request that has to wait. */
const heldBack = (untilAt: number, clock: Clock): Refusal => ({
  type: 'error.received',
  error: 'slowDown',
  errorName: 'slowDown',
  retryAfterSeconds: (untilAt - clock.now()) / 1000,
});

function noteFailure(log: OperatorLog, request: ClientEffect, failure: Failure): void {
  if (failure.type === 'answer.missing') log.note('kiosk.unanswered', { request, reason: failure.reason });
  else log.note('kiosk.refused', { request, error: failure.errorName });
}

function needed<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the client machine asks for a request that needs the ${name} first`);
  return value;
}
