/** Guards and actions in words, for tables and figures. */
import type { Action, Guard } from '../../model/index.ts';

/** A guard as a reader says it: `client is other and sends not below sendsPerTransaction`. */
export function guardWords(guard: Guard): string {
  switch (guard.type) {
    case 'isBelow':
      return `${guard.params.variable} below ${guard.params.limit}`;
    case 'isOneBelow':
      return `${guard.params.variable} one below ${guard.params.limit}`;
    case 'is':
      return `${guard.params.variable} is ${guard.params.value}`;
    case 'caseIs':
      return `${guard.params.attribute} ${guard.params.value}`;
    case 'isEnforced':
      return `${guard.params.mitigation} enforced`;
    case 'not':
      return negated(guard.params.guard);
    case 'allOf':
      return guard.params.guards.map((part) => inside(part, 'anyOf')).join(' and ');
    case 'anyOf':
      return guard.params.guards.map((part) => inside(part, 'allOf')).join(' or ');
  }
}

/**
 * A guard as it stands when every mitigation is enforced: `true` when nothing is left to ask, `false` when it cannot
 * hold. This is the protocol; the switches are there for the model checker.
 */
export function underAllMitigations(guard: Guard): Guard | boolean {
  switch (guard.type) {
    case 'isEnforced':
      return true;
    case 'not': {
      const inner = underAllMitigations(guard.params.guard);
      return typeof inner === 'boolean' ? !inner : { type: 'not', params: { guard: inner } };
    }
    case 'allOf':
      return joined('allOf', guard.params.guards, false);
    case 'anyOf':
      return joined('anyOf', guard.params.guards, true);
    default:
      return guard;
  }
}

/** An action in words, for tables. */
export function actionWords(action: Action): string {
  switch (action.type) {
    case 'set':
      return `set ${action.params.variable} to ${action.params.value}`;
    case 'increment':
      return `count ${action.params.variable}, up to ${action.params.limit}`;
    case 'respond':
      return `answer ${action.params.outcome}`;
    case 'report':
      return `report ${action.params.attribute} ${action.params.value}`;
    case 'tell':
      return `tell ${action.params.machine} ${action.params.event}`;
    case 'startTimer':
      return `start timer ${action.params.timer} for ${action.params.length}`;
    case 'stopTimer':
      return `stop timer ${action.params.timer}`;
    case 'perform':
      return action.params.duty;
  }
}

const inside = (guard: Guard, other: 'allOf' | 'anyOf'): string =>
  guard.type === other ? `(${guardWords(guard)})` : guardWords(guard);

function negated(guard: Guard): string {
  switch (guard.type) {
    case 'isBelow':
      return `${guard.params.variable} not below ${guard.params.limit}`;
    case 'is':
      return `${guard.params.variable} is not ${guard.params.value}`;
    case 'isEnforced':
      return `${guard.params.mitigation} not enforced`;
    default:
      return `not (${guardWords(guard)})`;
  }
}

/** `decisive` is the value of one part that settles the whole: false for "all of", true for "any of". */
function joined(type: 'allOf' | 'anyOf', parts: readonly Guard[], decisive: boolean): Guard | boolean {
  const left: Guard[] = [];
  for (const part of parts.map(underAllMitigations)) {
    if (part === decisive) return decisive;
    if (typeof part !== 'boolean') left.push(part);
  }
  const [only] = left;
  if (only === undefined) return !decisive;
  return left.length === 1 ? only : { type, params: { guards: left } };
}
