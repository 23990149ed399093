/** The languages of messages to resource owners, and which of them one of them is written to in. */

/** Languages in which messages can be written, the first one by default. */
export const messageLocales = ['en', 'es'] as const;

export type MessageLocale = (typeof messageLocales)[number];

/**
 * The language for a resource owner: the one on file for them, where there is one, since whoever is asked for consent has
 * to understand it, and a client could ask for a language in which they do not. Otherwise what the client asks for.
 *
 * @param onFile BCP 47 tag in the records of the resource owner
 * @param uiLocales value of `ui_locales`: tags separated by spaces, in order of preference
 */
export const localeFor = (onFile: string | undefined, uiLocales: string | undefined): MessageLocale =>
  lookedUp([onFile ?? '', ...(uiLocales ?? '').split(' ')]) ?? messageLocales[0];

/**
 * The first language that a list of preferences finds: each is cut from its end, subtag by subtag, until it is one of
 * ours; a single letter or digit, which introduces what follows it, goes together with that.
 *
 * @see RFC 4647 §3.4
 */
function lookedUp(preferences: readonly string[]): MessageLocale | undefined {
  for (const preference of preferences) {
    const subtags = preference.toLowerCase().split('-');
    while (subtags.length > 0) {
      const range = subtags.join('-');
      const found = messageLocales.find((locale) => locale.toLowerCase() === range);
      if (found !== undefined) return found;
      subtags.pop();
      if (subtags.at(-1)?.length === 1) subtags.pop();
    }
  }
  return undefined;
}
