/** HTTP messages as they stand in examples. */

export type HttpMessage = {
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string | undefined;
} & (
  | { readonly kind: 'request'; readonly method: string; readonly target: string }
  | { readonly kind: 'response'; readonly status: number }
);

/** Parses a message; undefined when it is none. */
export function parseHttp(text: string): HttpMessage | undefined {
  const [start = '', ...lines] = text.split('\n');
  const blank = lines.indexOf('');
  const head = blank === -1 ? lines : lines.slice(0, blank);
  const body = blank === -1 ? undefined : lines.slice(blank + 1).join('\n');
  const fields = new Map<string, string>();
  for (const line of head) {
    const [, name, value] = /^([A-Za-z][A-Za-z-]*): (\S.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    fields.set(name.toLowerCase(), value);
  }
  const [, method, target] = /^([A-Z]+) (\/\S*) HTTP\/1\.1$/.exec(start) ?? [];
  if (method !== undefined && target !== undefined) return { kind: 'request', method, target, fields, body };
  const status = /^HTTP\/1\.1 ([1-5][0-9]{2}) [A-Z][A-Za-z ]+$/.exec(start)?.[1];
  return status === undefined ? undefined : { kind: 'response', status: Number(status), fields, body };
}
