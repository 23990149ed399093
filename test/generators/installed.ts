/** Installs the generators of `package.json` beside this file, apart from the packages of the project. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/otp-flow-generators/', import.meta.url));
const done = 'installed';

/** A folder with `node_modules/`, or why there is none. */
export type Installation = { readonly folder: string } | { readonly notInstalled: string };

/** Installs exactly what the lock file says, unless that was done before. No install script runs. */
export async function installGenerators(): Promise<Installation> {
  const lock = await readFile(join(here, 'package-lock.json'));
  const folder = join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 16));
  if (existsSync(join(folder, done))) return { folder };
  await rm(cache, { recursive: true, force: true }); // installations of older lock files are large
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(here, file), join(folder, file));
  try {
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      maxBuffer: 16 * 1024 * 1024,
      timeout: 300_000,
    });
  } catch (error) {
    return { notInstalled: /npm error (?:code )?\S+/.exec(String(error))?.[0] ?? String(error).slice(0, 200) };
  }
  await writeFile(join(folder, done), '');
  return { folder };
}

/** Versions by name in `package.json`, with the name of the package itself where that is another. */
export async function lockedVersions(): Promise<ReadonlyMap<string, string>> {
  const { packages } = JSON.parse(await readFile(join(here, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly name?: string }>>;
  }; // written by npm
  return new Map(
    Object.entries(packages).flatMap(([path, { version, name }]) => {
      const [, installedAs] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
      return installedAs === undefined || version === undefined
        ? []
        : [[installedAs, `${name ?? installedAs} ${version}`] as const];
    }),
  );
}
