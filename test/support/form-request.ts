/** Requests as clients send them, and answers as tests look at them. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Credentials } from './test-clients.ts';

/** Parameters of a form: by name, or as they stand on the wire. */
export type Form = Readonly<Record<string, string | undefined>> | string;

export interface Answer {
  readonly status: number;
  /** Header fields by lower-case name, without those of the connection. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON; an empty object when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** A member of the body that has to be text. */
  member(name: string): string;
}

/** The options of a POST of a form. Parameters that are undefined are left out. */
export function formRequest(url: string, form: Form, credentials?: Credentials): InjectOptions {
  const given = typeof form === 'string' ? {} : { ...form, ...credentials?.parameters };
  const pairs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...credentials?.headers },
    payload: typeof form === 'string' ? form : new URLSearchParams(pairs).toString(),
  };
}

const connectionHeaders = new Set(['date', 'connection', 'keep-alive', 'content-length']);

/** Sends a request without a network. */
export async function injected(http: FastifyInstance, options: InjectOptions): Promise<Answer> {
  return answerOf(await http.inject(options));
}

function answerOf({ statusCode, headers, body: text }: LightMyRequestResponse): Answer {
  const isJson = String(headers['content-type']).startsWith('application/json') && text !== '';
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}; // every JSON body here is an object
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !connectionHeaders.has(name))
        .map(([name, value]) => [name, String(value)]),
    ),
    text,
    body,
    member: (name) => {
      const value = body[name];
      if (typeof value !== 'string') throw new Error(`the answer ${statusCode} ${text} has no text ${name}`);
      return value;
    },
  };
}
