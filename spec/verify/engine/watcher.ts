/**
 * A property beside a world. What it remembers becomes a few more bits of a state, and what it makes of a sight is asked
 * once for each memory.
 */
import type { Memory, Policy, Property } from '../../../model/index.ts';
import type { Tabulation } from './tabulation.ts';

/** What `after` says of a step that must not happen. */
export const forbidden = -1;

/** The bits that a memory takes. More than 64 different memories mean that a property counts without a bound. */
const memoryBits = 6;

export interface Watcher {
  /** What is remembered, by number; the first one is where the property starts. */
  readonly memories: readonly string[];
  /** What one unit of memory adds to a packed state. */
  readonly scale: number;
  readonly bits: number;
  /** The memory after a sight, by numbers; `forbidden` when it must not be seen. */
  readonly after: (memory: number, sight: number) => number;
}

/**
 * The watcher of a property in a world.
 *
 * @throws RangeError when there is no room for its memory
 */
export function watcherOf<Seen>(
  { world, packing, sights }: Tabulation<Seen>,
  { start, watch }: Property<Seen>,
  policy: Policy,
): Watcher {
  if (packing.bits + memoryBits > 53) throw new RangeError(`the world ${world.name} leaves no room for a memory`);
  const memories: string[] = [kept(start)];
  const known: number[][] = [];
  const ask = (memory: number, sight: number): number => {
    const before = JSON.parse(memories[memory] ?? '') as Memory; // written by `kept`
    const after = watch(before, sights.list[sight] as Seen, policy); // the sights are those of this world
    if (after === 'violated') return forbidden;
    const text = kept(after);
    if (!memories.includes(text)) memories.push(text);
    if (memories.length > 2 ** memoryBits)
      throw new RangeError(`a property remembers too much in ${world.name}: ${text}`);
    return memories.indexOf(text);
  };
  return {
    memories,
    scale: 2 ** packing.bits,
    bits: memoryBits,
    after: (memory, sight) => {
      const row = known[sight] ?? [];
      known[sight] = row;
      const answer = row[memory] ?? ask(memory, sight);
      row[memory] = answer;
      return answer;
    },
  };
}

/** The same text for the same memory. */
const kept = (memory: Memory): string =>
  JSON.stringify(Object.fromEntries(Object.entries(memory).sort(([a], [b]) => (a < b ? -1 : 1))));
