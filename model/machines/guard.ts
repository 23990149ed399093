/** Whether transitions may be taken: guards are data, and this is what they mean. */
import type { Policy } from '../policy/index.ts';
import type { Guard } from './definition.ts';
import type { Context, MachineEvent } from './run.ts';

/** Whether a guard holds for a context and an event, under a policy. */
export function holds(guard: Guard, context: Context, event: MachineEvent, policy: Policy): boolean {
  switch (guard.type) {
    case 'isBelow':
      return count(context, guard.params.variable) < policy.limits[guard.params.limit];
    case 'isOneBelow':
      return count(context, guard.params.variable) + 1 >= policy.limits[guard.params.limit];
    case 'is':
      return context[guard.params.variable] === guard.params.value;
    case 'caseIs':
      return event[guard.params.attribute] === guard.params.value;
    case 'isEnforced':
      return policy.switches[guard.params.mitigation];
    case 'not':
      return !holds(guard.params.guard, context, event, policy);
    case 'allOf':
      return guard.params.guards.every((part) => holds(part, context, event, policy));
    case 'anyOf':
      return guard.params.guards.some((part) => holds(part, context, event, policy));
    default:
      return unreachable(guard);
  }
}

/** The value of a counter. */
export function count(context: Context, variable: string): number {
  const value = context[variable];
  if (typeof value !== 'number') throw new Error(`${variable} is no counter of this machine`);
  return value;
}

function unreachable(value: never): never {
  throw new Error(`not in the vocabulary: ${JSON.stringify(value)}`);
}
