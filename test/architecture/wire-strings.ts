/**
 * A wire string is spelled in the vocabulary and nowhere else. The compiler binds property access and types to it, so
 * what is left to look at are string literals and templates. Many names are ordinary words (`scope`, `usage`, `sms`, `id`)
 * and cannot be told from prose; the unmistakable ones can: those with `_`, `-` or `:` in them, among which are all
 * error codes, and URIs and well-known paths. Names of HTTP header fields are HTTP's own and fit for any page.
 */
import ts from 'typescript';
import * as vocabulary from '../../model/vocabulary/index.ts';
import { type FileMap, isAuthored, nodesOf, placeOf, programs } from './file-map.ts';

/** Where wire strings are spelled: the vocabulary, the types and the constraints of messages, and hand-written oracles. */
const spelledHere = ['model/vocabulary/', 'model/messages/', 'test/'] as const;

/** Members of vocabulary rows that hold a wire string. */
const wireMembers = new Set(['name', 'path', 'members', 'header']);

/** Every unmistakable wire string of the vocabulary. */
export function unmistakableWireStrings(): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, isWire: boolean): void => {
    if (typeof value === 'string') {
      if (isWire) found.add(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        visit(member, Array.isArray(value) ? isWire : wireMembers.has(key));
      }
    }
  };
  const { headers: _ofHttp, ...tables } = vocabulary;
  for (const table of Object.values(tables)) visit(table, false);
  for (const mediaType of Object.values(vocabulary.mediaTypes)) found.add(mediaType);
  return [...found].filter((text) => /[_:-]/.test(text)).sort();
}

/** String literals and templates that spell a wire string, alone or as a whole word, one sentence each. */
export function spelledWireStrings(files: FileMap, wireStrings: readonly string[]): string[] {
  const patterns = wireStrings.map((text) => [text, wholeWord(text)] as const);
  const findings: string[] = [];
  for (const [path, source] of programs(files)) {
    if (!isAuthored(path) || spelledHere.some((prefix) => path.startsWith(prefix))) continue;
    for (const node of nodesOf(source)) {
      const text = textOf(node);
      if (text === undefined) continue;
      const spelled = patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
      if (spelled.length > 0)
        findings.push(`${placeOf(path, node)} spells ${spelled.join(', ')}: take it from the vocabulary`);
    }
  }
  return findings;
}

/** A path may follow a host; every other name stands between characters that cannot be part of one. */
const wholeWord = (text: string): RegExp =>
  new RegExp(`${text.startsWith('/') ? '' : '(?<![\\w-])'}${text.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);

/** The text of a string literal or of a part of a template; undefined for other nodes, for types and for imports. */
function textOf(node: ts.Node): string | undefined {
  const isPart =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  if (!isPart) return undefined;
  const { parent } = node;
  const isBound =
    ts.isLiteralTypeNode(parent) ||
    ts.isCaseClause(parent) || // a case that its type does not have is an error of the compiler
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);
  return isBound ? undefined : node.text;
}
