/**
 * Schemas in one common wording, so that those of the model, of OpenAPI 3.1 and of 3.0 can be held against each other:
 * without words for people, constants as enumerations of one, and what a string holds written out.
 */
import { type MessageName, messages } from '../../model/index.ts';
import { messageSchemas, schemaId } from '../emit/json-schema.ts';
import type { ReadSchema } from './openapi-document.ts';

/** Finds the schema behind a reference. */
export type Resolve = (reference: string) => ReadSchema | undefined;

const wordsForPeople = new Set(['$schema', '$id', '$comment', '$defs', 'title', 'description', 'example', 'examples']);

/** One schema in the common wording. References stay, except in what a string holds. */
export function neutralSchema(schema: ReadSchema, resolve: Resolve): ReadSchema {
  const { allOf: [wrapped] = [], ...rest } = schema;
  // Beside a reference 3.0 can say nothing, so it wraps the reference.
  const whole = wrapped?.$ref === undefined ? schema : { ...rest, $ref: wrapped.$ref };
  const entries = Object.entries(whole).filter(([keyword]) => !wordsForPeople.has(keyword));
  return Object.fromEntries(entries.map(([keyword, value]) => neutralKeyword(keyword, value, resolve)).sort(byKeyword));
}

function neutralKeyword(keyword: string, value: unknown, resolve: Resolve): [string, unknown] {
  const neutral = (schema: ReadSchema) => neutralSchema(schema, resolve);
  // What stands under a keyword was typed when the document was read.
  switch (keyword) {
    case 'const':
      return ['enum', [value]];
    case '$ref':
      return ['$ref', componentReference(String(value))];
    case 'items':
      return ['items', neutral(value as ReadSchema)];
    case 'anyOf':
      return ['anyOf', (value as readonly ReadSchema[]).map(neutral)];
    case 'properties': {
      const members = Object.entries(value as Readonly<Record<string, ReadSchema>>);
      return ['properties', Object.fromEntries(members.map(([name, schema]) => [name, neutral(schema)]))];
    }
    case 'contentMediaType':
    case 'x-contentMediaType':
      return ['contentMediaType', value];
    case 'contentSchema':
    case 'x-contentSchema':
      return ['contentSchema', neutral(writtenOut(value as ReadSchema, resolve))];
    default:
      return [keyword, value];
  }
}

const byKeyword = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

function writtenOut(schema: ReadSchema, resolve: Resolve): ReadSchema {
  const target = schema.$ref === undefined ? schema : resolve(schema.$ref);
  if (target === undefined) return schema;
  const { anyOf, ...rest } = target;
  return anyOf === undefined ? rest : { ...rest, anyOf: anyOf.map((part) => writtenOut(part, resolve)) };
}

/** Where a reference of the message schemas leads in an OpenAPI document; others stay as they are. */
function componentReference(reference: string): string {
  const message = messageNames.find((name) => schemaId(name) === reference);
  const name = message === undefined ? reference.replace('#/$defs/', '') : messages[message].type;
  return reference.startsWith('#/components/') ? reference : `#/components/schemas/${name}`;
}

const messageNames = Object.keys(messages) as readonly MessageName[]; // own keys

/** The schemas of the model by the name of their type, those inside of others included. */
export function modelSchemas(): ReadonlyMap<string, { readonly message: MessageName; readonly schema: ReadSchema }> {
  return new Map(
    messageNames.flatMap((message) => {
      const schema = messageSchemas()[message];
      const named = [[messages[message].type, schema] as const, ...Object.entries(schema.$defs ?? {})];
      // Our own type of schemas lists its keywords; a schema that is read may have any.
      return named.map(([name, part]) => [name, { message, schema: part as unknown as ReadSchema }] as const);
    }),
  );
}

/** Resolves references between the schemas of the model. */
export const resolveInModel: Resolve = (reference) =>
  modelSchemas().get(componentReference(reference).replace('#/components/schemas/', ''))?.schema;
