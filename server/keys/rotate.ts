/** Puts the next signing key into a file of keys. */
import type { Randomness } from '../ports.ts';
import { readKeyFile, replaceKeyFile } from './key-file.ts';
import { newKeyMaterial } from './key-material.ts';
import { withNextKey } from './key-schedule.ts';

/**
 * Adds a key to be used later. The file is whole at every moment, with the old keys or with all of them.
 *
 * @param now epoch milliseconds
 * @returns when the key begins to sign, as an ISO instant
 * @throws Error that names the file, when there is none, it is broken, or another key is waiting in it already
 */
export async function rotateKeyFile(
  file: string,
  leadSeconds: number,
  now: number,
  randomness: Randomness,
): Promise<string> {
  const material = await readKeyFile(file);
  if (material === undefined) throw new Error(`There is no key file ${file}; it is made when the server starts`);
  const rotated = rotatedOf(file, () => withNextKey(material, newKeyMaterial(randomness).signingKey, now, leadSeconds));
  await replaceKeyFile(file, rotated);
  return rotated.laterSigningKeys?.at(-1)?.usedFrom ?? '';
}

function rotatedOf<Value>(file: string, rotate: () => Value): Value {
  try {
    return rotate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`The key file ${file} stays as it is: ${error.message}`);
  }
}
