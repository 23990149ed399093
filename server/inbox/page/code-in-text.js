// @ts-check

/** A run of six to sixteen digits, also when they are grouped or spoken one by one. */
const digits = /(?<!\w)\d(?:[ \-.,]{0,2}\d){5,15}(?!\w)/;

/** Phone numbers, dates and addresses of pages have as many digits, and are no passcodes. */
const notCodes = /\+\d[\d -]+\d|\d{4}-\d\d-\d\d|https?:\S+/g;

/**
 * Finds the passcode in a message: the one bound to a domain in a text message's last line, or else the first run of digits after
 * the word "code", or "clave" in Spanish, or before it.
 *
 * @param {string} text
 * @returns {{ shown: string, code: string } | undefined} as it stands in the text, and without what separates its digits
 */
export function codeInText(text) {
  const bound = text.match(/^@\S+ #(\d{6,16})\s*$/m)?.[1];
  if (bound !== undefined) return { shown: asWritten(text, bound), code: bound };
  const words = text.replace(notCodes, (found) => '…'.repeat(found.length));
  const word = words.search(/\b(?:code|clave)\b/i);
  if (word === -1) return undefined;
  const shown = (words.slice(word).match(digits) ?? words.match(digits))?.[0];
  return shown === undefined ? undefined : { shown, code: shown.replace(/\D/g, '') };
}

/**
 * How a known code is written before the last line, where its digits may be grouped.
 *
 * @param {string} text
 * @param {string} code
 */
function asWritten(text, code) {
  const grouped = new RegExp(`(?<![#\\d])${[...code].join('[ -]?')}(?!\\d)`);
  return text.match(grouped)?.[0] ?? code;
}
