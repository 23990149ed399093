/** Looks for passcodes where none may be: in the URI and the header fields of requests, and in what a client has kept. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a text holds one of the passcodes: plain, in groups of digits, or in base64. */
export function holdsCode(text: string, codes: readonly string[]): boolean {
  return codes.some((code) => {
    const grouped = [...code].join('[\\s-]?');
    const encoded = Buffer.from(code).toString('base64').replace(/=+$/, '');
    return new RegExp(`(?<!\\d)${grouped}(?!\\d)`).test(text) || text.includes(encoded);
  });
}

/** The files among these paths, and in folders below them, that hold a passcode; sorted. */
export async function filesWithCode(paths: readonly string[], codes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      const inside = (await readdir(path)).map((name) => join(path, name));
      found.push(...(await filesWithCode(inside, codes)));
    } else if (holdsCode(await readFile(path, 'latin1'), codes)) found.push(path);
  }
  return found.sort();
}
