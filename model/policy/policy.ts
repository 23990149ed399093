/** An operator's policy: a value for every limit, and every mitigation switched on or off. */
import { defaultLimits, type LimitName, type Limits, limits } from './limits.ts';
import { type AnyMitigation, allMitigations, allMitigationsOn, type Switches } from './mitigations.ts';

export interface Policy {
  readonly limits: Limits;
  /** All true in a server. The model checker turns one off at a time to show what breaks. */
  readonly switches: Switches;
}

/** The policy that the draft recommends. */
export const defaultPolicy: Policy = { limits: defaultLimits, switches: allMitigationsOn };

/**
 * A policy that differs from the default in what is named.
 *
 * @param changes limits to set, and mitigations to switch off
 * @throws RangeError when a limit is no whole number within its range, or two limits contradict each other
 */
export function policyWith(changes: {
  readonly limits?: Partial<Limits>;
  readonly off?: readonly AnyMitigation[];
}): Policy {
  const policy: Policy = {
    limits: { ...defaultLimits, ...changes.limits },
    switches: { ...allMitigationsOn, ...Object.fromEntries((changes.off ?? []).map((name) => [name, false])) },
  };
  const problems = policyProblems(policy);
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  return policy;
}

/** What is wrong with a policy, one sentence each with the value and the range; empty when it may be used. */
export function policyProblems(policy: Policy): string[] {
  const problems: string[] = [];
  for (const name of Object.keys(limits) as LimitName[]) {
    const value = policy.limits[name];
    const { minimum, maximum, unit } = limits[name];
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      problems.push(`${name} is ${value}; it has to be a whole number of ${unit} from ${minimum} to ${maximum}`);
    }
  }
  const { resendIntervalSeconds, smsCodeLifeSeconds, voiceCodeLifeSeconds, emailCodeLifeSeconds } = policy.limits;
  const shortestLife = Math.min(smsCodeLifeSeconds, voiceCodeLifeSeconds, emailCodeLifeSeconds);
  if (resendIntervalSeconds > shortestLife) {
    problems.push(
      `resendIntervalSeconds is ${resendIntervalSeconds}; it may not exceed the shortest passcode life, ${shortestLife}`,
    );
  }
  return problems;
}

/** Names of the mitigations that a policy leaves out, for an operator to be told. */
export const switchedOff = (policy: Policy): AnyMitigation[] =>
  (Object.keys(allMitigations) as AnyMitigation[]).filter((name) => !policy.switches[name]);
