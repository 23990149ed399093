/** Small parts of the JSON Schemas of our own formats, so that all of them are as strict and as readable. */

/** Text that is not empty. */
export const text = (description: string) => ({ type: 'string', minLength: 1, description });

/** One of some texts. */
export const oneOf = (values: readonly string[], description: string) => ({
  type: 'string',
  enum: values,
  description,
});

/** A list with one item at least. */
export const listOf = (items: object, description: string) => ({ type: 'array', minItems: 1, items, description });

/** An object with these members and no others; all are required but those that are named as optional. */
export const closed = (
  description: string,
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
) => ({
  type: 'object',
  description,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
  additionalProperties: false,
});
