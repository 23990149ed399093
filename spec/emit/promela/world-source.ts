/** The Promela of a world of the catalogue, under any setting: with all mitigations on for readers, with one off for the referee. */
import type { WorldHappening } from '../../../model/index.ts';
import { type AnyPropertyName, isSafety, propertyOf, subjectsOf } from '../../verify/check/property-check.ts';
import { type ExportedModel, explore, exportCondition, exportModel, tabulate } from '../../verify/engine/index.ts';
import type { Setting } from '../../verify/world/rule.ts';
import type { WorldRow } from '../../verify/world/worlds.ts';
import { type Checks, type Lives, type Watched, worldText } from './world-text.ts';

export interface WorldSource {
  readonly text: string;
  readonly model: ExportedModel<WorldHappening>;
  /** In the order of their numbers in the text, which begin with 1. */
  readonly properties: readonly SourceProperty[];
  readonly lives: readonly Lives[];
}

export interface SourceProperty extends Watched<WorldHappening> {
  readonly property: ReturnType<typeof propertyOf>;
  readonly of: AnyPropertyName;
  readonly subject: string | undefined;
}

/**
 * A world with some properties: those that hold there, unless others are named.
 *
 * @throws Error for a liveness property of which the world does not say what it means
 */
export function worldSource(row: WorldRow, setting: Setting, names?: readonly AnyPropertyName[]): WorldSource {
  const world = row.build(setting);
  const explored = explore(tabulate(world));
  const model = exportModel(explored);
  const conditions = Object.entries(row.lives ?? {});
  const wanted = names ?? [...row.holds, ...conditions.map(([name]) => name as AnyPropertyName)]; // keys of the row
  const properties = wanted.filter(isSafety).flatMap((of) =>
    subjectsOf(world, of).map((subject): SourceProperty => {
      const name = subject === undefined ? of : `${of}, ${subject}`;
      return { name, of, subject, property: propertyOf(of, subject) };
    }),
  );
  const lives = wanted
    .filter((name) => !isSafety(name))
    .map((name): Lives => {
      const [, condition] = conditions.find(([known]) => known === name) ?? [];
      if (condition === undefined) throw new Error(`${world.name} does not say what ${name} means in it`);
      const { live, goal } = condition(setting);
      return { name, live: exportCondition(explored, live), goal: exportCondition(explored, goal) };
    });
  const words = { title: row.title, says: new Map(world.rules.map(({ name, says }) => [name, says])) };
  const checks: Checks<WorldHappening> = { properties, policy: setting.policy, lives };
  return { text: worldText(model, words, checks), model, properties, lives };
}
