/**
 * An OpenAPI document, as emitted, held against the model both ways: nothing is described that cannot happen, and
 * nothing can happen that is not described. The emitter's code is not used here.
 */
import { type ExchangeName, endpoints, exchanges, exchangesAt, messages, requirements } from '../../model/index.ts';
import { type Difference, differences, pointerTo } from './differences.ts';
import { compareFindings, type Finding } from './finding.ts';
import { modelSchemas, neutralSchema, type Resolve, resolveInModel } from './neutral-schema.ts';
import { type ReadDocument, type ReadOperation, type ReadSchema, readDocument } from './openapi-document.ts';
import { errorDifferences } from './openapi-errors.ts';
import { describedOperation, expectedOperation } from './openapi-skeleton.ts';

/** A document in JSON; its path names it in the findings. */
export interface EmittedDocument {
  readonly path: string;
  readonly content: string;
}

const fix = 'npm run generate; if it stays, the emitter in spec/emit/openapi and the model disagree';

/** Findings for one document, 3.0 or 3.1; each names a place by JSON pointer and what stands there on either side. */
export function openApiMatchesMachine({ path, content }: EmittedDocument): Finding[] {
  const document = readDocument(content);
  if (typeof document === 'string') {
    return [{ rule: 'openapi/unreadable', file: path, element: '#', expected: 'a JSON object', actual: document, fix }];
  }
  const found: readonly (readonly [string, readonly Difference[]])[] = [
    ['openapi/operation', operationsDiffer(document)],
    ['openapi/error', everyOperation(document).flatMap((known) => errorDifferences(...known))],
    ['openapi/requirement', everyOperation(document).flatMap(requirementsDiffer)],
    ['openapi/schema', schemasDiffer(document)],
    ['openapi/undescribed', undescribed(document)],
  ];
  return found
    .flatMap(([rule, list]) =>
      list.map(({ pointer, expected, actual }) => ({ rule, file: path, element: pointer, expected, actual, fix })),
    )
    .sort(compareFindings);
}

type Known = readonly [ExchangeName, ReadOperation, string];

/** One for each operation: of exchanges that share an endpoint, the one that answers for it. */
const exchangeNames = (Object.keys(exchanges) as readonly ExchangeName[]) // own keys
  .filter((name) => exchangesAt(exchanges[name].endpoint)[0] === name);

/** The operations that the model knows, of those that the document has. */
function everyOperation({ paths = {} }: ReadDocument): Known[] {
  return exchangeNames.flatMap((exchange) => {
    const { path, method } = placeOf(exchange);
    const operation = paths[path]?.[method];
    return operation === undefined ? [] : [[exchange, operation, pointerTo('#/paths', path, method)] as const];
  });
}

function operationsDiffer(document: ReadDocument): Difference[] {
  const known = exchangeNames.map(placeOf).map(({ path, method }) => pointerTo('#/paths', path, method));
  const described = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => pointerTo('#/paths', path, method)),
  );
  const resolve = resolveIn(document);
  return [
    ...known
      .filter((pointer) => !described.includes(pointer))
      .map((pointer) => ({ pointer, expected: 'the operation of an exchange', actual: 'nothing' })),
    ...described
      .filter((pointer) => !known.includes(pointer))
      .map((pointer) => ({ pointer, expected: 'no operation, since no exchange is there', actual: 'an operation' })),
    ...everyOperation(document).flatMap(([exchange, operation, pointer]) =>
      differences(expectedOperation(exchange), describedOperation(operation, document, resolve), pointer),
    ),
  ];
}

function requirementsDiffer([, operation, pointer]: Known): Difference[] {
  return (operation['x-requirements'] ?? [])
    .filter((id) => !Object.hasOwn(requirements, id))
    .map((id) => ({ pointer: pointerTo(pointer, 'x-requirements'), expected: 'ids of requirements', actual: id }));
}

/** Queries are parameters. In 3.0 what a string holds is written out where it stands, and is no component. */
function schemasDiffer(document: ReadDocument): Difference[] {
  const described = document.components?.schemas ?? {};
  const is30 = document.openapi?.startsWith('3.0.') === true;
  const expected = [...modelSchemas()].filter(([, { message }]) => {
    const { carrier } = messages[message];
    return carrier !== 'query' && !(is30 && carrier === 'parameter');
  });
  const resolve = resolveIn(document);
  const neutral = (schema: ReadSchema) => neutralSchema(schema, resolve);
  return differences(
    Object.fromEntries(expected.map(([name, { schema }]) => [name, neutralSchema(schema, resolveInModel)])),
    Object.fromEntries(Object.entries(described).map(([name, schema]) => [name, neutral(schema)])),
    '#/components/schemas',
  );
}

/** Members and parameters that say nothing about themselves, whom no linter misses. */
function undescribed(document: ReadDocument): Difference[] {
  const schemas = Object.entries(document.components?.schemas ?? {}).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([member, { description, $ref }]) => ({
      pointer: pointerTo('#/components/schemas', name, 'properties', member),
      described: $ref !== undefined || description !== undefined,
    })),
  );
  const parameters = everyOperation(document).flatMap(([, operation, pointer]) =>
    (operation.parameters ?? []).map(({ description }, index) => ({
      pointer: pointerTo(pointer, 'parameters', String(index)),
      described: description !== undefined && description !== '',
    })),
  );
  return [...schemas, ...parameters]
    .filter(({ described }) => !described)
    .map(({ pointer }) => ({ pointer, expected: 'a description', actual: 'none; it comes from model/messages' }));
}

function placeOf(exchange: ExchangeName): { readonly path: string; readonly method: string } {
  const { path, method } = endpoints[exchanges[exchange].endpoint];
  return { path, method: method.toLowerCase() };
}

const resolveIn =
  ({ components }: ReadDocument): Resolve =>
  (reference) =>
    components?.schemas?.[reference.replace('#/components/schemas/', '')];
