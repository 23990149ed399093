/** What checks report. A check that finds nothing returns an empty list; it throws only when it could not look. */

/** One thing that is not as it should be, told so that whoever reads it knows where to go and what to change. */
export interface Finding {
  /** Name of the rule that is broken, kebab-case, with the tool in front where a tool said it: `redocly/struct`. */
  readonly rule: string;
  /** File, relative to the top of the repository or to the folder that is checked. */
  readonly file: string;
  /** Place in the file: a JSON pointer (`#/paths/~1token`), a line, a state, an identifier. */
  readonly element: string;
  readonly expected: string;
  readonly actual: string;
  /** What to change, or which command to run. */
  readonly fix: string;
}

/** A consistency rule, or a family of them. `Context` is whatever the caller prepares once for several checks. */
export interface Check<Context> {
  readonly name: string;
  run(context: Context): Promise<readonly Finding[]>;
}

/** One finding as text of five lines, without a newline at the end. */
export function formatFinding(finding: Finding): string {
  const { rule, file, element, expected, actual, fix } = finding;
  const lines = [
    `${rule}: ${file}`,
    `  at        ${element}`,
    `  expected  ${expected}`,
    `  actual    ${actual}`,
    `  fix       ${fix}`,
  ];
  return lines.join('\n');
}

/** One finding for other programs: the same members, and the line as a number where the place is a line. */
export function findingRecord(finding: Finding): Finding & { readonly line?: number } {
  const [, line] = /^line (\d+)/.exec(finding.element) ?? [];
  return line === undefined ? finding : { ...finding, line: Number(line) };
}

/** Order by file, place and rule, so that the same faults are always reported the same way. */
export function compareFindings(a: Finding, b: Finding): number {
  const key = ({ file, element, rule, actual }: Finding) => [file, element, rule, actual].join('\n');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
