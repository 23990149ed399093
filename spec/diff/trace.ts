/** The shortest sequence of events after which two machines can be told apart from outside. */
import {
  type Effect,
  eventCases,
  keyOf,
  type MachineDefinition,
  type MachineEvent,
  runnable,
  type Snapshot,
  step,
} from '../../model/index.ts';
import { walkPolicy } from '../walk/reachable-outcomes.ts';

export interface Trace {
  readonly events: readonly MachineEvent[];
  /** What each of the two says and does at the last event. */
  readonly before: string;
  readonly after: string;
}

/**
 * Walks both machines together, breadth first, and stops at the first event that they answer differently. Limits are
 * small, so that the walk is short; all of them can still be met.
 *
 * @returns undefined when there is none
 */
export function distinguishingTrace(old: MachineDefinition, now: MachineDefinition): Trace | undefined {
  if (JSON.stringify(old) === JSON.stringify(now)) return undefined;
  const [one, other] = [runnable(old, walkPolicy), runnable(now, walkPolicy)];
  const cases = commonCases(old, now);
  const queue: { left: Snapshot; right: Snapshot; events: readonly MachineEvent[] }[] = [
    { left: one.initial, right: other.initial, events: [] },
  ];
  const known = new Set([`${keyOf(one.initial)}|${keyOf(other.initial)}`]);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const event of cases) {
      const events = [...next.events, event];
      const [left, right] = [step(one, next.left, event), step(other, next.right, event)];
      const [before, after] = [seen(left.effects), seen(right.effects)];
      if (before !== after) return { events, before, after };
      const key = `${keyOf(left.snapshot)}|${keyOf(right.snapshot)}`;
      if (known.has(key)) continue;
      known.add(key);
      queue.push({ left: left.snapshot, right: right.snapshot, events });
    }
  }
  return undefined;
}

/** Events of either alphabet. */
function commonCases(old: MachineDefinition, now: MachineDefinition): MachineEvent[] {
  const all = [...eventCases(old), ...eventCases(now)].map((event) => JSON.stringify(event));
  return [...new Set(all)].map((text) => JSON.parse(text) as MachineEvent); // written on the line above
}

/** What leaves a machine. */
const seen = (effects: readonly Effect[]): string =>
  effects
    .map(({ type, params }) => `${type} ${Object.values(params).join(' ')}`)
    .sort()
    .join(', ') || 'nothing';

/** A trace as text: its events with their cases, and the two answers. */
export function traceWords({ events, before, after }: Trace): string {
  const lines = events.map(({ type, ...attributes }, index) => {
    const cases = Object.entries(attributes).map(([name, value]) => `${name} ${value}`);
    return `${index + 1}. ${type}${cases.length === 0 ? '' : ` (${cases.join(', ')})`}`;
  });
  return [...lines, '', `- before: ${before}`, `- after: ${after}`].join('\n');
}
