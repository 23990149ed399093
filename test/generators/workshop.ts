/** Where clients are made: a folder for each document and set-up, in which a generator runs and the compiler looks. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { Verdict } from '../../spec/emit/generator-matrix.ts';
import type { Played } from './play.ts';
import type { SetUp } from './set-ups.ts';

const clients = fileURLToPath(new URL('clients/', import.meta.url));

/** A set-up with a document to try it on. */
export interface Job {
  readonly setUp: SetUp;
  readonly document: string;
  /** Unlike that of any other job. */
  readonly name: string;
}

export interface Workshop {
  /** Runs a generator. */
  generate(job: Job): Promise<Verdict>;
  /** Compiles what came out of all these jobs, strictly; one verdict for each. */
  compile(jobs: readonly Job[]): readonly Verdict[];
  /** Loads a client, to play with. */
  load(job: Job): Promise<Played>;
  /** Deletes everything. */
  close(): Promise<void>;
}

/**
 * Opens a workshop in the folder for temporary files.
 *
 * @param modules the folder `node_modules` of the generators
 * @param withRefresh whether the refresh request is made too
 */
export async function openWorkshop(modules: string, withRefresh: boolean): Promise<Workshop> {
  const top = await mkdtemp(join(tmpdir(), 'otp-flow-generators-'));
  await symlink(modules, join(top, 'node_modules'), 'junction');
  await writeFile(join(top, 'package.json'), '{ "type": "module" }\n');
  const folderOf = ({ name }: Job) => join(top, name);
  const entries = withRefresh ? ['conversation.ts', 'refresh.ts'] : ['conversation.ts'];
  /** The same on every machine. */
  const told = (text: string): string =>
    (
      text
        .replaceAll(top, '')
        .split('\n')
        .find((line) => /\berror\b/i.test(line)) ?? text
    )
      .trim()
      .slice(0, 200);

  return {
    async generate(job) {
      const { setUp, document } = job;
      const folder = folderOf(job);
      await mkdir(join(folder, 'generated'), { recursive: true });
      await writeFile(join(folder, 'openapi.json'), document);
      for (const [name, content] of Object.entries(setUp.files ?? {})) await writeFile(join(folder, name), content);
      for (const name of ['port.ts', ...entries, ...(setUp.modules ?? [])]) {
        await cp(join(clients, name), join(folder, name));
      }
      await cp(join(clients, `${setUp.name}.ts`), join(folder, 'client.ts'));
      const { failed, output } = await run(join(modules, setUp.program), setUp.arguments, folder);
      if (failed) return told(output);
      if (setUp.printsTo !== undefined) await writeFile(join(folder, setUp.printsTo), output);
      return 'ok';
    },
    compile(jobs) {
      const roots = jobs.flatMap((job) => entries.map((entry) => join(folderOf(job), entry)));
      const program = ts.createProgram(roots, { ...options, typeRoots: [join(modules, '@types')] });
      const diagnostics = ts.getPreEmitDiagnostics(program);
      const unplaced = diagnostics.filter(({ file }) => file === undefined);
      return jobs.map((job) => {
        const folder = `${folderOf(job)}/`;
        const [first] = [...unplaced, ...diagnostics.filter(({ file }) => file?.fileName.startsWith(folder))];
        return first === undefined ? 'ok' : complaint(first, folder);
      });
    },
    async load(job) {
      const part = (entry: string) => import(pathToFileURL(join(folderOf(job), entry)).href);
      const { converse } = await part('conversation.ts');
      return { converse, ...(withRefresh ? { refresh: (await part('refresh.ts')).refresh } : {}) };
    },
    close: () => rm(top, { recursive: true, force: true }),
  };
}

/** As a careful project has it; declarations of libraries are not looked at, those are not made from the document. */
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  types: ['node'],
};

function complaint({ file, messageText }: ts.Diagnostic, folder: string): Verdict {
  const words = ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(folder, '').replace(/\s+/g, ' ');
  return `${file?.fileName.replace(folder, '') ?? 'compiler'}: ${words.slice(0, 200)}`;
}

/** Runs a program of Node to its end; one that takes longer than a minute has failed. */
const run = (program: string, args: readonly string[], cwd: string) =>
  new Promise<{ readonly failed: boolean; readonly output: string }>((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    execFile(
      process.execPath,
      [program, ...args],
      { cwd, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ failed: error !== null, output: error === null ? stdout : stderr + stdout }),
    );
  });
