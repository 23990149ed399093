/**
 * Tests that carry requirements in their titles. A title is a sentence that begins with the id of what it asserts; here
 * the programs are read as text, so that nothing of `test/` is loaded.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/** A test whose title, or a row of whose table, has ids of requirements in it. */
export interface TitledTest {
  /** From the top of the repository. */
  readonly file: string;
  /** With the titles of the groups it stands in, outermost first. */
  readonly title: string;
  readonly ids: readonly string[];
}

/** Test programs, by path from the top of the repository. */
export type TestPrograms = ReadonlyMap<string, string>;

/** Reads the programs of tests below a folder of the repository, in the order of their paths. */
export async function readTestPrograms(top: string, folder = 'test'): Promise<TestPrograms> {
  const entries = await readdir(join(top, folder), { recursive: true });
  const paths = entries
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts') && !path.includes('/node_modules/'))
    .sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(top, path), 'utf8')] as const)),
  );
}

/** What looks like the id of a requirement. */
const idForm = /(?<![\w/-])[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*(?![\w/-])/g;

/** The titled tests of all programs. Tests that are skipped or still to be written count as none. */
export const titledTests = (programs: TestPrograms): TitledTest[] =>
  [...programs].flatMap(([file, text]) =>
    testsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), []).map((test) => ({ file, ...test })),
  );

type Test = Omit<TitledTest, 'file'>;

function testsIn(node: ts.Node, groups: readonly string[]): Test[] {
  const call = ts.isCallExpression(node) ? testCall(node) : undefined;
  if (call?.isIdle === true) return [];
  if (call?.kind === 'test') {
    return call.titles.flatMap((title) => {
      const whole = [...groups, title.text].join(' > ');
      const ids = [...new Set([...whole.matchAll(idForm), ...title.row.matchAll(idForm)].map(([id]) => id))];
      return ids.length === 0 ? [] : [{ title: whole, ids }];
    });
  }
  const [group] = call?.titles ?? [];
  const inside = group === undefined ? groups : [...groups, group.text];
  const found: Test[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...testsIn(child, inside));
  });
  return found;
}

interface TestCall {
  readonly kind: 'group' | 'test';
  /** One, or one for each row of its table. The text of a row carries ids, too. */
  readonly titles: readonly { readonly text: string; readonly row: string }[];
  readonly isIdle: boolean;
}

const kinds: Readonly<Record<string, TestCall['kind']>> = { describe: 'group', it: 'test', test: 'test' };

/** `it('…')`, `it.each(table)('…')`, `describe.skipIf(condition)('…')` and the like. */
function testCall(node: ts.CallExpression): TestCall | undefined {
  const [titleNode] = node.arguments;
  const title = titleNode === undefined ? undefined : textOf(titleNode);
  if (title === undefined) return undefined;
  let callee: ts.Expression = node.expression;
  let rows: readonly string[][] | undefined;
  let isIdle = false;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) {
    if (ts.isCallExpression(callee)) {
      if (ts.isPropertyAccessExpression(callee.expression) && callee.expression.name.text === 'each') {
        rows = rowsOf(callee.arguments[0]);
      }
    } else if (callee.name.text === 'skip' || callee.name.text === 'todo') isIdle = true;
    callee = callee.expression;
  }
  const kind = ts.isIdentifier(callee) ? kinds[callee.text] : undefined;
  if (kind === undefined) return undefined;
  const titles = rows === undefined ? [{ text: title, row: '' }] : rows.map((row) => filled(title, row));
  return { kind, titles, isIdle };
}

/** A title as it is written; `…` stands for what only a run knows. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => `…${literal.text}`)].join('');
}

/** The strings of each row of a table that is written where it is used; none of one that stands elsewhere. */
function rowsOf(table: ts.Node | undefined): readonly string[][] | undefined {
  if (table === undefined || !ts.isArrayLiteralExpression(table)) return undefined;
  return table.elements.map((element) => {
    const strings: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) strings.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(element);
    return strings;
  });
}

/** A title with a row's own words in it; the row counts only when the title shows it. */
function filled(title: string, row: readonly string[]): TestCall['titles'][number] {
  const words = [...row];
  const text = title.replaceAll(/%s|\$\w+/g, () => words.shift() ?? '…');
  return { text, row: text === title ? '' : row.join(' ') };
}
