/** Which cases a run plays, and in which order. */
import type { Case } from './case.ts';
import type { ConformanceOptions } from './options.ts';
import type { Chance } from './random.ts';

/** Whether a pattern means a case: the name of a suite, an id, or the beginning of ids with `/` or `*` at its end. */
export const matches = (pattern: string, { id, suite }: Case): boolean => {
  if (pattern === suite || pattern === id) return true;
  if (pattern.endsWith('*')) return id.startsWith(pattern.slice(0, -1));
  return pattern.endsWith('/') && id.startsWith(pattern);
};

/** The cases that are wanted; and patterns that mean none, each of which is a mistake that has to be seen. */
export function selected(
  cases: readonly Case[],
  { only, profiles, order }: ConformanceOptions,
  chance: Chance,
): { readonly cases: readonly Case[]; readonly unknown: readonly string[] } {
  const unknown = (only ?? []).filter((pattern) => !cases.some((one) => matches(pattern, one)));
  const wanted = cases.filter(
    (one) =>
      (only === undefined || only.some((pattern) => matches(pattern, one))) &&
      (profiles === undefined || profiles.includes(one.profile ?? 'core')),
  );
  const ordered = order === 'shuffled' ? chance.shuffled(wanted) : wanted;
  // what looks at the whole run comes after it, in any order
  return { cases: [...ordered.filter(({ isLast }) => !isLast), ...ordered.filter(({ isLast }) => isLast)], unknown };
}
