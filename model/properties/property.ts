/**
 * What a safety property is: a watcher with a small memory, beside the machines. It sees what was asked, what was
 * answered and what left the machines, keeps its own count of it, and says when something happened that must not. It
 * does not trust the machines' own variables, so a machine that counts wrongly cannot talk its way out.
 */
import type { ExchangeName, Facts, OutcomeName, Parties, PartyEffect, ServerMachine } from '../exchange/index.ts';
import type { Effect, MachineEvent } from '../machines/index.ts';
import type { Policy } from '../policy/index.ts';
import type { RequirementId } from '../requirements/index.ts';

/** One step of the composed machines of the authorization server: a request, or something that no request caused. */
export type Happening = {
  readonly before: Parties;
  readonly after: Parties;
  readonly effects: readonly PartyEffect[];
} & (
  | { readonly kind: 'request'; readonly exchange: ExchangeName; readonly facts: Facts; readonly outcome: OutcomeName }
  | { readonly kind: 'event'; readonly machine: ServerMachine; readonly event: string }
);

/** One step of the machine of a message on its way. */
export interface ChannelHappening {
  readonly event: MachineEvent;
  readonly effects: readonly Effect[];
}

/** What a watcher keeps: a few bounded values, so that a walk over machines and memory ends. */
export type Memory = Readonly<Record<string, string | number | boolean>>;

export interface Property<Seen = Happening> {
  /** What always holds, as a sentence. */
  readonly sentence: string;
  /** The requirements that the sentence stands for. */
  readonly requirements: readonly [RequirementId, ...RequirementId[]];
  readonly start: Memory;
  /** What to remember after a step, or that the step must not have happened. */
  readonly watch: (memory: Memory, seen: Seen, policy: Policy) => Memory | 'violated';
}
