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
import {
  type Circumstances,
  giveTimed,
  laterAt,
  rememberingMachines,
  type TimedServer,
  type TimedState,
  timedStart,
} from './timed-world.ts';

/** What a tester observes step by step on a fresh server. */
export function observationsOf(
  policy: Policy,
  steps: readonly SuiteStep[],
  server: TimedServer = { policy, machines: rememberingMachines(policy) },
): Observation[] {
  let state: TimedState = timedStart(server);
  const observations: Observation[] = [];
  for (const one of steps) {
    if ('untilSeconds' in one) state = laterAt(state, one.untilSeconds);
    else if ('countsHandovers' in one) observations.push(handoverObservation(attemptsOf(policy)));
    else {
      for (let count = 0; count < (one.times ?? 1); count += 1) {
        const given = giveTimed(server, state, suiteInputs[one.input], circumstancesOf(policy, one));
        ({ state } = given);
        observations.push(observed(policy, one, given.output));
      }
    }
  }
  return observations;
}

function observed({ limits: { codeLength } }: Policy, { observesCode }: InputStep, answer: string): Observation {
  return observesCode === true ? codeObservation(answer, codeLength, codeLength) : answer;
}

/** The limits that the front door keeps itself: how large a body may be, and how long an assertion may live. */
function circumstancesOf(
  { limits }: Policy,
  { method, bodyBytes = 0, assertionLifeSeconds = 0 }: InputStep,
): Circumstances {
  const chosen = method === undefined ? {} : { method };
  if (bodyBytes > limits.requestBytes) return { ...chosen, facts: { violation: 'bodyTooLarge' } };
  if (assertionLifeSeconds > limits.assertionLifeSeconds)
    return { ...chosen, facts: { violation: 'clientUnauthenticated' } };
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
