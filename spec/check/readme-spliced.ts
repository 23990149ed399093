/** The parts of the README that are facts say what the model says now, and what was measured last. */
import { splicedReadme } from '../emit/readme.ts';
import type { Finding } from './finding.ts';

const fix = 'npm run generate';

/** Findings for the text of the README, held against the model and the measured files. */
export function readmeSpliced(text: string, measured: ReadonlyMap<string, string>): Finding[] {
  const expected = splicedReadme(text, measured).split('\n');
  const actual = text.split('\n');
  const line = expected.findIndex((words, index) => words !== actual[index]);
  if (line < 0) return [];
  return [
    {
      rule: 'readme/stale',
      file: 'README.md',
      element: `line ${line + 1}`,
      expected: expected[line] ?? 'end of file',
      actual: actual[line] ?? 'end of file',
      fix,
    },
  ];
}
