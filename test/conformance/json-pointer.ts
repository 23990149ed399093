/** JSON Pointers, with which a configuration says where things stand in answers. @see RFC 6901 */

/** The value that a pointer names; undefined when there is none. */
export function pointed(value: unknown, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    return (inner as Record<string, unknown>)[name]; // objects and arrays alike
  }, value);
}

/** The same, when it is text or a number. */
export function pointedText(value: unknown, pointer: string | undefined): string | undefined {
  const found = pointer === undefined ? undefined : pointed(value, pointer);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** Puts values where a template names them: `{contact}`. Names without a value stay as they are. */
export const filledIn = (
  template: string,
  values: Readonly<Record<string, string>>,
  encode: (value: string) => string = encodeURIComponent,
): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return name === 'issuer' ? value : encode(value);
  });
