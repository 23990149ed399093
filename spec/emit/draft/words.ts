/** Text of the model made fit for the draft: wire names set as code, keywords marked, documents cited. */
import * as vocabulary from '../../../model/vocabulary/index.ts';
import { type CitedId, references } from '../../draft/references.ts';
import type { Inline } from './tree.ts';

/** The keywords of BCP 14, longer ones first. */
export const bcp14Keywords = [
  'MUST NOT',
  'MUST',
  'REQUIRED',
  'SHALL NOT',
  'SHALL',
  'SHOULD NOT',
  'SHOULD',
  'NOT RECOMMENDED',
  'RECOMMENDED',
  'MAY',
  'OPTIONAL',
] as const;

const keyword = new RegExp(`\\b(?:${bcp14Keywords.join('|')})\\b`, 'g');

/** Names of the vocabulary that no reader takes for an English word: those with an underscore or a colon in them, and two. */
const wireNames: readonly string[] = Object.values(vocabulary)
  .flatMap((table) => (typeof table === 'object' ? Object.values(table) : []))
  .concat([vocabulary.grantType, vocabulary.jwtBearerAssertionType])
  .flatMap((row) => (typeof row === 'object' && row !== null && 'name' in row ? [String(row.name)] : []))
  .filter((name) => /[_:]/.test(name))
  .concat([vocabulary.parameters.interval.name, vocabulary.parameters.issuer.name])
  .sort((one, other) => other.length - one.length);

const escaped = (value: string): string => value.replace(/[^\w]/g, '\\$&');
const wireName = new RegExp(`(?<![\\w:-])(?:${wireNames.map(escaped).join('|')})(?![\\w:-])|\`[^\`]+\``, 'g');

/** A document that is named, with the parentheses around it when nothing else is between them: a citation has brackets. */
const document = /\(RFC [0-9]{4}\)|\bRFC [0-9]{4}(?: §[0-9.]*[0-9])?|\bNIST SP 800-63B\b/g;

/**
 * A sentence of the model as inlines. Documents that are named and in the reference table become citations.
 *
 * @param sentence plain text, in which names of the wire are written plainly or between backquotes
 */
export function modelText(sentence: string): Inline[] {
  return split(sentence, document, citationOf).flatMap((part): Inline[] =>
    typeof part !== 'string'
      ? [part]
      : split<Inline>(part, wireName, (name) => ({ kind: 'code', text: name.replaceAll('`', '') })).flatMap((piece) =>
          typeof piece !== 'string' ? [piece] : keywordsMarked(piece),
        ),
  );
}

/** Text with the keywords of BCP 14 marked. */
export const keywordsMarked = (value: string): Inline[] =>
  split<Inline>(value, keyword, (word) => ({ kind: 'keyword', text: word })).map((part) =>
    typeof part === 'string' ? { kind: 'text', text: part } : part,
  );

function citationOf(named: string): Inline {
  const [, number, section] = /RFC ([0-9]{4})(?: §([0-9.]*[0-9]))?/.exec(named) ?? [];
  const id = number === undefined ? 'nist-800-63b' : `rfc${number}`;
  if (!isCited(id)) return { kind: 'text', text: named };
  return section === undefined ? { kind: 'citation', id } : { kind: 'citation', id, section };
}

/** Whether a document has an entry in the reference table. */
export const isCited = (id: string): id is CitedId => Object.hasOwn(references, id);

/** Text cut at every match of a pattern, with each match made into something else. */
export function split<Made>(value: string, pattern: RegExp, make: (match: string) => Made): (string | Made)[] {
  const parts: (string | Made)[] = [];
  let end = 0;
  for (const match of value.matchAll(pattern)) {
    if (match.index > end) parts.push(value.slice(end, match.index));
    parts.push(make(match[0]));
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push(value.slice(end));
  return parts;
}
