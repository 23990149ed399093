/** The files of the repository as data, so that the rules of the house can be tried on small made-up houses too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Text by path, relative to the top of the repository, with `/` between folders. */
export type FileMap = ReadonlyMap<string, string>;

/** The five folders; `generated` is written by emitters, the others by people. */
export const folders = ['model', 'spec', 'generated', 'server', 'test'] as const;

export type Folder = (typeof folders)[number];

/** All text files of the five folders. */
export function readFiles(root: string): FileMap {
  const files = folders.flatMap((folder) => listed(root, folder));
  return new Map(files.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function listed(root: string, folder: string): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return []; // a folder that does not exist yet
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listed(root, path) : /\.(ts|js|mjs|css|html)$/.test(entry.name) ? [path] : [];
  });
}

/** The folder a file stands in, when it is one of the five. */
export const folderOf = (path: string): Folder | undefined => folders.find((folder) => path.startsWith(`${folder}/`));

/** Whether a person wrote the file. */
export const isAuthored = (path: string): boolean => folderOf(path) !== 'generated';

/** Whether the file is a program. */
export const isProgram = (path: string): boolean => /\.(ts|js|mjs)$/.test(path);

/** The programs of a house, parsed. */
export function* programs(files: FileMap): Generator<readonly [string, ts.SourceFile]> {
  for (const [path, text] of files) {
    if (isProgram(path)) yield [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)];
  }
}

/** Every node below a node, outer ones first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** `path:line` of a node, for findings. */
export const placeOf = (path: string, node: ts.Node): string =>
  `${path}:${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
