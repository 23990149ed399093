/** Holds an answer against the row of the model's outcome that the operator's log says it is. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  cacheControlOf,
  errors,
  headers,
  messages,
  type OutcomeName,
  type OutcomeRow,
  outcomes,
} from '../../model/index.ts';
import type { Answer } from './form-request.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);

const validators = new Map<string, ValidateFunction>();

/** The generated schema of a message, compiled once. */
function schemaOf(message: keyof typeof messages): ValidateFunction {
  const { file } = messages[message];
  const known = validators.get(file);
  if (known !== undefined) return known;
  const path = new URL(`../../generated/schemas/${file}.schema.json`, import.meta.url);
  const compiled = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  validators.set(file, compiled);
  return compiled;
}

/** The outcome of the newest exchange in the operator's log. */
export function newestOutcome(log: readonly string[]): OutcomeName {
  const line = log.findLast((line) => /"event":"\w+\.(answered|turned-away)"/.test(line)) ?? '{}';
  const { outcome = '' } = JSON.parse(line) as { outcome?: string }; // written by the log port
  if (!Object.hasOwn(outcomes, outcome)) throw new Error('the log knows of no exchange');
  return outcome as OutcomeName; // checked on the line above
}

/** How an answer differs from the row of its outcome, one phrase each; empty when it does not. */
export function differences(answer: Answer, outcome: OutcomeName, method = 'POST'): string[] {
  const row: OutcomeRow = outcomes[outcome];
  const found: string[] = [];
  const must = (held: boolean, problem: string): void => {
    if (!held) found.push(`${outcome}: ${problem}`);
  };
  must(answer.status === row.status, `status ${answer.status}`);
  const expected = row.headers.map((name) => headers[name].name.toLowerCase());
  if (row.message !== undefined) expected.push(headers.contentType.name.toLowerCase());
  const names = Object.keys(answer.headers).sort();
  must(JSON.stringify(names) === JSON.stringify(expected.sort()), `header fields ${names}`);
  must(answer.headers['cache-control'] === cacheControlOf(outcome), 'Cache-Control');
  const hasBody = row.message !== undefined && method !== 'HEAD';
  must(hasBody === (answer.text !== ''), `body of ${answer.text.length} characters`);
  if (!hasBody || row.message === undefined) return found;
  const validate = schemaOf(row.message);
  must(validate(answer.body), `body against its schema: ${ajv.errorsText(validate.errors)}`);
  if (row.error !== undefined) must(answer.body.error === errors[row.error].name, `error ${answer.body.error}`);
  return found;
}
