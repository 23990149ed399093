/** Traces read back from the files that hold them. */
import type { Trace } from './trace.ts';

const isTrace = (path: string): boolean => /^traces\/(?!index\.json$)[a-z-]+\.json$/.test(path);

/** The traces among generated files, by path below `generated/`; in the order of their names. */
export const tracesIn = (files: ReadonlyMap<string, string>): Trace[] =>
  [...files]
    .filter(([path]) => isTrace(path))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, content]) => JSON.parse(content) as Trace); // of our own emitter; another check holds them to their schema
