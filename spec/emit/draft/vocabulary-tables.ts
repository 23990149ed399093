/** Tables of names on the wire. */
import {
  clientAuthenticationMethods,
  clientMetadata,
  codeCharsets,
  deliveryMethods,
  type EndpointRow,
  endpoints,
  inWords,
  limits,
  type Row,
  type Source,
  scopes,
  serverMetadata,
  subjectIdentifierFormats,
} from '../../../model/index.ts';
import type { TableSplice } from './splice-context.ts';
import { code, type Inline, type Inlines, pointer, text } from './tree.ts';
import { isCited, modelText } from './words.ts';

/** Where a name is defined: a section here, or a section of another document. */
export function sourceInlines({ document, section }: Source): Inlines {
  if (document === 'otp-flow') return [pointer(section)];
  return isCited(document) ? [{ kind: 'citation', id: document, section }] : [text(document)];
}

/** The first letter made small, to stand after something else. */
export const inlinesBetween = (separator: string, items: readonly Inline[]): Inlines =>
  items.flatMap((item, index) => (index === 0 ? [item] : [text(separator), item]));

const named = (rows: readonly Row[]) =>
  rows.map(({ name, description, source }) => [[code(name)], modelText(description), sourceInlines(source)]);

/** Endpoints that the metadata points to. */
const pointedTo = Object.values<EndpointRow>(endpoints).filter(({ iana }) => iana.status !== 'none');

export const vocabularyTables = {
  'auth-methods': {
    title: 'Client authentication methods',
    head: ['Method', 'Meaning', 'Defined in'],
    rows: () => named(Object.values(clientAuthenticationMethods)),
  },
  'subject-formats': {
    title: 'Subject Identifier formats',
    head: ['Format', 'Members', 'Meaning', 'Defined in'],
    rows: () =>
      Object.values(subjectIdentifierFormats).map(({ name, members, description, source }) => [
        [code(name)],
        inlinesBetween(', ', members.map(code)),
        modelText(description),
        sourceInlines(source),
      ]),
  },
  charsets: {
    title: 'Character sets of passcodes',
    head: ['Name', 'Characters', 'Meaning'],
    rows: () =>
      Object.values(codeCharsets).map(({ name, characters, description }) => [
        [code(name)],
        [code(characters)],
        modelText(description),
      ]),
  },
  'delivery-methods': {
    title: 'Delivery methods',
    head: ['Method', 'Meaning', 'Default life', 'Longest life'],
    rows: () =>
      Object.values(deliveryMethods).map(({ name, description, life }) => [
        [code(name)],
        modelText(description),
        [text(inWords(limits[life].default))],
        [text(inWords(limits[life].maximum))],
      ]),
  },
  'server-metadata': {
    title: 'Members of the authorization server metadata',
    head: ['Member', 'Meaning', 'Defined in'],
    rows: () => named([...pointedTo, ...Object.values(serverMetadata)]),
  },
  'client-metadata': {
    title: 'Members of the client metadata',
    head: ['Member', 'Meaning', 'Defined in'],
    rows: () => named(Object.values(clientMetadata)),
  },
  scopes: {
    title: 'Scopes of the example, and how a message says them',
    head: ['Scope', 'Meaning', 'In a message: "asks to let it..."'],
    rows: () =>
      Object.values(scopes).map(({ name, description, words }) => [
        [code(name)],
        modelText(description),
        [text(words)],
      ]),
  },
} as const satisfies Record<string, TableSplice>;
