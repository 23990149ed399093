/** The model and the emitters say the same today and tomorrow: no clock, no chance. */
import ts from 'typescript';
import { type FileMap, nodesOf, placeOf, programs } from './file-map.ts';

const pure = ['model/', 'spec/emit/'] as const;

/** What reads a clock or draws a lot, as it is written. */
const impure = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'process.hrtime',
]);
const impureImports = new Set([
  'randomBytes',
  'randomInt',
  'randomUUID',
  'getRandomValues',
  'webcrypto',
  'performance',
]);

/** Uses of a clock or of chance in folders that have to be pure, one sentence each. */
export function impureUses(files: FileMap): string[] {
  const findings: string[] = [];
  for (const [path, source] of programs(files)) {
    if (!pure.some((prefix) => path.startsWith(prefix))) continue;
    for (const node of nodesOf(source)) {
      const used = impureUse(node);
      if (used !== undefined)
        findings.push(`${placeOf(path, node)} uses ${used}: what is derived may not depend on when or on chance`);
    }
  }
  return findings;
}

function impureUse(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const written = node.getText().replace(/^globalThis\./, '');
    return impure.has(written) ? written : undefined;
  }
  if (ts.isImportSpecifier(node)) {
    const name = (node.propertyName ?? node.name).text;
    return impureImports.has(name) ? name : undefined;
  }
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  // `new Date(text)` reads no clock; `new Date()` and `Date()` do.
  const isNow = (node.arguments ?? []).length === 0 && ts.isIdentifier(node.expression);
  return isNow && node.expression.text === 'Date' ? 'the current date' : undefined;
}
