/** Who may import whom: the table of the house, and no circles. */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { type FileMap, type Folder, folderOf, nodesOf, placeOf, programs } from './file-map.ts';

export interface Import {
  readonly from: string;
  /** Where the import stands, as `path:line`. */
  readonly place: string;
  /** A path from the top of the repository, or the name of a package as it is written. */
  readonly to: string;
  readonly kind: 'file' | 'package' | 'builtin' | 'unreadable';
  /** Gone at run time: the whole statement says `import type`. One with `type` inside braces is still loaded. */
  readonly typeOnly: boolean;
}

interface Row {
  readonly folders: readonly Folder[];
  /** Packages that may be imported; `any` for all. */
  readonly packages: 'any' | readonly string[];
  readonly builtins: boolean;
}

const table: Readonly<Record<Folder, Row>> = {
  model: { folders: ['model'], packages: ['xstate'], builtins: false },
  spec: { folders: ['model', 'spec'], packages: 'any', builtins: true },
  generated: { folders: ['model', 'generated'], packages: ['fastify'], builtins: false },
  server: { folders: ['model', 'generated', 'server'], packages: 'any', builtins: true },
  test: { folders: ['model', 'spec', 'generated', 'server', 'test'], packages: 'any', builtins: true },
};

/** Name and version are facts of the package, so the documents and the server take them from there. */
const packageFile = { path: 'package.json', readBy: ['spec', 'server', 'test'] as readonly Folder[] };

/** The black-box suite sees what any implementer sees, and itself. */
const conformance = 'test/conformance/';

/** Every import, export-from, type import and `import()` of every program. */
export function importsOf(files: FileMap): Import[] {
  const imports: Import[] = [];
  for (const [path, source] of programs(files)) {
    for (const node of nodesOf(source)) {
      const found = specifierOf(node);
      if (found === undefined) continue;
      const place = placeOf(path, node);
      imports.push({ from: path, place, typeOnly: found.typeOnly, ...resolved(path, found.specifier) });
    }
  }
  return imports;
}

/** Imports that the table does not allow, one sentence each. */
export function forbiddenImports(files: FileMap): string[] {
  return importsOf(files).flatMap((one) => {
    const problem = problemOf(one);
    return problem === undefined ? [] : [`${one.place} imports ${one.to}: ${problem}`];
  });
}

/** Circles of files that load each other, each once. Imports of types do not count: they are gone when a file is run. */
export function importCircles(files: FileMap): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, kind, typeOnly } of importsOf(files)) {
    if (kind === 'file' && !typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.add(named(trail.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of [...next.keys()].sort()) visit(path, []);
  return [...circles].sort();
}

/** A circle, told from its first file in alphabetical order, so that it has one name. */
function named(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(' -> ');
}

function problemOf({ from, to, kind }: Import): string | undefined {
  const folder = folderOf(from);
  if (folder === undefined) return undefined;
  const row = table[folder];
  switch (kind) {
    case 'unreadable':
      return folder === 'model' ? 'the model imports nothing that only a run can name' : undefined;
    case 'builtin':
      return row.builtins ? undefined : `${folder} may not use what only Node has`;
    case 'package':
      return row.packages === 'any' || row.packages.includes(packageName(to))
        ? undefined
        : `${folder} may import these packages only: ${row.packages.join(', ')}`;
    case 'file': {
      if (from.startsWith(conformance)) {
        return to.startsWith(conformance) || folderOf(to) === 'generated'
          ? undefined
          : 'the black-box suite may import generated files only';
      }
      if (to === packageFile.path && packageFile.readBy.includes(folder)) return undefined;
      const target = folderOf(to);
      return target !== undefined && row.folders.includes(target)
        ? undefined
        : `${folder} may import from these folders only: ${row.folders.join(', ')}`;
    }
  }
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function specifierOf(node: ts.Node): { specifier: ts.Node | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return {
      specifier: node.moduleSpecifier,
      typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { specifier: literal, typeOnly: true };
  }
  const isLoad =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(node.expression) && node.expression.text === 'require'));
  return isLoad ? { specifier: node.arguments[0], typeOnly: false } : undefined;
}

function resolved(path: string, specifier: ts.Node | undefined): Pick<Import, 'to' | 'kind'> {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier))
    return { to: 'what a run decides', kind: 'unreadable' };
  const { text } = specifier;
  if (text.startsWith('.')) return { to: posix.join(posix.dirname(path), text), kind: 'file' };
  return { to: text, kind: isBuiltin(text) ? 'builtin' : 'package' };
}
