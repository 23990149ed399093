import type { client, Snapshot, StateOf } from '../../model/machines/index.ts';
import { codeCharsets } from '../../model/vocabulary/index.ts';
import { optionLabel } from './delivery-method.ts';
import type { AddressView, CodeView, KioskView, MethodView, Problem, StoppedView, StopReason } from './view.ts';
import type { VisitData } from './visit.ts';

/** Where a visit stands. */
export interface VisitState {
  /** Of the client machine. */
  readonly snapshot: Snapshot;
  readonly data: VisitData;
}

type Screen = (data: VisitData, nowAt: number) => KioskView;

/** The screen of each state. While a request is under way, the screen is the one on which it was asked for. */
const screens: Readonly<Record<StateOf<typeof client>, Screen>> = {
  idle: addressView,
  identifying: addressView,
  choosing: methodView,
  sending: codeOrMethodView,
  waiting: codeOrMethodView,
  redeeming: codeOrMethodView,
  authorized: ({ audit }) => (typeof audit === 'object' ? audit : stopped(audit ?? 'unreachable')),
  'stopped.refused': () => stopped('refused'),
  'stopped.busy': () => stopped('busy'),
  'stopped.expired': () => stopped('expired'),
  'stopped.denied': () => stopped('denied'),
  'stopped.over': ({ lostTokenAnswer }) => stopped(lostTokenAnswer ? 'closed' : 'locked'),
};

/**
 * What the customer sees.
 *
 * @param nowAt epoch milliseconds
 */
export const toView = ({ snapshot, data }: VisitState, nowAt: number): KioskView =>
  screens[snapshot.value as StateOf<typeof client>](data, nowAt); // a snapshot of the client machine

function addressView({ problem }: VisitData): AddressView {
  return { screen: 'address', ...problemOf(problem) };
}

function methodView({ transaction, problem }: VisitData): MethodView {
  const options = transaction?.options ?? [];
  return {
    screen: 'method',
    options: options.map((option) => ({ id: option.id, method: option.method, label: optionLabel(option) })),
    ...problemOf(problem),
  };
}

/**
 * Without an announcement, which can get lost, the customer cannot be asked for the passcode: what it looks like, and the
 * phrase to compare, are unknown. They choose again instead. Without a passcode that lives or can be sent, it is over.
 */
function codeOrMethodView(data: VisitData, nowAt: number): CodeView | MethodView | StoppedView {
  const { option, announcement, mayResend, problem } = data;
  if (!mayResend && (announcement === undefined || announcement.expiresAt <= nowAt)) return stopped('sends');
  if (option === undefined || announcement === undefined) return methodView(data);
  return {
    screen: 'code',
    method: option.method,
    methodLabel: optionLabel(option),
    codeLength: announcement.codeLength,
    numeric: announcement.codeCharset === codeCharsets.numeric.name,
    bindingMessage: announcement.bindingMessage,
    expiresInSeconds: secondsUntil(announcement.expiresAt, nowAt),
    resendInSeconds: secondsUntil(data.resendAt, nowAt),
    mayResend,
    ...problemOf(problem),
  };
}

const stopped = (reason: StopReason): StoppedView => ({ screen: 'stopped', reason });

const problemOf = (code: VisitData['problem']): { readonly problem?: Problem } =>
  code === undefined ? {} : { problem: { code } };

/** Rounded up, so that zero means now. */
const secondsUntil = (at: number, nowAt: number): number => Math.max(0, Math.ceil((at - nowAt) / 1000));
