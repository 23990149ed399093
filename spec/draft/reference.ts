/** The shape of a bibliographic entry, and shorthands for the usual kinds. */

/** Initials, surname, full name. */
export type Person = readonly [initials: string, surname: string, fullName: string];

export type Author = Person | { readonly person: Person; readonly role: 'editor' } | { readonly organization: string };

export interface Reference {
  /** How the document is cited: `RFC6749`. */
  readonly anchor: string;
  readonly title: string;
  readonly authors: readonly Author[];
  /** `October 2012`; absent for pages that change. */
  readonly date?: string;
  /** Name and number, such as `RFC` and `6749`. */
  readonly series: readonly (readonly [name: string, value: string])[];
  readonly target: string;
  /** Whether one has to read it to implement the draft. */
  readonly kind: 'normative' | 'informative';
}

type Kind = Reference['kind'];

/** An RFC, and the subseries it belongs to: `BCP 14`. */
export const rfc = (
  number: number,
  title: string,
  authors: readonly Author[],
  date: string,
  kind: Kind,
  subseries?: string,
): Reference => ({
  anchor: `RFC${number}`,
  title,
  authors,
  date,
  series: [
    ...(subseries === undefined ? [] : [subseries.split(' ') as [string, string]]), // name, space, number
    ['RFC', String(number)],
    ['DOI', `10.17487/RFC${number}`],
  ],
  target: `https://www.rfc-editor.org/info/rfc${number}`,
  kind,
});

/** An Internet-Draft, by its name with revision. Work in progress, so never normative. */
export const internetDraft = (name: string, title: string, authors: readonly Author[], date: string): Reference => ({
  anchor: `I-D.${name.replace(/^draft-/, '').replace(/-[0-9]{2}$/, '')}`,
  title,
  authors,
  date,
  series: [['Internet-Draft', name]],
  target: `https://datatracker.ietf.org/doc/html/${name}`,
  kind: 'informative',
});

/** A document on the web. */
export const webPage = (
  anchor: string,
  title: string,
  authors: readonly Author[],
  target: string,
  kind: Kind,
): Reference => ({ anchor, title, authors, series: [], target, kind });

export const organization = (name: string): Author => ({ organization: name });
