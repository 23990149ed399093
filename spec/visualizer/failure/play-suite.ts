/**
 * Steps of a check as steps of the page. An input of the suite is defined by what the tester holds, so the check is played
 * on the machines while it is read.
 */
import { exchanges, type PartyEffect } from '../../../model/index.ts';
import { type SuiteInput, type SuiteInputName, suiteInputs } from '../../verify/suite/suite-input.ts';
import { emptyHanded, factsOf, type Holdings, holdingsAfter } from '../../verify/suite/tester-world.ts';
import { partyEffects } from '../run/course.ts';
import type { Setting } from '../run/setting.ts';
import { definitionOf, factChoices, happens, machineNames, request, type Step } from '../run/step.ts';
import { take } from '../run/take.ts';
import { deadlinesOf, type Engine, engineFor, timerKey, type World } from '../run/world.ts';
import type { CheckStep } from './failed-check.ts';

export interface PlayedCheck {
  readonly steps: readonly Step[];
  /** For each thing done, how many steps there are when it is over. */
  readonly ends: readonly number[];
  /** What could not be read, where reading stopped. */
  readonly unknown?: string;
}

/** A link comes from anybody: no more than this is played. */
const stepLimit = 500;

interface Play {
  readonly engine: Engine;
  world: World;
  holdings: Holdings;
  readonly steps: Step[];
  readonly ends: number[];
}

/** Plays a check from the first states, and says which steps it is made of. */
export function playCheck(setting: Setting, check: readonly CheckStep[]): PlayedCheck {
  const engine = engineFor(setting);
  const play: Play = { engine, world: engine.start, holdings: emptyHanded, steps: [], ends: [] };
  for (const one of check) {
    if (play.steps.length > stepLimit || !playOne(play, one)) {
      return { steps: play.steps, ends: play.ends, unknown: JSON.stringify(one) ?? String(one) };
    }
  }
  return { steps: play.steps, ends: play.ends };
}

/** Whether the step is known and was played. */
function playOne(play: Play, one: CheckStep): boolean {
  if (typeof one !== 'object' || one === null) return false;
  if ('input' in one) return playInputs(play, one);
  if ('untilSeconds' in one) {
    elapse(play, one.untilSeconds);
    return true;
  }
  const step = 'request' in one ? requestOf(one) : eventOf(one);
  if (step === undefined) return false;
  played(play, step);
  play.ends.push(play.steps.length);
  return true;
}

function playInputs(play: Play, one: Extract<CheckStep, { input: string }>): boolean {
  const { input: name, times = 1 } = one;
  if (!Object.hasOwn(suiteInputs, name) || !(times >= 1 && times <= stepLimit)) return false;
  const input = suiteInputs[name as SuiteInputName]; // one of its own keys, by the line above
  for (let count = 0; count < times; count += 1) {
    playInput(play, input, special(play, one));
    play.ends.push(play.steps.length);
  }
  return true;
}

/** What the size of a body, or the life of an assertion, makes of a request. */
function special(
  { engine }: Play,
  { bodyBytes = 0, assertionLifeSeconds = 0 }: { readonly bodyBytes?: number; readonly assertionLifeSeconds?: number },
): Readonly<Record<string, string>> {
  const { limits } = engine.setting.policy;
  if (bodyBytes > limits.requestBytes) return { violation: 'bodyTooLarge' };
  return assertionLifeSeconds > limits.assertionLifeSeconds ? { violation: 'clientUnauthenticated' } : {};
}

function playInput(play: Play, input: SuiteInput, facts: Readonly<Record<string, string>>): void {
  switch (input.kind) {
    case 'wait': {
      const end = play.world.deadlines[timerKey('transaction', input.until)];
      if (end !== undefined) elapse(play, end);
      return;
    }
    case 'denial':
      if (play.holdings.codes > 0) played(play, happens('transaction', 'denial.received'));
      return;
    default: {
      const by = 'sender' in input && input.sender === 'other' ? 'adversary' : 'client';
      played(play, request(input.kind, known(input.kind, { ...factsOf(input, play.holdings), ...facts }), by));
    }
  }
}

/** Facts that a request of this exchange can have. */
const known = (exchange: keyof typeof exchanges, facts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => factChoices(exchange)[name]?.includes(value) === true),
  );

/** Lets every timer end that ends until then. */
function elapse(play: Play, untilSeconds: number): void {
  for (let [next] = deadlinesOf(play.world); next !== undefined; [next] = deadlinesOf(play.world)) {
    if (next.atSeconds > untilSeconds || play.steps.length > stepLimit) return;
    played(play, happens(next.machine, next.event));
  }
}

function played(play: Play, step: Step): void {
  const taken = take(play.engine, play.world, step);
  play.world = taken.after;
  play.steps.push(step);
  const effects: readonly PartyEffect[] = partyEffects(taken.moves);
  play.holdings = holdingsAfter(play.holdings, {
    facts: step.kind === 'request' ? step.facts : {},
    effects,
    ...(taken.outcome === undefined ? {} : { outcome: taken.outcome }),
  });
}

function requestOf({ request: exchange, facts = {}, by }: Extract<CheckStep, { request: unknown }>): Step | undefined {
  if (!Object.hasOwn(exchanges, exchange)) return undefined;
  const isPossible = Object.entries(facts).every(([name, value]) => factChoices(exchange)[name]?.includes(value));
  return isPossible ? request(exchange, facts, by === 'adversary' ? 'adversary' : 'client') : undefined;
}

function eventOf({ machine, event, attributes = {} }: Extract<CheckStep, { machine: unknown }>): Step | undefined {
  const row = machineNames.includes(machine) ? definitionOf(machine).events[event] : undefined;
  const isPossible = Object.entries(attributes).every(([name, value]) => row?.attributes[name]?.includes(value));
  return row === undefined || !isPossible ? undefined : happens(machine, event, attributes);
}
