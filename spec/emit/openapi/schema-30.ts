/** A schema of OpenAPI 3.1 in the words of 3.0. A keyword nobody thought about stops the emitter. */
import type { oas30, oas31 } from 'openapi3-ts';
import type { ComponentSchema } from './schemas.ts';

type Schema30 = oas30.SchemaObject | oas30.ReferenceObject;

/** Keywords that mean the same in both. */
const sameKeywords = new Set([
  'title',
  'description',
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
  'additionalProperties',
]);

type Components = Readonly<Record<string, ComponentSchema | oas31.ReferenceObject>>;

/**
 * The same schema in 3.0: a constant is an enumeration of one, of several examples the first is kept, and what a string
 * holds is said in extensions, without references, because 3.0 knows none there.
 *
 * @param components what references in `contentSchema` lead to
 * @throws Error for a keyword that has no translation
 */
export function toSchema30(schema: ComponentSchema | oas31.ReferenceObject, components: Components): Schema30 {
  if (schema.$ref !== undefined) return reference(schema.$ref, schema, components);
  const entries = Object.entries(schema as ComponentSchema);
  return Object.fromEntries(entries.map(([keyword, value]) => translated(keyword, value, components)));
}

/** The components that a document still refers to, so that none is left that nothing uses. */
export function referredTo<Schema>(
  components: Readonly<Record<string, Schema>>,
  document: unknown,
): Record<string, Schema> {
  const found = new Set<string>();
  const look = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      look(components[name]);
    }
  };
  look(document);
  return Object.fromEntries(Object.entries(components).filter(([name]) => found.has(name)));
}

/** Beside a `$ref` 3.0 ignores everything, so that what stands beside it becomes a schema around it. */
function reference(
  $ref: string,
  { $ref: _, ...beside }: ComponentSchema | oas31.ReferenceObject,
  components: Components,
): Schema30 {
  return Object.keys(beside).length === 0 ? { $ref } : { ...toSchema30(beside, components), allOf: [{ $ref }] };
}

function translated(keyword: string, value: unknown, components: Components): readonly [string, unknown] {
  const convert = (schema: ComponentSchema) => toSchema30(schema, components);
  // The values are those of a schema of 3.1, keyword by keyword.
  switch (keyword) {
    case 'const':
      return ['enum', [value]];
    case 'examples':
      return ['example', (value as readonly unknown[])[0]];
    case 'items':
      return ['items', convert(value as ComponentSchema)];
    case 'anyOf':
      return ['anyOf', (value as readonly ComponentSchema[]).map(convert)];
    case 'properties': {
      const members = Object.entries(value as Record<string, ComponentSchema>);
      return ['properties', Object.fromEntries(members.map(([name, member]) => [name, convert(member)]))];
    }
    case 'contentMediaType':
      return ['x-contentMediaType', value];
    case 'contentSchema':
      return ['x-contentSchema', convert(withoutReferences(value as ComponentSchema, components))];
    default:
      if (sameKeywords.has(keyword) && !(keyword === 'type' && Array.isArray(value))) return [keyword, value];
      throw new Error(`${keyword} ${JSON.stringify(value)} cannot be said in OpenAPI 3.0`);
  }
}

function withoutReferences(schema: ComponentSchema | oas31.ReferenceObject, components: Components): ComponentSchema {
  const text = JSON.stringify(schema, (_key, value: unknown) => {
    const reference = typeof value === 'object' && value !== null && '$ref' in value ? String(value.$ref) : undefined;
    return reference === undefined ? value : components[reference.slice('#/components/schemas/'.length)];
  });
  return JSON.parse(text) as ComponentSchema; // a schema with other schemas in it
}
