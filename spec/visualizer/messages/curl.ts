/** A recorded request as a command line that a shell can run. */
import { endpoints, headers, mediaTypes } from '../../../model/index.ts';
import type { RecordedRequest } from './examples.ts';

/** Fields that `curl` writes by itself. */
const own = new Set(['host']);

/** One command, its arguments on lines of their own. A body that was recorded by its length only is left out. */
export function curlOf({ method, path, headers: fields, body }: RecordedRequest): string {
  const host = fields.Host ?? 'utility.example';
  const isForm = fields[headers.contentType.name]?.startsWith(mediaTypes.form) === true;
  const implied = new Set([...own, ...(isForm && body !== undefined ? [headers.contentType.name.toLowerCase()] : [])]);
  const args = [
    ...(method === (body === undefined ? 'GET' : 'POST') ? [] : [`-X ${method}`]),
    ...Object.entries(fields)
      .filter(([name]) => !implied.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : isForm ? formArguments(body) : [`--data-raw ${quoted(body)}`]),
  ];
  return [`curl ${quoted(`https://${host}${path}`)}`, ...args].join(' \\\n  ');
}

/** One argument for each parameter, readable; a body that is no plain form as it is. */
function formArguments(body: string): string[] {
  const pairs = [...new URLSearchParams(body)];
  const isPlain = new URLSearchParams(pairs).toString() === body;
  return isPlain
    ? pairs.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`)
    : [`--data-raw ${quoted(body)}`];
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** All requests of a run as a script; the values in them are those of the recording. */
export const curlScript = (
  title: string,
  requests: readonly { readonly title: string; readonly request: RecordedRequest }[],
): string =>
  [
    '#!/bin/sh',
    `# ${title}`,
    `# Handles, passcodes and assertions are examples: put in those that you are answered with.`,
    `# The endpoints are in ${endpoints.metadata.path} of the issuer.`,
    'set -eu',
    ...requests.flatMap(({ title: what, request }, index) => ['', `# ${index + 1}. ${what}`, curlOf(request)]),
    '',
  ].join('\n');
