/** Plays tests and limit cases on the model with a clock: what a right server answers, under whatever policy it has. */
import { type Policy, runnable, type Snapshot, serverMachines, step } from '../../../model/index.ts';
import { suiteInputs } from './suite-input.ts';
import {
  codeObservation,
  handoverObservation,
  type InputStep,
  type Observation,
  type SuiteStep,
} from './suite-step.ts';
import { type Circumstances, type TimedWorld, timedWorld } from './timed-world.ts';

/** What a tester observes step by step on a fresh server. */
export function observationsOf(policy: Policy, steps: readonly SuiteStep[]): Observation[] {
  const world = timedWorld(policy);
  return steps.flatMap((one): Observation[] => {
    if ('untilSeconds' in one) {
      world.waitUntil(one.untilSeconds);
      return [];
    }
    if ('countsHandovers' in one) return [handoverObservation(attemptsOf(policy))];
    return Array.from({ length: one.times ?? 1 }, () => observe(world, policy, one));
  });
}

function observe(world: TimedWorld, policy: Policy, one: InputStep): Observation {
  const answer = world.give(suiteInputs[one.input], circumstancesOf(policy, one));
  const { codeLength } = policy.limits;
  return one.observesCode === true ? codeObservation(answer, codeLength, codeLength) : answer;
}

/** The limits that the front door keeps itself: how large a body may be, and how long an assertion may live. */
function circumstancesOf(
  { limits }: Policy,
  { method, bodyBytes = 0, assertionLifeSeconds = 0 }: InputStep,
): Circumstances {
  const chosen = method === undefined ? {} : { method };
  if (bodyBytes > limits.requestBytes) return { ...chosen, violation: 'bodyTooLarge' };
  if (assertionLifeSeconds > limits.assertionLifeSeconds) return { ...chosen, violation: 'clientUnauthenticated' };
  return chosen;
}

/** How often a gateway that refuses is asked, by the machine of the delivery channel. */
function attemptsOf(policy: Policy): number {
  const channel = runnable(serverMachines.channel, policy);
  const take = (snapshot: Snapshot, type: string) => step(channel, snapshot, { type });
  let { snapshot } = take(channel.initial, 'message.queued');
  for (let attempts = 0; ; attempts += 1) {
    const { effects } = take(snapshot, 'handover.due');
    if (effects.length === 0) return attempts;
    ({ snapshot } = take(snapshot, 'gateway.refused'));
  }
}
