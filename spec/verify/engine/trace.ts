/** Tells a way through a world: which rule was taken at each step, found again by asking the rules. */
import { differenceOf, fieldsOf, valuesIn } from './local-steps.ts';
import { unpacked } from './packing.ts';
import type { States } from './states.ts';
import type { Tabulation } from './tabulation.ts';
import { forbidden, type Watcher } from './watcher.ts';
import type { Rule, TraceStep } from './world.ts';

export interface Walk<Seen> extends Tabulation<Seen> {
  readonly states: States;
  /** The property that watches, if one does. */
  readonly watcher: Watcher | undefined;
}

/** The shortest way from the start to the state at a position. */
export function stepsTo<Seen>(walk: Walk<Seen>, position: number): TraceStep<Seen>[] {
  const { states } = walk;
  const steps: TraceStep<Seen>[] = [];
  for (let to = position; to !== 0; to = states.originOf(to)) {
    steps.push(stepBetween(walk, states.at(states.originOf(to)), states.at(to)));
  }
  return steps.reverse();
}

/** The step out of a state of which a sight is seen. */
export function takenBy<Seen>(walk: Walk<Seen>, state: number, sight: number): TraceStep<Seen> {
  for (const rule of walk.world.rules) {
    const taken = stepOf(walk, rule, state);
    if (taken?.sight === sight) return taken.step;
  }
  throw new Error(`no rule of ${walk.world.name} does what was seen`);
}

function stepBetween<Seen>(walk: Walk<Seen>, from: number, to: number): TraceStep<Seen> {
  for (const rule of walk.world.rules) {
    const taken = stepOf(walk, rule, from);
    if (taken?.to === to) return taken.step;
  }
  throw new Error(`no rule of ${walk.world.name} leads from one state of its way to the next`);
}

interface Taken<Seen> {
  /** Packed, with what the watcher remembers. */
  readonly to: number;
  readonly sight: number;
  readonly step: TraceStep<Seen>;
}

/** What one rule does in a state; undefined when it does not apply. */
function stepOf<Seen>(
  { packing, sights, watcher }: Walk<Seen>,
  rule: Rule<Seen>,
  from: number,
): Taken<Seen> | undefined {
  const fields = fieldsOf(rule, packing);
  const here = valuesIn(fields, from);
  const fired = rule.fire(here);
  if (fired === undefined) return undefined;
  const { seen } = fired;
  const sight = sights.add(seen);
  const plain = from + differenceOf(fields, here, fired);
  const step = { rule: rule.name, before: unpacked(from, packing), after: unpacked(plain, packing), seen };
  if (watcher === undefined) return { to: plain, sight, step };
  const memory = Math.floor(from / watcher.scale);
  const after = watcher.after(memory, sight);
  return { to: after === forbidden ? plain : plain + (after - memory) * watcher.scale, sight, step };
}
