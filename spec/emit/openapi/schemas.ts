/**
 * The message schemas as components: what a JSON Schema keeps in `$defs` becomes a component beside it. OpenAPI 3.1
 * takes the 2020-12 keywords as they are, except those that identify a schema outside of the document.
 */
import type { oas31 } from 'openapi3-ts';
import { type MessageName, type MessageRow, messages } from '../../../model/index.ts';
import { type JsonSchema, messageSchemas, schemaId } from '../json-schema.ts';

/** A schema of OpenAPI 3.1, with the keyword of 2020-12 that the types of openapi3-ts lack. */
export type ComponentSchema = oas31.SchemaObject & { contentSchema?: ComponentSchema | oas31.ReferenceObject };

/** All schemas that an operation refers to, by the name of their type. Queries are parameters, so they are none. */
export function componentSchemas(): Record<string, ComponentSchema> {
  const components: Record<string, ComponentSchema> = {};
  const add = (name: string, schema: JsonSchema) => {
    const component = toComponent(schema);
    const known = components[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(component)) {
      throw new Error(`two schemas are called ${name}`);
    }
    components[name] = component;
  };
  for (const [message, schema] of Object.entries(messageSchemas()) as [MessageName, JsonSchema][]) {
    const row: MessageRow = messages[message];
    if (row.carrier === 'query') continue;
    add(row.type, schema);
    for (const [name, definition] of Object.entries(schema.$defs ?? {})) add(name, definition);
  }
  return components;
}

/** One schema, with references that point to components. */
export function toComponent(schema: JsonSchema): ComponentSchema {
  const { $schema, $id, $comment, $defs, $ref, items, anyOf, properties, contentSchema, required, ...rest } = schema;
  const component = {
    ...($ref === undefined ? {} : { $ref: componentRef($ref) }),
    ...rest,
    ...(items === undefined ? {} : { items: toComponent(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(toComponent) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toComponent(value)])),
        }),
    ...(required === undefined ? {} : { required }),
    ...(contentSchema === undefined ? {} : { contentSchema: toComponent(contentSchema) }),
  };
  return component as ComponentSchema; // the same keywords, but our own type says readonly
}

/** Where a reference of a message schema leads among the components. */
function componentRef(reference: string): string {
  if (reference.startsWith('#/$defs/')) return reference.replace('#/$defs/', '#/components/schemas/');
  const message = (Object.keys(messages) as MessageName[]).find((name) => schemaId(name) === reference); // own keys
  if (message === undefined) throw new Error(`no message schema is ${reference}`);
  return `#/components/schemas/${messages[message].type}`;
}
