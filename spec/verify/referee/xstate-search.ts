/**
 * XState's own breadth-first search, over the guessing world: `xstate/graph` walks, XState takes every step, and neither
 * tables nor packed numbers come in. Slow, and therefore for small limits; it tells whether the tables say what XState does.
 */
import { fromTransition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import {
  type ExchangeName,
  type Facts,
  initialParties,
  type Machines,
  machinesUnder,
  type Parties,
  type PartyEffect,
  type Policy,
  performEvent,
  performExchange,
  type ServerMachine,
} from '../../../model/index.ts';

/** What can be counted, whoever counts. */
export interface Counts {
  readonly states: number;
  readonly transitions: number;
}

/** The machines and the timers that run, as `machine timer`, sorted. */
interface Situation {
  readonly parties: Parties;
  readonly running: readonly string[];
}

type Move =
  | { readonly type: string; readonly exchange: ExchangeName; readonly code?: string }
  | { readonly type: string; readonly machine: ServerMachine; readonly timer?: string };

const usual: Facts = { violation: 'none', client: 'same', option: 'offered', contact: 'onFile', code: 'wrong' };

/** What a stranger does in one transaction after the other, the customer who says no, and time. */
const moves: readonly Move[] = [
  { type: 'start', exchange: 'identification' },
  { type: 'send', exchange: 'delivery' },
  { type: 'wrong', exchange: 'redemption', code: 'wrong' },
  { type: 'lucky', exchange: 'redemption', code: 'newest' },
  { type: 'stale', exchange: 'redemption', code: 'stale' },
  { type: 'denial.received', machine: 'transaction' },
  { type: 'interval.elapsed', machine: 'transaction', timer: 'interval' },
  { type: 'code.expired', machine: 'transaction', timer: 'code' },
  { type: 'transaction.expired', machine: 'transaction', timer: 'transaction' },
  { type: 'window.elapsed', machine: 'account', timer: 'window' },
  { type: 'window.elapsed', machine: 'quota', timer: 'window' },
];

/**
 * Whether a move can come: a timer ends only when it runs, a passcode outlives the wait before a resend, and there is no
 * older passcode before a second one was sent.
 */
function comes({ parties, running }: Situation, move: Move): boolean {
  if ('exchange' in move && move.code === 'stale') return Number(parties.transaction.context.sends) >= 2;
  if ('exchange' in move || move.timer === undefined) return true;
  const waits = move.timer === 'code' && running.includes('transaction interval');
  return running.includes(`${move.machine} ${move.timer}`) && !waits;
}

function after(machines: Machines, situation: Situation, move: Move): Situation {
  const { parties, running } = situation;
  if ('exchange' in move) {
    const facts = { ...usual, code: move.code ?? 'wrong' };
    const performed = performExchange(machines, parties, move.exchange, facts);
    const isNew = move.exchange === 'identification' && performed.parties.transaction !== parties.transaction;
    const kept = isNew ? running.filter((name) => !name.startsWith('transaction ')) : running;
    return { parties: performed.parties, running: runningAfter(kept, performed.effects) };
  }
  const performed = performEvent(machines, parties, move.machine, move.type);
  const kept = running.filter((name) => name !== `${move.machine} ${move.timer}`);
  return { parties: performed.parties, running: runningAfter(kept, performed.effects) };
}

function runningAfter(running: readonly string[], effects: readonly PartyEffect[]): string[] {
  const now = new Set(running);
  for (const { machine, effect } of effects) {
    if (effect.type === 'startTimer') now.add(`${machine} ${effect.params.timer}`);
    if (effect.type === 'stopTimer') now.delete(`${machine} ${effect.params.timer}`);
  }
  return [...now].sort();
}

/** Counts the guessing world under a policy, by XState alone. */
export function xstateCounts(policy: Policy): Counts {
  const machines = machinesUnder(policy);
  const start: Situation = { parties: initialParties(machines), running: [] };
  const logic = fromTransition(
    (situation: Situation, event: { readonly type: string; readonly move: Move }) =>
      after(machines, situation, event.move),
    start,
  );
  const events = moves.map((move) => ({ type: move.type, move }));
  const graph = getAdjacencyMap(logic, {
    events: ({ context }) => events.filter(({ move }) => comes(context, move)),
    limit: Number.POSITIVE_INFINITY,
  });
  const nodes = Object.values(graph);
  return {
    states: nodes.length,
    transitions: nodes.reduce((sum, { transitions }) => sum + Object.keys(transitions).length, 0),
  };
}
