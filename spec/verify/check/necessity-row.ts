/** What a table of necessity says of one mitigation. */
import type { WorldName } from '../world/worlds.ts';
import type { AnyPropertyName } from './property-check.ts';

export interface NecessityRow {
  /** Where the attack is looked for, and the property that breaks when the mitigation is off. */
  readonly world: WorldName;
  readonly property: AnyPropertyName;
  /** The attack, as a heading. */
  readonly title: string;
  /** What it does to somebody, as a sentence. */
  readonly harm: string;
}
