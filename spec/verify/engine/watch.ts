/** Puts a property beside a world: its memory becomes a variable, and steps that it forbids are marked. */
import type { Memory, Policy, Property } from '../../../model/index.ts';
import type { Rule, World } from './world.ts';

/** The variable that holds what the property remembers. */
export const memoryVariable = 'memory';

/** So many different memories a property may have; more of them mean that it counts without a bound. */
const room = 64;

/** The world with a property that watches each of its steps. */
export function watched<Seen>(world: World<Seen>, property: Property<Seen>, policy: Policy): World<Seen> {
  const watch = ({ name, touches, fire }: Rule<Seen>): Rule<Seen> => ({
    name,
    touches: [...touches, memoryVariable],
    fire: (here) => {
      const fired = fire(here);
      if (fired === undefined) return undefined;
      const before = JSON.parse(here[memoryVariable] ?? '') as Memory; // written by `kept` below
      const after = property.watch(before, fired.seen, policy);
      if (after === 'violated') return { ...fired, violates: true };
      return { ...fired, next: { ...fired.next, [memoryVariable]: kept(after) } };
    },
  });
  return {
    name: world.name,
    variables: [...world.variables, { name: memoryVariable, values: [kept(property.start)], room }],
    rules: world.rules.map(watch),
  };
}

/** The same text for the same memory. */
const kept = (memory: Memory): string =>
  JSON.stringify(Object.fromEntries(Object.entries(memory).sort(([a], [b]) => (a < b ? -1 : 1))));
