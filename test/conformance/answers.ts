/** What every answer has to be, whatever it is about. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { messageSchema } from './facts.ts';
import { Deviation, holds, same } from './problem.ts';
import type { WireAnswer } from './wire.ts';

type Validate = ReturnType<Ajv2020['compile']>;

const validators = new Map<string, Validate>();

/** @throws Deviation when the body is not as the schema of the message says */
export function fitsSchema(
  words: string,
  answer: WireAnswer,
  message: string,
  unoffered: readonly string[] = [],
): void {
  const validate = validators.get(message) ?? compiled(message);
  validators.set(message, validate);
  if (validate(answer.body)) return;
  const errors = (validate.errors ?? []).filter(({ params }) => !unoffered.includes(String(params.missingProperty)));
  if (errors.length === 0) return;
  const problems = errors.map(({ instancePath, message: text = '' }) => `${instancePath || 'the object'} ${text}`);
  throw new Deviation(`${words} is not of its form`, {
    expected: `a body as in schemas/${message}.schema.json`,
    received: `${problems.join('; ')}: ${answer.text}`,
  });
}

function compiled(message: string): Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(messageSchema(message));
}

/** A right answer with status 200. @throws Deviation when it is another one */
export function accepted(words: string, answer: WireAnswer, message: string): void {
  holds(`${words} has to be accepted`, answer.status === 200, { expected: '200', received: inShort(answer) });
  isJson(words, answer);
  isNotStored(words, answer);
  fitsSchema(`the answer to ${words}`, answer, message);
}

export interface Refusal {
  readonly status: number;
  readonly error?: string | undefined;
  /** Header fields that have to be there. */
  readonly headers?: readonly string[];
}

/** An error response, right in every detail. @throws Deviation when it is another answer */
export function refused(words: string, answer: WireAnswer, { status, error, headers = [] }: Refusal): void {
  const expected = error === undefined ? String(status) : `${status} ${error}`;
  same(`${words} has to be answered with ${expected}`, inShort(answer), expected);
  if (error !== undefined) {
    isJson(words, answer);
    fitsSchema(`the answer to ${words}`, answer, 'error-response');
  }
  isNotStored(words, answer);
  if (status === 429) isRetryAfter(words, answer);
  for (const name of headers) {
    if (name.toLowerCase() === 'cache-control') continue;
    holds(
      `the answer to ${words} has to have the header field ${name}`,
      answer.headers[name.toLowerCase()] !== undefined,
      {
        expected: `${name}: …`,
        received: `no ${name}`,
      },
    );
  }
}

/** Status and error code, as the state suite writes them. */
export const inShort = ({ status, body }: WireAnswer): string => {
  const error = body.error;
  return status === 200 ? '200' : typeof error === 'string' ? `${status} ${error}` : String(status);
};

export function isNotStored(words: string, { headers }: WireAnswer): void {
  const value = headers['cache-control'] ?? '';
  holds(`the answer to ${words} has to be marked as not to be stored`, /(^|[ ,])no-store($|[ ,])/i.test(value), {
    expected: 'Cache-Control: no-store',
    received: value === '' ? 'no Cache-Control' : `Cache-Control: ${value}`,
  });
}

function isJson(words: string, { headers, isObject, text }: WireAnswer): void {
  const type = headers['content-type'] ?? '';
  const isRight = /^application\/json(;|$)/i.test(type) && isObject;
  holds(`the answer to ${words} has to be a JSON object`, isRight, {
    expected: 'Content-Type: application/json, and an object',
    received: `Content-Type: ${type || 'none'}, ${isObject ? 'an object' : text.slice(0, 80)}`,
  });
}

/** Seconds as a whole number. @see RFC 9110 §10.2.3 */
function isRetryAfter(words: string, { headers }: WireAnswer): void {
  const value = headers['retry-after'] ?? '';
  holds(`the answer to ${words} has to say when to come again`, /^[1-9]\d*$/.test(value), {
    expected: 'Retry-After: a number of seconds',
    received: value === '' ? 'no Retry-After' : `Retry-After: ${value}`,
  });
}
