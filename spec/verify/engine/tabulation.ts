/** A world with the tables of its rules, which fill up while it is walked. One serves any number of walks. */
import { type Footprint, footprintsOf, Sights } from './local-steps.ts';
import { type Packing, packingOf } from './packing.ts';
import type { World } from './world.ts';

export interface Tabulation<Seen> {
  readonly world: World<Seen>;
  readonly packing: Packing;
  readonly footprints: readonly Footprint[];
  readonly sights: Sights;
}

/**
 * Lays out a world for walking.
 *
 * @throws RangeError when a state of it does not fit into one number
 */
export function tabulate<Seen>(world: World<Seen>): Tabulation<Seen> {
  const packing = packingOf(world.name, world.variables);
  const sights = new Sights();
  return { world, packing, footprints: footprintsOf(world, packing, sights), sights };
}
