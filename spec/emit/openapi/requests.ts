/** What an operation is asked with: a form as its body, or a query. */
import type { oas31 } from 'openapi3-ts';
import {
  type ExchangeName,
  type ExchangeRow,
  exchanges,
  headers,
  type MessageName,
  type MessageRow,
  mediaTypes,
  messages,
} from '../../../model/index.ts';
import { takesProofs } from '../answers.ts';
import { messageSchemas } from '../json-schema.ts';
import type { Recording } from '../recording.ts';
import { formExamples, queryExamples } from './examples.ts';
import { schemaRef } from './names.ts';
import { toComponent } from './schemas.ts';

type Request = Pick<oas31.OperationObject, 'parameters' | 'requestBody'>;

/** The members of an operation that describe its request; none when it has nothing to say. */
export function requestOf(recordings: readonly Recording[], exchange: ExchangeName): Request {
  const { request }: ExchangeRow = exchanges[exchange];
  if (request === undefined) return {};
  const { carrier }: MessageRow = messages[request];
  switch (carrier) {
    case 'form':
      return { ...proofs(exchange), requestBody: form(request, recordings, exchange) };
    case 'query':
      return { parameters: [...query(request, recordings, exchange), ...(proofs(exchange).parameters ?? [])] };
    case 'json':
    case 'parameter':
      throw new Error(`${request} is ${carrier}, and requests are forms or queries`);
  }
}

/** The header field in which a client may prove that it has a key, where an answer depends on it. */
function proofs(exchange: ExchangeName): Pick<Request, 'parameters'> {
  if (!takesProofs(exchange)) return {};
  const parameter: oas31.ParameterObject = {
    name: headers.dpop.name,
    in: 'header',
    description:
      'A DPoP proof (RFC 9449): a JWT by which the client shows that it has a key. Absent for a client that uses none.',
    required: false,
    schema: { type: 'string', minLength: 1 },
  };
  return { parameters: [parameter] };
}

function form(message: MessageName, recordings: readonly Recording[], exchange: ExchangeName): oas31.RequestBodyObject {
  const examples = formExamples(recordings, exchange);
  const shown = Object.keys(examples).length > 0 ? { examples } : {};
  return {
    description: messageSchemas()[message].description ?? '',
    required: true,
    content: { [mediaTypes.form]: { schema: schemaRef(message), ...shown } },
  };
}

function query(message: MessageName, recordings: readonly Recording[], exchange: ExchangeName) {
  const { properties = {}, required = [] } = messageSchemas()[message];
  return Object.entries(properties).map(([name, schema]): oas31.ParameterObject => {
    const { description = '', ...rest } = schema;
    const examples = queryExamples(recordings, exchange, name);
    const shown = Object.keys(examples).length > 0 ? { examples } : {};
    return { name, in: 'query', description, required: required.includes(name), schema: toComponent(rest), ...shown };
  });
}
