/** A way through a world as somebody reads it who has never seen the code: who does what, asks what, is answered what. */
import type { DutyName, ExchangeName, Facts, OutcomeName, Party, Truth, WorldHappening } from '../../../model/index.ts';
import type { TraceStep, Values } from '../engine/index.ts';
import { type CapabilityId, capabilities } from '../world/adversary.ts';
import { overheard, type PartyMove } from '../world/overheard.ts';
import type { Asked, PeopledWorld, Place, WorldRule } from '../world/rule.ts';
import { ruleOf, type Stage } from './property-check.ts';

/** What changed: a variable of the world, with its value before and after. */
export interface Change {
  readonly variable: string;
  readonly from: string;
  readonly to: string;
}

/** What the machines of the server at one place were asked or told, so that it can be run again elsewhere. */
export interface ServerRun {
  readonly at: Place;
  readonly exchange?: ExchangeName;
  readonly facts?: Facts;
  readonly outcome?: OutcomeName;
  /** What happened without a request, as `machine event`. */
  readonly event?: string;
  /** States that were read before and are worked on, where they are not those of now. */
  readonly readBefore?: Values;
}

/** What the machine of a party was told. */
export interface PartyRun {
  readonly variable: string;
  readonly event: string;
  readonly facts: Facts;
}

export interface ToldStep {
  readonly actor: Party;
  readonly says: string;
  /** What the adversary has to be able to do for this step. */
  readonly needs?: CapabilityId;
  readonly transaction?: string;
  readonly exchange?: ExchangeName;
  readonly outcome?: OutcomeName;
  /** What the request is like. */
  readonly asked?: Asked;
  /** What happened without a request, as `machine event`. */
  readonly event?: string;
  readonly duties?: readonly DutyName[];
  readonly truth?: Truth;
  readonly changes: readonly Change[];
  readonly server: readonly ServerRun[];
  readonly parties: readonly PartyRun[];
}

export interface ToldTrace {
  readonly steps: readonly ToldStep[];
  /** Everything that the adversary needs on this way. */
  readonly adversary: readonly CapabilityId[];
}

/** Tells a way through the world of a stage. */
export function told(stage: Pick<Stage, 'world'>, steps: readonly TraceStep<WorldHappening>[]): ToldTrace {
  const toldSteps = steps.map((step) => toldStep(stage.world, ruleOf(stage, step), step));
  const needed = new Set(toldSteps.flatMap(({ needs }) => needs ?? []));
  const ids = Object.keys(capabilities) as CapabilityId[]; // own keys
  return { steps: toldSteps, adversary: ids.filter((id) => needed.has(id)) };
}

/** One step of a way, told. */
export function toldStep(
  world: PeopledWorld,
  rule: WorldRule,
  { before, after, seen }: Pick<TraceStep<WorldHappening>, 'before' | 'after' | 'seen'>,
): ToldStep {
  const { says, needs, asks } = rule;
  const { actor, transaction, exchange, outcome, event, duties, truth } = seen;
  return {
    actor,
    says,
    ...(needs === undefined ? {} : { needs }),
    ...(transaction === undefined ? {} : { transaction }),
    ...(exchange === undefined ? {} : { exchange }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(asks === undefined ? {} : { asked: asks(before) }),
    ...(event === undefined ? {} : { event }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(Object.keys(truth).length === 0 ? {} : { truth }),
    changes: world.variables.flatMap(({ name, words = (value: string) => value }) => {
      const from = before[name] ?? '';
      const to = after[name] ?? '';
      return from === to ? [] : [{ variable: name, from: words(from), to: words(to) }];
    }),
    server: [rule, ...(rule.twin === undefined ? [] : [rule.twin])].flatMap((one) => serverRun(one, before)),
    parties: partyRuns(overheard(() => rule.fire(before)).moves, before, after),
  };
}

/** Undefined, as no entry, when the server takes no part, or nothing happens there. */
function serverRun({ at, asks, readBefore, fire }: WorldRule, before: Values): ServerRun[] {
  const seen = at === undefined ? undefined : fire(before)?.seen;
  if (at === undefined || seen === undefined) return [];
  const read = readBefore?.(before);
  const places = Object.values(at);
  const outdated = read === undefined ? [] : places.filter((name) => read[name] !== before[name]);
  return [
    {
      at,
      ...(seen.exchange === undefined ? {} : { exchange: seen.exchange }),
      ...(asks === undefined ? {} : { facts: asks(before).facts }),
      ...(seen.outcome === undefined ? {} : { outcome: seen.outcome }),
      ...(seen.event === undefined ? {} : { event: seen.event }),
      ...(outdated.length === 0
        ? {}
        : { readBefore: Object.fromEntries(outdated.map((name) => [name, read?.[name] ?? ''])) }),
    },
  ];
}

/** Of what parties were told, what made them what they are after the step: rules try some things out. */
function partyRuns(moves: readonly PartyMove[], before: Values, after: Values): PartyRun[] {
  const now: Record<string, string> = { ...before };
  const made = moves.filter(({ variable, from, to }) => {
    if (now[variable] !== from) return false;
    now[variable] = to;
    return true;
  });
  return made
    .filter(({ variable }) => now[variable] === after[variable])
    .map(({ variable, event, facts }) => ({ variable, event, facts }));
}
