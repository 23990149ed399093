/**
 * What an operation has to say, from the model, and what it does say, from the document, in one shape: everything that
 * a generated client depends on, and no prose.
 */
import {
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  exchangesAt,
  type HeaderName,
  headers,
  type MessageRow,
  mediaTypes,
  messages,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
} from '../../model/index.ts';
import { reachableOutcomes } from '../walk/reachable-outcomes.ts';
import { modelSchemas, neutralSchema, type Resolve, resolveInModel } from './neutral-schema.ts';
import type { ReadContent, ReadDocument, ReadOperation, ReadSchema } from './openapi-document.ts';

interface Skeleton {
  /** Each way to authenticate that suffices: a scheme, or `anonymous`. */
  readonly security: readonly string[];
  readonly parameters: readonly object[];
  readonly requestBody: object | undefined;
  readonly responses: Readonly<Record<string, object>>;
}

/** From the model. */
export function expectedOperation(exchange: ExchangeName): Skeleton {
  const { request }: ExchangeRow = exchanges[exchange];
  const carrier = request === undefined ? undefined : (messages[request] satisfies MessageRow).carrier;
  const rows = outcomesOf(exchange);
  const statuses = [...new Set(rows.map(({ status }) => status))].sort((a, b) => a - b);
  return {
    security:
      carrier === 'form' ? ['http basic', 'anonymous'] : carrier === 'query' ? ['http bearer', 'http dpop'] : [],
    parameters: [
      ...(carrier === 'query' && request !== undefined ? queryParameters(messages[request].type) : []),
      ...(proving.has(exchange) ? [proofParameter] : []),
    ],
    requestBody:
      carrier === 'form' && request !== undefined
        ? { required: true, content: { [mediaTypes.form]: reference(messages[request].type) } }
        : undefined,
    responses: Object.fromEntries(
      statuses.map((status) => [String(status), expectedResponse(rows.filter((row) => row.status === status))]),
    ),
  };
}

/** Where a client may prove that it has a key: in every step of the grant and at the resource (RFC 9449 §5 and §7). */
const proving: ReadonlySet<ExchangeName> = new Set(['identification', 'delivery', 'redemption', 'usage']);

const proofParameter = {
  name: headers.dpop.name,
  in: 'header',
  required: false,
  schema: neutralSchema({ type: 'string', minLength: 1 }, resolveInModel),
};

/** From the document. */
export function describedOperation(operation: ReadOperation, document: ReadDocument, resolve: Resolve): Skeleton {
  const { security = [], parameters = [], requestBody, responses = {} } = operation;
  const schemes = document.components?.securitySchemes ?? {};
  return {
    security: security.map((alternative) => {
      const names = Object.keys(alternative).map((name) => `${schemes[name]?.type} ${schemes[name]?.scheme}`);
      return names.join(' and ') || 'anonymous';
    }),
    parameters: parameters.map(({ name, in: place, required = false, schema = {} }) => ({
      name,
      in: place,
      required,
      schema: neutralSchema(schema, resolve),
    })),
    requestBody:
      requestBody === undefined
        ? undefined
        : { required: requestBody.required ?? false, content: describedContent(requestBody.content) },
    responses: mapValues(responses, ({ headers: fields = {}, content }) => ({
      headers: mapValues(fields, ({ required = false, schema }) => ({ required, schema: { type: schema?.type } })),
      content: describedContent(content),
    })),
  };
}

/** The outcomes that a request to the endpoint of an exchange can reach, of whichever exchange it turns out to be. */
export const reachedAt = (exchange: ExchangeName): OutcomeName[] => [
  ...new Set(
    exchangesAt(exchanges[exchange].endpoint).flatMap((name) => [...(reachableOutcomes().outcomes.get(name) ?? [])]),
  ),
];

/** The rows of those outcomes. */
export const outcomesOf = (exchange: ExchangeName): OutcomeRow[] =>
  reachedAt(exchange).map((outcome) => outcomes[outcome]);

function expectedResponse(rows: readonly OutcomeRow[]): object {
  const names = [...new Set(rows.flatMap((row) => row.headers))];
  const types = [...new Set(rows.flatMap(({ message }) => (message === undefined ? [] : [messages[message].type])))];
  return {
    headers: Object.fromEntries(
      names.map((name) => [
        headers[name].name,
        { required: rows.every((row) => row.headers.includes(name)), schema: { type: fieldType(name) } },
      ]),
    ),
    content: Object.fromEntries(types.map((type) => [mediaTypes.json, reference(type)])),
  };
}

const fieldType = (name: HeaderName): string => (name === 'retryAfter' ? 'integer' : 'string');

const reference = (type: string) => ({ schema: { $ref: `#/components/schemas/${type}` } });

function queryParameters(type: string): object[] {
  const schema: ReadSchema = modelSchemas().get(type)?.schema ?? {};
  const required = new Set(schema.required as readonly string[] | undefined);
  return Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: neutralSchema(member, resolveInModel),
  }));
}

const describedContent = (content: ReadContent = {}) => mapValues(content, ({ schema }) => ({ schema }));

const mapValues = <Value, Result>(table: Readonly<Record<string, Value>>, change: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value)]));
