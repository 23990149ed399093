/**
 * Reads a form body strictly, since lenient readers disagree: what one takes for one parameter, another takes for two.
 *
 * @see RFC 6749 §3.2 and Appendix B
 */

export type DecodedForm =
  | { readonly outcome: 'decoded'; readonly parameters: Map<string, string> }
  /** Not a form; `reason` is a fixed phrase that quotes nothing of the body. */
  | { readonly outcome: 'unreadable'; readonly reason: string }
  /** A parameter stands there more than once; its name is as the client sent it, so it may be any text. */
  | { readonly outcome: 'repeated'; readonly parameter: string };

/**
 * Decodes the bytes of an `application/x-www-form-urlencoded` body. Parameters without a value are left out, as if they
 * had not been sent, but count when it comes to repetition. What is wrong first, from left to right, decides.
 *
 * @see RFC 6749 §3.2
 */
export function decodeForm(bytes: Uint8Array): DecodedForm {
  const body = decodeUtf8(bytes);
  if (body === undefined) return { outcome: 'unreadable', reason: 'the body is not UTF-8' };
  const parameters = new Map<string, string>();
  const named = new Set<string>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const separator = pair.indexOf('=');
    const name = decodeFormText(separator < 0 ? pair : pair.slice(0, separator));
    const value = decodeFormText(separator < 0 ? '' : pair.slice(separator + 1));
    if (name === undefined || value === undefined) {
      return { outcome: 'unreadable', reason: 'a percent-escape is malformed or does not stand for UTF-8' };
    }
    if (controlCharacter.test(name) || controlCharacter.test(value)) {
      return { outcome: 'unreadable', reason: 'a parameter holds a control character' };
    }
    if (named.has(name)) return { outcome: 'repeated', parameter: name };
    named.add(name);
    if (value !== '') parameters.set(name, value);
  }
  return { outcome: 'decoded', parameters };
}

const controlCharacter = /\p{Control}/u;

/**
 * Decodes one name or value: `+` is a space, and percent-escapes are UTF-8. Undefined when it cannot be decoded.
 *
 * @see RFC 6749 Appendix B
 */
export function decodeFormText(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** The text that bytes stand for; undefined when they are not UTF-8. A byte order mark is kept as a character. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
