/** What the exchanges are called in OpenAPI: the method names of generated clients, and the groups of a rendered page. */
import type { oas31 } from 'openapi3-ts';
import { type ExchangeName, type ExchangeRow, endpoints, exchanges, messages } from '../../../model/index.ts';

/** `requestOtpDelivery` for a request with a message of its own kind, `readKeys` for what is only read. */
export function operationId(exchange: ExchangeName): string {
  const { endpoint, request }: ExchangeRow = exchanges[exchange];
  if (endpoints[endpoint].method === 'GET' || request === undefined) return `read${capitalized(exchange)}`;
  return `request${messages[request].type.replace(/Request$/, '')}`;
}

export const tags = [
  { name: 'one-time passcode', description: 'The three requests of the grant, in their order.' },
  { name: 'tokens', description: 'What can be done with a token besides using it.' },
  { name: 'discovery', description: 'What a client reads before it asks for anything.' },
  { name: 'protected resource', description: 'What the access token is for.' },
] as const satisfies readonly oas31.TagObject[];

type TagName = (typeof tags)[number]['name'];

/** The group of each exchange. */
export const tagOf = {
  identification: 'one-time passcode',
  delivery: 'one-time passcode',
  redemption: 'one-time passcode',
  refresh: 'one-time passcode',
  revocation: 'tokens',
  introspection: 'tokens',
  metadata: 'discovery',
  keys: 'discovery',
  usage: 'protected resource',
} as const satisfies Record<ExchangeName, TagName>;

/** A reference to the schema of a message, which is named like its type. */
export const schemaRef = (message: keyof typeof messages): oas31.ReferenceObject => ({
  $ref: `#/components/schemas/${messages[message].type}`,
});

const capitalized = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
