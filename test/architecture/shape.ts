/** Files are small and named after what they hold. */
import { type FileMap, isAuthored, isProgram } from './file-map.ts';

export const lineLimit = 300;

/** Names that say nothing about what is inside. */
const vague = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared']);

/** Authored programs over the limit (style sheets are lists and not counted), one sentence each, and allowances that are no longer needed. */
export function longFiles(files: FileMap, allowed: ReadonlyMap<string, string>): string[] {
  const lines = (path: string): number => (files.get(path) ?? '').trimEnd().split('\n').length;
  const long = [...files.keys()]
    .filter((path) => isAuthored(path) && isProgram(path) && !allowed.has(path) && lines(path) > lineLimit)
    .map((path) => `${path} has ${lines(path)} lines: split it, or say here why it cannot be split`);
  const stale = [...allowed.keys()]
    .filter((path) => lines(path) <= lineLimit)
    .map((path) => `${path} has ${lines(path)} lines: it needs no allowance any more`);
  return [...long, ...stale];
}

/** Folders and files whose name is a drawer for everything, one sentence each. */
export const vagueNames = (files: FileMap): string[] =>
  [...files.keys()]
    .filter((path) => isAuthored(path) && path.split(/[/.]/).some((part) => vague.has(part)))
    .map((path) => `${path} is a drawer for everything: name it after what it holds`);
