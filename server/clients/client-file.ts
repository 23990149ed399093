/** Registered clients from a JSON file, as an operator writes it. */
import { readFile } from 'node:fs/promises';
import type { ClientDirectory, ClientRegistration } from '../ports.ts';
import { readClients } from './client-rows.ts';

export type LoadedClients =
  | { readonly outcome: 'loaded'; readonly clients: readonly ClientRegistration[] }
  /** What is wrong, one sentence each with the client it is about; nothing of a key or a secret is in them. */
  | { readonly outcome: 'broken'; readonly findings: readonly string[] };

/**
 * Loads a client file: a JSON array of `ClientRegistration` objects. A file that cannot be read is a finding too.
 */
export async function loadClientFile(file: string): Promise<LoadedClients> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { outcome: 'broken', findings: [`The client file ${file} cannot be read`] };
  }
  const { clients, findings } = readClients(text);
  return findings.length === 0 ? { outcome: 'loaded', clients } : { outcome: 'broken', findings };
}

/**
 * A directory of the clients of a list.
 *
 * @throws TypeError when two of them have the same identifier
 */
export function openClientDirectory(rows: readonly ClientRegistration[]): ClientDirectory {
  const byId = new Map(rows.map((row) => [row.clientId, row]));
  if (byId.size !== rows.length) throw new TypeError('Two clients have the same identifier');
  return { find: async (clientId) => byId.get(clientId) };
}
