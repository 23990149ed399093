/** One recorded response, held against the row of its outcome. */
import {
  cacheControlOf,
  endpoints,
  errors,
  exchanges,
  type HeaderName,
  headers,
  mediaTypes,
  pragmaValue,
} from '../../model/index.ts';
import type { Answer } from '../emit/answers.ts';
import { schemaId } from '../emit/json-schema.ts';
import type { RecordedExchange } from '../emit/recording.ts';
import { headerOf } from '../emit/wire.ts';
import type { Finding } from './finding.ts';
import { expectValid, type ValidatorPair } from './validators.ts';

const fix = 'correct the server or the outcome, and record again with npm run generate';

/** Findings for status, header fields, body and error code. */
export function responseFindings(
  { id, exchange, response }: RecordedExchange,
  { outcome, row }: Answer,
  file: string,
  validators: ValidatorPair,
): Finding[] {
  const element = `${id} response`;
  const differs = (what: string, expected: string, actual: string | undefined): Finding[] =>
    expected === actual ? [] : [{ rule: `recordings/${what}`, file, element, expected, actual: actual ?? 'none', fix }];
  const fields = row.headers.flatMap((name) => {
    const value = headerOf(response.headers, headers[name].name);
    const { expected, holds } = expectedField(name);
    return value !== undefined && holds(value)
      ? []
      : differs('header', `${headers[name].name}: ${expected}`, value ?? `no ${headers[name].name}`);
  });
  return [
    ...differs('status', String(row.status), String(response.status)),
    ...fields,
    ...(row.message === undefined ? differs('body', 'no body', response.body ?? 'no body') : bodyFindings(row.message)),
  ];

  function expectedField(name: HeaderName): { expected: string; holds: (value: string) => boolean } {
    switch (name) {
      case 'allow': {
        const { method } = endpoints[exchanges[exchange].endpoint];
        return { expected: method, holds: (value) => value.split(/, */).includes(method) };
      }
      case 'cacheControl': {
        const expected = cacheControlOf(outcome);
        return { expected, holds: (value) => value === expected };
      }
      case 'pragma':
        return { expected: pragmaValue, holds: (value) => value === pragmaValue };
      case 'retryAfter':
        return { expected: 'whole seconds', holds: (value) => /^[1-9][0-9]*$/.test(value) };
      default:
        return { expected: 'a value', holds: (value) => value !== '' };
    }
  }

  function bodyFindings(message: NonNullable<typeof row.message>): Finding[] {
    const type = headerOf(response.headers, headers.contentType.name)?.split(';')[0];
    const { body = '' } = response;
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return differs('body', 'JSON', body === '' ? 'no body' : body);
    }
    const code = typeof value === 'object' && value !== null && 'error' in value ? String(value.error) : undefined;
    return [
      ...differs('media-type', mediaTypes.json, type),
      ...expectValid(validators, schemaId(message), value, { file, element }),
      ...(row.error === undefined ? [] : differs('error', errors[row.error].name, code)),
    ];
  }
}
