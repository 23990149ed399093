/** A server that is wrong about one thing: how it is made out of the right one when it starts. */
import { type Policy, type RequirementId, requirements } from '../../model/index.ts';
import type { App, AppParts } from '../../server/app.ts';
import type { Wire } from './wire-door.ts';

/** What sort of mistake it is. */
export type MutantKind =
  | 'limit'
  | 'guard'
  | 'machine'
  | 'answer'
  | 'request'
  | 'token'
  | 'grant'
  | 'status'
  | 'message'
  | 'leak'
  | 'race'
  | 'time';

/** What is changed of the right server; mostly one of these. */
export interface Plant {
  readonly policy?: (policy: Policy) => Policy;
  /** Changes ports, before the application is put together. */
  readonly parts?: (parts: AppParts) => AppParts;
  /** Changes the application, before the first request. */
  readonly app?: (app: App) => void;
  /** Changes requests and answers on their way; made anew for each server, since it may remember. */
  readonly wire?: (app: App) => Wire;
}

export interface Mutant {
  readonly id: string;
  readonly kind: MutantKind;
  /** What is wrong with the server, as the end of a sentence that begins with "the server". */
  readonly wrong: string;
  /** What it does not keep. */
  readonly requirements: readonly RequirementId[];
  readonly plant: Plant;
}

/** A row of a table of mutants; the id is the key in the table. */
export type MutantRow = Omit<Mutant, 'id' | 'kind'>;

/** @throws Error when it names a requirement that does not exist */
export function row(wrong: string, kept: readonly RequirementId[], plant: Plant): MutantRow {
  for (const id of kept) if (requirements[id] === undefined) throw new Error(`there is no requirement ${id}`);
  return { wrong, requirements: kept, plant };
}

/** The mutants of a table, each with the kind of the table. */
export const mutantsOf = (kind: MutantKind, rows: Readonly<Record<string, MutantRow>>): Mutant[] =>
  Object.entries(rows).map(([name, row]) => ({ id: `${kind}/${name}`, kind, ...row }));
