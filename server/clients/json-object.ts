/** Reading JSON that an operator wrote: objects, their members, and what is wrong with them in words that quote no value. */

/** True for what JSON calls an object, which arrays and null are not. */
export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a member that has to be text of a shape; undefined when nothing is. `words` say the shape. */
export const textProblem = (member: string, value: unknown, shape: RegExp, words: string): string | undefined =>
  typeof value === 'string' && shape.test(value) ? undefined : `needs ${member}, ${words}`;

/** Members that are not known are often a typo. `kind` is what the object is, for example `registration`. */
export const unknownMembers = (
  value: Record<string, unknown>,
  known: readonly string[],
  kind: 'registration' | 'customer',
): string[] =>
  Object.keys(value)
    .filter((member) => !known.includes(member))
    .map((member) => `has a member ${JSON.stringify(member)} that no ${kind} has`);
