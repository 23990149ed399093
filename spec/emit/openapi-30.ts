/**
 * The OpenAPI 3.0 document, for tools that cannot read 3.1: the same document, its schemas in the words of 3.0.
 */
import type { oas30, oas31 } from 'openapi3-ts';
import { referredTo, toSchema30 } from './openapi/schema-30.ts';
import type { ComponentSchema } from './openapi/schemas.ts';
import { openApi31 } from './openapi-31.ts';
import type { Recording } from './recording.ts';

/** The document; without examples where nothing was recorded. */
export function openApi30(recordings: readonly Recording[]): oas30.OpenAPIObject {
  const { openapi: _newer, paths = {}, components = {}, ...rest } = openApi31(recordings);
  const { schemas = {} } = components;
  const convert = (schema: ComponentSchema | oas31.ReferenceObject) => toSchema30(schema, schemas);
  const paths30 = mapValues(paths as Paths, (item) => mapValues(item, (operation) => operation30(operation, convert)));
  const document = {
    openapi: '3.0.3',
    ...rest,
    paths: paths30,
    components: { ...components, schemas: referredTo(mapValues(schemas, convert), paths30) },
  };
  // Written for 3.1; what 3.0 says otherwise has been replaced, and the meta-schema of 3.0 is asked in the checks.
  return document as oas30.OpenAPIObject;
}

/** A path of ours holds nothing but operations. */
type Paths = Readonly<Record<string, Readonly<Record<string, oas31.OperationObject>>>>;

type Convert = (schema: ComponentSchema | oas31.ReferenceObject) => oas30.SchemaObject | oas30.ReferenceObject;

/** Parameters hold schemas of their own. Those of header fields have no keyword that 3.0 lacks. */
function operation30(operation: oas31.OperationObject, convert: Convert): object {
  const { parameters } = operation;
  if (parameters === undefined) return operation;
  return {
    ...operation,
    parameters: parameters.map((parameter) =>
      '$ref' in parameter || parameter.schema === undefined
        ? parameter
        : { ...parameter, schema: convert(parameter.schema) },
    ),
  };
}

const mapValues = <Value, Result>(table: Readonly<Record<string, Value>>, change: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
