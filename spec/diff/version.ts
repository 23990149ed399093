/** A version of the protocol, read from what was generated of it: from a folder, or from a revision in git. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MachineDefinition } from '../../model/index.ts';
import type { JsonSchema } from '../emit/json-schema.ts';

export interface RequirementEntry {
  readonly id: string;
  readonly level: string;
  readonly actor: string;
  readonly text: string;
}

export interface Answer {
  readonly exchange: string;
  readonly outcome: string;
  readonly status: number;
  readonly error?: string;
}

export interface Version {
  /** How it was asked for. */
  readonly name: string;
  readonly machines: Readonly<Record<string, MachineDefinition>>;
  /** By title: `OtpDeliveryRequest`. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly requirements: readonly RequirementEntry[];
  readonly answers: readonly Answer[];
  /** Members of the metadata that point to an endpoint. */
  readonly endpoints: readonly string[];
}

/**
 * Reads a version.
 *
 * @param name a folder that holds `generated/`, or that is one, or a revision of the repository
 * @throws Error when there is no such folder and no such revision, or nothing was generated in it
 */
export async function readVersion(name: string, repository: string): Promise<Version> {
  const files = (await isFolder(name)) ? await fromFolder(name) : await fromRevision(name, repository);
  return versionOf(name, files);
}

/** A version made of files, by path below `generated/`. */
export function versionOf(name: string, files: ReadonlyMap<string, string>): Version {
  const json = (path: string): unknown => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`${name} has no generated/${path}; is it a version of this repository?`);
    return JSON.parse(text);
  };
  const under = (folder: string, ending: string) =>
    [...files.keys()].filter((path) => path.startsWith(folder) && path.endsWith(ending)).sort();
  const schemas = under('schemas/', '.schema.json').map((path) => json(path) as JsonSchema); // written by our emitter
  const { exchanges } = json('exchange-matrix.json') as {
    exchanges: readonly {
      exchange: string;
      endpoint: string;
      outcomes: readonly { outcome: string; status: number; error?: string }[];
    }[];
  }; // written by our emitter
  return {
    name,
    machines: Object.fromEntries(under('machines/', '.machine.json').map((path) => definitionOf(json(path)))),
    schemas: Object.fromEntries(schemas.map((schema) => [schema.title ?? '', schema])),
    requirements: (json('requirements.json') as { requirements: readonly RequirementEntry[] }).requirements, // written by our emitter
    answers: exchanges.flatMap(({ exchange, outcomes }) => outcomes.map((outcome) => ({ exchange, ...outcome }))),
    endpoints: exchanges.map(({ endpoint }) => endpoint),
  };
}

/** A machine as XState reads it, back in the form in which it was defined. */
function definitionOf(value: unknown): readonly [string, MachineDefinition] {
  const { meta, context: _context, ...rest } = value as { meta: object; context: object; id: string }; // written by our emitter
  return [rest.id, { ...rest, ...meta } as unknown as MachineDefinition]; // the emitter took it apart this way
}

const isFolder = async (name: string): Promise<boolean> => {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    return false;
  }
};

const wanted = /^(?:machines\/.*\.machine\.json|schemas\/.*\.json|requirements\.json|exchange-matrix\.json)$/;

async function fromFolder(name: string): Promise<Map<string, string>> {
  const folder = (await isFolder(join(name, 'generated'))) ? join(name, 'generated') : name;
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((path) => path.replaceAll('\\', '/')).filter((path) => wanted.test(path));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

async function fromRevision(name: string, repository: string): Promise<Map<string, string>> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: repository, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };
  const listed = await git('ls-tree', '-r', '--name-only', '--end-of-options', name, 'generated/');
  const paths = listed
    .split('\n')
    .map((path) => path.replace(/^generated\//, ''))
    .filter((path) => wanted.test(path));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await git('show', `${name}:generated/${path}`)] as const)),
  );
}
