/** What the generated OpenAPI document lets a stranger know: endpoints, parameters, and which answers are valid. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly examples?: readonly unknown[];
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One parameter of a form. */
export interface Parameter {
  readonly name: string;
  readonly pattern?: string;
  readonly examples: readonly string[];
}

/** One operation as a client sees it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

const file = new URL('../../generated/openapi/otp-flow.openapi-3.1.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi; // a check holds it to the OpenAPI schema

const resolved = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
};

const parametersOf = (operation: Operation): Parameter[] =>
  Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    Object.entries(resolved(schema).properties ?? {}).map(([name, { pattern, examples }]) => ({
      name,
      ...(pattern === undefined ? {} : { pattern }),
      examples: (examples ?? []).map((example) => (typeof example === 'string' ? example : JSON.stringify(example))),
    })),
  );

/** Every operation of the document. */
export const endpoints: readonly Endpoint[] = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method: method.toUpperCase() as Endpoint['method'], // the document has these two
    path,
    parameters: parametersOf(operation),
  })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const compiled = new Map<string, ValidateFunction>();

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * What is wrong with an answer, in a few words that quote nothing of it; undefined for a valid one. Methods that an
 * endpoint does not have are answered as its own method is, with 405.
 */
export function answerProblem(
  { path, method }: Pick<Endpoint, 'path' | 'method'>,
  answer: { readonly status: number; readonly contentType: string; readonly body: string; readonly isHead: boolean },
): string | undefined {
  const { status, contentType, body, isHead } = answer;
  if (status >= 500) return `status ${status}`;
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[status];
  if (described === undefined) return `status ${status}, which the document does not have at ${method} ${path}`;
  const [mediaType] = Object.keys(described.content ?? {});
  if (mediaType === undefined || isHead) return body === '' ? undefined : `${status} with a body that is not described`;
  // a challenge to somebody who sent no token has no body, which OpenAPI cannot say (RFC 6750 §3.1)
  if (status === 401 && body === '' && contentType === '') return undefined;
  if (!contentType.startsWith(mediaType)) return `${status} as ${contentType || 'nothing'} at ${path}`;
  const pointer = `openapi#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}/content/${escaped(mediaType)}/schema`;
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: encodeURI(pointer) });
  compiled.set(pointer, validate);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return `${status} with a body that is not JSON at ${path}`;
  }
  return validate(value) ? undefined : `${status} at ${path} against its schema: ${ajv.errorsText(validate.errors)}`;
}
