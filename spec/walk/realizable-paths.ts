/**
 * Paths through the machine of a transaction along which a server can really be taken. The machine answers every event
 * in every state; a world of clients, resource owners and clocks cannot bring about all of them: no timer ends that does
 * not run, nobody brings a passcode that was never sent. A path with such a step would test nothing.
 */
import {
  type ExchangeRow,
  eventCases,
  exchanges,
  keyOf,
  type MachineEvent,
  type Policy,
  type Snapshot,
  transaction,
} from '../../model/index.ts';
import { explore, type Step } from './explore.ts';

/** A way from the first snapshot, step by step. */
export type Path = readonly Step[];

/** What of the past decides what can still happen, beside the snapshot. */
interface Circumstances {
  /** Names of the timers that run. */
  readonly running: readonly string[];
  /** Whether a passcode was sent that is no longer the newest. */
  readonly stale: boolean;
  /** Whether a message has reached somebody who could deny. */
  readonly told: boolean;
  /** Events for which the budget of the account was used up; within a transaction it does not come back. */
  readonly exhausted: readonly string[];
}

const nothingYet: Circumstances = { running: [], stale: false, told: false, exhausted: [] };

const timerOf = new Map<string, string>(Object.entries(transaction.timers).map(([timer, event]) => [event, timer]));

/** Events with which a transaction starts; each start makes a new one, so no transaction sees them later. */
const opening = new Set(
  Object.values<ExchangeRow>(exchanges)
    .filter(({ opens }) => opens === transaction.id)
    .map(({ steps }) => steps.at(-1)?.event),
);

/**
 * The cases of all events, plain ones first: of two ways that are equally short, the one that asks less of the world is
 * taken. An account is used up only where that matters, and a wrong passcode is just wrong.
 */
export const plainFirst: readonly MachineEvent[] = ((): MachineEvent[] => {
  const order = ['wrong', 'newest', 'stale'];
  const rank = ({ account, code }: MachineEvent): number =>
    (account === 'exhausted' ? order.length : 0) + Math.max(order.indexOf(code ?? ''), 0);
  return eventCases(transaction).sort((one, other) => rank(one) - rank(other));
})();

/** Whether an event can happen in a snapshot at all; what else it takes depends on the past. */
function isConceivable({ value, context }: Snapshot, event: MachineEvent): boolean {
  if (opening.has(event.type)) return value === transaction.initial;
  // Of a transaction that does not exist nothing can be known, so that one case stands for all.
  if (value === transaction.initial) return event === plainFirst.find(({ type }) => type === event.type);
  return event.code !== 'newest' || context.newestCode === 'sent';
}

/** Whether an event can happen in a snapshot whatever was before, for searches that keep no past. */
export const isCertain = (snapshot: Snapshot, event: MachineEvent): boolean =>
  isConceivable(snapshot, event) && (event.type !== 'denial.received' || snapshot.context.newestCode === 'sent');

/** The steps of a machine's walk, to be looked up. */
export interface Steps {
  readonly first: Snapshot;
  readonly take: (from: Snapshot, event: MachineEvent) => Step;
}

/** Everything that can really happen, as one shortest path for each of what `targetOf` tells apart. */
export function shortestPaths({ first, take }: Steps, targetOf: (step: Step) => string): Path[] {
  const found = new Map<string, Path>();
  const queue = [{ snapshot: first, circumstances: nothingYet, path: [] as Path }];
  const known = new Set([placeKey(first, nothingYet)]);
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    for (const event of plainFirst) {
      if (!mayHappen(place.snapshot, place.circumstances, event)) continue;
      const step = take(place.snapshot, event);
      const path = [...place.path, step];
      if (!found.has(targetOf(step))) found.set(targetOf(step), path);
      const circumstances = after(place.circumstances, step);
      const key = placeKey(step.to, circumstances);
      if (known.has(key)) continue;
      known.add(key);
      queue.push({ snapshot: step.to, circumstances, path });
    }
  }
  return [...found.values()];
}

/**
 * The steps that a list of events takes.
 *
 * @throws Error when one of them cannot really happen at its place
 */
export function pathOf({ first, take }: Steps, events: readonly MachineEvent[]): Path {
  let snapshot = first;
  let circumstances = nothingYet;
  return events.map((event) => {
    const known = plainFirst.find((one) => JSON.stringify(one) === JSON.stringify(event));
    if (known === undefined || !mayHappen(snapshot, circumstances, known)) {
      throw new Error(`${JSON.stringify(event)} cannot really happen in ${keyOf(snapshot)}`);
    }
    const step = take(snapshot, known);
    circumstances = after(circumstances, step);
    snapshot = step.to;
    return step;
  });
}

function mayHappen(
  snapshot: Snapshot,
  { running, stale, told, exhausted }: Circumstances,
  event: MachineEvent,
): boolean {
  const timer = timerOf.get(event.type);
  return (
    isConceivable(snapshot, event) &&
    (timer === undefined || running.includes(timer)) &&
    (event.code !== 'stale' || stale) &&
    (event.type !== 'denial.received' || told) &&
    (event.account !== 'within' || !exhausted.includes(event.type))
  );
}

function after({ running, stale, told, exhausted }: Circumstances, { from, event, to, effects }: Step): Circumstances {
  const timers = new Set(running);
  timers.delete(timerOf.get(event.type) ?? '');
  for (const effect of effects) {
    if (effect.type === 'startTimer') timers.add(effect.params.timer);
    if (effect.type === 'stopTimer') timers.delete(effect.params.timer);
  }
  const isReplaced = from.context.newestCode === 'sent' && Number(to.context.sends) > Number(from.context.sends);
  return {
    running: [...timers].sort(),
    stale: stale || isReplaced,
    told: told || to.context.newestCode === 'sent',
    exhausted: event.account === 'exhausted' ? [...new Set([...exhausted, event.type])].sort() : exhausted,
  };
}

/** The steps of the machine of a transaction under a policy. */
export function stepsUnder(policy: Policy): Steps {
  const { snapshots, steps } = explore(transaction, policy);
  const [first] = snapshots;
  const byPlace = new Map(steps.map((step) => [placeOf(step.from, step.event), step]));
  if (first === undefined) throw new Error('a walk has its first snapshot at least');
  return {
    first,
    take: (from, event) => {
      const step = byPlace.get(placeOf(from, event));
      if (step === undefined) throw new Error(`no walk takes ${JSON.stringify(event)} in ${keyOf(from)}`);
      return step;
    },
  };
}

const placeOf = (snapshot: Snapshot, event: MachineEvent): string => `${keyOf(snapshot)} ${JSON.stringify(event)}`;

const placeKey = (snapshot: Snapshot, circumstances: Circumstances): string =>
  `${keyOf(snapshot)} ${JSON.stringify(circumstances)}`;
