/** Recorded exchanges as HTTP messages to be read: one of them is what the prose calls an example. */
import { headers, type OutcomeRow } from '../../../model/index.ts';
import type { RecordedExchange, Recording } from '../recording.ts';
import { headerOf } from '../wire.ts';
import { fold } from './fold.ts';
import { readableJson } from './readable-json.ts';
import type { Block } from './tree.ts';

export type Half = 'request' | 'response';

/** The language of an HTTP message, as the RFC Editor names it. */
export const httpType = 'http-message';

/** RFC 9110 and RFC 6585 name these statuses. */
const reasons = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const satisfies Record<OutcomeRow['status'], string>;

/** The step of a recording by its id; undefined when there is none. */
export const stepOf = (recordings: readonly Recording[], id: string): RecordedExchange | undefined =>
  recordings.flatMap(({ steps }) => steps).find((step) => step.id === id);

/** Name of the file that an example would be extracted to. */
export const exampleName = (id: string, half: Half): string => `${id.replace('/', '-')}-${half}.http`;

/** One half of a recorded exchange as a block. */
export function exampleBlock(step: RecordedExchange, half: Half): Block {
  return { kind: 'source', type: httpType, name: exampleName(step.id, half), text: exampleText(step, half) };
}

/**
 * One half of a recorded exchange as text. JSON is indented, long lines are folded.
 *
 * @throws Error for a body that is too long to print
 */
export function exampleText({ id, request, response }: RecordedExchange, half: Half): string {
  if (half === 'request') {
    if (request.bodyBytes !== undefined) throw new Error(`the request of ${id} is too long to be an example`);
    const start = `${request.method} ${request.path} HTTP/1.1`;
    return message(start, request.headers, request.body, (line) => line === request.body);
  }
  const body =
    response.body === undefined || !isJson(response.headers) ? response.body : readableJson(JSON.parse(response.body));
  return message(`HTTP/1.1 ${response.status} ${reasonOf(response.status)}`, response.headers, body);
}

const isJson = (fields: Readonly<Record<string, string>>): boolean =>
  headerOf(fields, headers.contentType.name)?.includes('json') ?? false;

function reasonOf(status: number): string {
  if (!Object.hasOwn(reasons, status)) throw new Error(`no reason phrase is known for status ${status}`);
  return reasons[status as keyof typeof reasons]; // checked on the line above
}

function message(
  start: string,
  fields: Readonly<Record<string, string>>,
  body: string | undefined,
  isForm: (line: string) => boolean = () => false,
): string {
  const head = [start, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
  return fold([...head, ...(body === undefined ? [] : ['', body])].join('\n'), isForm);
}
