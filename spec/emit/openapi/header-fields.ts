/** The header fields that the answers of one status carry. */
import type { oas31 } from 'openapi3-ts';
import {
  cacheControlOf,
  challenges,
  type ExchangeName,
  endpoints,
  exchanges,
  type HeaderName,
  headers,
  pragmaValue,
} from '../../../model/index.ts';
import type { Answer } from '../answers.ts';
import type { Recording } from '../recording.ts';
import { headerExample } from './examples.ts';

/** Header fields by name, in alphabetical order. One that only some of the answers carry is not required. */
export function headerFields(
  recordings: readonly Recording[],
  exchange: ExchangeName,
  answers: readonly Answer[],
): oas31.HeadersObject {
  const names = [...new Set(answers.flatMap(({ row }) => row.headers))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const { description, schema } = describe(name, exchange, answers);
      const recorded = headerExample(recordings, exchange, answers, headers[name].name);
      const required = answers.every(({ row }) => row.headers.includes(name));
      const example = schema.type === 'integer' && recorded !== undefined ? Number(recorded) : recorded;
      const field = { description, required, schema, ...(example === undefined ? {} : { example }) };
      return [headers[name].name, field satisfies oas31.HeaderObject];
    }),
  );
}

interface HeaderWords {
  readonly description: string;
  readonly schema: oas31.SchemaObject;
}

function describe(name: HeaderName, exchange: ExchangeName, answers: readonly Answer[]): HeaderWords {
  const { method } = endpoints[exchanges[exchange].endpoint];
  switch (name) {
    case 'allow':
      return { description: 'The method that this endpoint takes.', schema: { type: 'string', pattern: method } };
    case 'cacheControl':
      return cacheControl(answers);
    case 'pragma':
      return {
        description: 'The same for caches that speak HTTP/1.0 only.',
        schema: { type: 'string', pattern: `^${pragmaValue}$` },
      };
    case 'retryAfter':
      return {
        description: 'Seconds to wait before the same request can succeed.',
        schema: { type: 'integer', minimum: 1 },
      };
    case 'wwwAuthenticate': {
      const expected = isUsage(exchange) ? [challenges.bearerRealm, challenges.dpopRealm] : [challenges.basicRealm];
      return {
        description: 'The challenge: which authentication scheme the client is expected to use.',
        schema: { type: 'string', pattern: `^(${expected.map(schemeOf).join('|')})` },
      };
    }
    case 'dpopNonce':
      return {
        description: `The nonce that the next ${headers.dpop.name} proof has to carry.`,
        schema: { type: 'string', pattern: '^[!#-\\[\\]-~]+$' },
      };
    case 'authorization':
    case 'contentType':
    case 'dpop':
      throw new Error(`${headers[name].name} is no header field of an outcome`);
  }
}

function cacheControl(answers: readonly Answer[]): HeaderWords {
  const [first] = answers.filter(({ row }) => row.cacheSeconds === undefined);
  return first === undefined
    ? { description: 'How long the answer may be kept.', schema: { type: 'string' } }
    : {
        description: 'The answer may not be stored.',
        schema: { type: 'string', pattern: cacheControlOf(first.outcome) },
      };
}

const isUsage = (exchange: ExchangeName): boolean => exchanges[exchange].endpoint === 'usage';

/** `Basic` of `Basic realm="…"`. */
const schemeOf = (challenge: string): string => challenge.split(' ')[0] ?? '';
