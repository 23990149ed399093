/** A fault that is planted to see whether the checks find it: one place of one file. */

/** What sort of artifact the fault is planted in; at least four in each. */
export type FaultKind =
  | 'JSON Schema'
  | 'OpenAPI'
  | 'metadata'
  | 'routes'
  | 'recordings'
  | 'machine graph'
  | 'test paths'
  | 'tables for readers'
  | 'vocabulary'
  | 'messages'
  | 'policy'
  | 'machines'
  | 'exchange table'
  | 'requirements'
  | 'draft';

export interface Fault {
  readonly kind: FaultKind;
  /** What was done, as a phrase. */
  readonly name: string;
  /** From the top of the repository. */
  readonly file: string;
  /** Stands in the file at least once; the first place is changed. */
  readonly find: string;
  readonly replace: string;
  /** For generated files: the name of a rule that finds the fault by what the file means, and not by its bytes alone. */
  readonly meaning?: string;
  /** For authored files: a file that a finding has to name. */
  readonly named?: string;
}

/**
 * The file with the fault in it.
 *
 * @throws Error when the fault no longer fits the file, so that it cannot rot unseen
 */
export function planted(fault: Fault, content: string): string {
  const at = content.indexOf(fault.find);
  if (at < 0)
    throw new Error(`the fault "${fault.name}" does not fit ${fault.file} any more: no ${JSON.stringify(fault.find)}`);
  return content.slice(0, at) + fault.replace + content.slice(at + fault.find.length);
}
