/** Reading what was recorded from the wire. */

/** A header field whatever the case of its name. */
export const headerOf = (fields: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(fields).find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];

/** What a form or a query holds. Names are unique in whatever the front door lets in; of others the last one counts. */
export const membersOf = (form: string): Record<string, string> => Object.fromEntries(new URLSearchParams(form));

/** A recorded path without its query, and the query. */
export function pathAndQuery(path: string): { readonly path: string; readonly query: string } {
  const mark = path.indexOf('?');
  return mark === -1 ? { path, query: '' } : { path: path.slice(0, mark), query: path.slice(mark + 1) };
}
