/** A command line that sends a request again, with names in the place of secrets. */
import type { Redaction } from './redaction.ts';
import type { WireRequest } from './wire.ts';

/** One line for a POSIX shell. `$AUTH_SESSION` and the like stand for what the reader has to fill in. */
export function curlOf({ method, url, headers, body }: WireRequest, redaction: Redaction): string {
  const parts = ['curl', '-i'];
  if (method !== 'GET' && !(method === 'POST' && body !== undefined)) parts.push('-X', method);
  for (const [name, value] of Object.entries(headers)) {
    const isBasic = name.toLowerCase() === 'authorization' && value.startsWith('Basic ');
    if (isBasic) parts.push('-u', `${quoted(idOf(value))}:"$CLIENT_SECRET"`);
    else if (value === 'application/x-www-form-urlencoded' && typeof body === 'string') continue;
    else parts.push('-H', withVariables(`${name}: ${redaction.header(name, value)}`));
  }
  const shown = redaction.body(body);
  const isLarge = body !== undefined && body.length > 2_000;
  if (isLarge) parts.push('--data-binary', `"$(head -c ${body.length} /dev/zero | tr '\\0' a)"`);
  else if (shown !== undefined) parts.push('--data-raw', withVariables(shown));
  parts.push(withVariables(redaction.text(url)));
  return parts.join(' ');
}

/** The identifier of the client in Basic credentials, which is no secret. */
const idOf = (basic: string): string =>
  decodeURIComponent(
    (Buffer.from(basic.slice('Basic '.length), 'base64').toString().split(':')[0] ?? '').replaceAll('+', ' '),
  );

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** Quoted for the shell; `<auth_session>` becomes a variable. */
function withVariables(text: string): string {
  const parts = text.split(/<([a-z_]+)>/i);
  const written = parts.map((part, place) =>
    place % 2 === 1 ? `"$${part.toUpperCase()}"` : part === '' ? '' : `'${part.replaceAll("'", "'\\''")}'`,
  );
  return written.join('') || "''";
}
