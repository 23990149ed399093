/** The same attempt under other rules: each step of a way is tried again, in a world in which every mitigation is on. */
import type { Party } from '../../../model/index.ts';
import type { Values } from '../engine/index.ts';
import type { PeopledWorld } from '../world/rule.ts';
import { type ToldStep, toldStep } from './told-trace.ts';

export type AttemptedStep =
  | ({ readonly happens: true } & ToldStep)
  | {
      readonly happens: false;
      readonly actor: Party;
      readonly says: string;
      /** `never`: nothing of the kind happens in the whole world. `notHere`: what led to it is missing. */
      readonly why: 'never' | 'notHere';
    };

/** What a way is made of. */
export interface AttemptedRule {
  readonly rule: string;
  readonly actor: Party;
  readonly says: string;
}

/** Tries rules of a world by their names, one after the other, from its start. What cannot happen changes nothing. */
export function attempted(world: PeopledWorld, rules: readonly AttemptedRule[]): AttemptedStep[] {
  let here: Values = Object.fromEntries(world.variables.map(({ name, values }) => [name, values[0] ?? '']));
  return rules.map(({ rule: name, actor, says }): AttemptedStep => {
    const rule = world.rules.find((one) => one.name === name);
    const fired = rule?.fire(here);
    if (rule === undefined || fired === undefined) {
      return { happens: false, actor, says, why: rule === undefined ? 'never' : 'notHere' };
    }
    const before = here;
    here = { ...before, ...fired.next };
    return { happens: true, ...toldStep(world, rule, { before, after: here, seen: fired.seen }) };
  });
}
