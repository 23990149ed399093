/** Puts a world together from its parts. */
import type { Variable } from '../engine/index.ts';
import type { PeopledWorld, WorldRule } from './rule.ts';

export interface Parts {
  readonly name: string;
  /** Variables that rules touch together had better stand side by side. */
  readonly variables: readonly Variable[];
  readonly rules: readonly WorldRule[];
  readonly subjects?: Partial<PeopledWorld['subjects']>;
}

/**
 * A world of its parts. A rule that several parts bring, such as the end of a window they share, is taken once.
 *
 * @throws Error when two different rules have the same name
 */
export function assembled({ name, variables, rules, subjects = {} }: Parts): PeopledWorld {
  const byName = new Map<string, WorldRule>();
  for (const rule of rules) {
    const known = byName.get(rule.name);
    if (known !== undefined && known.says !== rule.says)
      throw new Error(`two rules of ${name} are called ${rule.name}`);
    if (known === undefined) byName.set(rule.name, rule);
  }
  return {
    name,
    variables,
    rules: [...byName.values()],
    subjects: { transaction: ['first'], account: ['account'], client: ['quota'], ...subjects },
  };
}
