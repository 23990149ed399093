/** The file in which key material survives a restart. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KeyMaterial, parseKeyMaterial } from './key-material.ts';

/**
 * The key material in a file. When the file does not exist, it is created with `create()`, readable by its owner only;
 * of several processes that do so at once, one wins and all get what it wrote. The folder is created too.
 *
 * @throws Error that names the file and says what is wrong with it, quoting nothing of it
 */
export async function loadOrCreateKeyFile(file: string, create: () => KeyMaterial): Promise<KeyMaterial> {
  const kept = await readKeyFile(file);
  if (kept !== undefined) return kept;
  await writeNewFile(file, create());
  const written = await readKeyFile(file);
  if (written === undefined) throw new Error(`The key file ${file} was removed while it was created`);
  return written;
}

/** The key material in a file; undefined when there is no file. @throws Error as `loadOrCreateKeyFile` does */
export async function readKeyFile(file: string): Promise<KeyMaterial | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Error(`The key file ${file} cannot be read`, { cause: error });
  }
  try {
    return parseKeyMaterial(text);
  } catch (error) {
    throw new Error(`The key file ${file} is broken: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/** Whole or not at all, also after a crash. Linking, unlike renaming, never replaces keys that another process made. */
async function writeNewFile(file: string, material: KeyMaterial): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await throughDraft(file, material, (draft) => link(draft, file));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw new Error(`The key file ${file} cannot be created`, { cause: error });
  }
  await syncFolder(dirname(file));
}

/** Puts other material in the place of a file, whole or not at all. @throws Error that names the file */
export async function replaceKeyFile(file: string, material: KeyMaterial): Promise<void> {
  try {
    await throughDraft(file, material, (draft) => rename(draft, file));
  } catch (error) {
    throw new Error(`The key file ${file} cannot be replaced`, { cause: error });
  }
  await syncFolder(dirname(file));
}

/** Writes material beside a file and onto the disk, and has it put where it belongs; leaves nothing behind. */
async function throughDraft(file: string, material: KeyMaterial, put: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    await handle
      .writeFile(`${JSON.stringify(material, undefined, 2)}\n`)
      .finally(() => handle.sync().finally(() => handle.close()));
    await put(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
