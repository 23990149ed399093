/** Requests and answers as they were on the wire, with nothing added and nothing followed. */
import { NotTestable } from './problem.ts';

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface WireAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body when it is a JSON object; empty otherwise. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly isObject: boolean;
  /** From sending the request until the whole answer was there. */
  readonly milliseconds: number;
}

export interface Exchange {
  readonly title: string;
  readonly request: WireRequest;
  readonly answer: WireAnswer;
}

/**
 * Sends a request. Redirects are answers like any other.
 *
 * @throws NotTestable when there is no answer within 30 seconds
 */
export async function sent(send: typeof fetch, { method, url, headers, body }: WireRequest): Promise<WireAnswer> {
  const startedAt = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await send(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body }),
    });
    text = await response.text();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    const words = error instanceof Error ? error.message : String(error);
    throw new NotTestable(
      `no answer from ${method} ${url.split('?')[0]}: ${words}${cause === '' ? '' : ` (${cause})`}`,
    );
  }
  const milliseconds = performance.now() - startedAt;
  const parsed = parsedObject(text);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text,
    body: parsed ?? {},
    isObject: parsed !== undefined,
    milliseconds,
  };
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined; // just looked at
  } catch {
    return undefined;
  }
}

/** Pairs as a form. */
export const formBody = (pairs: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(pairs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
