/**
 * Why a guard holds or does not: the same tree as the guard, each part with its truth and the values it was decided by.
 * Stands beside `holds` of the model and may never disagree with it; a test tries both on arbitrary guards.
 */
import { type Context, type Guard, holds, type MachineEvent, type Policy } from '../../../model/index.ts';
import { guardWords } from '../../emit/guard-words.ts';

export interface Explanation {
  readonly holds: boolean;
  /** The guard in words. */
  readonly asked: string;
  /** What is there instead: `wrongCodes is 2, the limit is 5`. Absent for guards made of others. */
  readonly found?: string;
  readonly parts: readonly Explanation[];
  /** How the parts are joined. */
  readonly joined?: 'all' | 'any' | 'not';
}

/** Explains a guard for a context and an event, under a policy. */
export function explain(guard: Guard, context: Context, event: MachineEvent, policy: Policy): Explanation {
  const asked = guardWords(guard);
  const plain = (found: string): Explanation => ({
    holds: holds(guard, context, event, policy),
    asked,
    found,
    parts: [],
  });
  const all = (guards: readonly Guard[]): Explanation[] => guards.map((part) => explain(part, context, event, policy));
  switch (guard.type) {
    case 'isBelow':
    case 'isOneBelow': {
      const { variable, limit } = guard.params;
      return plain(`${variable} is ${context[variable]}, ${limit} is ${policy.limits[limit]}`);
    }
    case 'is':
      return plain(`${guard.params.variable} is ${context[guard.params.variable]}`);
    case 'caseIs':
      return plain(`${guard.params.attribute} is ${event[guard.params.attribute]}`);
    case 'isEnforced':
      return plain(`${guard.params.mitigation} is ${policy.switches[guard.params.mitigation] ? 'on' : 'off'}`);
    case 'not': {
      const parts = all([guard.params.guard]);
      return { holds: !parts.every((part) => part.holds), asked, parts, joined: 'not' };
    }
    case 'allOf': {
      const parts = all(guard.params.guards);
      return { holds: parts.every((part) => part.holds), asked, parts, joined: 'all' };
    }
    case 'anyOf': {
      const parts = all(guard.params.guards);
      return { holds: parts.some((part) => part.holds), asked, parts, joined: 'any' };
    }
  }
}

/** The values that decided: for a guard that does not hold, what blocks it; each once. */
export function reasons(explanation: Explanation): string[] {
  return [...new Set(deciding(explanation))];
}

function deciding({ holds: truth, found, parts, joined }: Explanation): string[] {
  if (found !== undefined) return [found];
  // What decides "all of" that fails, or "any of" that holds, are the parts that are so themselves.
  const one = joined === 'not' ? parts : parts.filter((part) => part.holds === truth);
  return one.flatMap(deciding);
}
